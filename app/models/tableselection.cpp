// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tableselection.h"

#include "models/tablemodel.h"

#include <QItemSelection>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace limier
{

TableSelection::TableSelection(QTableView &view, const TableModel &model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TableSelection::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &TableSelection::restore);
}

std::vector<std::uint32_t> TableSelection::selectedRows() const
{
    std::vector<std::uint32_t> rows;
    for (const QItemSelectionRange &range : m_view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(static_cast<std::uint32_t>(row));
        }
    }
    if (rows.empty() && m_view.currentIndex().isValid()) {
        rows.push_back(static_cast<std::uint32_t>(m_view.currentIndex().row()));
    }
    std::ranges::sort(rows);
    const auto [first, last] = std::ranges::unique(rows);
    rows.erase(first, last);
    for (std::uint32_t &row : rows) {
        row = static_cast<std::uint32_t>(m_model.sourceRow(static_cast<int>(row)));
    }
    return rows;
}

void TableSelection::forget()
{
    m_hasAll = false;
    m_ids.clear();
    m_current.reset();
    m_scroll = 0;
}

void TableSelection::remember()
{
    if (m_model.rowCount() == 0) {
        return; // a moment without rows does not end a selection
    }
    const QItemSelection selection = m_view.selectionModel()->selection();
    std::size_t count = 0;
    for (const QItemSelectionRange &range : selection) {
        count += static_cast<std::size_t>(range.height());
    }
    m_epoch = m_model.source()->evaluation()->snapshot.epoch;
    m_hasAll = count > 1 && count >= static_cast<std::size_t>(m_model.rowCount());
    m_ids.clear();
    if (!m_hasAll && count > 0 && count <= MostKept) {
        for (const std::uint32_t row : selectedRows()) {
            m_ids.push_back(m_model.source()->id(row));
        }
        std::ranges::sort(m_ids);
    }
    const QModelIndex current = m_view.currentIndex();
    m_current =
        current.isValid() ? std::optional(m_model.source()->id(m_model.sourceRow(current.row()))) : std::nullopt;
    m_currentColumn = std::max(current.column(), 0);
    m_scroll = m_view.verticalScrollBar()->value();
}

void TableSelection::restore()
{
    const int rows = m_model.rowCount();
    if (rows == 0) {
        return;
    }
    QItemSelectionModel &selection = *m_view.selectionModel();
    if (m_epoch != m_model.source()->evaluation()->snapshot.epoch) { // its ids mean something else
        m_ids.clear();
        m_current.reset();
    }
    if (m_hasAll) {
        m_view.selectAll();
    } else if (!m_ids.empty() || m_current) {
        QItemSelection selected;
        QModelIndex current;
        for (int row = 0; row < rows; ++row) {
            const std::uint64_t id = m_model.source()->id(m_model.sourceRow(row));
            if (std::ranges::binary_search(m_ids, id)) {
                selected.select(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1));
            }
            if (id == m_current) {
                current = m_model.index(row, m_currentColumn);
            }
        }
        if (current.isValid()) {
            selection.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        }
        selection.select(selected, QItemSelectionModel::ClearAndSelect);
    }
    m_view.verticalScrollBar()->setValue(m_scroll);
}

} // namespace limier
