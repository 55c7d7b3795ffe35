// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace limier
{

/// How much a signal says for or against a suspicion. GUI thread.
class WeightBar final : public QWidget
{
    Q_OBJECT

public:
    explicit WeightBar(QWidget *parent = nullptr);

    /// @p share: of the longest bar beside it, 0 to 1.
    void setWeight(double share, bool isAgainst);
    [[nodiscard]] double share() const { return m_share; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    bool m_isAgainst = false;
};

} // namespace limier
