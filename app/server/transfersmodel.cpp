// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transfersmodel.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "server/serverlink.h"

#include <QLocale>

#include <limits>

namespace limier
{

namespace
{

enum Column : int {
    Time,
    Host,
    What,
    Text,
    From,
    Bytes,
    WireBytes,
    Duration,
    How,
    ColumnCount
};

bool isNumber(int column)
{
    return column == From || column == Bytes || column == WireBytes || column == Duration;
}

constexpr std::size_t Whole = std::numeric_limits<std::size_t>::max();

} // namespace

TransfersModel::TransfersModel(const DisplaySettings &display, QObject *parent)
    : QAbstractTableModel(parent)
    , m_display(display)
{
    connect(&m_display, &DisplaySettings::changed, this, &TransfersModel::retranslate);
}

void TransfersModel::addLink(ServerLink &link)
{
    for (const Transfer &transfer : link.transfers()) {
        add(transfer);
    }
    connect(&link, &ServerLink::transferred, this, &TransfersModel::add);
}

void TransfersModel::clear()
{
    beginResetModel();
    m_transfers.clear();
    endResetModel();
}

void TransfersModel::add(const Transfer &transfer)
{
    if (m_transfers.size() == MostRows) {
        beginRemoveRows({}, 0, 0);
        m_transfers.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_transfers.push_back(transfer);
    endInsertRows();
}

int TransfersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_transfers.size());
}

int TransfersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TransfersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return shownText(index.row(), index.column());
    case Qt::ToolTipRole:
        return plainToolTip(breakable(shownText(index.row(), index.column())));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QString TransfersModel::shownText(int row, int column) const
{
    const Transfer &shown = transfer(row);
    const bool isRun = shown.kind == Transfer::Kind::Command;
    switch (column) {
    case Time:
        return m_display.time(static_cast<Stamp>(shown.time));
    case Host:
        return displayText(shown.host);
    case What:
        switch (shown.kind) {
        case Transfer::Kind::Command:
            return tr("Command run");
        case Transfer::Kind::Fetch:
            return tr("Log fetched");
        case Transfer::Kind::Reuse:
            return tr("Log in the cache");
        case Transfer::Kind::Rotation:
            return tr("Log rotated");
        }
        return {};
    case Text:
        return displayText(shown.text);
    case From:
        return shown.kind == Transfer::Kind::Fetch || shown.kind == Transfer::Kind::Reuse ? displayNumber(shown.from)
                                                                                          : QString();
    case Bytes:
        return isRun && shown.bytes == 0 ? QString() : displaySize(shown.bytes);
    case WireBytes:
        return shown.wireBytes == 0 ? QString() : displaySize(shown.wireBytes);
    case Duration:
        return shown.duration.count() == 0
            ? QString()
            : tr("%1 s").arg(QLocale().toString(static_cast<double>(shown.duration.count()) / 1000.0, 'f', 3));
    default:
        return displayText(shown.how);
    }
}

QString TransfersModel::exportedText(int row, int column) const
{
    const Transfer &shown = transfer(row);
    switch (column) {
    case Host:
        return spreadsheetText(displayText(shown.host, Whole));
    case Text:
        return spreadsheetText(displayText(shown.text, Whole));
    case How:
        return spreadsheetText(displayText(shown.how, Whole));
    case From:
        return QString::number(shown.from);
    case Bytes:
        return QString::number(shown.bytes);
    case WireBytes:
        return QString::number(shown.wireBytes);
    case Duration:
        return QString::number(static_cast<double>(shown.duration.count()) / 1000.0, 'f', 3);
    default:
        return shownText(row, column);
    }
}

QVariant TransfersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Host:
        return tr("Server");
    case What:
        return tr("What");
    case Text:
        return tr("Command or Log");
    case From:
        return tr("From Byte");
    case Bytes:
        return tr("Bytes");
    case WireBytes:
        return tr("On the Wire");
    case Duration:
        return tr("Duration");
    default:
        return tr("How");
    }
}

QString TransfersModel::exportedHeader(int column) const
{
    const QString header = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    if (column == Time) {
        return QStringLiteral("%1 (%2)").arg(header, QString::fromUtf8(m_display.timeZone().id()));
    }
    return column == Duration ? QStringLiteral("%1 (s)").arg(header) : header;
}

void TransfersModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_transfers.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

} // namespace limier
