// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QBrush>
#include <QWidget>

#include <vector>

namespace limier
{

/// The sample of a series and its name; while the series is hidden the sample is hollow and the name is pale.
class LegendButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LegendButton(QWidget *parent = nullptr);

    void setBrush(const QBrush &brush);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QBrush m_brush;
};

/// A row of buttons, one for each series of a chart, that show and hide it.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        QBrush brush;
        QString name;
        QString toolTip;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    /// The number of entries is that of the first call.
    void setEntries(const std::vector<Entry> &entries);
    [[nodiscard]] bool isShown(std::size_t entry) const;
    [[nodiscard]] LegendButton *button(std::size_t entry) const { return m_buttons[entry]; }

Q_SIGNALS:
    void toggled(std::size_t entry, bool isShown);

private:
    std::vector<LegendButton *> m_buttons;
};

} // namespace limier
