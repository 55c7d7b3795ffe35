// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rankedmodel.h"

#include "charts/charttext.h"
#include "common/displaytext.h"

#include <algorithm>

namespace limier
{

std::uint64_t RankedEntry::value() const
{
    std::uint64_t sum = 0;
    for (const Part &part : parts) {
        sum += part.value;
    }
    return sum;
}

void RankedModel::setEntries(std::vector<RankedEntry> entries, std::uint64_t whole)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_whole = whole;
    m_largest = 0;
    for (const RankedEntry &entry : m_entries) {
        m_largest = std::max(m_largest, entry.isRest ? 0 : entry.value());
    }
    endResetModel();
}

QString RankedModel::figure(int row) const
{
    return displayNumber(entry(row).value());
}

QString RankedModel::share(int row) const
{
    return displayShare(entry(row).value(), m_whole);
}

int RankedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RankedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return entry(index.row()).name;
    case Qt::ToolTipRole:
        return toolTip(index.row());
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3", "name, figure, share")
            .arg(entry(index.row()).name, figure(index.row()), share(index.row()));
    default:
        return {};
    }
}

QString RankedModel::toolTip(int row) const
{
    const RankedEntry &bar = entry(row);
    QStringList lines{bar.name, bar.detail};
    if (bar.parts.size() > 1) {
        for (const RankedEntry::Part &part : bar.parts) {
            lines.append(tr("%1: %2", "name, figure").arg(part.name, displayNumber(part.value)));
        }
    } else {
        lines.append(tr("%1 (%2)", "figure, share").arg(figure(row), share(row)));
    }
    return toolTipOf(lines);
}

} // namespace limier
