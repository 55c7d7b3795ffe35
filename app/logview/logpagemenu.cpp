// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/displaytext.h"
#include "common/theme.h"
#include "logview/linefacts.h"
#include "logview/logpage.h"
#include "logview/logview.h"

#include <QAction>
#include <QMenu>

namespace limier
{

namespace
{

constexpr Stamp AroundLine = 5 * 60; // seconds shown in the chart before and behind a line
constexpr std::size_t LongestName = 60;

} // namespace

QMenu *LogPage::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->addAction(m_copyAction);
    const LineId line = m_view->currentLine();
    if (!isSet(line) || !m_view->text()) {
        return menu;
    }
    const MailIndex &index = m_view->text()->index();
    const LineParty party = partyOf(index, line);
    const Theme &theme = Theme::instance();
    menu->addSeparator();
    QAction *open = menu->addAction(theme.icon(QStringLiteral("mail-message")), tr("&Open this mail"), this,
                                    [this, line] { openMail(line); });
    open->setEnabled(isSet(party.message));
    if (isSet(party.user)) {
        addTermAction(*menu, FilterField::User, index.user(party.user));
    }
    if (isSet(party.client)) {
        addTermAction(*menu, FilterField::Client, index.clientIp(party.client));
    }
    menu->addAction(theme.icon(QStringLiteral("office-chart-line")), tr("S&how in the chart"), this,
                    [this, line] { showInChart(line); });
    menu->addSeparator();
    menu->addAction(m_findAction);
    return menu;
}

void LogPage::addTermAction(QMenu &menu, FilterField field, std::string_view value)
{
    const QString name = menuText(displayText(value, LongestName));
    const QString text =
        field == FilterField::User ? tr("Only the user “%1”").arg(name) : tr("Only the client %1").arg(name);
    const FilterTerm term{.field = field, .isExcluded = false, .value = std::string(value)};
    menu.addAction(Theme::instance().icon(QStringLiteral("view-filter")), text, this,
                   [this, term] { m_investigation.filters().add(term); });
}

void LogPage::openMail(LineId line)
{
    const MessageId message = m_view->text()->index().lineMessages()[place(line)];
    if (isSet(message)) {
        Q_EMIT m_investigation.messageRequested(message);
    }
}

void LogPage::showInChart(LineId line)
{
    const Stamp time = timeOf(m_view->text()->index(), line);
    if (time != 0) {
        m_investigation.filters().setRange({.since = time - std::min(time, AroundLine), .until = time + AroundLine});
    }
}

} // namespace limier
