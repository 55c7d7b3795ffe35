// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablesource.h"

#include <QString>

#include <stop_token>

namespace limier
{

/**
 * Finds the rows in whose text all words of a search stand, in any column, without regard to (ASCII) case. Looks at
 * each different text once. One thread; made for one search.
 */
class TextFilter
{
public:
    TextFilter(const TableSource &source, const QString &search, const std::stop_token &stop);

    [[nodiscard]] bool matches(std::size_t row);

private:
    enum class Answer : std::uint8_t {
        Unknown,
        No,
        Yes
    };
    struct Word {
        std::string text;                         ///< in lower case
        std::vector<std::vector<Answer>> answers; ///< for each column, for each place
        unsigned statuses = 0;                    ///< a bit for each Status whose name holds the word
    };

    [[nodiscard]] bool matches(std::size_t row, Word &word);
    [[nodiscard]] bool matchesCell(std::size_t row, std::size_t column, Word &word);
    [[nodiscard]] bool matchesStatus(std::size_t row, const Word &word) const;

    const TableSource &m_source;
    std::vector<Word> m_words;
    std::vector<Outcome> m_outcomes; ///< of all messages, if a word may be a status
    std::string m_buffer;
};

} // namespace limier
