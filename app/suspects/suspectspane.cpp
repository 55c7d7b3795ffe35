// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/suspectspane.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"
#include "report/sentences.h"
#include "suspects/knownlist.h"
#include "suspects/suspectcard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

namespace
{

/// Each card costs a millisecond, and nobody reads more of them at once.
constexpr std::size_t FirstCards = 30;
constexpr int LeastCharacters = 32;
constexpr int UsualCharacters = 44;

QLabel *textLabel()
{
    auto *const label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool isSameSubject(const Suspect &a, const Suspect &b)
{
    return a.kind == b.kind && a.subject == b.subject;
}

} // namespace

SuspectsPane::SuspectsPane(Investigation &investigation, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_display(display)
    , m_title(textLabel())
    , m_mark(textLabel())
    , m_scroll(new QScrollArea)
    , m_found(textLabel())
    , m_list(new QVBoxLayout)
    , m_more(new QPushButton)
    , m_known(new KnownList)
    , m_checked(textLabel())
{
    build();
    connect(&m_investigation, &Investigation::judged, this, &SuspectsPane::refresh);
    connect(&m_investigation, &Investigation::evaluated, this, [this] { // the first one, or of another set
        if (!m_investigation.verdict()) {
            refresh();
        }
    });
    connect(&m_investigation, &Investigation::stateChanged, this, [this](Investigation::State state) {
        if (state == Investigation::State::Loading) {
            m_showsAll = false;
        }
        refresh();
    });
    connect(&m_display, &DisplaySettings::changed, this, &SuspectsPane::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &SuspectsPane::refresh);
    connect(m_known, &KnownList::takeBackRequested, this, &SuspectsPane::takeBack);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        refresh();
    });
}

void SuspectsPane::build()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_mark->setForegroundRole(QPalette::PlaceholderText);
    m_checked->setForegroundRole(QPalette::PlaceholderText);
    m_more->setAutoDefault(false);
    auto *const content = new QWidget;
    const int space = fontMetrics().height() / 3;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, space, 0);
    m_column->setSpacing(space);
    m_list->setSpacing(space);
    m_column->addWidget(m_found);
    m_column->addLayout(m_list);
    m_column->addWidget(m_more);
    m_column->addWidget(m_known);
    m_column->addWidget(m_checked);
    m_column->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space);
    column->addWidget(m_title);
    column->addWidget(m_mark);
    column->addWidget(m_scroll, 1);
}

QSize SuspectsPane::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * UsualCharacters, fontMetrics().height() * 20};
}

QSize SuspectsPane::minimumSizeHint() const
{
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    return {std::max(fontMetrics().averageCharWidth() * LeastCharacters,
                     m_scroll->widget()->minimumSizeHint().width() + bar),
            fontMetrics().height() * 4};
}

void SuspectsPane::refresh()
{
    m_isOutdated = true;
    if (isVisible()) {
        fill();
    }
}

void SuspectsPane::fill()
{
    m_isOutdated = false;
    const auto &verdict = m_investigation.verdict();
    std::vector<SuspectCase> suspects;
    std::vector<KnownList::Entry> known;
    if (verdict) {
        const std::vector<KnownSuspect> all = knownSuspects();
        for (std::size_t place = 0; place < verdict->verdict.suspects.size(); ++place) {
            SuspectCase suspect(verdict, place);
            if (const auto *const found = findKnown(all, suspect.suspect(), suspect.index())) {
                known.push_back({suspect, *found});
            } else {
                suspects.push_back(std::move(suspect));
            }
        }
    }
    const std::size_t count = suspects.size();
    m_title->setText(count == 0 ? tr("Suspects") : tr("Suspects (%Ln)", nullptr, pluralCount(count)));
    m_mark->setText(tr("Still reading: this may change."));
    m_mark->setVisible(m_investigation.isReading());
    m_found->setText(foundText(count, known.size()));
    m_found->setVisible(count == 0);
    m_more->setText(tr("Show %Ln more", "suspects", pluralCount(count - std::min(count, FirstCards))));
    m_more->setVisible(!m_showsAll && count > FirstCards);
    if (!m_showsAll) {
        suspects.resize(std::min(count, FirstCards));
    }
    showCards(suspects);
    m_known->show(known);
    m_checked->setText(checkedText());
    m_checked->setVisible(verdict != nullptr);
    updateGeometry();
}

