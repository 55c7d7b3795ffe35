// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/suspectdetail.h"

#include "common/displaytext.h"
#include "common/flowlayout.h"
#include "common/theme.h"
#include "investigation/investigation.h"
#include "report/sentences.h"
#include "suspects/momentsview.h"
#include "suspects/setasidebar.h"
#include "suspects/signalrow.h"
#include "suspects/termbuttons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace limier
{

namespace
{

/// More addresses than these are a matter for the table of clients.
constexpr std::size_t MostNames = 12;

template <typename Id, typename Name>
void showNames(TermButtons &buttons, QLabel &heading, FilterField field, const std::vector<Id> &ids, Name name)
{
    std::vector<FilterTerm> terms;
    for (const Id id : std::span(ids).first(std::min(ids.size(), MostNames))) {
        terms.push_back({field, false, std::string(name(id))});
    }
    buttons.show(terms, ids.size() - terms.size());
    buttons.setVisible(!ids.empty());
    heading.setVisible(!ids.empty());
}

} // namespace

SuspectDetail::SuspectDetail(Investigation &investigation, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_display(display)
{
    build();
    connectActions();
}

void SuspectDetail::build()
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 4);
    auto *const actions = new FlowLayout;
    actions->setSpacing(column->spacing());
    m_only = addAction(*actions);
    m_lines = addAction(*actions);
    m_copy = addAction(*actions);
    m_setAside = addAction(*actions);
    column->addLayout(actions);
    m_setAsideBar = new SetAsideBar(this);
    column->addWidget(m_setAsideBar);
    m_forHeading = addHeading();
    m_for = new QVBoxLayout;
    column->addLayout(m_for);
    m_againstHeading = addHeading();
    m_against = new QVBoxLayout;
    column->addLayout(m_against);
    m_storyHeading = addHeading();
    m_moments = new MomentsView(m_display, this);
    column->addWidget(m_moments);
    m_recipientsHeading = addHeading();
    m_recipients = new QLabel(this);
    m_recipients->setTextFormat(Qt::PlainText);
    m_recipients->setWordWrap(true);
    column->addWidget(m_recipients);
    m_clientsHeading = addHeading();
    m_clients = new TermButtons(m_investigation, this);
    column->addWidget(m_clients);
    m_usersHeading = addHeading();
    m_users = new TermButtons(m_investigation, this);
    column->addWidget(m_users);
}

QPushButton *SuspectDetail::addAction(QLayout &to)
{
    auto *const button = new QPushButton(this);
    button->setAutoDefault(false);
    to.addWidget(button);
    return button;
}

QLabel *SuspectDetail::addHeading()
{
    auto *const label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    layout()->addWidget(label);
    return label;
}

void SuspectDetail::connectActions()
{
    connect(m_only, &QPushButton::clicked, this, &SuspectDetail::showOnlyThis);
    connect(m_lines, &QPushButton::clicked, this, &SuspectDetail::showLines);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_case.sentences().join(u'\n')); });
    connect(m_setAside, &QPushButton::clicked, m_setAsideBar, &SetAsideBar::begin);
    connect(m_setAsideBar, &SetAsideBar::accepted, this, &SuspectDetail::setAsideRequested);
    connect(m_setAsideBar, &SetAsideBar::cancelled, this, [this] { m_setAside->setFocus(); });
    connect(m_moments, &MomentsView::rangeRequested, this, [this](const TimeRange &range) {
        m_investigation.filters().setRange(range);
        m_investigation.filters().endRangeStep();
    });
}

void SuspectDetail::show(const SuspectCase &about)
{
    m_case = about;
    showActions();
    showSignals();
    m_storyHeading->setText(tr("What happened"));
    m_storyHeading->setVisible(about.suspect().first != 0);
    m_moments->setVisible(about.suspect().first != 0);
    m_moments->show(about.suspect());
    showFacts();
}

