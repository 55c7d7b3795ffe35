// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queuecolumn.h"

#include "server/linkviews.h"
#include "server/queuechart.h"

#include <QVBoxLayout>

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
    showLinks(m_servers, m_charts, *m_layout, [](ServerLink &link) { return new QueueChart(link, false); });
    for (QueueChart *const chart : m_charts) {
        chart->setNamed(m_charts.size() > 1);
    }
}

} // namespace limier
