// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablearrangement.h"

#include "models/mailfate.h"
#include "models/textfilter.h"

#include <algorithm>
#include <numeric>

namespace limier
{

namespace
{

constexpr std::size_t RowsBetweenStops = 0x4000;

struct KeyedRow {
    std::uint64_t key;
    std::uint32_t row;
};

constexpr unsigned char lower(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/// By letters; where only the case differs, by bytes.
bool isBefore(std::string_view a, std::string_view b)
{
    const auto [x, y] = std::ranges::mismatch(a, b, {}, lower, lower);
    if (x == a.end() || y == b.end()) {
        return x == a.end() && y == b.end() ? a < b : x == a.end();
    }
    return lower(*x) < lower(*y);
}

/// The first bytes of a text as a number that sorts as they do: most comparisons end there.
std::uint64_t prefixOf(std::string_view text)
{
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < sizeof(prefix); ++i) {
        prefix = (prefix << 8) | (i < text.size() ? lower(text[i]) : 0U);
    }
    return prefix;
}

/// Orders the different texts of a column, so that a row's key is the place of its text in that order.
class TextRanks
{
public:
    TextRanks(const TableSource &source, ColumnKind kind)
        : m_source(source)
        , m_kind(kind)
        , m_ranks(source.placeCount(kind))
    {
    }

    void add(std::uint32_t place)
    {
        if (place < m_ranks.size() && m_ranks[place] == 0) {
            m_ranks[place] = 1;
            std::string buffer;
            const std::string_view text = m_source.textOf(m_kind, place, buffer);
            const bool isMade = text.data() == buffer.data();
            m_texts.push_back({prefixOf(text), place, isMade ? std::string_view() : text,
                               isMade ? std::move(buffer) : std::string()});
        }
    }

    void order()
    {
        std::ranges::sort(m_texts, [](const Text &a, const Text &b) {
            if (a.prefix != b.prefix) {
                return a.prefix < b.prefix;
            }
            return isBefore(a.text(), b.text());
        });
        std::uint32_t rank = 0;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            rank += i == 0 || m_texts[i].text() != m_texts[i - 1].text() ? 1U : 0U;
            m_ranks[m_texts[i].place] = rank;
        }
    }

    /// 0 for a row without a text.
    [[nodiscard]] std::uint64_t rank(std::uint32_t place) const { return place < m_ranks.size() ? m_ranks[place] : 0; }

private:
    struct Text {
        std::uint64_t prefix;
        std::uint32_t place;
        std::string_view view;
        std::string made;

        [[nodiscard]] std::string_view text() const { return made.empty() ? view : std::string_view(made); }
    };

    const TableSource &m_source;
    ColumnKind m_kind;
    std::vector<std::uint32_t> m_ranks;
    std::vector<Text> m_texts;
};

/// Gives each row the number it is sorted by.
void fillKeys(const TableSource &source, std::size_t column, std::vector<KeyedRow> &rows, const std::stop_token &stop)
{
    const ColumnKind kind = source.columns()[column].kind;
    if (kind == ColumnKind::Status) {
        const std::vector<Outcome> outcomes = outcomesOfAll(source.index(), stop);
        for (KeyedRow &row : rows) {
            row.key = severityOf(outcomes[place(source.message(row.row))]);
        }
        return;
    }
    for (KeyedRow &row : rows) {
        row.key = source.value(row.row, column);
    }
    if (kind == ColumnKind::QueueId) {
        for (KeyedRow &row : rows) {
            row.key = source.index().message(source.message(row.row)).queueId.value;
        }
    } else if (isText(kind)) {
        TextRanks ranks(source, kind);
        for (const KeyedRow &row : rows) {
            ranks.add(static_cast<std::uint32_t>(row.key));
        }
        if (!stop.stop_requested()) {
            ranks.order();
        }
        for (KeyedRow &row : rows) {
            row.key = ranks.rank(static_cast<std::uint32_t>(row.key));
        }
    }
}

void sortRows(std::vector<KeyedRow> &rows, Qt::SortOrder order)
{
    const auto ascending = [](const KeyedRow &a, const KeyedRow &b) {
        return a.key != b.key ? a.key < b.key : a.row < b.row;
    };
    const auto descending = [](const KeyedRow &a, const KeyedRow &b) {
        return a.key != b.key ? a.key > b.key : a.row < b.row;
    };
    if (order == Qt::DescendingOrder) {
        std::ranges::sort(rows, descending);
    } else if (!std::ranges::is_sorted(rows, ascending)) { // a log's own order is that of time already
        std::ranges::sort(rows, ascending);
    }
}

} // namespace

std::vector<std::uint32_t> arrange(const TableSource &source, const TableArrangement &arrangement,
                                   const std::stop_token &stop)
{
    std::vector<KeyedRow> rows;
    rows.reserve(source.size());
    TextFilter filter(source, arrangement.search, stop);
    for (std::size_t row = 0; row < source.size(); ++row) {
        if (row % RowsBetweenStops == 0 && stop.stop_requested()) {
            return {};
        }
        if (filter.matches(row)) {
            rows.push_back({0, static_cast<std::uint32_t>(row)});
        }
    }
    const auto column = static_cast<std::size_t>(arrangement.column);
    if (column < source.columns().size()) {
        fillKeys(source, column, rows, stop);
        if (!stop.stop_requested()) {
            sortRows(rows, arrangement.order);
        }
    }
    std::vector<std::uint32_t> places(rows.size());
    std::ranges::transform(rows, places.begin(), &KeyedRow::row);
    return places;
}

} // namespace limier
