// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdowntable.h"

#include "report/textsink.h"

#include <algorithm>

namespace limier
{

namespace
{

/// In characters, not in UTF-16 units.
qsizetype widthOf(const QString &text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate() && !c.isMark(); });
}

void writeCell(TextSink &sink, const QString &cell, qsizetype width, MarkdownTable::Align align)
{
    const QString padding(std::max<qsizetype>(width - widthOf(cell), 0), u' ');
    const QString padded = align == MarkdownTable::Align::Right ? padding + cell : cell + padding;
    sink.append("| ");
    sink.append(padded.toStdString());
    sink.append(' ');
}

} // namespace

MarkdownTable::MarkdownTable(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

void MarkdownTable::write(TextSink &sink) const
{
    std::vector<qsizetype> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        constexpr qsizetype Narrowest = 3;
        widths.push_back(std::max(Narrowest, widthOf(m_columns[i].title)));
        for (const QStringList &row : m_rows) {
            widths[i] = std::max(widths[i], widthOf(row[static_cast<qsizetype>(i)]));
        }
    }
    const auto writeRow = [&](const auto &cellOf) {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            writeCell(sink, cellOf(i), widths[i], m_columns[i].align);
        }
        sink.append("|\n");
    };
    writeRow([this](std::size_t i) { return m_columns[i].title; });
    writeRow([&](std::size_t i) {
        const QString dashes(widths[i] - 1, u'-');
        return m_columns[i].align == Align::Right ? dashes + u':' : dashes + u'-';
    });
    for (const QStringList &row : m_rows) {
        writeRow([&row](std::size_t i) { return row[static_cast<qsizetype>(i)]; });
    }
}

} // namespace limier
