// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mannerchange.h"
#include "scenes/incidents.h"

#include <algorithm>
#include <format>

namespace limier::generator::scenes
{

namespace
{

struct List {
    std::string_view name;
    std::string_view other; ///< what else it is known by
    std::string_view refusal;
};

// As the servers that use these lists word it.
constexpr std::array<List, 6> Lists{
    {{"zen.spamhaus.org", "spamhaus",
      "host %h said: 554 5.7.1 Service unavailable; Client host [%s] blocked using zen.spamhaus.org; "
      "https://www.spamhaus.org/query/ip/%s (in reply to RCPT TO command)"},
     {"b.barracudacentral.org", "barracuda",
      "host %h said: 554 5.7.1 Service unavailable; Client host [%s] blocked using b.barracudacentral.org; "
      "http://www.barracudanetworks.com/reputation/?pr=1&ip=%s (in reply to RCPT TO command)"},
     {"bl.spamcop.net", "spamcop",
      "host %h said: 550 5.7.1 Service unavailable; client [%s] blocked using bl.spamcop.net; Blocked - see "
      "https://www.spamcop.net/bl.shtml?%s (in reply to RCPT TO command)"},
     {"S3150", "outlook",
      "host %h said: 550 5.7.1 Unfortunately, messages from [%s] weren't sent. Please contact your Internet service "
      "provider since part of their network is on our block list (S3150). You can also refer your provider to "
      "http://mail.live.com/mail/troubleshooting.aspx#errors. (in reply to MAIL FROM command)"},
     {"dnsbl.sorbs.net", "sorbs",
      "host %h said: 554 5.7.1 Service unavailable; Client host [%s] blocked using dnsbl.sorbs.net; Currently Sending "
      "Spam See: http://www.sorbs.net/lookup.shtml?%s (in reply to RCPT TO command)"},
     {"dnsbl-1.uceprotect.net", "uceprotect",
      "host %h said: 554 5.7.1 Service unavailable; Client host [%s] blocked using dnsbl-1.uceprotect.net; IP %s is "
      "UCEPROTECT-Level 1 listed. See http://www.uceprotect.net/rblcheck.php?ipr=%s (in reply to RCPT TO command)"}}};

} // namespace

std::string blocklisted(Stage &stage, const Demand &)
{
    Random &random = stage.random();
    World &world = stage.world();
    const List list = random.pick(std::span(Lists));
    const Micros before = std::min(random.between(8 * Hour, 6 * Day), (stage.end - stage.start) * 7 / 10);
    const double share = 0.15 + 0.55 * random.unit();
    MannerChange::Settings settings{
        {}, stage.end - before, stage.end + Day, Manner::Refusing, {std::string(list.refusal)}};
    if (random.chance(0.25)) {
        settings.manner = Manner::Deferring;
    }
    // The large providers have lists of their own; who listens to the others is spread over the rest.
    for (std::uint32_t domain = list.name == "S3150" ? 1 : 3; domain < world.domainCount(); ++domain) {
        if (list.name == "S3150" ? domain <= 2 : random.chance(share)) {
            settings.domains.push_back(domain);
        }
    }
    const std::uint32_t incident = stage.context.truth.addIncident(IncidentKind::Reputation, std::string(list.name));
    stage.context.truth.incident(incident).names = {std::string(list.other)};
    std::string text = std::format("{}, {} of {} domains, {} h before the end", list.name, settings.domains.size(),
                                   world.domainCount(), before / Hour);
    stage.add<MannerChange>(std::move(settings));
    return text;
}

} // namespace limier::generator::scenes
