// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/servercard.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "mail/factsview.h"
#include "server/noticeframe.h"
#include "server/remotesentences.h"
#include "server/serverjudgement.h"

#include <QEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace limier
{

namespace
{

constexpr int WidthInCharacters = 45;
constexpr int MostLines = 34;
constexpr std::size_t LongestSettingName = 64;

/// A time of the server for DisplaySettings; empty for what it cannot show.
QString timeText(const DisplaySettings &settings, std::int64_t seconds)
{
    const bool isShown = seconds > 0 && seconds <= std::int64_t{std::numeric_limits<Stamp>::max()};
    return isShown ? settings.time(static_cast<Stamp>(seconds)) : QString();
}

std::uint64_t bytesOf(const std::vector<RemoteLog> &logs)
{
    std::uint64_t bytes = 0;
    for (const RemoteLog &log : logs) {
        bytes += std::min(log.bytes, std::numeric_limits<std::uint64_t>::max() - bytes);
    }
    return bytes;
}

} // namespace

ServerCard::ServerCard(DisplaySettings &settings, QWidget *parent)
    : QScrollArea(parent)
    , m_settings(settings)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    connect(&settings, &DisplaySettings::changed, this, &ServerCard::fill);
    fill();
}

void ServerCard::setFacts(const std::string &name, const ServerFacts &facts)
{
    m_name = name;
    m_facts = facts;
    fill();
}

void ServerCard::setQueue(const QueueLength &queue)
{
    m_facts.queue = queue;
    if (m_postfixFacts != nullptr) {
        m_postfixFacts->setFacts(postfixFacts()); // the rest stays: it may be read, or have the focus
    }
}

QSize ServerCard::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * WidthInCharacters * 5 / 4;
    const int height = widget()->heightForWidth(width);
    return {width, std::min(height, fontMetrics().lineSpacing() * MostLines)};
}

void ServerCard::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

void ServerCard::fill()
{
    auto *const content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *const column = new QVBoxLayout(content);
    const int space = fontMetrics().height() / 2;
    column->setContentsMargins(space, space, space, space);
    column->setSpacing(space * 2 / 3);
    addHead(*column);
    addJudgements(*column, judgeServer(m_facts));
    addFacts(*column, systemFacts());
    addPostfix(*column);
    addTitle(*column, tr("Mail log"));
    addFacts(*column, logFacts());
    addProblems(*column);
    column->addStretch(1);
    setWidget(content); // deletes the one before
    setAccessibleName(tr("Server %1").arg(displayText(m_name)));
}

void ServerCard::addHead(QVBoxLayout &column)
{
    QLabel *const name = makeTextLabel();
    name->setText(breakable(displayText(m_name)));
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.15);
    name->setFont(large);
    column.addWidget(name);
}

void ServerCard::addTitle(QVBoxLayout &column, const QString &title)
{
    auto *const label = new QLabel(title);
    label->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    label->setFont(bold);
    column.addSpacing(fontMetrics().height() / 4);
    column.addWidget(label);
}

void ServerCard::addJudgements(QVBoxLayout &column, const std::vector<ServerJudgement> &judgements)
{
    for (const ServerJudgement &judgement : judgements) {
        QLabel *const text = makeTextLabel();
        text->setText(breakable(judgement.text));
        const bool isWarning = judgement.weight == ServerJudgement::Weight::Warning;
        auto *const frame =
            new NoticeFrame(isWarning ? QStringLiteral("dialog-warning") : QStringLiteral("documentinfo"),
                            isWarning ? Tone::Deferred : Tone::Neutral);
        frame->setContent(text);
        frame->setAccessibleName(isWarning ? tr("Warning") : tr("Note"));
        column.addWidget(frame);
    }
}

FactsView *ServerCard::addFacts(QVBoxLayout &column, const std::vector<Fact> &facts)
{
    std::vector<Fact> known;
    std::ranges::copy_if(facts, std::back_inserter(known), [](const Fact &fact) { return !fact.value.isEmpty(); });
    auto *const view = new FactsView;
    view->setFacts(known);
    column.addWidget(view);
    return view;
}

void ServerCard::addPostfix(QVBoxLayout &column)
{
    addTitle(column, tr("Postfix"));
    m_postfixFacts = nullptr;
    if (m_facts.postfix.empty()) {
        QLabel *const none = makeTextLabel();
        none->setText(tr("Not found on this server."));
        column.addWidget(none);
        return;
    }
    m_postfixFacts = addFacts(column, postfixFacts());
    addJudgements(column, judgePostfix(m_facts));
    auto *const all = new QToolButton;
    all->setText(tr("All settings that were asked for"));
    all->setCheckable(true);
    all->setChecked(m_showsAllSettings);
    all->setAutoRaise(true);
    all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    column.addWidget(all);
    static const QRegularExpression unspacedComma(QStringLiteral(",(?=\\S)"));
    QStringList lines;
    for (const PostfixSetting &setting : m_facts.postfix) {
        QString value = displayText(setting.value);
        value.replace(unspacedComma, QStringLiteral(", ")); // means the same, and can be broken there
        lines << displayText(setting.name, LongestSettingName) + QStringLiteral(" = ")
                + (value.isEmpty() ? tr("(empty)") : value);
    }
    QLabel *const view = makeTextLabel();
    view->setText(breakable(lines.join(u'\n')));
    column.addWidget(view);
    const auto show = [this, view, all](bool isShown) {
        m_showsAllSettings = isShown;
        view->setVisible(isShown);
        all->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    };
    connect(all, &QToolButton::toggled, view, show);
    show(m_showsAllSettings);
}

