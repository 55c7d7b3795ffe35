// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablemodel.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "models/celltext.h"
#include "models/mailfate.h"

#include <QGuiApplication>
#include <QPalette>

namespace limier
{

namespace
{

Tone toneOf(Status status)
{
    switch (status) {
    case Status::Sent:
        return Tone::Sent;
    case Status::Deferred:
        return Tone::Deferred;
    case Status::Bounced:
    case Status::Expired:
        break;
    }
    return Tone::Bounced;
}

} // namespace

TableModel::TableModel(TableKind kind, DisplaySettings &display, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_display(display)
    , m_rows(std::make_shared<std::vector<std::uint32_t>>())
{
    const FirstSorting sorting = firstSortingOf(kind);
    m_arrangement.column = static_cast<int>(columnIndex(kind, sorting.key));
    m_arrangement.order = sorting.order;
    connect(&m_worker, &NewestWorker::busyChanged, this, &TableModel::arrangingChanged);
    connect(&m_display, &DisplaySettings::changed, this, &TableModel::showAgain);
    connect(&Theme::instance(), &Theme::changed, this, &TableModel::showAgain);
}

void TableModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    if (m_evaluation != evaluation) {
        m_evaluation = std::move(evaluation);
        arrangeAgain(NewestWorker::Running::Finishes);
    }
}

void TableModel::setSearch(const QString &search)
{
    const QString words = search.simplified();
    if (m_arrangement.search != words) {
        m_arrangement.search = words;
        arrangeAgain(NewestWorker::Running::Stops);
    }
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < columnCount() && (m_arrangement.column != column || m_arrangement.order != order)) {
        m_arrangement.column = column;
        m_arrangement.order = order;
        arrangeAgain(NewestWorker::Running::Stops);
    }
}

void TableModel::arrangeAgain(NewestWorker::Running running)
{
    if (!m_evaluation) {
        m_worker.drop();
        take(nullptr, std::make_shared<std::vector<std::uint32_t>>());
        return;
    }
    auto source = m_source && m_source->evaluation() == m_evaluation ? m_source : nullptr;
    // A few messages of a long log are sorted by what became of them all: the length of the log counts.
    if (mostRows(m_kind, *m_evaluation) <= MostRowsAtOnce) {
        m_worker.drop();
        source = source ? source : makeTableSource(m_kind, m_evaluation);
        take(source, std::make_shared<std::vector<std::uint32_t>>(arrange(*source, m_arrangement, {})));
        return;
    }
    const auto work = [this, kind = m_kind, evaluation = m_evaluation, arrangement = m_arrangement,
                       source](const std::stop_token &stop) -> NewestWorker::Delivery {
        auto rowsOf = source ? source : makeTableSource(kind, evaluation);
        Rows rows = std::make_shared<std::vector<std::uint32_t>>(arrange(*rowsOf, arrangement, stop));
        return [this, rowsOf = std::move(rowsOf), rows = std::move(rows)] { take(rowsOf, rows); };
    };
    m_worker.start(work, running);
}

void TableModel::take(std::shared_ptr<const TableSource> source, Rows rows)
{
    beginResetModel();
    m_source = std::move(source);
    m_rows = std::move(rows);
    endResetModel();
}

void TableModel::showAgain()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void TableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    showAgain();
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows->size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columnsOf(m_kind).size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_source) {
        return {};
    }
    const std::size_t row = sourceRow(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    const ColumnKind kind = columnsOf(m_kind)[column].kind;
    switch (role) {
    case Qt::DisplayRole:
        return shownText(*m_source, row, column, m_display);
    case Qt::ToolTipRole:
        return cellToolTip(*m_source, row, column, m_display);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (isText(kind) || kind == ColumnKind::Time ? Qt::AlignLeft : Qt::AlignRight)));
    case Qt::DecorationRole:
        return decoration(row, column);
    case Qt::ForegroundRole:
        return kind == ColumnKind::Number && m_source->value(row, column) == 0
            ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
            : QVariant();
    default:
        return {};
    }
}

QVariant TableModel::decoration(std::size_t row, std::size_t column) const
{
    if (columnsOf(m_kind)[column].kind != ColumnKind::Status) {
        return {};
    }
    const std::optional<Status> worst =
        worstStatus(outcomeOf(m_source->evaluation()->snapshot, m_source->message(row)));
    return Theme::instance().color(worst ? toneOf(*worst) : Tone::Neutral);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const TableColumn &column = columnsOf(m_kind)[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return headerText(column);
    case Qt::ToolTipRole:
        return plainToolTip(explanationText(column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter
                          | (isText(column.kind) || column.kind == ColumnKind::Time ? Qt::AlignLeft : Qt::AlignRight)));
    case Qt::InitialSortOrderRole: // who asks for figures wants the largest
        return QVariant::fromValue(isText(column.kind) && column.kind != ColumnKind::Status ? Qt::AscendingOrder
                                       : column.kind == ColumnKind::Time                    ? Qt::AscendingOrder
                                                                                            : Qt::DescendingOrder);
    default:
        return {};
    }
}

} // namespace limier
