// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tableheader.h"

#include "common/displaytext.h"

#include <QDataStream>
#include <QFontMetricsF>
#include <QIODevice>
#include <QItemSelectionModel>
#include <QMenu>

namespace limier
{

namespace
{

constexpr quint32 LayoutMark = 0x4c544232; // says that bytes are a layout, of this version
constexpr double MarginDigits = 1.5;

struct SavedColumn {
    QByteArray key;
    bool isShown = true;
    double width = 0;
};

QByteArray bytesOf(std::string_view key)
{
    return QByteArray(key.data(), static_cast<qsizetype>(key.size()));
}

} // namespace

TableHeader::TableHeader(TableKind kind, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_kind(kind)
    , m_columns(columnsOf(kind))
    , m_chosen(m_columns.size(), true)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(viewport()->mapToGlobal(at));
    });
}

bool TableHeader::isOffered(int column) const
{
    return m_hasHosts || m_columns[static_cast<std::size_t>(column)].kind != ColumnKind::Host;
}

bool TableHeader::isChosen(int column) const
{
    return isOffered(column) ? !isSectionHidden(column) : m_chosen[static_cast<std::size_t>(column)];
}

void TableHeader::choose(int column, bool isChosen)
{
    m_chosen[static_cast<std::size_t>(column)] = isChosen;
    setSectionHidden(column, !isChosen || !isOffered(column));
}

void TableHeader::setHasHosts(bool hasHosts)
{
    if (m_hasHosts == hasHosts) {
        return;
    }
    for (int column = 0; column < count(); ++column) {
        const TableColumn &info = m_columns[static_cast<std::size_t>(column)];
        if (info.kind == ColumnKind::Host) {
            const bool wasChosen = isChosen(column);
            m_hasHosts = hasHosts;
            choose(column, wasChosen);
            if (!isSectionHidden(column) && sectionSize(column) < sectionSizeHint(column)) {
                resizeSection(column, widthOf(column, info.width));
            }
        }
    }
    m_hasHosts = hasHosts;
}

double TableHeader::digits() const
{
    return QFontMetricsF(font()).horizontalAdvance(u'0');
}

int TableHeader::widthOf(int column, double digitCount) const
{
    return std::max(sectionSizeHint(column), qRound((digitCount + MarginDigits) * digits()));
}

void TableHeader::resetLayout()
{
    for (int column = 0; column < count(); ++column) {
        const TableColumn &info = m_columns[static_cast<std::size_t>(column)];
        moveSection(visualIndex(column), column);
        choose(column, info.isShown);
        if (!isSectionHidden(column)) {
            resizeSection(column, widthOf(column, info.width));
        }
    }
    const FirstSorting sorting = firstSortingOf(m_kind);
    setSortIndicator(static_cast<int>(columnIndex(m_kind, sorting.key)), sorting.order);
}

QByteArray TableHeader::saveLayout() const
{
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_8);
    const int sortColumn = sortIndicatorSection();
    stream << LayoutMark << bytesOf(m_columns[static_cast<std::size_t>(std::clamp(sortColumn, 0, count() - 1))].key)
           << (sortIndicatorOrder() == Qt::DescendingOrder) << static_cast<quint32>(count());
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        stream << bytesOf(m_columns[static_cast<std::size_t>(column)].key) << isChosen(column)
               << static_cast<double>(sectionSize(column)) / digits();
    }
    return saved;
}

bool TableHeader::restoreLayout(const QByteArray &saved)
{
    constexpr quint32 MostColumns = 1000;
    constexpr double WidestColumn = 500;
    QDataStream stream(saved);
    stream.setVersion(QDataStream::Qt_6_8);
    quint32 mark = 0;
    QByteArray sortKey;
    bool isDescending = false;
    quint32 columns = 0;
    stream >> mark >> sortKey >> isDescending >> columns;
    if (stream.status() != QDataStream::Ok || mark != LayoutMark || columns > MostColumns) {
        return false;
    }
    std::vector<SavedColumn> savedColumns(columns);
    for (SavedColumn &column : savedColumns) {
        stream >> column.key >> column.isShown >> column.width;
    }
    if (stream.status() != QDataStream::Ok) {
        return false;
    }
    int visual = 0;
    for (const SavedColumn &column : savedColumns) {
        const auto at = static_cast<int>(columnIndex(m_kind, column.key.toStdString()));
        if (at >= count()) {
            continue;
        }
        moveSection(visualIndex(at), visual++);
        choose(at, column.isShown);
        if (!isSectionHidden(at) && column.width > 0) {
            resizeSection(at, qRound(std::min(column.width, WidestColumn) * digits()));
        }
    }
    if (shownColumns().empty()) {
        choose(0, true);
    }
    const auto sortColumn = static_cast<int>(columnIndex(m_kind, sortKey.toStdString()));
    if (sortColumn < count()) {
        setSortIndicator(sortColumn, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    return true;
}

std::vector<std::size_t> TableHeader::shownColumns() const
{
    std::vector<std::size_t> shown;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        if (!isSectionHidden(column)) {
            shown.push_back(static_cast<std::size_t>(column));
        }
    }
    return shown;
}

void TableHeader::setSelectionModel(QItemSelectionModel *selection)
{
    // With that of the table, a header asks every row for each of its columns when all rows are selected: 0.2 s for a
    // million of them, each time it is painted.
    if (selection == nullptr || selection->parent() == this) {
        QHeaderView::setSelectionModel(selection);
    }
}

void TableHeader::widen()
{
    for (const std::size_t column : shownColumns()) {
        const auto at = static_cast<int>(column);
        resizeSection(at, std::max(sectionSize(at), sectionSizeHint(at)));
    }
}

void TableHeader::fillMenu(QMenu &menu)
{
    const bool isLast = shownColumns().size() == 1;
    menu.setToolTipsVisible(true);
    for (int column = 0; column < count(); ++column) {
        if (!isOffered(column)) {
            continue;
        }
        const TableColumn &info = m_columns[static_cast<std::size_t>(column)];
        QAction *const action = menu.addAction(headerText(info));
        action->setToolTip(plainToolTip(explanationText(info)));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        action->setEnabled(isSectionHidden(column) || !isLast);
        connect(action, &QAction::toggled, this, [this, column, width = info.width](bool isShown) {
            choose(column, isShown);
            if (isShown && sectionSize(column) < sectionSizeHint(column)) {
                resizeSection(column, widthOf(column, width));
            }
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Default Columns")), &QAction::triggered, this, &TableHeader::resetLayout);
}

} // namespace limier
