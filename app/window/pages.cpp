// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pages.h"

#include "charts/overviewpage.h"
#include "charts/timeline.h"
#include "logview/logpage.h"
#include "models/tablepage.h"

#include <QCoreApplication>
#include <QSettings>

namespace limier
{

namespace
{

QString stateKey(const Page &page)
{
    return QStringLiteral("tables/") + page.name;
}

} // namespace

std::vector<Page> makePages(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return {
        {QStringLiteral("overview"), QT_TRANSLATE_NOOP("limier::Pages", "Overview"), "office-chart-bar",
         new OverviewPage(investigation, display, parent)},
        {QStringLiteral("users"), QT_TRANSLATE_NOOP("limier::Pages", "Users"), "system-users",
         makeUsersPage(investigation, display, parent)},
        {QStringLiteral("clients"), QT_TRANSLATE_NOOP("limier::Pages", "Clients"), "network-server",
         makeClientsPage(investigation, display, parent)},
        {QStringLiteral("senders"), QT_TRANSLATE_NOOP("limier::Pages", "Senders"), "mail-sent",
         makeSendersPage(investigation, display, parent)},
        {QStringLiteral("messages"), QT_TRANSLATE_NOOP("limier::Pages", "Messages"), "mail-message",
         makeMessagesPage(investigation, display, parent)},
        {QStringLiteral("logins"), QT_TRANSLATE_NOOP("limier::Pages", "Logins"), "dialog-password",
         makeLoginsPage(investigation, display, parent)},
        {QStringLiteral("rejections"), QT_TRANSLATE_NOOP("limier::Pages", "Rejections"), "dialog-cancel",
         makeRejectionsPage(investigation, display, parent)},
        {QStringLiteral("log"), QT_TRANSLATE_NOOP("limier::Pages", "Log"), "text-x-log",
         new LogPage(investigation, parent)},
    };
}

void savePages(const std::vector<Page> &pages, QSettings &settings)
{
    for (const Page &page : pages) {
        if (const auto *const table = qobject_cast<TablePage *>(page.widget)) {
            settings.setValue(stateKey(page), table->saveState());
        }
    }
}

void restorePages(const std::vector<Page> &pages, QSettings &settings)
{
    for (const Page &page : pages) {
        if (auto *const table = qobject_cast<TablePage *>(page.widget)) {
            table->restoreState(settings.value(stateKey(page)).toByteArray());
        }
    }
}

QString pageTitle(const Page &page)
{
    return QCoreApplication::translate("limier::Pages", page.title);
}

QWidget *makeTimeline(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return new Timeline(investigation, display, parent);
}

} // namespace limier
