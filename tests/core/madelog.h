// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logfolder.h"

#include <format>
#include <memory>
#include <string>
#include <string_view>

namespace limier
{

/// A log of one day, line by line: "08:00:00 smtpd ABC123: client=…".
class MadeLog
{
public:
    MadeLog &line(std::string_view time, std::string_view program, std::string_view text)
    {
        m_text += std::format("2026-06-01T{}+00:00 mx postfix/{}[7]: {}\n", time, program, text);
        return *this;
    }
    MadeLog &begin(std::string_view time, std::string_view id, std::string_view client, std::string_view user = {})
    {
        return line(time, "smtpd",
                    std::format("{}: client={}{}{}", id, client,
                                user.empty() ? "" : ", sasl_method=PLAIN, sasl_username=", user));
    }
    MadeLog &active(std::string_view time, std::string_view id, std::string_view sender, int recipients,
                    std::string_view messageId = {})
    {
        line(time, "cleanup", std::format("{}: message-id=<{}@acme>", id, messageId.empty() ? id : messageId));
        return line(time, "qmgr",
                    std::format("{}: from=<{}>, size=1000, nrcpt={} (queue active)", id, sender, recipients));
    }
    MadeLog &deliver(std::string_view time, std::string_view id, std::string_view recipient, std::string_view status,
                     std::string_view relay = "there[198.51.100.1]:25", std::string_view reply = "250 ok")
    {
        return line(time, "smtp",
                    std::format("{}: to=<{}>, relay={}, delay=1, delays=0/0/0/1, dsn=2.0.0, status={} ({})", id,
                                recipient, relay, status, reply));
    }
    MadeLog &remove(std::string_view time, std::string_view id)
    {
        return line(time, "qmgr", std::format("{}: removed", id));
    }
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] std::shared_ptr<const MailIndex> load() const
    {
        const LogFolder folder;
        folder.write(m_text);
        return folder.load();
    }

private:
    std::string m_text;
};

} // namespace limier