void ServerCard::addProblems(QVBoxLayout &column)
{
    if (m_facts.problems.empty()) {
        return;
    }
    addTitle(column, tr("Not found out"));
    for (const RemoteError &problem : m_facts.problems) {
        QLabel *const text = makeTextLabel();
        text->setText(breakable(sentence(problem)));
        column.addWidget(text);
    }
}

std::vector<Fact> ServerCard::systemFacts() const
{
    const auto rights = [this] {
        switch (m_facts.privilege) {
        case Privilege::Root:
            return tr("logged in as root");
        case Privilege::Sudo:
            return tr("root by sudo");
        case Privilege::SudoPassword:
            return tr("root by sudo with a password");
        case Privilege::Unprivileged:
            break;
        }
        return tr("its own only");
    };
    QString addresses;
    for (std::size_t i = 0; i < std::min<std::size_t>(m_facts.addresses.size(), 8); ++i) {
        addresses += (i == 0 ? QString() : QStringLiteral(", ")) + displayText(m_facts.addresses[i]);
    }
    const QString user = displayText(m_facts.user);
    const QString offset = m_facts.clockOffset == 0
        ? QString()
        : tr("%1 s against this computer", "of a clock; with its sign")
              .arg((m_facts.clockOffset > 0 ? QStringLiteral("+") : QString())
                   + QLocale().toString(static_cast<qlonglong>(m_facts.clockOffset)));
    return {
        {tr("Host name"), displayText(m_facts.hostName)},
        {tr("System"), displayText(m_facts.system)},
        {tr("Kernel"), displayText(m_facts.kernel)},
        {tr("Addresses"), addresses},
        {tr("Account"), user.isEmpty() ? rights() : tr("%1: %2", "an account: its rights").arg(user, rights())},
        {tr("Time zone"), displayText(m_facts.timezone)},
        {tr("Clock"), offset},
        {tr("Free disk"),
         m_facts.diskBytes == 0 ? QString()
                                : tr("%1 of %2").arg(displaySize(m_facts.freeBytes), displaySize(m_facts.diskBytes))},
        {tr("BlueMind"), blueMindText()},
    };
}

std::vector<Fact> ServerCard::postfixFacts() const
{
    const QString version = displayText(m_facts.postfixVersion);
    return {{tr("Version"), version.isEmpty() ? tr("not known") : version}, {tr("Queue"), queueText()}};
}

std::vector<Fact> ServerCard::logFacts() const
{
    const std::vector<RemoteLog> &logs = m_facts.logs;
    if (logs.empty()) {
        return {{tr("Place"), m_facts.isJournalOnly ? tr("journald") : tr("not found")}};
    }
    const RemoteLog &newest = logs.front();
    std::vector<Fact> facts{{tr("Place"), displayText(newest.path)},
                            {tr("Size"), displaySize(newest.bytes)},
                            {tr("Last written"), timeText(m_settings, newest.modified)}};
    if (logs.size() > 1) {
        facts.push_back(
            {tr("With rotated ones"), tr("%1 files, %2").arg(displayNumber(logs.size()), displaySize(bytesOf(logs)))});
    }
    const RemoteLog &oldest = logs.back();
    if (const QString since = timeText(m_settings, oldest.first); !since.isEmpty()) {
        facts.push_back({tr("Begins"), since});
    } else if (logs.size() > 1) {
        facts.push_back({tr("Begins"), tr("before %1").arg(timeText(m_settings, oldest.modified))});
    }
    return facts;
}

QString ServerCard::queueText() const
{
    if (!m_facts.queue) {
        return tr("not known");
    }
    const QueueLength &queue = *m_facts.queue;
    if (queue.total() == 0) {
        return tr("empty");
    }
    QStringList parts;
    const auto add = [&parts](const QString &name, std::uint64_t count) {
        if (count > 0) {
            parts << QStringLiteral("%1 %2").arg(displayNumber(count), name);
        }
    };
    add(tr("incoming"), queue.incoming);
    add(tr("active"), queue.active);
    add(tr("deferred"), queue.deferred);
    add(tr("on hold"), queue.hold);
    add(tr("in maildrop"), queue.maildrop);
    return parts.join(QStringLiteral(", "));
}

QString ServerCard::blueMindText() const
{
    if (!m_facts.hasBlueMind) {
        return tr("not installed");
    }
    QStringList parts{m_facts.blueMindVersion.empty() ? tr("version not known") : displayText(m_facts.blueMindVersion)};
    parts << (!m_facts.hasBmCli                  ? tr("no bm-cli")
                  : m_facts.bmCliVersion.empty() ? tr("bm-cli")
                  : m_facts.bmCliVersion == m_facts.blueMindVersion
                  ? tr("bm-cli of the same version")
                  : tr("bm-cli %1").arg(displayText(m_facts.bmCliVersion)));
    if (m_facts.hasTickStack) {
        parts << tr("kapacitor");
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace limier
