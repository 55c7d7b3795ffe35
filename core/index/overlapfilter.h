// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/records.h"
#include "log/inputfile.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace limier
{

/**
 * Finds lines that stand in several files of one host, such as copies made at different times or a part that was cut
 * out, so that they are counted once. Where the times of files overlap, it remembers the lines of the earlier one and
 * blanks them in the later one, if that begins with lines that are known. Costs nothing where no times overlap,
 * otherwise 16 bytes for each line of the overlap. One thread.
 */
class OverlapFilter
{
public:
    /// @p files: in the order in which they are read.
    explicit OverlapFilter(std::span<const InputFile> files = {});

    void beginFile(std::size_t number);
    /// Overwrites known lines of @p text by '\r'; returns how many. @p before: latest time in the file so far.
    [[nodiscard]] std::uint32_t blankKnown(std::span<char> text, Stamp before);
    /// Remembers the lines of a chunk that ends at @p last, where a later file may hold them again.
    void remember(std::string_view text, Stamp last);

private:
    enum class State : std::uint8_t {
        Undecided,
        Overlapping,
        Apart
    };

    /// How often a line came beside its first time.
    struct Again {
        std::uint32_t count = 0;
        std::uint32_t taken = 0; ///< of these, in the current file
    };

    void insert(std::uint64_t key);
    [[nodiscard]] std::size_t home(std::uint64_t key) const;
    [[nodiscard]] std::size_t place(std::uint64_t key) const;
    [[nodiscard]] bool contains(std::uint64_t key) const;
    /// True once for each time that the line was remembered, in each file.
    [[nodiscard]] bool take(std::uint64_t key);
    [[nodiscard]] bool beginsWithKnown(std::string_view text) const;

    std::vector<UtcSeconds> m_nextFirst; ///< of each file: when the first of the later ones of its host begins
    std::vector<std::uint64_t> m_slots;  ///< keys of lines
    std::unordered_map<std::uint64_t, Again> m_again;
    std::size_t m_used = 0;
    bool m_anyTaken = false;
    Stamp m_lastRemembered = 0;
    std::size_t m_file = 0;
    State m_state = State::Apart;
    std::uint64_t m_seed;
};

} // namespace limier
