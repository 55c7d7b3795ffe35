// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablecolumns.h"

#include <QHeaderView>

#include <vector>

class QMenu;

namespace limier
{

/// The header of a table: columns can be chosen, moved and sorted by. Its layout is saved by the columns' names, in
/// widths of a digit: other fonts, scales and later columns do no harm.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(TableKind kind, QWidget *parent = nullptr);

    /// Whether the logs are of several hosts: the column with the host is only there then.
    void setHasHosts(bool hasHosts);
    /// When the header has its model: sets all as it is at first.
    void resetLayout();
    [[nodiscard]] QByteArray saveLayout() const;
    /// False, and nothing changes, if @p saved is no layout.
    bool restoreLayout(const QByteArray &saved);
    /// The columns that are shown, from left to right.
    [[nodiscard]] std::vector<std::size_t> shownColumns() const;
    /// After the language changed: makes room for longer headers.
    void widen();
    /// Fills @p menu with the columns to choose from.
    void fillMenu(QMenu &menu);

    void setSelectionModel(QItemSelectionModel *selection) override;

private:
    [[nodiscard]] bool isOffered(int column) const;
    [[nodiscard]] bool isChosen(int column) const;
    void choose(int column, bool isChosen);
    [[nodiscard]] int widthOf(int column, double digits) const;
    [[nodiscard]] double digits() const;

    TableKind m_kind;
    std::span<const TableColumn> m_columns;
    std::vector<bool> m_chosen; ///< by the user, of the columns that are not offered
    bool m_hasHosts = false;
};

} // namespace limier
