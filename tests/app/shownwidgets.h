// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/elidedlabel.h"

#include <QLabel>
#include <QPushButton>

namespace limier
{

/// All that the widgets in @p parent say at the moment.
inline QStringList visibleTexts(const QWidget &parent)
{
    QStringList texts;
    const auto take = [&texts](const auto &widgets) {
        for (const auto *const widget : widgets) {
            if (widget->isVisible()) {
                texts += widget->text();
            }
        }
    };
    take(parent.findChildren<QLabel *>());
    take(parent.findChildren<ElidedLabel *>());
    take(parent.findChildren<QAbstractButton *>());
    return texts;
}

/// The first button in @p parent that is seen and says @p text; null if there is none.
inline QPushButton *visibleButton(const QWidget &parent, const QString &text)
{
    for (QPushButton *const button : parent.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text) {
            return button;
        }
    }
    return nullptr;
}

} // namespace limier
