// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlegend.h"

#include "charts/swatch.h"
#include "common/displaytext.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace limier
{

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
}

void ChartLegend::setEntries(const std::vector<Entry> &entries)
{
    while (m_buttons.size() < entries.size()) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setChecked(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        // A checked button would look pressed; the sample tells the state: filled or hollow.
        button->setStyleSheet(QStringLiteral("QToolButton:checked:!hover { background: none; border: none; }"));
        const std::size_t entry = m_buttons.size();
        connect(button, &QToolButton::toggled, this, [this, entry](bool on) { Q_EMIT toggled(entry, on); });
        layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const int size = fontMetrics().ascent();
        m_buttons[i]->setIconSize({size, size});
        m_buttons[i]->setIcon(swatchIcon(*this, entries[i].brush));
        m_buttons[i]->setText(entries[i].name);
        m_buttons[i]->setToolTip(plainToolTip(entries[i].toolTip));
    }
}

bool ChartLegend::isShown(std::size_t entry) const
{
    return m_buttons[entry]->isChecked();
}

} // namespace limier
