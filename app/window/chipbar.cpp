// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/chipbar.h"

#include "common/displaysettings.h"
#include "common/flowlayout.h"
#include "common/theme.h"
#include "investigation/filterstack.h"
#include "window/chip.h"
#include "window/filtertext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QToolButton>

#include <limits>

namespace limier
{

ChipBar::ChipBar(FilterStack &filters, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_filters(filters)
    , m_display(display)
    , m_back(new QToolButton)
    , m_forward(new QToolButton)
    , m_clear(new QToolButton)
    , m_empty(new QLabel)
    , m_chips(new QWidget)
    , m_flow(new FlowLayout(m_chips))
{
    m_flow->setSpacing(fontMetrics().height() / 3);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_chips->setSizePolicy(policy);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QToolButton *const button : {m_back, m_forward, m_clear}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addWidget(m_empty);
    layout->addWidget(m_chips, 1);
    layout->addWidget(m_clear);
    connect(m_back, &QToolButton::clicked, &m_filters, &FilterStack::goBack);
    connect(m_forward, &QToolButton::clicked, &m_filters, &FilterStack::goForward);
    connect(m_clear, &QToolButton::clicked, &m_filters, &FilterStack::clear);
    connect(&m_filters, &FilterStack::changed, this, &ChipBar::fill);
    connect(&m_display, &DisplaySettings::changed, this, &ChipBar::fill);
    connect(&Theme::instance(), &Theme::changed, this, &ChipBar::setIcons);
    setIcons();
    retranslate();
}

void ChipBar::fill()
{
    const bool hadFocus = m_chips->isAncestorOf(focusWidget());
    while (QLayoutItem *const item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be what asked for this
        delete item;
    }
    const Filter &filter = m_filters.current();
    if (!filter.hasWholeRange()) {
        addRangeChip(filter.range);
    }
    for (const FilterTerm &term : filter.terms) {
        addChip(term);
    }
    m_back->setEnabled(m_filters.canGoBack());
    m_forward->setEnabled(m_filters.canGoForward());
    m_clear->setVisible(!filter.isEmpty());
    m_empty->setVisible(filter.isEmpty());
    m_chips->updateGeometry();
    if (hadFocus) {
        QWidget *const next = m_flow->count() > 0 ? m_flow->itemAt(m_flow->count() - 1)->widget() : m_back;
        next->setFocus();
    }
}

void ChipBar::addRangeChip(const TimeRange &range)
{
    const bool hasEnd = range.until != std::numeric_limits<Stamp>::max();
    QString text;
    if (range.since != 0 && hasEnd) {
        text = m_display.span(range.since, range.until);
    } else {
        text =
            hasEnd ? tr("Until %1").arg(m_display.time(range.until)) : tr("Since %1").arg(m_display.time(range.since));
    }
    auto *chip = new Chip(tr("Time: %1").arg(text), false, m_chips);
    connect(chip, &Chip::removeRequested, this, [this] { m_filters.setRange({}); });
    m_flow->addWidget(chip);
    chip->show();
}

void ChipBar::addChip(const FilterTerm &term)
{
    auto *chip = new Chip(termText(term), term.isExcluded, m_chips);
    connect(chip, &Chip::removeRequested, this, [this, term] { m_filters.remove(term); });
    connect(chip, &Chip::invertRequested, this, [this, term] {
        FilterTerm opposite = term;
        opposite.isExcluded = !term.isExcluded;
        m_filters.add(opposite);
    });
    m_flow->addWidget(chip);
    chip->show();
}

void ChipBar::setIcons()
{
    const Theme &theme = Theme::instance();
    m_back->setIcon(theme.icon(QStringLiteral("go-previous")));
    m_forward->setIcon(theme.icon(QStringLiteral("go-next")));
    m_clear->setIcon(theme.icon(QStringLiteral("edit-clear-all")));
}

void ChipBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ChipBar::retranslate()
{
    const auto keys = [](QKeySequence::StandardKey key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    m_back->setToolTip(tr("Back to the filter before (%1)").arg(keys(QKeySequence::Back)));
    m_forward->setToolTip(tr("Forward to the next filter (%1)").arg(keys(QKeySequence::Forward)));
    m_back->setAccessibleName(tr("Back"));
    m_forward->setAccessibleName(tr("Forward"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Remove all filters"));
    m_empty->setText(tr("No filter: everything in the log is counted"));
    setAccessibleName(tr("Filters"));
    fill();
}

} // namespace limier
