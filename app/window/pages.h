// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QSettings;

namespace limier
{

class DisplaySettings;
class Investigation;

/// One tab of an investigation.
struct Page {
    QString name;      ///< in the settings, and for those who look for it: "users"
    const char *title; ///< in English, see pageTitle()
    const char *icon;
    QWidget *widget;
};

/// The tabs, in their order; their widgets are children of @p parent.
[[nodiscard]] std::vector<Page> makePages(Investigation &investigation, DisplaySettings &display, QWidget *parent);

/// Columns, order and the like of the tabs that have such a state.
void savePages(const std::vector<Page> &pages, QSettings &settings);
void restorePages(const std::vector<Page> &pages, QSettings &settings);

/// In the language of the window.
[[nodiscard]] QString pageTitle(const Page &page);

/// What stands above the tabs; null if there is none.
[[nodiscard]] QWidget *makeTimeline(Investigation &investigation, DisplaySettings &display, QWidget *parent);

} // namespace limier
