// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queuecolumn.h"

#include "server/queuechart.h"

#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

QueueColumn::QueueColumn(Servers &servers, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_layout(new QVBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_layout->setContentsMargins({});
    connect(&m_servers, &Servers::changed, this, &QueueColumn::showServers);
    showServers();
}

void QueueColumn::showServers()
{
    const auto &links = m_servers.links();
    std::erase_if(m_charts, [&](QueueChart *chart) {
        const bool isGone =
            std::ranges::none_of(links, [chart](const auto &link) { return link.get() == &chart->link(); });
        if (isGone) {
            chart->hide();
            m_layout->removeWidget(chart);
            chart->deleteLater();
        }
        return isGone;
    });
    for (const auto &link : links) {
        const auto found = std::ranges::find(m_charts, link.get(), [](QueueChart *chart) { return &chart->link(); });
        if (found != m_charts.end()) {
            (*found)->setNamed(links.size() > 1);
            continue;
        }
        m_charts.push_back(new QueueChart(*link, links.size() > 1));
        m_layout->addWidget(m_charts.back());
    }
}

} // namespace limier
