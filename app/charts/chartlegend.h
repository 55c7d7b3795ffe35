// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QWidget>

#include <vector>

class QToolButton;

namespace limier
{

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
    [[nodiscard]] QToolButton *button(std::size_t entry) const { return m_buttons[entry]; }

Q_SIGNALS:
    void toggled(std::size_t entry, bool isShown);

private:
    std::vector<QToolButton *> m_buttons;
};

} // namespace limier
