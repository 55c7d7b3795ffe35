// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pages.h"

#include <QCoreApplication>

namespace limier
{

std::vector<Page> makePages(Investigation &, DisplaySettings &, QWidget *)
{
    return {};
}

void savePages(const std::vector<Page> &, QSettings &) { }

void restorePages(const std::vector<Page> &, QSettings &) { }

QString pageTitle(const Page &page)
{
    return QCoreApplication::translate("limier::Pages", page.title);
}

QWidget *makeTimeline(Investigation &, DisplaySettings &, QWidget *)
{
    return nullptr;
}

} // namespace limier
