// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverjudgement.h"

#include "analysis/trustednetworks.h"
#include "common/displaytext.h"
#include "server/postfixlist.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace limier
{

namespace
{

constexpr std::int64_t MostClockOffset = 5; // seconds
constexpr std::uint64_t LeastFreePercent = 10;
constexpr std::size_t LongestEntry = 80;
constexpr std::size_t MostNamed = 3;

/// Whom an entry of mynetworks lets in; nothing of tables, names and exclusions.
std::optional<TrustedNetwork> networkOf(std::string_view entry)
{
    const TrustedNetworks read = parseTrustedNetworks(entry);
    if (read.entries.size() != 1 || read.entries.front().isExcluded) {
        return std::nullopt;
    }
    TrustedNetwork network = read.entries.front();
    // Postfix itself writes [::ffff:127.0.0.0]/104 for 127.0.0.0/8.
    constexpr int Mapped = IpAddress::Ipv6Length - IpAddress::Ipv4Length;
    const auto host = readHostAddress(network.address.text());
    if (network.address.isIpv6 && network.length >= Mapped && host && !host->isIpv6) {
        network.address = *host;
        network.length -= Mapped;
    }
    return network;
}

bool isEverything(std::string_view entry)
{
    const std::optional<TrustedNetwork> network = networkOf(entry);
    return network && network->length == 0;
}

bool isTable(std::string_view entry)
{
    return entry.starts_with('/') || (entry.contains(':') && parseTrustedNetworks(entry).entries.empty());
}

/// A list of restrictions that mail to other domains does not pass unless something before allowed it by name.
bool guardsRelay(const std::string *restrictions)
{
    constexpr std::array<std::string_view, 4> Guards{"reject_unauth_destination", "defer_unauth_destination", "reject",
                                                     "defer"};
    for (const std::string_view word : postfixList(restrictions)) {
        if (word == "permit") {
            return false;
        }
        if (std::ranges::contains(Guards, word)) {
            return true;
        }
    }
    return false;
}

class Judge
{
    Q_DECLARE_TR_FUNCTIONS(Judge)

public:
    explicit Judge(const ServerFacts &facts)
        : m_facts(facts)
    {
    }

    void judgePostfix()
    {
        if (m_facts.postfix.empty()) {
            return;
        }
        judgeNetworks();
        const std::string *relay = m_facts.setting("smtpd_relay_restrictions");
        const std::string *recipients = m_facts.setting("smtpd_recipient_restrictions");
        if ((relay != nullptr || recipients != nullptr) && !guardsRelay(relay) && !guardsRelay(recipients)) {
            warn(
                tr("Neither smtpd_relay_restrictions nor smtpd_recipient_restrictions refuses mail to foreign domains: "
                   "this may be an open relay."));
        }
        judgeLogins();
        judgeWays();
    }

    void judgeServer()
    {
        judgeClock();
        if (m_facts.diskBytes > 0 && m_facts.freeBytes < m_facts.diskBytes / 100 * LeastFreePercent) {
            warn(tr("Only %1 of the disk of the queue is free (%2). Full, it stops the mail.")
                     .arg(displayShare(m_facts.freeBytes, m_facts.diskBytes), displaySize(m_facts.freeBytes)));
        }
        if (m_facts.privilege == Privilege::Unprivileged) {
            warn(tr("Limier is not root there: what the account may not read is missing."));
        }
        const auto isUnreadable = [](const RemoteLog &log) { return !log.isReadable; };
        const auto unreadable = static_cast<std::uint64_t>(std::ranges::count_if(m_facts.logs, isUnreadable));
        if (unreadable > 0) {
            warn(tr("%1 of %2 log files may not be read by this account.")
                     .arg(displayNumber(unreadable), displayNumber(m_facts.logs.size())));
        }
        if (m_facts.isJournalOnly && m_facts.logs.empty()) {
            note(tr("The mail log is in journald only; it is fetched from there."));
        } else if (m_facts.isJournalOnly) {
            warn(tr("The log files are old: by now the mail log is in journald only."));
        }
    }

    [[nodiscard]] std::vector<ServerJudgement> result()
    {
        std::ranges::stable_partition(m_result, [](const ServerJudgement &judgement) {
            return judgement.weight == ServerJudgement::Weight::Warning;
        });
        return std::move(m_result);
    }

private:
    void warn(const QString &text) { m_result.push_back({ServerJudgement::Weight::Warning, text}); }
    void note(const QString &text) { m_result.push_back({ServerJudgement::Weight::Note, text}); }

    [[nodiscard]] bool is(std::string_view setting, std::string_view value) const
    {
        const std::string *found = m_facts.setting(setting);
        return found != nullptr && *found == value;
    }

    static QString named(const std::vector<std::string_view> &entries)
    {
        QStringList names;
        for (std::size_t i = 0; i < std::min(entries.size(), MostNamed); ++i) {
            names << displayText(entries[i], LongestEntry);
        }
        return names.join(QStringLiteral(", ")) + (entries.size() > MostNamed ? QStringLiteral(", …") : QString());
    }

    void judgeNetworks()
    {
        const std::string *networks = m_facts.setting("mynetworks");
        if (networks == nullptr) {
            return;
        }
        std::vector<std::string_view> everything;
        std::vector<std::string_view> wide;
        std::vector<std::string_view> tables;
        for (const std::string_view entry : postfixList(networks)) {
            if (isEverything(entry)) {
                everything.push_back(entry);
            } else if (isWideNetwork(entry)) {
                wide.push_back(entry);
            } else if (isTable(entry)) {
                tables.push_back(entry);
            }
        }
        if (!everything.empty()) {
            warn(tr("mynetworks trusts every address (%1): anybody may send through this server without a login.")
                     .arg(named(everything)));
        }
        if (!wide.empty()) {
            warn(tr("mynetworks trusts whole networks (%1): each machine in them may send without a login.")
                     .arg(named(wide)));
        }
        if (!tables.empty()) {
            note(tr("mynetworks goes on in tables that were not read: %1.").arg(named(tables)));
        }
    }

    void judgeLogins()
    {
        if (is("smtpd_sasl_auth_enable", "yes") && is("smtpd_tls_auth_only", "no")) {
            note(tr("Logins are accepted without encryption, too (smtpd_tls_auth_only)."));
        }
        if (is("smtpd_client_message_rate_limit", "0")) {
            note(tr("Nothing limits how many messages a client may send (smtpd_client_message_rate_limit)."));
        }
    }

    void judgeWays()
    {
        const auto valueOf = [this](std::string_view name) -> std::string_view {
            const std::string *value = m_facts.setting(name);
            return value != nullptr ? std::string_view(*value) : std::string_view();
        };
        if (const std::string_view relay = valueOf("relayhost"); !relay.empty()) {
            note(tr("All mail to other hosts goes by way of %1 (relayhost).").arg(displayText(relay, LongestEntry)));
        }
        if (const std::string_view filter = valueOf("content_filter"); !filter.empty()) {
            note(tr("Mail passes a content filter, %1: its messages are in the log twice, and counted once.")
                     .arg(displayText(filter, LongestEntry)));
        }
        if (is("inet_interfaces", "localhost") || is("inet_interfaces", "loopback-only")
            || is("inet_interfaces", "127.0.0.1")) {
            note(tr("It takes mail from itself only (inet_interfaces)."));
        }
    }

    void judgeClock()
    {
        const std::int64_t offset = m_facts.clockOffset;
        if (std::abs(offset) > MostClockOffset) {
            const QString amount = displayDuration(std::abs(offset));
            warn(offset > 0 ? tr("Its clock is %1 ahead of this computer's.").arg(amount)
                            : tr("Its clock is %1 behind this computer's.").arg(amount));
        }
        if (m_facts.timezone.empty()) {
            warn(tr("Its time zone is not known: times without a zone may be hours off. Choose the zone above the "
                    "timeline."));
        }
    }

    /// "2 h 5 min", of the two largest units.
    static QString displayDuration(std::int64_t seconds)
    {
        const auto number = [](std::int64_t value) { return displayNumber(static_cast<std::uint64_t>(value)); };
        if (seconds < 60) {
            return tr("%1 s", "seconds").arg(number(seconds));
        }
        if (seconds < 3600) {
            return tr("%1 min %2 s").arg(number(seconds / 60), number(seconds % 60));
        }
        if (seconds < 86400) {
            return tr("%1 h %2 min").arg(number(seconds / 3600), number(seconds % 3600 / 60));
        }
        return tr("%1 d %2 h", "days, hours").arg(number(seconds / 86400), number(seconds % 86400 / 3600));
    }

    const ServerFacts &m_facts;
    std::vector<ServerJudgement> m_result;
};

} // namespace

bool isWideNetwork(std::string_view entry)
{
    const std::optional<TrustedNetwork> network = networkOf(entry);
    if (!network) {
        return false;
    }
    const auto &[bytes, isIpv6] = network->address;
    const bool isLoopback = !isIpv6 && bytes[0] == 127 && network->length >= 8;
    const bool isLinkLocal = isIpv6 && bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80 && network->length >= 10;
    return network->length < (isIpv6 ? 64 : 24) && !isLoopback && !isLinkLocal;
}

std::vector<ServerJudgement> judgePostfix(const ServerFacts &facts)
{
    Judge judge(facts);
    judge.judgePostfix();
    return judge.result();
}

std::vector<ServerJudgement> judgeServer(const ServerFacts &facts)
{
    Judge judge(facts);
    judge.judgeServer();
    return judge.result();
}

} // namespace limier
