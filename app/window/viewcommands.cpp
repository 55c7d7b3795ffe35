// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/viewcommands.h"

#include <QAction>
#include <QApplication>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace limier
{

namespace
{

bool areFor(const QList<QKeySequence> &keys, QKeySequence::StandardKey key)
{
    const QList<QKeySequence> standard = QKeySequence::keyBindings(key);
    return std::ranges::any_of(keys, [&standard](const QKeySequence &each) { return standard.contains(each); });
}

bool trigger(const QList<QAction *> &actions, const QList<QShortcut *> &shortcuts, QKeySequence::StandardKey key)
{
    for (QAction *const action : actions) {
        if (action->isEnabled() && areFor(action->shortcuts(), key)) {
            action->trigger();
            return true;
        }
    }
    for (QShortcut *const shortcut : shortcuts) {
        if (shortcut->isEnabled() && areFor(shortcut->keys(), key)) {
            Q_EMIT shortcut->activated();
            return true;
        }
    }
    return false;
}

bool ask(QWidget &widget, QKeySequence::StandardKey key, const char *slot)
{
    const QByteArray signature = QByteArray(slot) + "()";
    if (widget.metaObject()->indexOfSlot(signature) >= 0 && QMetaObject::invokeMethod(&widget, slot)) {
        return true;
    }
    return trigger(widget.actions(), widget.findChildren<QShortcut *>(Qt::FindDirectChildrenOnly), key);
}

} // namespace

bool askView(QWidget *page, QKeySequence::StandardKey key, const char *slot)
{
    for (QWidget *widget = QApplication::focusWidget(); widget != nullptr && !widget->isWindow();
         widget = widget->parentWidget()) {
        if (ask(*widget, key, slot)) {
            return true;
        }
    }
    return page != nullptr
        && (ask(*page, key, slot) || trigger(page->findChildren<QAction *>(), page->findChildren<QShortcut *>(), key));
}

} // namespace limier
