// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queueintervals.h"

#include "server/serverlink.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace limier
{

namespace
{

class IntervalText
{
    Q_DECLARE_TR_FUNCTIONS(limier::IntervalText)

public:
    [[nodiscard]] static QString of(int seconds)
    {
        return seconds == 0 ? tr("Not at All") : tr("Every %n Second(s)", nullptr, seconds);
    }
};

} // namespace

void fillIntervalMenu(QMenu &menu, ServerLink &link)
{
    menu.clear();
    auto *const group = new QActionGroup(&menu);
    for (const int seconds : {5, 10, 30, 60, 0}) {
        QAction *const action = menu.addAction(IntervalText::of(seconds));
        action->setCheckable(true);
        action->setChecked(link.request().queueInterval == std::chrono::seconds(seconds));
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &link,
                         [&link, seconds] { link.setQueueInterval(std::chrono::seconds(seconds)); });
    }
}

} // namespace limier
