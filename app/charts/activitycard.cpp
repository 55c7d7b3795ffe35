// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/activitycard.h"

#include "charts/rankedlist.h"
#include "charts/stackedtimechart.h"
#include "charts/termmenu.h"
#include "common/displaytext.h"
#include "investigation/investigation.h"

#include <QVBoxLayout>

namespace limier
{

ActivityCard::ActivityCard(Party party, Investigation &investigation, const DisplaySettings &display, QWidget *parent)
    : Card(parent)
    , m_party(party)
    , m_investigation(investigation)
    , m_chart(new StackedTimeChart(display, this))
    , m_list(new RankedList(this))
{
    m_chart->prepare(PartySeries + 1, 250);
    constexpr int Rows = 11; // ten, and the others
    m_list->setRows(Rows);
    m_list->setNameShare(0.5);
    body().addWidget(m_chart, 1);
    body().addWidget(m_list);
    const auto choose = [this](const RankedEntry &entry) {
        if (entry.term) {
            m_investigation.filters().add(*entry.term);
        }
    };
    connect(m_list, &RankedList::chosen, this, choose);
    connect(m_chart, &StackedTimeChart::layerClicked, this, [this, choose](std::size_t layer) {
        // The layers are the first entries, then the rest.
        const auto &entries = m_list->ranking().entries();
        if (layer + 1 < m_chart->stack().layers.size() && layer < entries.size()) {
            const RankedEntry entry = entries[layer];
            choose(entry);
        }
    });
    m_list->setMenu([this](QMenu &menu, const RankedEntry &entry) {
        if (entry.term) {
            TermMenu::addActions(menu, m_investigation, *entry.term);
        }
    });
}

void ActivityCard::fill(const std::shared_ptr<const Evaluation> &evaluation)
{
    PartyFigures figures = evaluation ? makePartyFigures(*evaluation, m_party, m_chart->mostBuckets()) : PartyFigures();
    setTitle(m_party == Party::User ? tr("Sent per user") : tr("Sent per client IP"));
    if (evaluation) {
        writeTexts(*evaluation, figures);
    } else {
        setNote({});
        m_chart->setEmptyText({});
    }
    m_chart->setStack(std::move(figures.stack));
    m_list->setEntries(std::move(figures.ranking), figures.whole);
}

void ActivityCard::writeTexts(const Evaluation &evaluation, const PartyFigures &figures)
{
    const bool byMessages = evaluation.countBy == TopBy::Messages;
    const QString known = displayNumber(figures.known);
    const QString whole = displayNumber(figures.whole);
    const QString note = m_party == Party::User
        ? (byMessages ? tr("%1 of %2 messages with a login") : tr("%1 of %2 recipients with a login"))
        : (byMessages ? tr("%1 of %2 messages from clients") : tr("%1 of %2 recipients from clients"));
    setNote(note.arg(known, whole));
    m_chart->setEmptyText(m_party == Party::User ? tr("Nobody logged in and sent here.") : tr("No client sent here."));
    m_chart->setAccessibleName(title());
    m_list->setAccessibleName(title());
    QString description = this->note();
    if (!figures.ranking.empty()) {
        const RankedEntry &first = figures.ranking.front();
        description +=
            QStringLiteral("; ") + tr("most: %1, %2").arg(first.name, displayShare(first.value(), figures.whole));
    }
    m_chart->setAccessibleDescription(description);
    m_list->setAccessibleDescription(description);
}

} // namespace limier