void SuspectsPane::showCards(const std::vector<SuspectCase> &suspects)
{
    // A card stays that of its suspect: open or with the keyboard in it.
    std::vector<SuspectCard *> before = std::move(m_cards);
    m_cards.clear();
    for (const SuspectCase &suspect : suspects) {
        const auto found = std::ranges::find_if(before, [&suspect](const SuspectCard *card) {
            return isSameSubject(card->shownCase().suspect(), suspect.suspect());
        });
        SuspectCard *card = nullptr;
        if (found != before.end()) {
            card = *found;
            before.erase(found);
        } else {
            card = makeCard();
        }
        card->show(suspect);
        m_cards.push_back(card);
    }
    for (SuspectCard *const card : before) {
        m_list->removeWidget(card);
        card->hide();
        card->deleteLater(); // it may be the one whose button was pressed
    }
    for (int place = 0; place < static_cast<int>(m_cards.size()); ++place) {
        SuspectCard *const card = m_cards[static_cast<std::size_t>(place)];
        if (m_list->indexOf(card) != place) {
            m_list->removeWidget(card);
            m_list->insertWidget(place, card);
            card->setVisible(true);
        }
    }
}

SuspectCard *SuspectsPane::makeCard()
{
    auto *const card = new SuspectCard(m_investigation, m_display, m_scroll->widget());
    connect(card, &SuspectCard::selected, this, [this, card] { select(*card); });
    connect(card, &SuspectCard::leaveRequested, this, &SuspectsPane::moveFocus);
    connect(card, &SuspectCard::opened, this, [this, card] {
        // When the card has its new height.
        QMetaObject::invokeMethod(card, [this, card] { reveal(*card); }, Qt::QueuedConnection);
    });
    connect(card, &SuspectCard::setAsideRequested, this, [this, card](const QString &note) { setAside(*card, note); });
    return card;
}

QString SuspectsPane::foundText(std::size_t shown, std::size_t known) const
{
    if (shown > 0) {
        return {};
    }
    if (!m_investigation.verdict()) {
        return m_investigation.evaluation() || m_investigation.isReading() ? tr("Looking for suspects…") : QString();
    }
    return known > 0 ? tr("Nothing but what is known.") : tr("Nothing suspicious found.");
}

QString SuspectsPane::checkedText() const
{
    if (!m_investigation.verdict()) {
        return {};
    }
    const Verdict &verdict = m_investigation.verdict()->verdict;
    const QStringList parts{
        tr("%Ln account(s)", "checked", pluralCount(verdict.accounts)),
        tr("%Ln client(s)", "checked", pluralCount(verdict.clients)),
        tr("%Ln message(s)", "checked", pluralCount(verdict.messages)),
        tr("%Ln failed login(s)", "checked", pluralCount(verdict.failures)),
    };
    const QString checked = tr("Checked: %1").arg(parts.join(QStringLiteral(", ")));
    const TimeRange &span = verdict.checked;
    return span.since == 0 || span.until <= span.since
        ? checked
        : checked + QStringLiteral("; ") + m_display.span(span.since, span.until);
}

void SuspectsPane::setAside(const SuspectCard &card, const QString &note)
{
    const auto place = std::ranges::find(m_cards, &card) - m_cards.begin();
    rememberKnown(knownFrom(card.shownCase().suspect(), card.shownCase().index(), note));
    fill();
    if (!m_cards.empty()) {
        m_cards[std::min(static_cast<std::size_t>(place), m_cards.size() - 1)]->setFocus();
    }
}

void SuspectsPane::takeBack(const KnownSuspect &known)
{
    forgetKnown(known);
    fill();
    const auto found = std::ranges::find_if(m_cards, [&known](const SuspectCard *card) {
        return card->shownCase().suspect().kind == known.kind && card->shownCase().suspect().subject == known.subject;
    });
    if (found != m_cards.end()) {
        (*found)->setFocus();
    }
}

void SuspectsPane::select(SuspectCard &card)
{
    for (SuspectCard *const other : m_cards) {
        other->setSelected(other == &card);
    }
    reveal(card);
}

/// All of it, or from its head on where it is higher than the pane.
void SuspectsPane::reveal(const SuspectCard &card)
{
    const int height = std::min(card.height(), m_scroll->viewport()->height());
    const int least = card.y() + height - m_scroll->viewport()->height();
    QScrollBar &bar = *m_scroll->verticalScrollBar();
    bar.setValue(std::clamp(bar.value(), std::max(least, 0), std::max(card.y(), 0)));
}

void SuspectsPane::moveFocus(int by)
{
    if (m_cards.empty()) {
        return;
    }
    const auto selected = std::ranges::find_if(m_cards, &SuspectCard::isSelected);
    const auto last = static_cast<std::ptrdiff_t>(m_cards.size()) - 1;
    const std::ptrdiff_t to =
        selected == m_cards.end() ? 0 : std::clamp<std::ptrdiff_t>(selected - m_cards.begin() + by, 0, last);
    m_cards[static_cast<std::size_t>(to)]->setFocus();
}

void SuspectsPane::focusInEvent(QFocusEvent *event)
{
    moveFocus(0);
    QWidget::focusInEvent(event);
}

void SuspectsPane::showEvent(QShowEvent *event)
{
    if (m_isOutdated) {
        fill();
    }
    QWidget::showEvent(event);
}

void SuspectsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace limier
