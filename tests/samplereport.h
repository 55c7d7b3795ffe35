// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "report/textsink.h"

#include <QBuffer>

#include <limits>

namespace limier
{

/// A small report in which every kind of record occurs, with names as an attacker would choose them.
inline Report sampleReport()
{
    using namespace std::string_literals;
    constexpr double NoUsual = std::numeric_limits<double>::quiet_NaN();
    constexpr UtcSeconds Morning = 1781416800; // 2026-06-14T06:00:00Z
    Report report;
    report.timezone = "Europe/Paris";
    report.since = Morning;
    report.inputs = {
        {.path = "/var/log/mail.log",
         .bytes = 1234567,
         .lines = 9001,
         .first = Morning,
         .last = Morning + 86399,
         .errors = {{.code = ErrorCode::LineTooLong, .subject = "/var/log/mail.log", .position = 1500, .value = 1}}},
        {.path = "old |`<b>\x1b[31m/mail.log.2.gz",
         .bytes = 4096,
         .lines = 12,
         .first = Morning - 9000,
         .last = Morning - 8000,
         .errors = {{.code = ErrorCode::TruncatedCompression,
                     .subject = "old |`<b>\x1b[31m/mail.log.2.gz",
                     .position = 4096},
                    {.code = ErrorCode::ReadFailed,
                     .subject = "old |`<b>\x1b[31m/mail.log.2.gz",
                     .position = 4096,
                     .detail = "Input/output error"}}},
        {.path = "nowhere", .errors = {{.code = ErrorCode::NotFound, .subject = "nowhere"}}},
    };
    report.totals = {.lines = 9013,
                     .postfixLines = 8000,
                     .unrecognisedLines = 13,
                     .messages = 1500,
                     .recipients = 24000,
                     .outcome = {.sent = 20000, .deferred = 3000, .bounced = 900, .expired = 1},
                     .rejected = 77,
                     .authFailures = 1038};
    report.users = {
        {.user = "admin@acme.tld",
         .messages = 1200,
         .recipients = 23000,
         .outcome = {.sent = 19000, .deferred = 3000, .bounced = 900, .expired = 1},
         .queued = 99,
         .clients = {"192.0.2.1", "192.0.2.2", "198.51.100.7", "2001:db8::1", "203.0.113.9"},
         .senders = 845,
         .authFailures = 38,
         .first = Morning,
         .last = Morning + 7200},
        {.user = "=cmd|' /C calc'!A0", .messages = 2, .recipients = 2, .clients = {"192.0.2.1"}, .senders = 1},
        {.user = "a;=1+1", .messages = 1, .first = Morning, .last = Morning},
        {.user = "\"quoted, name\"\r\n\t\\", .messages = 1},
        {.user = "caf\xe9 \xe2\x80\xaegnp.exe \xf0\x9f\x92\x8c \xef\xbb\xbf\x7f\0"s, .messages = 1},
        {.user = "<script>alert(1)</script> [x](http://evil.tld) ![i](y) **b** &lt; | `", .messages = 1},
        {.user = "-2+3", .messages = 0, .authFailures = 1000},
    };
    report.clients = {
        {.ip = "192.0.2.1",
         .name = "host.example.net",
         .messages = 1000,
         .authenticated = 990,
         .unauthenticated = 10,
         .relayed = 3,
         .recipients = 20000,
         .outcome = {.sent = 18000, .deferred = 2000},
         .rejected = 70,
         .authFailures = 38,
         .users = {"=cmd|' /C calc'!A0", "admin@acme.tld"}},
        {.ip = "2001:db8::1", .messages = 200, .authenticated = 200, .recipients = 300, .users = {"admin@acme.tld"}},
    };
    report.senders = {
        {.sender = "info@acme.tld", .messages = 1100, .recipients = 22000, .users = 2, .clients = 3},
        {.sender = "", .messages = 100, .recipients = 100, .clients = 1},
        {.sender = "@SUM(1)", .messages = 1, .recipients = 1, .users = 1, .clients = 1},
    };
    report.suspects = {
        {.kind = SuspectKind::CompromisedAccount,
         .subject = "admin@acme.tld",
         .severity = Severity::Critical,
         .confidence = 0.97,
         .first = Morning,
         .last = Morning + 7200,
         .messages = 1200,
         .recipients = 23000,
         .outcome = {.sent = 19000, .deferred = 3000, .bounced = 900, .expired = 1},
         .queued = 99,
         .authFailures = 38,
         .networks = 4,
         .users = {"admin", "admin@acme.tld"},
         .clients = {"192.0.2.1", "2001:db8::1"},
         .firstFailure = Morning - 600,
         .firstSuccess = Morning - 60,
         .peak = Morning + 600,
         .reasons = {{SignalCode::StrangeSenders, 0.83, 0, 1.8, {}}, {SignalCode::KnownBulk, 4, NoUsual, -0.67, {}}},
         .evidence = {{"/var/log/mail.log", 17, "Jun 14 08:00:00 mx postfix/smtpd[1]: \x1b[31m|`<b>"s}}},
        {.kind = SuspectKind::Reputation,
         .subject = "=cmd|`x`",
         .severity = Severity::Low,
         .confidence = 0.3,
         .messages = 1,
         .reasons = {{SignalCode::Listed, 2, NoUsual, 3, "=cmd|`x`"}}},
    };
    report.gaps = {{.path = "/var/log/mail.log", .line = 4711, .lost = 250}};
    return report;
}

/// What a writer makes of @p report.
inline QByteArray written(void (*writer)(const Report &, TextSink &), const Report &report)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TextSink sink(buffer);
    writer(report, sink);
    return sink.finish() ? buffer.data() : QByteArray();
}

} // namespace limier
