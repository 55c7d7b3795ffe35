// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newestworker.h"
#include "models/tablearrangement.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace limier
{

class DisplaySettings;

/**
 * The rows of a table for a view: places in a TableSource, which is made, searched and sorted on a worker thread where
 * it is large. Text is made for the cells that are asked for only. GUI thread; the model is reset when the rows have
 * come.
 */
class TableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Above so many rows a thread of its own does the work.
    static constexpr std::size_t MostRowsAtOnce = 20000;

    TableModel(TableKind kind, DisplaySettings &display, QObject *parent = nullptr);

    [[nodiscard]] TableKind kind() const { return m_kind; }
    /// Null before the first rows came.
    [[nodiscard]] const std::shared_ptr<const TableSource> &source() const { return m_source; }
    /// Place in the source of a row that is shown.
    [[nodiscard]] std::size_t sourceRow(int row) const { return (*m_rows)[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::shared_ptr<const std::vector<std::uint32_t>> rows() const { return m_rows; }
    [[nodiscard]] const TableArrangement &arrangement() const { return m_arrangement; }
    [[nodiscard]] bool isArranging() const { return m_worker.isBusy(); }
    [[nodiscard]] DisplaySettings &display() const { return m_display; }

    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);
    /// Words to search for; see TableArrangement.
    void setSearch(const QString &search);
    /// The language changed.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void arrangingChanged(bool isArranging);

private:
    using Rows = std::shared_ptr<const std::vector<std::uint32_t>>;

    void arrangeAgain(NewestWorker::Running running);
    void take(std::shared_ptr<const TableSource> source, Rows rows);
    void showAgain();
    [[nodiscard]] QVariant decoration(std::size_t row, std::size_t column) const;

    TableKind m_kind;
    DisplaySettings &m_display;
    TableArrangement m_arrangement;
    std::shared_ptr<const Evaluation> m_evaluation;
    std::shared_ptr<const TableSource> m_source;
    Rows m_rows;
    NewestWorker m_worker;
};

} // namespace limier
