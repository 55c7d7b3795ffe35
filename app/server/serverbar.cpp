// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverbar.h"

#include "server/linkviews.h"
#include "server/servercard.h"
#include "server/serverrow.h"

#include <QVBoxLayout>

namespace limier
{

ServerBar::ServerBar(Servers &servers, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_display(display)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    connect(&m_servers, &Servers::changed, this, &ServerBar::showServers);
    showServers();
}

void ServerBar::showServers()
{
    showLinks(m_servers, m_rows, *m_layout, [this](ServerLink &link) { return makeRow(link); });
    setVisible(!m_rows.empty());
}

ServerRow *ServerBar::makeRow(ServerLink &link)
{
    auto *const row = new ServerRow(link);
    connect(row, &ServerRow::addRequested, this, &ServerBar::addRequested);
    connect(row, &ServerRow::transfersRequested, this, &ServerBar::transfersRequested);
    connect(row, &ServerRow::removeRequested, this, [this, &link] { Q_EMIT removeRequested(link); });
    connect(row, &ServerRow::forgetRequested, this, [this, &link] { Q_EMIT forgetRequested(link); });
    connect(row, &ServerRow::cardRequested, this, [this, row] { showCard(*row); });
    return row;
}

void ServerBar::showCard(const ServerRow &row)
{
    const ServerLink &link = row.link();
    if (!link.facts()) {
        return;
    }
    auto *const card = new ServerCard(m_display, this);
    card->setWindowFlags(Qt::Popup);
    card->setAttribute(Qt::WA_DeleteOnClose);
    card->setFacts(link.request().address.trimmed().toStdString(), *link.facts());
    const auto showQueue = [card, &link] {
        if (!link.queueLengths().empty()) {
            card->setQueue(link.queueLengths().back());
        }
    };
    showQueue();
    connect(&link, &ServerLink::queueMeasured, card, showQueue);
    card->resize(card->sizeHint());
    card->move(row.mapToGlobal(QPoint(row.width() - card->width(), fontMetrics().height() * 2)));
    card->show();
    card->setFocus();
}

} // namespace limier
