// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverrow.h"

#include "common/displaytext.h"
#include "common/elidedlabel.h"
#include "common/theme.h"
#include "report/sentences.h"
#include "server/noticeframe.h"
#include "server/questionpanel.h"
#include "server/queueintervals.h"
#include "server/rangepicker.h"
#include "server/remotesentences.h"
#include "server/sessiontext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

namespace
{

constexpr std::chrono::seconds Tick{1};

} // namespace

ServerRow::ServerRow(ServerLink &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_icon(new QLabel)
    , m_name(new ElidedLabel)
    , m_live(new QLabel(QStringLiteral("●")))
    , m_text(new ElidedLabel)
    , m_bar(new QProgressBar)
    , m_pause(makeButton())
    , m_stop(makeButton())
    , m_again(makeButton())
    , m_more(new QToolButton)
    , m_error(new NoticeFrame(QStringLiteral("dialog-warning"), Tone::Bounced))
    , m_errorText(makeTextLabel())
    , m_problems(new NoticeFrame(QStringLiteral("dialog-information"), Tone::Deferred))
    , m_problemTexts(makeTextLabel())
    , m_closeProblems(new QToolButton)
    , m_range(new NoticeFrame(QStringLiteral("view-calendar"), Tone::AuthFailure))
    , m_picker(new RangePicker)
    , m_applyRange(makeButton())
    , m_leaveRange(makeButton())
    , m_forget(new NoticeFrame(QStringLiteral("edit-delete"), Tone::Bounced))
    , m_forgetText(makeTextLabel())
    , m_doForget(makeButton())
    , m_keepIt(makeButton())
{
    build();
    buildMenu();
    buildError();
    buildRange();
    buildForget();
    connectLink();
    setIcons();
    retranslate();
}

void ServerRow::build()
{
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(fontMetrics().averageCharWidth() * 22);
    m_bar->setMaximumHeight(fontMetrics().height());
    auto *const line = new QHBoxLayout;
    line->addWidget(m_icon);
    line->addWidget(m_name);
    line->addSpacing(fontMetrics().averageCharWidth());
    line->addWidget(m_live);
    line->addWidget(m_text, 1);
    line->addWidget(m_bar);
    line->addWidget(m_again);
    line->addWidget(m_pause);
    line->addWidget(m_stop);
    line->addWidget(m_more);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addLayout(line);
    rows->addWidget(new QuestionPanel(m_link));
    rows->addWidget(m_error);
    rows->addWidget(m_problems);
    rows->addWidget(m_range);
    rows->addWidget(m_forget);
}

void ServerRow::buildMenu()
{
    auto *const menu = new QMenu(this);
    m_card = menu->addAction(QString(), this, &ServerRow::cardRequested);
    m_changeRange = menu->addAction(QString(), this, &ServerRow::chooseRange);
    m_intervals = menu->addMenu(QString());
    m_transfers = menu->addAction(QString(), this, &ServerRow::transfersRequested);
    menu->addSeparator();
    m_add = menu->addAction(QString(), this, &ServerRow::addRequested);
    m_remove = menu->addAction(QString(), this, &ServerRow::removeRequested);
    menu->addSeparator();
    m_forgetAction = menu->addAction(QString(), this, &ServerRow::askToForget);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_intervals, &QMenu::aboutToShow, this, [this] { fillIntervalMenu(*m_intervals, m_link); });
}

void ServerRow::buildError()
{
    m_error->setContent(m_errorText);
    auto *const content = new QWidget;
    auto *const line = new QHBoxLayout(content);
    line->setContentsMargins({});
    line->addWidget(m_problemTexts, 1);
    line->addWidget(m_closeProblems, 0, Qt::AlignTop);
    m_closeProblems->setAutoRaise(true);
    m_problems->setContent(content);
    m_problems->hide();
    connect(m_closeProblems, &QToolButton::clicked, m_problems, &QWidget::hide);
}

