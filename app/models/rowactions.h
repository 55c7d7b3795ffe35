// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newestworker.h"
#include "models/tablesource.h"

class QMenu;

namespace limier
{

class Investigation;

/// What can be done with the rows of a table: filter by what stands in them, show their lines, open a mail. GUI thread.
class RowActions : public QObject
{
    Q_OBJECT

public:
    explicit RowActions(Investigation &investigation, QObject *parent = nullptr);

    using Source = std::shared_ptr<const TableSource>;

    /// @p rows: those that are selected; @p row and @p column: the cell that was asked for. Places in the source.
    void fillMenu(QMenu &menu, const Source &source, const std::vector<std::uint32_t> &rows, std::size_t row,
                  std::size_t column);
    /// What Enter and a double click do.
    void activate(const Source &source, std::size_t row);
    /// Finds the lines on a thread of its own; the investigation's signals tell them.
    void showLines(const Source &source, std::vector<std::uint32_t> rows);

private:
    [[nodiscard]] bool isOutdated(const Source &source) const;
    void openMail(const Source &source, MessageId message);
    void addFilters(QMenu &menu, const FilterTerm &term);

    Investigation &m_investigation;
    NewestWorker m_worker;
};

} // namespace limier
