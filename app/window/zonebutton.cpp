// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/zonebutton.h"

#include "common/displaysettings.h"
#include "common/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

namespace limier
{

ZoneButton::ZoneButton(DisplaySettings &display, QWidget *parent)
    : QToolButton(parent)
    , m_display(display)
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    for (const auto zone :
         {DisplaySettings::Zone::Server, DisplaySettings::Zone::Workstation, DisplaySettings::Zone::Utc}) {
        QAction *const action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(zone));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, zone] { m_display.setZone(zone); });
    }
    setMenu(menu);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    connect(&m_display, &DisplaySettings::changed, this, &ZoneButton::retranslate);
    connect(&Theme::instance(), &Theme::changed, this, &ZoneButton::retranslate);
    retranslate();
}

void ZoneButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QToolButton::changeEvent(event);
}

void ZoneButton::retranslate()
{
    setIcon(Theme::instance().icon(QStringLiteral("clock")));
    const QList<QAction *> actions = menu()->actions();
    const QStringList texts{tr("Time of the Server"), tr("Time of This Computer"), tr("UTC")};
    for (qsizetype place = 0; place < actions.size(); ++place) {
        actions[place]->setText(texts[place]);
        actions[place]->setChecked(actions[place]->data().toInt() == static_cast<int>(m_display.zone()));
    }
    const QString zone = QString::fromLatin1(m_display.timeZone().id());
    switch (m_display.zone()) {
    case DisplaySettings::Zone::Server:
        setText(tr("Server: %1").arg(zone));
        break;
    case DisplaySettings::Zone::Workstation:
        setText(tr("This computer: %1").arg(zone));
        break;
    case DisplaySettings::Zone::Utc:
        setText(tr("UTC"));
        break;
    }
    setToolTip(tr("In which zone times are shown"));
    setAccessibleName(tr("Time zone: %1").arg(text()));
}

} // namespace limier