void SuspectDetail::showActions()
{
    const auto say = [](QPushButton *button, const QString &text, const QString &icon) {
        button->setText(text);
        button->setIcon(Theme::instance().icon(icon));
    };
    say(m_only, tr("Show Only This"), QStringLiteral("view-filter"));
    say(m_lines, tr("Show Lines"), QStringLiteral("view-list-text"));
    say(m_copy, tr("Copy"), QStringLiteral("edit-copy"));
    say(m_setAside, tr("Set Aside as Known…"), QStringLiteral("list-remove"));
    const Suspect &suspect = m_case.suspect();
    m_only->setVisible(!m_case.terms().empty());
    m_lines->setVisible(!suspect.messages.empty() || std::ranges::any_of(suspect.signals, [](const Signal &signal) {
        return !signal.lines.empty();
    }));
}

void SuspectDetail::showSignals()
{
    double heaviest = 0;
    for (const Signal &signal : m_case.suspect().signals) {
        heaviest = std::max(heaviest, std::abs(signal.weight));
    }
    m_forHeading->setText(tr("Speaks for it"));
    m_againstHeading->setText(tr("Speaks against it"));
    fillRows(m_forRows, *m_for, false, heaviest);
    fillRows(m_againstRows, *m_against, true, heaviest);
    m_forHeading->setVisible(!m_forRows.empty());
    m_againstHeading->setVisible(!m_againstRows.empty());
}

void SuspectDetail::fillRows(std::vector<SignalRow *> &rows, QVBoxLayout &column, bool isAgainst, double heaviest)
{
    const std::vector<Signal> &all = m_case.suspect().signals;
    std::size_t used = 0;
    for (std::size_t place = 0; place < all.size(); ++place) {
        if ((all[place].weight < 0) != isAgainst) {
            continue;
        }
        if (used == rows.size()) {
            auto *const row = new SignalRow(this);
            connect(row, &SignalRow::lineRequested, this, &SuspectDetail::showLine);
            column.addWidget(row);
            rows.push_back(row);
        }
        rows[used++]->show(m_case, place, heaviest);
    }
    for (; rows.size() > used; rows.pop_back()) {
        delete rows.back();
    }
}

void SuspectDetail::showFacts()
{
    const Suspect &suspect = m_case.suspect();
    QStringList parts;
    const auto add = [&parts](std::uint64_t count, const QString &text) {
        if (count > 0) {
            parts += text;
        }
    };
    const Outcome &outcome = suspect.outcome;
    add(outcome.sent, tr("%Ln reached", "recipients", pluralCount(outcome.sent)));
    add(outcome.bounced, tr("%Ln bounced", "recipients", pluralCount(outcome.bounced)));
    add(outcome.deferred, tr("%Ln deferred", "recipients", pluralCount(outcome.deferred)));
    add(outcome.expired, tr("%Ln expired", "recipients", pluralCount(outcome.expired)));
    add(suspect.queued, tr("%Ln still queued", "recipients", pluralCount(suspect.queued)));
    m_recipientsHeading->setText(tr("Recipients"));
    m_recipients->setText(parts.join(QStringLiteral(" · ")));
    m_recipientsHeading->setVisible(!parts.isEmpty());
    m_recipients->setVisible(!parts.isEmpty());
    m_clientsHeading->setText(tr("Addresses used"));
    showNames(*m_clients, *m_clientsHeading, FilterField::Client, suspect.clients,
              [this](ClientId id) { return m_case.index().clientIp(id); });
    m_usersHeading->setText(suspect.kind == SuspectKind::BruteForce ? tr("Users tried") : tr("Logins used"));
    showNames(*m_users, *m_usersHeading, FilterField::User, suspect.users,
              [this](UserId id) { return m_case.index().user(id); });
}

void SuspectDetail::showOnlyThis()
{
    m_investigation.filters().replace({.range = {}, .terms = m_case.terms()});
}

void SuspectDetail::showLines()
{
    const Suspect &suspect = m_case.suspect();
    if (!suspect.messages.empty()) {
        (void)m_investigation.beginRequest(); // one that is under way is not wanted any more
        Q_EMIT m_investigation.linesRequested(suspect.messages);
        return;
    }
    const auto found =
        std::ranges::find_if(suspect.signals, [](const Signal &signal) { return !signal.lines.empty(); });
    if (found != suspect.signals.end()) {
        showLine(found->lines.front());
    }
}

void SuspectDetail::showLine(LineId line)
{
    (void)m_investigation.beginRequest();
    Q_EMIT m_investigation.lineRequested(line);
}

} // namespace limier
