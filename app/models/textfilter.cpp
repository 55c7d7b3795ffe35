// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textfilter.h"

#include "models/mailfate.h"

#include <QStringList>

#include <algorithm>

namespace limier
{

namespace
{

constexpr std::array<Status, 4> Statuses{Status::Sent, Status::Deferred, Status::Bounced, Status::Expired};

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// @p word is in lower case and not empty.
bool contains(std::string_view text, std::string_view word)
{
    return !std::ranges::search(text, word, {}, lower).empty();
}

unsigned statusesNamed(const QString &word)
{
    unsigned named = 0;
    for (std::size_t i = 0; i < Statuses.size(); ++i) {
        named |= statusText(Statuses[i]).contains(word, Qt::CaseInsensitive) ? 1U << i : 0U;
    }
    return named;
}

} // namespace

TextFilter::TextFilter(const TableSource &source, const QString &search, const std::stop_token &stop)
    : m_source(source)
{
    bool asksForStatus = false;
    for (const QString &part : search.simplified().split(u' ', Qt::SkipEmptyParts)) {
        Word word;
        word.text = part.toStdString();
        std::ranges::transform(word.text, word.text.begin(), lower);
        for (const TableColumn &column : source.columns()) {
            word.answers.emplace_back(isText(column.kind) ? source.placeCount(column.kind) : 0);
        }
        word.statuses = source.kind() == TableKind::Messages ? statusesNamed(part) : 0;
        asksForStatus |= word.statuses != 0;
        m_words.push_back(std::move(word));
    }
    if (asksForStatus) {
        m_outcomes = outcomesOfAll(source.index(), stop);
    }
}

bool TextFilter::matches(std::size_t row)
{
    return std::ranges::all_of(m_words, [&](Word &word) { return matches(row, word); });
}

bool TextFilter::matches(std::size_t row, Word &word)
{
    for (std::size_t column = 0; column < m_source.columns().size(); ++column) {
        if (isText(m_source.columns()[column].kind) && matchesCell(row, column, word)) {
            return true;
        }
    }
    return word.statuses != 0 && matchesStatus(row, word);
}

bool TextFilter::matchesCell(std::size_t row, std::size_t column, Word &word)
{
    const auto place = static_cast<std::uint32_t>(m_source.value(row, column));
    if (place == NoPlace) {
        return false;
    }
    const ColumnKind kind = m_source.columns()[column].kind;
    std::vector<Answer> &answers = word.answers[column];
    if (place >= answers.size()) {
        return contains(m_source.textOf(kind, place, m_buffer), word.text);
    }
    Answer &answer = answers[place];
    if (answer == Answer::Unknown) {
        answer = contains(m_source.textOf(kind, place, m_buffer), word.text) ? Answer::Yes : Answer::No;
    }
    return answer == Answer::Yes;
}

bool TextFilter::matchesStatus(std::size_t row, const Word &word) const
{
    const Outcome &outcome = m_outcomes[place(m_source.message(row))];
    const std::array<std::uint64_t, 4> counts{outcome.sent, outcome.deferred, outcome.bounced, outcome.expired};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0 && (word.statuses & (1U << i)) != 0) {
            return true;
        }
    }
    return false;
}

} // namespace limier
