// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <array>
#include <format>

namespace limier::generator
{

namespace
{

std::string jsonText(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        if (static_cast<unsigned char>(c) < 0x20) {
            result += std::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            result += c;
        }
    }
    return result += '"';
}

std::string jsonText(const std::vector<std::string_view> &texts)
{
    std::string result = "[";
    for (const std::string_view text : texts) {
        result += (result.size() > 1 ? ", " : "") + jsonText(text);
    }
    return result += ']';
}

/// null for 0.
std::string timeText(std::int64_t seconds)
{
    return seconds == 0 ? "null" : jsonText(utcText(seconds));
}

std::string fields(const Outcomes &outcomes)
{
    return std::format(R"("sent": {}, "deferred": {}, "bounced": {}, "expired": {})", outcomes.sent, outcomes.deferred,
                       outcomes.bounced, outcomes.expired);
}

std::string row(const Report::User &user)
{
    return std::format(R"({{"user": {}, "messages": {}, "recipients": {}, {}, "queued": {}, "clients": {}, )"
                       R"("senders": {}, "auth_failures": {}, "first": {}, "last": {}}})",
                       jsonText(user.user), user.messages, user.recipients, fields(user.outcomes), user.queued,
                       jsonText(user.clients), user.senders, user.authFailures, timeText(user.first),
                       timeText(user.last));
}

std::string row(const Report::Client &client)
{
    return std::format(R"({{"ip": {}, "name": {}, "messages": {}, "authenticated": {}, "unauthenticated": {}, )"
                       R"("relayed": {}, "recipients": {}, {}, "rejected": {}, "auth_failures": {}, "users": {}}})",
                       jsonText(client.ip), jsonText(client.name), client.messages, client.authenticated,
                       client.messages - client.authenticated, client.relayed, client.recipients,
                       fields(client.outcomes), client.rejected, client.authFailures, jsonText(client.users));
}

std::string row(const Report::Sender &sender)
{
    return std::format(R"({{"sender": {}, "messages": {}, "recipients": {}, "users": {}, "clients": {}}})",
                       jsonText(sender.sender), sender.messages, sender.recipients, sender.users, sender.clients);
}

std::string row(const Report::Incident &incident)
{
    constexpr std::array<std::string_view, 6> Kinds{"compromised-account", "relaying-client", "brute-force",
                                                    "local-injection",     "backscatter",     "reputation"};
    return std::format(R"({{"kind": {}, "subject": {}, "first": {}, "last": {}, "messages": {}, "recipients": {}, )"
                       R"("auth_failures": {}, "first_failure": {}}})",
                       jsonText(Kinds[static_cast<std::size_t>(incident.kind)]), jsonText(incident.subject),
                       timeText(incident.first), timeText(incident.last), incident.messages, incident.recipients,
                       incident.authFailures, timeText(incident.firstFailure));
}

template <typename Row>
void addList(std::string &json, std::string_view key, const std::vector<Row> &rows)
{
    json += std::format(",\n  {}: [", jsonText(key));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        json += (i == 0 ? "\n    " : ",\n    ") + row(rows[i]);
    }
    json += rows.empty() ? "]" : "\n  ]";
}

} // namespace

std::string toJson(const Report &report)
{
    const Report::Totals &totals = report.totals;
    std::string json = "{\n  \"format\": \"limier-truth\",\n  \"version\": 1,\n  \"totals\": ";
    json += std::format(R"({{"lines": {}, "postfix_lines": {}, "unrecognised_lines": 0, "messages": {}, )"
                        R"("recipients": {}, {}, "rejected": {}, "auth_failures": {}}})",
                        totals.lines, totals.postfixLines, totals.messages, totals.recipients, fields(totals.outcomes),
                        totals.rejected, totals.authFailures);
    addList(json, "users", report.users);
    addList(json, "clients", report.clients);
    addList(json, "senders", report.senders);
    addList(json, "incidents", report.incidents);
    return json += "\n}\n";
}

} // namespace limier::generator
