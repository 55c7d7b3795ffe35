// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/card.h"
#include "charts/rankedmodel.h"
#include "investigation/evaluation.h"

#include <memory>

namespace limier
{

class Investigation;
class RankedList;

/// One bar in which every part is a RankedEntry's share of the whole. GUI thread.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent = nullptr);

    void setParts(std::vector<RankedEntry::Part> parts);
    [[nodiscard]] const std::vector<RankedEntry::Part> &parts() const { return m_parts; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::vector<QRectF> places() const;

    std::vector<RankedEntry::Part> m_parts;
};

/// What became of the recipients: sent, deferred, bounced, expired, not tried yet. GUI thread.
class StatusCard : public Card
{
    Q_OBJECT

public:
    explicit StatusCard(Investigation &investigation, QWidget *parent = nullptr);

    void fill(const std::shared_ptr<const Evaluation> &evaluation);
    [[nodiscard]] ShareBar &bar() const { return *m_bar; }
    [[nodiscard]] RankedList &list() const { return *m_list; }

private:
    ShareBar *m_bar;
    RankedList *m_list;
};

} // namespace limier
