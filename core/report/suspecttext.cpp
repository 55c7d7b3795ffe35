// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/suspecttext.h"

#include "analysis/reputation.h"
#include "analysis/trustednetworks.h"
#include "report/safetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace limier
{

namespace
{

QString count(double number)
{
    return QLocale().toString(static_cast<qlonglong>(std::llround(number)));
}

QString percent(double share)
{
    const double value = share * 100;
    return QLocale().toString(value, 'f', value > 0 && value < 9.95 ? 1 : 0);
}

QString quoted(std::string_view text, SentenceForm form)
{
    return QString::fromStdString(form == SentenceForm::Markdown ? codeSpan(text, 200) : visibleText(text, 200));
}

class SuspectText
{
    Q_DECLARE_TR_FUNCTIONS(SuspectText)

public:
    [[nodiscard]] static QString kind(SuspectKind kind);
    [[nodiscard]] static QString severity(Severity severity);
    [[nodiscard]] static QString sending(const Report::Suspect &suspect, const QString &subject);
    [[nodiscard]] static QString guessing(const Report::Suspect &suspect, const QString &subject);
    [[nodiscard]] static QString storm(const Report::Suspect &suspect, const QString &subject);
    [[nodiscard]] static QString listing(const Report::Suspect &suspect, const QString &subject);
    [[nodiscard]] static QString confidence(double confidence);
};

class ReasonText
{
    Q_DECLARE_TR_FUNCTIONS(ReasonText)

public:
    [[nodiscard]] static QString ofVolume(const Report::Reason &reason);
    [[nodiscard]] static QString ofOrigin(const Report::Reason &reason);
    [[nodiscard]] static QString ofAnswers(const Report::Reason &reason);
    [[nodiscard]] static QString ofRecipients(const Report::Reason &reason);
    [[nodiscard]] static QString ofLogins(const Report::Reason &reason);
    [[nodiscard]] static QString ofPermission(const Report::Reason &reason, SentenceForm form);
    [[nodiscard]] static QString ofQueue(const Report::Reason &reason, SentenceForm form);

private:
    [[nodiscard]] static QString withUsual(const QString &text, double usual, bool isShare);
};

QString SuspectText::kind(SuspectKind kind)
{
    switch (kind) {
    case SuspectKind::CompromisedAccount:
        return tr("stolen account");
    case SuspectKind::RelayingClient:
        return tr("machine that relays without a login");
    case SuspectKind::LocalInjection:
        return tr("program on the server that sends");
    case SuspectKind::BruteForce:
        return tr("guessed passwords");
    case SuspectKind::Backscatter:
        return tr("notifications or a blocked destination");
    case SuspectKind::Reputation:
        return tr("listed by a blocklist");
    }
    return {};
}

QString SuspectText::severity(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return tr("Low");
    case Severity::Medium:
        return tr("Medium");
    case Severity::High:
        return tr("High");
    case Severity::Critical:
        return tr("Critical");
    }
    return {};
}

QString SuspectText::sending(const Report::Suspect &suspect, const QString &subject)
{
    QString text = tr("%1: %Ln recipient(s)", "who sent to how many", pluralCount(suspect.recipients)).arg(subject);
    text += tr(" in %Ln message(s)", "behind the recipients", pluralCount(suspect.messages));
    if (suspect.networks > 1) {
        text += tr(" from %Ln network(s)", "behind the messages", pluralCount(suspect.networks));
    }
    if (suspect.authFailures > 0) {
        text += tr(", with %Ln failed login(s)", "behind the networks", pluralCount(suspect.authFailures));
    }
    if (suspect.queued > 0) {
        text += tr(", %Ln recipient(s) still queued", "behind the rest", pluralCount(suspect.queued));
    }
    return text;
}

QString SuspectText::guessing(const Report::Suspect &suspect, const QString &subject)
{
    QString text = tr("%1: %Ln failed login(s)", "who tried how often", pluralCount(suspect.authFailures)).arg(subject);
    if (suspect.networks > 1) {
        text += tr(" from %Ln network(s)", "behind the failed logins", pluralCount(suspect.networks));
    }
    if (!suspect.users.empty()) {
        text += tr(" for %Ln user(s)", "behind the networks", pluralCount(suspect.users.size()));
    }
    return text;
}

QString SuspectText::storm(const Report::Suspect &suspect, const QString &subject)
{
    return tr("%1: %Ln message(s) of a storm or to a destination that blocks", "an address or a domain",
              pluralCount(suspect.messages))
        .arg(subject);
}

QString SuspectText::listing(const Report::Suspect &suspect, const QString &subject)
{
    const QString text =
        tr("%1: other servers refused %Ln message(s) because of it", "a list", pluralCount(suspect.messages))
            .arg(subject);
    const std::string_view page = delistingPage(suspect.subject);
    return page.empty()
        ? text
        : text + tr("; delisting: %1").arg(QString::fromUtf8(page.data(), static_cast<qsizetype>(page.size())));
}

QString SuspectText::confidence(double confidence)
{
    // Rounded up, it would claim what no log can prove.
    constexpr double MostShown = 0.99;
    const double shown = std::min(confidence, MostShown);
    return confidence >= thresholds::CriticalConfidence ? tr("almost certain (%1 %)").arg(percent(shown))
        : confidence >= thresholds::HighConfidence      ? tr("very likely (%1 %)").arg(percent(confidence))
        : confidence >= thresholds::MediumConfidence    ? tr("likely (%1 %)").arg(percent(confidence))
                                                        : tr("worth a look (%1 %)").arg(percent(confidence));
}

QString ReasonText::withUsual(const QString &text, double usual, bool isShare)
{
    return std::isnan(usual)
        ? text
        : tr("%1 (usual: %2)").arg(text, isShare ? percent(usual) + QStringLiteral(" %") : count(usual));
}

QString ReasonText::ofVolume(const Report::Reason &reason)
{
    switch (reason.code) {
    case SignalCode::HourVolume:
        return withUsual(tr("%1 recipients in the busiest hour").arg(count(reason.value)), reason.usual, false);
    case SignalCode::DayVolume:
        return withUsual(tr("%1 recipients in the busiest day").arg(count(reason.value)), reason.usual, false);
    case SignalCode::FewRecipients:
        return tr("only %1 recipients in all").arg(count(reason.value));
    case SignalCode::KnownBulk:
        return tr("as much on %1 days: that is how it sends").arg(count(reason.value));
    case SignalCode::OffHours:
        return tr("%1 % at hours at which it had never sent").arg(percent(reason.value));
    case SignalCode::SuddenStart:
        return tr("it sent nothing elsewhere for the first %1 % of the log").arg(percent(reason.value));
    default:
        return ofOrigin(reason);
    }
}

QString ReasonText::ofOrigin(const Report::Reason &reason)
{
    switch (reason.code) {
    case SignalCode::Networks:
        return withUsual(tr("%1 networks that nobody else uses").arg(count(reason.value)), reason.usual, false);
    case SignalCode::NewNetworks:
        return tr("%1 % from networks that it had not used before").arg(percent(reason.value));
    case SignalCode::TrustedOnly:
        return tr("%1 % from the house or from a network that many share").arg(percent(reason.value));
    case SignalCode::StrangeSenders:
        return withUsual(tr("the sender is not its own in %1 %").arg(percent(reason.value)), reason.usual, true);
    case SignalCode::ManySenders:
        return withUsual(tr("%1 different senders that are not its own").arg(count(reason.value)), reason.usual, false);
    case SignalCode::SameSender:
        return tr("one and the same sender");
    case SignalCode::OpenRelay:
        return tr("%1 networks outside hand in mail for others without a login").arg(count(reason.value));
    default:
        return ofAnswers(reason);
    }
}

QString ReasonText::ofAnswers(const Report::Reason &reason)
{
    switch (reason.code) {
    case SignalCode::Bounces:
        return withUsual(tr("%1 % found nobody").arg(percent(reason.value)), reason.usual, true);
    case SignalCode::Refusals:
        return withUsual(tr("%1 % refused as spam or as too much").arg(percent(reason.value)), reason.usual, true);
    case SignalCode::FewSpoilt:
        return withUsual(tr("only %1 % bounced or refused").arg(percent(reason.value)), reason.usual, true);
    default:
        return ofRecipients(reason);
    }
}

QString ReasonText::ofRecipients(const Report::Reason &reason)
{
    switch (reason.code) {
    case SignalCode::NewRecipients:
        return withUsual(tr("%1 % of the recipients are known to nobody else here").arg(percent(reason.value)),
                         reason.usual, true);
    case SignalCode::ForeignRecipients:
        return tr("%1 different recipients").arg(count(reason.value));
    case SignalCode::SameRecipients:
        return tr("the same recipients again and again: %1 mails for each")
            .arg(QLocale().toString(reason.value, 'f', 1));
    default:
        return ofLogins(reason);
    }
}

QString ReasonText::ofLogins(const Report::Reason &reason)
{
    switch (reason.code) {
    case SignalCode::GuessedBefore:
        return tr("%1 failed logins before").arg(count(reason.value));
    case SignalCode::Failures:
        return withUsual(tr("%1 failed logins").arg(count(reason.value)), reason.usual, false);
    case SignalCode::FailurePace:
        return tr("%1 failed logins in the busiest hour").arg(count(reason.value));
    case SignalCode::TriedUsers:
        return tr("%1 users tried").arg(count(reason.value));
    case SignalCode::GuessingHosts:
        return tr("from %1 addresses").arg(count(reason.value));
    case SignalCode::OwnPassword:
        return tr("%1 mails with a good login from there").arg(count(reason.value));
    case SignalCode::PrivateClient:
        return tr("%1 % from a private network").arg(percent(reason.value));
    default:
        return {};
    }
}

QString ReasonText::ofPermission(const Report::Reason &reason, SentenceForm form)
{
    if (reason.code == SignalCode::Gateway) {
        return tr("at least %1 accounts log in from the same address: it is a gateway that hides others")
            .arg(count(reason.value));
    }
    const QString entry = quoted(reason.detail, form);
    switch (static_cast<NetworkWidth>(std::lround(reason.value))) {
    case NetworkWidth::WholePrivateRange:
        return tr("mynetworks lets it in by %1, which is too wide: a whole private range").arg(entry);
    case NetworkWidth::ManyPublic:
        return tr("mynetworks lets it in by %1, which is too wide: many addresses of the Internet").arg(entry);
    case NetworkWidth::Everything:
        return tr("mynetworks lets it in by %1, which lets in the whole Internet").arg(entry);
    case NetworkWidth::Fine:
        break;
    }
    return tr("mynetworks lets it in by %1").arg(entry);
}

QString ReasonText::ofQueue(const Report::Reason &reason, SentenceForm form)
{
    switch (reason.code) {
    case SignalCode::TrustedEntry:
    case SignalCode::Gateway:
        return ofPermission(reason, form);
    case SignalCode::Notifications:
        return withUsual(tr("%1 notifications in the busiest hour").arg(count(reason.value)), reason.usual, false);
    case SignalCode::OneReceiver:
        return tr("%1 % of them to one address").arg(percent(reason.value));
    case SignalCode::BlockedDeliveries:
        return tr("%1 deliveries put off again and again").arg(count(reason.value));
    case SignalCode::BlockedShare:
        return withUsual(tr("%1 % of what goes there").arg(percent(reason.value)), reason.usual, true);
    case SignalCode::NeverTook:
        return tr("the destination took only %1 at other times").arg(count(reason.value));
    case SignalCode::Listed:
        return tr("%1 deliveries refused because %2 lists this server")
            .arg(count(reason.value), quoted(reason.detail, form));
    case SignalCode::ListedShare:
        return tr("%1 % of all that went elsewhere since then").arg(percent(reason.value));
    default:
        return ofVolume(reason);
    }
}

} // namespace

QString kindText(SuspectKind kind)
{
    return SuspectText::kind(kind);
}

QString severityText(Severity severity)
{
    return SuspectText::severity(severity);
}

QString suspectSentence(const Report::Suspect &suspect, SentenceForm form)
{
    const QString subject = quoted(suspect.subject, form);
    const auto what = [&] {
        switch (suspect.kind) {
        case SuspectKind::BruteForce:
            return SuspectText::guessing(suspect, subject);
        case SuspectKind::Backscatter:
            return SuspectText::storm(suspect, subject);
        case SuspectKind::Reputation:
            return SuspectText::listing(suspect, subject);
        default:
            return SuspectText::sending(suspect, subject);
        }
    };
    return QStringLiteral("%1 \u2192 %2, %3")
        .arg(what(), SuspectText::kind(suspect.kind), SuspectText::confidence(suspect.confidence));
}

QString reasonSentence(const Report::Reason &reason, SentenceForm form)
{
    return ReasonText::ofQueue(reason, form);
}

} // namespace limier