void ServerRow::buildRange()
{
    auto *const content = new QWidget;
    auto *const line = new QHBoxLayout(content);
    line->setContentsMargins({});
    line->addWidget(m_picker, 1);
    line->addWidget(m_applyRange);
    line->addWidget(m_leaveRange);
    m_range->setContent(content);
    m_range->hide();
    connect(m_applyRange, &QPushButton::clicked, this, [this] {
        m_range->hide();
        m_link.setRange(m_picker->range());
    });
    connect(m_leaveRange, &QPushButton::clicked, m_range, &QWidget::hide);
}

void ServerRow::buildForget()
{
    auto *const content = new QWidget;
    auto *const line = new QHBoxLayout(content);
    line->setContentsMargins({});
    line->addWidget(m_forgetText, 1);
    line->addWidget(m_doForget);
    line->addWidget(m_keepIt);
    m_forget->setContent(content);
    m_forget->hide();
    connect(m_doForget, &QPushButton::clicked, this, &ServerRow::forgetRequested);
    connect(m_keepIt, &QPushButton::clicked, m_forget, &QWidget::hide);
}

void ServerRow::connectLink()
{
    connect(&m_link, &ServerLink::stateChanged, this, &ServerRow::showState);
    connect(&m_link, &ServerLink::questionChanged, this, &ServerRow::showState);
    connect(&m_link, &ServerLink::factsFound, this, &ServerRow::showState);
    connect(&m_link, &ServerLink::inputsChanged, this, &ServerRow::showText);
    connect(&m_link, &ServerLink::progressChanged, this, &ServerRow::showProgress);
    connect(&m_link, &ServerLink::problemFound, this, [this] {
        showProblems();
        m_problems->show();
    });
    connect(m_pause, &QPushButton::clicked, this, [this] { m_link.setPaused(m_link.state() != SessionState::Paused); });
    connect(m_stop, &QPushButton::clicked, &m_link, &ServerLink::stop);
    connect(m_again, &QPushButton::clicked, &m_link, &ServerLink::reconnect);
    connect(&m_clock, &QTimer::timeout, this, &ServerRow::showText);
    connect(&Theme::instance(), &Theme::changed, this, &ServerRow::setIcons);
}

void ServerRow::showState()
{
    const SessionState state = m_link.state();
    const bool isFollowing = state == SessionState::Following;
    const bool isPaused = state == SessionState::Paused;
    const bool isOver = state == SessionState::Failed || state == SessionState::Stopped;
    m_live->setVisible(isFollowing);
    m_pause->setVisible(isFollowing || isPaused);
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_again->setVisible(isOver);
    m_again->setText(state == SessionState::Failed ? tr("Try Again") : tr("Connect Again"));
    m_stop->setVisible(!isOver);
    m_stop->setText(isFollowing || isPaused || state == SessionState::Done ? tr("Stop") : tr("Cancel"));
    m_changeRange->setEnabled(!isOver);
    m_card->setEnabled(m_link.facts().has_value());
    m_error->setVisible(m_link.error().has_value());
    if (m_link.error()) {
        m_errorText->setText(breakable(sentence(*m_link.error())));
    }
    const bool isCounting = state == SessionState::Connecting || state == SessionState::Reconnecting;
    isCounting ? m_clock.start(Tick) : m_clock.stop();
    setIcons();
    showProgress();
}

void ServerRow::showProgress()
{
    const bool isFetching = m_link.state() == SessionState::Fetching;
    m_bar->setVisible(isFetching);
    if (isFetching) {
        const FetchProgress &progress = m_link.progress();
        m_bar->setRange(0, progress.bytesTotal == 0 ? 0 : 100);
        m_bar->setValue(wholePercent(progress.bytes, progress.bytesTotal));
    }
    showText();
}

void ServerRow::showText()
{
    m_text->setText(sessionText(m_link));
}

