// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/startpage.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "server/noticeframe.h"
#include "window/choicebutton.h"
#include "window/recentsview.h"
#include "window/sample.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace limier
{

StartPage::StartPage(DisplaySettings &display, const ServerContext &context, QWidget *parent)
    : QWidget(parent)
    , m_connect(new ChoiceButton(QStringLiteral("network-connect")))
    , m_files(new ChoiceButton(QStringLiteral("document-open")))
    , m_folder(new ChoiceButton(QStringLiteral("folder-open")))
    , m_sample(new ChoiceButton(QStringLiteral("view-statistics")))
    , m_logo(new QLabel)
    , m_name(new QLabel(QStringLiteral("Limier")))
    , m_motto(new QLabel)
    , m_hint(new QLabel)
    , m_recentsTitle(new QLabel)
    , m_noRecents(new QLabel)
    , m_recents(new RecentsView(display, context))
    , m_forget(new NoticeFrame(QStringLiteral("edit-delete"), Tone::Bounced))
    , m_forgetText(makeTextLabel())
    , m_doForget(makeButton())
    , m_keepIt(makeButton())
    , m_back(new QPushButton)
{
    build();
    connect(m_connect, &ChoiceButton::clicked, this, &StartPage::connectRequested);
    connect(m_files, &ChoiceButton::clicked, this, &StartPage::openFilesRequested);
    connect(m_folder, &ChoiceButton::clicked, this, &StartPage::openFolderRequested);
    connect(m_sample, &ChoiceButton::clicked, this, &StartPage::sampleRequested);
    connect(m_back, &QPushButton::clicked, this, &StartPage::backRequested);
    connect(m_recents, &RecentsView::openRequested, this, &StartPage::openRequested);
    connect(m_recents, &RecentsView::connectRequested, this, &StartPage::reconnectRequested);
    connect(m_recents, &RecentsView::offlineRequested, this, &StartPage::offlineRequested);
    connect(m_recents, &RecentsView::forgetRequested, this, &StartPage::askToForget);
    connect(&Theme::instance(), &Theme::changed, this, &StartPage::setLogo);
    setFocusProxy(m_connect);
    retranslate();
}

void StartPage::build()
{
    const int space = fontMetrics().height();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space * 3);
    columns->addWidget(makeChoices(), 5);
    columns->addWidget(makeRecents(), 5);
    auto *content = new QWidget;
    content->setMaximumWidth(fontMetrics().averageCharWidth() * 150);
    content->setMaximumHeight(fontMetrics().height() * 36);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setSpacing(space * 2);
    contentLayout->addWidget(makeHeading());
    contentLayout->addLayout(columns, 1);

    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(content, 20);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(middle, 20);
    layout->addStretch(1);
}

QWidget *StartPage::makeHeading()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setBold(true);
    m_name->setFont(large);
    m_motto->setWordWrap(true);
    m_motto->setTextFormat(Qt::PlainText);
    auto *words = new QVBoxLayout;
    words->setSpacing(fontMetrics().height() / 4);
    words->addWidget(m_name);
    words->addWidget(m_motto);
    auto *heading = new QWidget;
    auto *layout = new QHBoxLayout(heading);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height());
    layout->addWidget(m_logo);
    layout->addLayout(words, 1);
    layout->addWidget(m_back);
    return heading;
}

QWidget *StartPage::makeChoices()
{
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMargin(fontMetrics().height() / 2);
    m_sample->setVisible(!sampleIncident().isEmpty());
    auto *choices = new QWidget;
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    layout->addWidget(m_connect);
    layout->addWidget(m_files);
    layout->addWidget(m_folder);
    layout->addWidget(m_sample);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    return choices;
}

QWidget *StartPage::makeRecents()
{
    QFont bold = font();
    bold.setBold(true);
    m_recentsTitle->setFont(bold);
    m_noRecents->setWordWrap(true);
    m_noRecents->setTextFormat(Qt::PlainText);
    m_noRecents->setForegroundRole(QPalette::PlaceholderText);
    m_noRecents->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *recents = new QWidget;
    auto *layout = new QVBoxLayout(recents);
    layout->setContentsMargins({});
    layout->addWidget(m_recentsTitle);
    layout->addWidget(m_recents, 1);
    layout->addWidget(m_noRecents, 1);
    makeForget();
    layout->addWidget(m_forget);
    const auto show = [this] {
        m_recents->setVisible(!m_recents->isEmpty());
        m_noRecents->setVisible(m_recents->isEmpty());
    };
    connect(m_recents, &RecentsView::changed, this, show);
    show();
    return recents;
}

void StartPage::makeForget()
{
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_doForget);
    buttons->addWidget(m_keepIt);
    buttons->addStretch(1);
    auto *const content = new QWidget;
    auto *const rows = new QVBoxLayout(content);
    rows->setContentsMargins({});
    rows->addWidget(m_forgetText);
    rows->addLayout(buttons);
    m_forget->setContent(content);
    m_forget->hide();
    connect(m_keepIt, &QPushButton::clicked, m_forget, &QWidget::hide);
    connect(m_doForget, &QPushButton::clicked, this, [this] {
        m_forget->hide();
        Q_EMIT forgetRequested(m_toForget);
        m_recents->reload();
    });
}

void StartPage::askToForget(const RecentInvestigation &investigation)
{
    m_toForget = investigation;
    m_forgetText->setText(breakable(
        tr("Delete what was fetched from %1, and its passwords in the keychain? Nothing is changed on the server.")
            .arg(recentTitle(investigation))));
    m_forget->show();
    m_keepIt->setFocus();
}

void StartPage::setOpenTitle(const QString &title)
{
    m_openTitle = title;
    m_back->setVisible(!title.isEmpty());
    m_back->setText(tr("Back to %1").arg(menuText(title)));
}

void StartPage::setDropPending(bool pending)
{
    m_isDropPending = pending;
    showHint();
}

void StartPage::showHint()
{
    m_hint->setText(m_isDropPending ? tr("Let go to open") : tr("Or drop files or folders anywhere in this window."));
    m_hint->setForegroundRole(m_isDropPending ? QPalette::HighlightedText : QPalette::PlaceholderText);
    m_hint->setBackgroundRole(m_isDropPending ? QPalette::Highlight : QPalette::Window);
    m_hint->setAutoFillBackground(m_isDropPending);
}

void StartPage::setLogo()
{
    const int size = fontMetrics().height() * 4;
    m_logo->setPixmap(Theme::programIcon().pixmap(QSize(size, size), devicePixelRatio()));
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void StartPage::showEvent(QShowEvent *event)
{
    m_forget->hide();
    m_recents->reload(); // another window may have opened something
    setLogo();
    QWidget::showEvent(event);
}

void StartPage::retranslate()
{
    m_motto->setText(tr("Who sends spam through this mail server, from where, and since when?"));
    m_connect->setTexts(tr("Connect to a Server"), tr("Over SSH: the newest lines first, then live"));
    m_files->setTexts(tr("Open Files"), tr("Mail logs, plain or compressed, archives, journals"));
    m_folder->setTexts(tr("Open a Folder"), tr("All mail logs in it, like /var/log"));
    m_sample->setTexts(tr("Sample Incident"), tr("A stolen login sends spam: look around"));
    m_recentsTitle->setText(tr("Recent Investigations"));
    m_noRecents->setText(tr("What you open is listed here, so that you find it again."));
    if (isVisible()) {
        m_recents->reload();
    }
    m_doForget->setText(tr("Forget"));
    m_keepIt->setText(tr("Keep"));
    m_forget->hide();
    setOpenTitle(m_openTitle);
    showHint();
}

} // namespace limier
