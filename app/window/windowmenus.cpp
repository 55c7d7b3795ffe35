// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowmenus.h"

#include "window/preferences.h"

#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace limier
{

struct WindowMenus::Entry {
    Command command;
    Menu menu;
    const char *text;
    const char *icon;
    QKeySequence keys;
    bool beginsGroup = false;
};

const std::vector<WindowMenus::Entry> &WindowMenus::entries()
{
    using Keys = QKeySequence;
    static const std::vector<Entry> Entries{
        {Command::ConnectServer, Menu::File, QT_TR_NOOP("&Connect to a Server…"), "network-connect",
         Keys(QStringLiteral("Ctrl+K"))},
        {Command::AddServer, Menu::File, QT_TR_NOOP("&Add a Server…"), "list-add",
         Keys(QStringLiteral("Ctrl+Shift+K"))},
        {Command::OpenFiles, Menu::File, QT_TR_NOOP("&Open Files…"), "document-open", Keys::Open, true},
        {Command::OpenFolder, Menu::File, QT_TR_NOOP("Open &Folder…"), "folder-open",
         Keys(QStringLiteral("Ctrl+Shift+O"))},
        {Command::OpenSample, Menu::File, QT_TR_NOOP("Open &Sample Incident"), "view-statistics", {}},
        {Command::NewWindow, Menu::File, QT_TR_NOOP("&New Window"), "window-new", Keys::New, true},
        {Command::CloseWindow, Menu::File, QT_TR_NOOP("C&lose Window"), "window-close", Keys(QStringLiteral("Ctrl+W")),
         true},
        {Command::Quit, Menu::File, QT_TR_NOOP("&Quit"), "application-exit", Keys(QStringLiteral("Ctrl+Q"))},
        // Their keys belong to the view that has the focus.
        {Command::Copy, Menu::Edit, QT_TR_NOOP("&Copy"), "edit-copy", {}},
        {Command::Find, Menu::Edit, QT_TR_NOOP("&Find"), "edit-find", {}},
        {Command::Back, Menu::Go, QT_TR_NOOP("&Back to the Filter Before"), "go-previous", Keys::Back},
        {Command::Forward, Menu::Go, QT_TR_NOOP("&Forward to the Next Filter"), "go-next", Keys::Forward},
        {Command::WholeLog, Menu::Go, QT_TR_NOOP("&Whole Time of the Log"), "zoom-original",
         Keys(QStringLiteral("Ctrl+0")), true},
        {Command::NoFilter, Menu::Go, QT_TR_NOOP("Remove &All Filters"), "edit-clear-all",
         Keys(QStringLiteral("Ctrl+Shift+Backspace"))},
        {Command::StartPage, Menu::Go, QT_TR_NOOP("&Start Page"), "go-home", Keys(QStringLiteral("Alt+Home")), true},
        {Command::Transfers, Menu::Go, QT_TR_NOOP("What Was &Transferred"), "view-list-text",
         Keys(QStringLiteral("Ctrl+T"))},
        {Command::FullScreen, Menu::View, QT_TR_NOOP("F&ull Screen"), "view-fullscreen", Keys(QStringLiteral("F11")),
         true},
        {Command::Shortcuts, Menu::Help, QT_TR_NOOP("&Keyboard Shortcuts"), "input-keyboard", Keys::HelpContents},
        {Command::About, Menu::Help, QT_TR_NOOP("&About Limier"), "help-about", {}, true},
    };
    return Entries;
}

WindowMenus::WindowMenus(QMenuBar &bar, DisplaySettings &display)
    : QObject(&bar)
    , m_display(display)
{
    for (const Menu menu : {Menu::File, Menu::Edit, Menu::View, Menu::Go, Menu::Help}) {
        m_menus[menu] = bar.addMenu(QString());
    }
    addChoices();
    addCommands();
    action(Command::FullScreen)->setCheckable(true);
    connect(&m_display, &DisplaySettings::changed, this, &WindowMenus::markChoices);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setIcons();
        markChoices();
    });
    setIcons();
    retranslate();
}

void WindowMenus::addCommands()
{
    for (const Entry &entry : entries()) {
        QMenu *const menu = m_menus[entry.menu];
        if (entry.beginsGroup) {
            menu->addSeparator();
        }
        QAction *const action = menu->addAction(QString());
        action->setShortcut(entry.keys);
        connect(action, &QAction::triggered, this, [this, command = entry.command] { Q_EMIT triggered(command); });
        m_commands[entry.command] = action;
    }
}

