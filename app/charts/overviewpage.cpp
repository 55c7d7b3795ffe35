// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/overviewpage.h"

#include "charts/activitycard.h"
#include "charts/matrixview.h"
#include "charts/rankedlist.h"
#include "charts/stackedtimechart.h"
#include "charts/statuscard.h"
#include "charts/swatch.h"
#include "charts/termmenu.h"
#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QRadioButton>

#include <algorithm>

namespace limier
{

namespace
{

constexpr std::size_t ListRows = 10;

QRadioButton *makeSwitch(QWidget *parent, QButtonGroup *group)
{
    auto *button = new QRadioButton(parent);
    group->addButton(button);
    return button;
}

} // namespace

OverviewPage::OverviewPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
    : QScrollArea(parent)
    , m_investigation(investigation)
    , m_display(display)
    , m_users(new ActivityCard(Party::User, investigation, display))
    , m_clients(new ActivityCard(Party::Client, investigation, display))
    , m_matrixCard(new Card)
    , m_matrix(new MatrixView(investigation))
    , m_statuses(new StatusCard(investigation))
    , m_domainCard(new Card)
    , m_domains(new RankedList)
    , m_replyCard(new Card)
    , m_replies(new RankedList)
    , m_grid(new QGridLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_matrixCard->body().addWidget(m_matrix);
    m_domainCard->body().addWidget(m_domains);
    m_replyCard->body().addWidget(m_replies);
    m_replies->setNameShare(0.7);
    auto *page = new QWidget;
    const int margin = fontMetrics().height() / 3;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(makeHead());
    column->addLayout(m_grid);
    column->addStretch(1);
    m_grid->setSpacing(margin);
    setWidget(page);
    connectLists();
    arrange();
    m_filling.setSingleShot(true);
    connect(&m_filling, &QTimer::timeout, this, &OverviewPage::fill);
    connect(&investigation, &Investigation::evaluated, this, &OverviewPage::take);
    connect(&investigation, &Investigation::stateChanged, this, [this] {
        if (!m_investigation.evaluation()) {
            take(nullptr);
        }
    });
    const auto again = [this] { take(m_evaluation); };
    connect(&display, &DisplaySettings::changed, this, &OverviewPage::showCountBy);
    connect(&Theme::instance(), &Theme::changed, this, again);
    showCountBy();
    writeTexts();
    take(investigation.evaluation());
}

QWidget *OverviewPage::makeHead()
{
    auto *head = new QWidget;
    auto *parties = new QButtonGroup(head);
    auto *counts = new QButtonGroup(head);
    m_showUsers = makeSwitch(head, parties);
    m_showClients = makeSwitch(head, parties);
    m_byRecipients = makeSwitch(head, counts);
    m_byMessages = makeSwitch(head, counts);
    m_showUsers->setChecked(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(fontMetrics().averageCharWidth());
    m_countBy = new QLabel(head);
    m_countBy->setTextFormat(Qt::PlainText);
    row->addWidget(m_countBy);
    row->addWidget(m_byRecipients);
    row->addWidget(m_byMessages);
    row->addStretch(1);
    row->addWidget(m_showUsers);
    row->addWidget(m_showClients);
    connect(m_byRecipients, &QRadioButton::clicked, this, [this] { m_display.setCountBy(TopBy::Recipients); });
    connect(m_byMessages, &QRadioButton::clicked, this, [this] { m_display.setCountBy(TopBy::Messages); });
    connect(m_showUsers, &QRadioButton::toggled, this, &OverviewPage::arrange);
    return head;
}

void OverviewPage::connectLists()
{
    connect(m_domains, &RankedList::chosen, this, [this](const RankedEntry &entry) {
        if (entry.term) {
            m_investigation.filters().add(*entry.term);
        }
    });
    m_domains->setMenu([this](QMenu &menu, const RankedEntry &entry) {
        if (entry.term) {
            TermMenu::addActions(menu, m_investigation, *entry.term);
        }
    });
    const auto showExample = [this](LineId line) {
        if (isSet(line)) {
            Q_EMIT m_investigation.lineRequested(line);
        }
    };
    connect(m_replies, &RankedList::chosen, this,
            [showExample](const RankedEntry &entry) { showExample(entry.example); });
    m_replies->setMenu([this, showExample](QMenu &menu, const RankedEntry &entry) {
        menu.addAction(Theme::instance().icon(QStringLiteral("view-list-text")), tr("Show example line"), this,
                       [showExample, line = entry.example] { showExample(line); });
    });
}

void OverviewPage::arrange()
{
    m_isWide = viewport()->width() >= fontMetrics().averageCharWidth() * 96;
    m_showUsers->setVisible(!m_isWide);
    m_showClients->setVisible(!m_isWide);
    m_users->setVisible(m_isWide || m_showUsers->isChecked());
    m_clients->setVisible(m_isWide || m_showClients->isChecked());
    const int columns = m_isWide ? 2 : 1;
    m_grid->addWidget(m_users, 0, 0);
    m_grid->addWidget(m_clients, m_isWide ? 0 : 1, columns - 1);
    m_grid->addWidget(m_matrixCard, 2, 0, 1, columns);
    m_grid->addWidget(m_statuses, 3, 0);
    m_grid->addWidget(m_domainCard, m_isWide ? 3 : 4, columns - 1);
    m_grid->addWidget(m_replyCard, 5, 0, 1, columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, m_isWide ? 1 : 0);
}

void OverviewPage::take(const std::shared_ptr<const Evaluation> &evaluation)
{
    m_evaluation = evaluation;
    m_isFilled = false;
    if (isVisible()) {
        m_filling.start(0);
    }
}

void OverviewPage::fill()
{
    m_filling.stop();
    m_users->fill(m_evaluation);
    m_clients->fill(m_evaluation);
    m_statuses->fill(m_evaluation);
    m_matrix->setEvaluation(m_evaluation);
    fillDomains();
    fillReplies();
    m_isFilled = true;
}

void OverviewPage::fillDomains()
{
    std::vector<RankedEntry> entries;
    std::uint64_t whole = 0;
    if (m_evaluation) {
        const Outcome &outcome = m_evaluation->activity.total.outcome;
        whole = outcome.sent + outcome.deferred + outcome.bounced + outcome.expired;
        const QBrush brush = Theme::instance().seriesColor(0);
        for (const CountedText &domain : m_evaluation->domains) {
            if (entries.size() < ListRows) {
                entries.push_back({displayText(domain.text),
                                   {},
                                   QBrush(),
                                   {{brush, QString(), domain.count}},
                                   FilterTerm{FilterField::RecipientDomain, false, domain.text}});
            }
        }
    }
    m_domains->setRows(static_cast<int>(std::clamp<std::size_t>(entries.size(), 3, ListRows)));
    m_domains->setEntries(std::move(entries), whole);
}

void OverviewPage::fillReplies()
{
    std::vector<RankedEntry> entries;
    std::uint64_t whole = 0;
    if (m_evaluation) {
        const Outcome &outcome = m_evaluation->activity.total.outcome;
        whole = outcome.deferred + outcome.bounced + outcome.expired;
        for (const ReplyGroup &group : m_evaluation->replies) {
            if (entries.size() < ListRows) {
                entries.push_back({displayText(m_evaluation->index().reply(group.reply)),
                                   {},
                                   QBrush(),
                                   {{toneBrush(Tone::Deferred), tr("Deferred"), group.deferred},
                                    {toneBrush(Tone::Bounced), tr("Bounced"), group.bounced}},
                                   {},
                                   group.example});
            }
        }
    }
    m_replies->setRows(static_cast<int>(std::clamp<std::size_t>(entries.size(), 3, ListRows)));
    m_replies->setEntries(std::move(entries), whole);
}

void OverviewPage::writeTexts()
{
    m_countBy->setText(tr("Count:"));
    m_byRecipients->setText(tr("Recipients"));
    m_byMessages->setText(tr("Messages"));
    m_byRecipients->setToolTip(tr("Count what was sent by its recipients"));
    m_byMessages->setToolTip(tr("Count what was sent by its messages"));
    m_showUsers->setText(tr("Users"));
    m_showClients->setText(tr("Client IPs"));
    m_matrixCard->setTitle(tr("Who sent from where"));
    m_matrixCard->setNote(
        tr("in a frame: %1 or more", "networks of a user, users of a client").arg(displayNumber(MatrixView::Many)));
    m_domainCard->setTitle(tr("Sent to domains"));
    m_replyCard->setTitle(tr("What other servers answered"));
    m_replyCard->setNote(tr("deliveries that were deferred or bounced; a click shows an example line"));
    m_domains->setAccessibleName(m_domainCard->title());
    m_replies->setAccessibleName(m_replyCard->title());
}

void OverviewPage::showCountBy()
{
    m_byRecipients->setChecked(m_display.countBy() == TopBy::Recipients);
    m_byMessages->setChecked(m_display.countBy() == TopBy::Messages);
}

void OverviewPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        writeTexts();
        take(m_evaluation);
    }
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (!m_isFilled) {
        fill();
    }
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

} // namespace limier
