// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/madelog.h"

#include <QRegularExpression>
#include <QString>
#include <QTest>

#include <array>
#include <string>

namespace limier
{

/// What an attacker may put into a login, a name or an address.
inline const std::array<std::string, 7> HostileTexts{"<img src=x>",           "<b>bold</b>", "\x1b[2J", "a\u202eb",
                                                     std::string(10000, 'x'), "=cmd()",      "a;=cmd()"};

/// ann sends from two clients, Bob from one, nobody from a third; logins fail, a recipient is refused.
inline MadeLog tableLog()
{
    MadeLog log;
    log.begin("08:00:00", "A1B2C3D4E5", "a.test[192.0.2.1]", "ann")
        .active("08:00:01", "A1B2C3D4E5", "ann@acme.test", 2);
    log.deliver("08:00:02", "A1B2C3D4E5", "x@there.test", "sent");
    log.deliver("08:00:03", "A1B2C3D4E5", "y@there.test", "deferred", "there[198.51.100.1]:25", "450 later");
    log.begin("09:00:00", "B1B2C3D4E5", "unknown[192.0.2.77]", "ann")
        .active("09:00:01", "B1B2C3D4E5", "other@acme.test", 1);
    log.deliver("09:00:02", "B1B2C3D4E5", "x@there.test", "bounced", "there[198.51.100.1]:25", "550 no")
        .remove("09:00:03", "B1B2C3D4E5");
    for (int i = 0; i < 10; ++i) {
        const std::string id = std::format("C{}B2C3D4E5", i);
        const std::string time = std::format("10:00:{:02}", i);
        log.begin(time, id, "b.test[198.51.100.2]", "Bob").active(time, id, "bob@acme.test", 1);
        log.deliver(time, id, "z@there.test", "sent").remove(time, id);
    }
    log.begin("11:00:00", "D1B2C3D4E5", "c.test[203.0.113.3]").active("11:00:01", "D1B2C3D4E5", "", 1);
    log.deliver("11:00:02", "D1B2C3D4E5", "ann@acme.test", "sent").remove("11:00:03", "D1B2C3D4E5");
    for (int i = 0; i < 3; ++i) {
        log.line(std::format("07:00:0{}", i), "smtpd",
                 "warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: authentication failure, "
                 "sasl_username=ann");
    }
    log.line("07:30:00", "smtpd",
             "NOQUEUE: reject: RCPT from d.test[203.0.113.4]: 554 5.7.1 <q@far.test>: Relay access denied; "
             "from=<s@far.test> to=<q@far.test> proto=ESMTP helo=<d>");
    return log;
}

inline MadeLog hostileLog()
{
    MadeLog log;
    int second = 0;
    for (const std::string &text : HostileTexts) {
        const std::string id = std::format("E{}B2C3D4E5", second);
        const std::string time = std::format("12:00:{:02}", second++);
        log.begin(time, id, std::format("{}[192.0.2.{}]", text, second), text).active(time, id, text, 1);
        log.deliver(time, id, text, "bounced", text + "[198.51.100.1]:25", text);
        log.line(time, "smtpd",
                 std::format("warning: h[192.0.2.{}]: SASL LOGIN authentication failed: no, sasl_username={}", second,
                             text));
        log.line(time, "smtpd",
                 std::format("NOQUEUE: reject: RCPT from h[192.0.2.{}]: 554 5.7.1 refused {} here; from=<a@b> to=<c@d>",
                             second, text));
    }
    return log;
}

/// Whether a text could do harm where it is shown as plain text.
inline bool isHarmless(const QString &text)
{
    static const QRegularExpression Harmful(QStringLiteral("[\\x{00}-\\x{1f}\\x{7f}-\\x{9f}\\x{2028}-\\x{202e}]"));
    return !text.contains(Harmful);
}

} // namespace limier
