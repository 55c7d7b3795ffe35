// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servers.h"

#include <QLayout>
#include <QWidget>

#include <algorithm>

namespace limier
{

/// Makes @p views, in @p layout, one for each server: takes away those whose link() is gone, and adds what @p make
/// makes of links that have none.
template <typename View, typename Make>
void showLinks(const Servers &servers, std::vector<View *> &views, QLayout &layout, Make make)
{
    const auto &links = servers.links();
    std::erase_if(views, [&](View *view) {
        const bool isGone =
            std::ranges::none_of(links, [view](const auto &link) { return link.get() == &view->link(); });
        if (isGone) {
            // Later, as its link does: a button of it may be what is pressed.
            view->hide();
            layout.removeWidget(view);
            view->deleteLater();
        }
        return isGone;
    });
    for (const auto &link : links) {
        if (std::ranges::none_of(views, [&](const View *view) { return &view->link() == link.get(); })) {
            views.push_back(make(*link));
            layout.addWidget(views.back());
        }
    }
}

} // namespace limier
