// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/termbuttons.h"

#include "charts/termmenu.h"
#include "common/displaytext.h"
#include "common/flowlayout.h"
#include "report/sentences.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace limier
{

TermButtons::TermButtons(Investigation &investigation, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_flow(new FlowLayout(this))
    , m_more(new QLabel(this))
{
    m_more->setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TermButtons::show(const std::vector<FilterTerm> &terms, std::size_t more)
{
    m_terms = terms;
    while (m_buttons.size() < terms.size()) {
        addButton();
    }
    for (std::size_t place = 0; place < m_buttons.size(); ++place) {
        QToolButton *const button = m_buttons[place];
        button->setVisible(place < terms.size());
        if (place < terms.size()) {
            constexpr int MostCharacters = 26;
            const QString whole = displayText(terms[place].value);
            const QFontMetrics metrics = button->fontMetrics();
            button->setText(
                menuText(metrics.elidedText(whole, Qt::ElideMiddle, metrics.averageCharWidth() * MostCharacters)));
            button->setAccessibleName(whole);
            button->setToolTip(plainToolTip(whole));
        }
    }
    m_flow->removeWidget(m_more);
    m_flow->addWidget(m_more);
    m_more->setText(tr("and %Ln more", nullptr, pluralCount(more)));
    m_more->setVisible(more > 0);
}

void TermButtons::addButton()
{
    auto *const button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *const menu = new QMenu(button);
    button->setMenu(menu);
    const std::size_t place = m_buttons.size();
    connect(menu, &QMenu::aboutToShow, this, [this, menu, place] {
        menu->clear();
        if (place < m_terms.size()) {
            TermMenu::addActions(*menu, m_investigation, m_terms[place]);
        }
    });
    m_flow->addWidget(button);
    m_buttons.push_back(button);
}

} // namespace limier
