// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace limier
{

class TextSink;

/// A table of Markdown whose columns stay aligned as plain text too. Cells are Markdown already: without "|" or a line
/// end.
class MarkdownTable
{
public:
    enum class Align {
        Left,
        Right
    };
    struct Column {
        QString title;
        Align align = Align::Right;
    };

    explicit MarkdownTable(std::vector<Column> columns);

    /// @p cells: one for each column.
    void addRow(QStringList cells) { m_rows.push_back(std::move(cells)); }
    void write(TextSink &sink) const;

private:
    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace limier