void WindowMenus::addChoices()
{
    using Zone = DisplaySettings::Zone;
    using Mode = Theme::Mode;
    const auto number = [](auto value) { return static_cast<int>(value); };
    addChoices(
        QT_TR_NOOP("Time &Zone"),
        {{QT_TR_NOOP("Time of the &Server"), number(Zone::Server)},
         {QT_TR_NOOP("Time of &This Computer"), number(Zone::Workstation)},
         {QT_TR_NOOP("&UTC"), number(Zone::Utc)}},
        [](const WindowMenus &menus) { return static_cast<int>(menus.m_display.zone()); },
        [](WindowMenus &menus, int value) { menus.m_display.setZone(static_cast<Zone>(value)); });
    addChoices(
        QT_TR_NOOP("&Count By"),
        {{QT_TR_NOOP("&Recipients"), number(TopBy::Recipients)}, {QT_TR_NOOP("&Messages"), number(TopBy::Messages)}},
        [](const WindowMenus &menus) { return static_cast<int>(menus.m_display.countBy()); },
        [](WindowMenus &menus, int value) { menus.m_display.setCountBy(static_cast<TopBy>(value)); });
    addChoices(
        QT_TR_NOOP("&Colors"),
        {{QT_TR_NOOP("As the &System"), number(Mode::System)},
         {QT_TR_NOOP("&Light"), number(Mode::Light)},
         {QT_TR_NOOP("&Dark"), number(Mode::Dark)}},
        [](const WindowMenus &) { return static_cast<int>(Theme::instance().mode()); },
        [](WindowMenus &, int value) {
            Theme::instance().setMode(static_cast<Mode>(value));
            rememberTheme();
        });
    // A language is named in itself, so that who reads no other finds it.
    addChoices(
        QT_TR_NOOP("&Language"), {{"&English", number(Language::English)}, {"&Français", number(Language::French)}},
        [](const WindowMenus &) { return static_cast<int>(currentLanguage()); },
        [](WindowMenus &, int value) {
            setLanguage(static_cast<Language>(value));
            rememberLanguage(static_cast<Language>(value));
        });
}

void WindowMenus::addChoices(const char *title, const std::vector<std::pair<const char *, int>> &values,
                             int (*current)(const WindowMenus &), void (*choose)(WindowMenus &, int))
{
    Choices choices{.menu = m_menus[Menu::View]->addMenu(QString()),
                    .title = title,
                    .choices = {},
                    .current = current,
                    .choose = choose};
    auto *group = new QActionGroup(choices.menu);
    for (const auto &[text, value] : values) {
        QAction *const action = choices.menu->addAction(QString());
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choose, chosen = value] { choose(*this, chosen); });
        choices.choices.push_back({.action = action, .text = text, .value = value});
    }
    m_choices.push_back(std::move(choices));
}

void WindowMenus::markChoices()
{
    for (const Choices &choices : m_choices) {
        for (const Choice &choice : choices.choices) {
            choice.action->setChecked(choice.value == choices.current(*this));
        }
    }
}

void WindowMenus::setIcons()
{
    for (const Entry &entry : entries()) {
        action(entry.command)->setIcon(Theme::instance().icon(QLatin1StringView(entry.icon)));
    }
}

QString WindowMenus::menuTitle(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return tr("&File");
    case Menu::Edit:
        return tr("&Edit");
    case Menu::View:
        return tr("&View");
    case Menu::Go:
        return tr("&Go");
    case Menu::Help:
        break;
    }
    return tr("&Help");
}

void WindowMenus::retranslate()
{
    for (const auto &[which, menu] : m_menus) {
        menu->setTitle(menuTitle(which));
    }
    for (const Entry &entry : entries()) {
        action(entry.command)->setText(tr(entry.text));
    }
    const auto withKeys = [this](Command command, QKeySequence::StandardKey keys) {
        QAction *const labelled = action(command);
        labelled->setText(labelled->text() + u'\t' + QKeySequence(keys).toString(QKeySequence::NativeText));
    };
    withKeys(Command::Copy, QKeySequence::Copy);
    withKeys(Command::Find, QKeySequence::Find);
    for (const Choices &choices : m_choices) {
        choices.menu->setTitle(tr(choices.title));
        for (const Choice &choice : choices.choices) {
            choice.action->setText(tr(choice.text));
        }
    }
    markChoices();
}

std::vector<WindowMenus::Shortcut> WindowMenus::shortcuts() const
{
    std::vector<Shortcut> shortcuts;
    for (const Entry &entry : entries()) {
        const QStringList parts = action(entry.command)->text().remove(u'&').split(u'\t');
        const QString keys = parts.size() > 1 ? parts[1] : entry.keys.toString(QKeySequence::NativeText);
        if (!keys.isEmpty()) {
            shortcuts.push_back({.text = parts[0].chopped(parts[0].endsWith(u'…') ? 1 : 0), .keys = keys});
        }
    }
    return shortcuts;
}

} // namespace limier
