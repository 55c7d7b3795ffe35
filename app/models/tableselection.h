// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

class QTableView;

namespace limier
{

class TableModel;

/**
 * Keeps what is selected in a table, the current cell and the place it is scrolled to when other rows come: by what
 * the rows stand for. GUI thread; a few milliseconds for a million rows.
 */
class TableSelection : public QObject
{
    Q_OBJECT

public:
    /// Larger selections are kept only if all is selected.
    static constexpr std::size_t MostKept = 10000;

    /// Of @p view, which shows @p model already.
    TableSelection(QTableView &view, const TableModel &model);

    /// The places in the source of the selected rows, from top to bottom; of the current row if none is selected.
    [[nodiscard]] std::vector<std::uint32_t> selectedRows() const;
    /// Another log: the rows that come stand for something else.
    void forget();

private:
    void remember();
    void restore();

    QTableView &m_view;
    const TableModel &m_model;
    int m_epoch = 0; ///< that the ids are of
    bool m_hasAll = false;
    std::vector<std::uint64_t> m_ids; ///< sorted
    std::optional<std::uint64_t> m_current;
    int m_currentColumn = 0;
    int m_scroll = 0;
};

} // namespace limier
