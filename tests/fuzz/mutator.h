// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace limier::fuzz
{

/// Damages log texts in the ways that disks, people and attackers do. The same seed does the same.
class Mutator
{
public:
    /// @p corpus: texts to begin with and to take pieces from; not empty.
    Mutator(const std::vector<std::string> &corpus, std::uint32_t seed);

    [[nodiscard]] std::string text();

private:
    void mutate(std::string &text);
    void flipBits(std::string &text);
    void cut(std::string &text);
    void repeatPiece(std::string &text);
    void splice(std::string &text);
    void insertHostile(std::string &text);
    void insertHuge(std::string &text);
    void swapIds(std::string &text);
    [[nodiscard]] std::size_t below(std::size_t count);
    /// The start of some line.
    [[nodiscard]] std::size_t someLine(const std::string &text);

    const std::vector<std::string> &m_corpus;
    std::mt19937 m_random;
};

} // namespace limier::fuzz
