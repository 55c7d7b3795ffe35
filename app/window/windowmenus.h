// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/displaysettings.h"
#include "common/language.h"
#include "common/theme.h"

#include <QAction>
#include <QObject>

#include <map>
#include <vector>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace limier
{

/// What the menus of a window can ask for.
enum class Command : std::uint8_t {
    ConnectServer,
    AddServer,
    OpenFiles,
    OpenFolder,
    OpenSample,
    NewWindow,
    CloseWindow,
    Quit,
    Copy,
    Find,
    FullScreen,
    Back,
    Forward,
    WholeLog,
    NoFilter,
    StartPage,
    Transfers,
    About,
    Shortcuts,
};

/// The menus of a window: made from a table, so that a command is one line there. GUI thread.
class WindowMenus final : public QObject
{
    Q_OBJECT

public:
    /// Fills @p bar; the actions act on @p display and on the program's theme and language by themselves.
    WindowMenus(QMenuBar &bar, DisplaySettings &display);

    [[nodiscard]] QAction *action(Command command) const { return m_commands.at(command); }
    void retranslate();

    /// A command and its keys, as a text for people.
    struct Shortcut {
        QString text;
        QString keys;
    };
    [[nodiscard]] std::vector<Shortcut> shortcuts() const;

Q_SIGNALS:
    void triggered(limier::Command command);

private:
    enum class Menu : std::uint8_t {
        File,
        Edit,
        View,
        Go,
        Help
    };
    struct Entry;
    static const std::vector<Entry> &entries();

    /// One of several, marked in its menu; the texts are source texts.
    struct Choice {
        QAction *action;
        const char *text;
        int value;
    };
    /// A submenu of choices.
    struct Choices {
        QMenu *menu;
        const char *title;
        std::vector<Choice> choices;
        int (*current)(const WindowMenus &);
        void (*choose)(WindowMenus &, int value);
    };

    void addCommands();
    void addChoices();
    void addChoices(const char *title, const std::vector<std::pair<const char *, int>> &values,
                    int (*current)(const WindowMenus &), void (*choose)(WindowMenus &, int));
    void markChoices();
    void setIcons();
    [[nodiscard]] static QString menuTitle(Menu menu);

    DisplaySettings &m_display;
    std::map<Menu, QMenu *> m_menus;
    std::map<Command, QAction *> m_commands;
    std::vector<Choices> m_choices;
};

} // namespace limier
