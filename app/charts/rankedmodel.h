// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"
#include "index/ids.h"

#include <QAbstractListModel>
#include <QBrush>

#include <optional>
#include <vector>

namespace limier
{

/// One bar of a ranking.
struct RankedEntry {
    struct Part {
        QBrush brush;
        QString name;
        std::uint64_t value = 0;
    };

    QString name;
    QString detail;          ///< shown quieter behind the name
    QBrush swatch;           ///< of the series in the chart beside; Qt::NoBrush: none
    std::vector<Part> parts; ///< from left to right
    std::optional<FilterTerm> term;
    LineId example = None<LineId>;
    bool isRest = false; ///< no bar: it would dwarf those of the others

    [[nodiscard]] std::uint64_t value() const;
};

/// The bars of a RankedList. The share of each is that of the whole.
class RankedModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<RankedEntry> entries, std::uint64_t whole);
    [[nodiscard]] const std::vector<RankedEntry> &entries() const { return m_entries; }
    [[nodiscard]] const RankedEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::uint64_t whole() const { return m_whole; }
    [[nodiscard]] std::uint64_t largest() const { return m_largest; }
    [[nodiscard]] QString figure(int row) const;
    [[nodiscard]] QString share(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final;

private:
    [[nodiscard]] QString toolTip(int row) const;

    std::vector<RankedEntry> m_entries;
    std::uint64_t m_whole = 0;
    std::uint64_t m_largest = 0;
};

} // namespace limier
