// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message.h"

#include <algorithm>
#include <utility>

namespace limier::generator
{

void Mail::reset()
{
    std::vector<std::uint32_t> kept = std::move(recipients);
    kept.clear();
    *this = {};
    recipients = std::move(kept);
}

void Session::reset()
{
    std::vector<Refusal> keptRefusals = std::move(refusals);
    std::vector<Mail> keptMails = std::move(mails);
    keptRefusals.clear();
    *this = {};
    refusals = std::move(keptRefusals);
    mails = std::move(keptMails);
}

Mail &Session::addMail()
{
    if (mailCount == mails.size()) {
        mails.emplace_back();
    }
    Mail &mail = mails[mailCount++];
    mail.reset();
    return mail;
}

void Message::reset()
{
    std::string keptId = std::move(messageId);
    std::vector<Recipient> keptRecipients = std::move(recipients);
    std::vector<Group> keptGroups = std::move(groups);
    keptId.clear();
    keptRecipients.clear();
    keptGroups.clear();
    *this = {};
    messageId = std::move(keptId);
    recipients = std::move(keptRecipients);
    groups = std::move(keptGroups);
}

std::uint32_t Message::count(Status status) const
{
    return static_cast<std::uint32_t>(std::ranges::count(recipients, status, &Recipient::status));
}

} // namespace limier::generator
