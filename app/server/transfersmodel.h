// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serversession.h"

#include <QAbstractTableModel>

#include <deque>

namespace limier
{

class DisplaySettings;
class ServerLink;

/// What was run on servers and fetched from them, the oldest first; the newest ones are kept. GUI thread.
class TransfersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr std::size_t MostRows = 10000;

    explicit TransfersModel(const DisplaySettings &display, QObject *parent = nullptr);

    /// From now on also what @p link tells, and what it has told.
    void addLink(ServerLink &link);
    void clear();
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// For a spreadsheet: whole, on one line, never a formula, numbers without separators.
    [[nodiscard]] QString exportedText(int row, int column) const;
    [[nodiscard]] QString exportedHeader(int column) const;

private:
    void add(const Transfer &transfer);
    [[nodiscard]] const Transfer &transfer(int row) const { return m_transfers[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString shownText(int row, int column) const;

    const DisplaySettings &m_display;
    std::deque<Transfer> m_transfers;
};

} // namespace limier