void ServerRow::showProblems()
{
    constexpr std::size_t Most = 5;
    const std::vector<RemoteError> &problems = m_link.problems();
    QStringList sentences;
    for (std::size_t place = 0; place < std::min(problems.size(), Most); ++place) {
        sentences += breakable(sentence(problems[place]));
    }
    if (problems.size() > Most) {
        const std::uint64_t more = problems.size() - Most;
        sentences += tr("%1 more", nullptr, pluralCount(more)).arg(displayNumber(more));
    }
    m_problemTexts->setText(sentences.join(u'\n'));
}

void ServerRow::chooseRange()
{
    m_forget->hide();
    m_picker->setRange(m_link.request().range);
    m_range->show();
    m_picker->setFocus();
}

void ServerRow::askToForget()
{
    m_range->hide();
    m_forget->show();
    m_keepIt->setFocus();
}

void ServerRow::setIcons()
{
    const Theme &theme = Theme::instance();
    const int size = fontMetrics().height();
    m_icon->setPixmap(theme.icon(sessionIcon(m_link)).pixmap(QSize(size, size), devicePixelRatio()));
    QPalette palette = m_live->palette();
    palette.setColor(QPalette::WindowText, theme.color(Tone::Sent));
    m_live->setPalette(palette);
    m_pause->setIcon(theme.icon(m_link.state() == SessionState::Paused ? QStringLiteral("media-playback-start")
                                                                       : QStringLiteral("media-playback-pause")));
    m_stop->setIcon(theme.icon(QStringLiteral("process-stop")));
    m_again->setIcon(theme.icon(QStringLiteral("view-refresh")));
    m_more->setIcon(theme.icon(QStringLiteral("network-server")));
    m_closeProblems->setIcon(theme.icon(QStringLiteral("window-close")));
    m_doForget->setIcon(theme.icon(QStringLiteral("edit-delete")));
    m_card->setIcon(theme.icon(QStringLiteral("documentinfo")));
    m_changeRange->setIcon(theme.icon(QStringLiteral("view-calendar")));
    m_intervals->setIcon(theme.icon(QStringLiteral("clock")));
    m_transfers->setIcon(theme.icon(QStringLiteral("view-list-text")));
    m_add->setIcon(theme.icon(QStringLiteral("list-add")));
    m_remove->setIcon(theme.icon(QStringLiteral("network-disconnect")));
    m_forgetAction->setIcon(theme.icon(QStringLiteral("edit-delete")));
}

void ServerRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ServerRow::retranslate()
{
    m_name->setText(m_link.name());
    m_live->setAccessibleName(tr("Live"));
    m_bar->setAccessibleName(tr("How much was fetched"));
    m_stop->setToolTip(tr("End the connection; what was fetched is kept"));
    m_more->setText(tr("Server"));
    m_more->setAccessibleName(tr("What can be done with %1").arg(m_link.name()));
    m_card->setText(tr("About This &Server"));
    m_changeRange->setText(tr("Change the &Time…"));
    m_intervals->setTitle(tr("Measure the &Queue"));
    m_transfers->setText(tr("What Was T&ransferred"));
    m_add->setText(tr("&Add a Server…"));
    m_remove->setText(tr("&Disconnect, and Take It Away"));
    m_forgetAction->setText(tr("&Forget This Investigation…"));
    m_closeProblems->setToolTip(tr("Put this message away"));
    m_closeProblems->setAccessibleName(m_closeProblems->toolTip());
    m_applyRange->setText(tr("Fetch"));
    m_leaveRange->setText(tr("Cancel"));
    m_forgetText->setText(
        tr("Disconnect from %1 and delete what was fetched from it, and its passwords in the keychain? "
           "Nothing is changed on the server.")
            .arg(breakable(m_link.name())));
    m_doForget->setText(tr("Forget"));
    m_keepIt->setText(tr("Keep"));
    showProblems();
    showState();
}

} // namespace limier
