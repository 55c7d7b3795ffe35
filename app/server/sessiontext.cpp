// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessiontext.h"

#include "common/displaytext.h"
#include "report/sentences.h"
#include "server/serverlink.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace limier
{

namespace
{

class SessionText
{
    Q_DECLARE_TR_FUNCTIONS(limier::SessionText)

public:
    [[nodiscard]] static QString of(const ServerLink &link);

private:
    [[nodiscard]] static QString connecting(const ServerLink &link);
    [[nodiscard]] static QString fetching(const FetchProgress &progress);
    [[nodiscard]] static QString following(const ServerLink &link);
    [[nodiscard]] static QString reconnecting(const ServerLink &link);
};

QString SessionText::connecting(const ServerLink &link)
{
    if (link.question() != nullptr) {
        return tr("Waits for your answer");
    }
    constexpr std::int64_t Long = 3;
    const std::int64_t seconds = link.secondsInState();
    return seconds < Long
        ? tr("Connecting …")
        : tr("Connecting for %n second(s) …", nullptr, pluralCount(static_cast<std::uint64_t>(seconds)));
}

QString SessionText::fetching(const FetchProgress &progress)
{
    QStringList parts;
    if (progress.bytesTotal > 0) {
        parts += displayPercent(wholePercent(progress.bytes, progress.bytesTotal));
        parts += tr("%1 of %2").arg(displaySize(progress.bytes), displaySize(progress.bytesTotal));
    }
    if (progress.rate >= 1) {
        parts += displayRate(progress.rate);
    }
    if (std::isfinite(progress.secondsLeft) && progress.secondsLeft > 0) {
        parts += displayTimeLeft(progress.secondsLeft);
    }
    return parts.isEmpty() ? tr("Fetching the logs …") : tr("Fetching: %1").arg(parts.join(QStringLiteral(" · ")));
}

QString SessionText::following(const ServerLink &link)
{
    return link.isWhole() ? tr("Live: new lines come as they are written") : tr("Live");
}

QString SessionText::reconnecting(const ServerLink &link)
{
    if (link.question() != nullptr) {
        return tr("Connection lost; waits for your answer");
    }
    return tr("Connection lost %n second(s) ago; trying again by itself …", nullptr,
              pluralCount(static_cast<std::uint64_t>(link.secondsInState())));
}

QString SessionText::of(const ServerLink &link)
{
    switch (link.state()) {
    case SessionState::Connecting:
        return connecting(link);
    case SessionState::Probing:
        return tr("Looking at the server …");
    case SessionState::Fetching:
        return fetching(link.progress());
    case SessionState::Following:
        return following(link);
    case SessionState::Paused:
        return tr("Paused: new lines wait on the server");
    case SessionState::Reconnecting:
        return reconnecting(link);
    case SessionState::Done:
        return tr("Fetched whole");
    case SessionState::Failed:
        return link.inputs().empty() ? tr("Failed") : tr("Failed; what was fetched is shown");
    case SessionState::Stopped:
        break;
    }
    return link.inputs().empty() ? tr("Stopped") : tr("Stopped; what was fetched is shown");
}

} // namespace

QString sessionText(const ServerLink &link)
{
    return SessionText::of(link);
}

QString sessionIcon(const ServerLink &link)
{
    if (link.question() != nullptr) {
        return QStringLiteral("dialog-password");
    }
    switch (link.state()) {
    case SessionState::Connecting:
    case SessionState::Probing:
    case SessionState::Fetching:
    case SessionState::Following:
        return QStringLiteral("network-connect");
    case SessionState::Paused:
        return QStringLiteral("media-playback-pause");
    case SessionState::Reconnecting:
        return QStringLiteral("network-disconnect");
    case SessionState::Failed:
        return QStringLiteral("dialog-warning");
    case SessionState::Done:
    case SessionState::Stopped:
        break;
    }
    return QStringLiteral("network-server");
}

} // namespace limier
