// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mailway.h"

#include <QAbstractItemModel>

namespace limier
{

class DisplaySettings;

/// A mail's way as a tree: hops, and under each its deliveries. GUI thread.
class MailModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        RecipientColumn,
        StatusColumn,
        RelayColumn,
        ReplyColumn,
        AttemptsColumn,
        DelayColumn,
        ColumnCount
    };
    enum Role {
        DetailRole = Qt::UserRole, ///< of a hop: the second line
        DelaysRole,                ///< of a delivery: a const DelaySplit *, null where it has none
        LineRole                   ///< uint: the LineId that the row rests on
    };

    explicit MailModel(DisplaySettings &display, QObject *parent = nullptr);

    void setWay(MailWay way);
    [[nodiscard]] const MailWay &way() const { return m_way; }
    /// The hop that a row is or belongs to; null for no row.
    [[nodiscard]] const WayHop *hop(const QModelIndex &index) const;
    /// Null if the row is a hop.
    [[nodiscard]] const WayDelivery *delivery(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString statusText(const WayDelivery &delivery);
    /// How the hop came to be: "Handed in by mail.acme.tld [192.0.2.1] as admin".
    [[nodiscard]] static QString beginText(const WayHop &hop);
    /// What became of its place in the queue: "removed", "on hold" …
    [[nodiscard]] static QString endText(const WayHop &hop);
    [[nodiscard]] static QString senderText(const WayHop &hop);

private:
    [[nodiscard]] QVariant hopData(std::size_t row, int role) const;
    [[nodiscard]] QVariant deliveryData(const WayDelivery &delivery, int column, int role) const;
    [[nodiscard]] QString detail(const WayHop &hop) const;

    DisplaySettings &m_display;
    MailWay m_way;
};

} // namespace limier
