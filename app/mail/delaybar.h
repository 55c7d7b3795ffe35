// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/deliveryline.h"

#include <QWidget>

namespace limier
{

/// Paints the four parts of @p delays side by side, in the colours of DelayBar's legend.
void paintDelays(QPainter &painter, const QRectF &area, const DelaySplit &delays);

/// "0.25 s", "12 s", "3 min", "2 h" in the habits of the language.
[[nodiscard]] QString secondsText(double seconds);

/// Where the time of one delivery went: a bar, and under it what its parts mean. GUI thread.
class DelayBar final : public QWidget
{
    Q_OBJECT

public:
    explicit DelayBar(QWidget *parent = nullptr);

    void setDelays(const DelaySplit &delays);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QStringList legend() const;
    void retranslate();

    DelaySplit m_delays;
};

} // namespace limier
