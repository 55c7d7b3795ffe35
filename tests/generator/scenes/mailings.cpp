// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/traps.h"

#include <algorithm>

namespace limier::generator::scenes
{

namespace
{

/// One sending of @p list from the desk of its sender.
MailRunSettings mailing(Stage &stage, const Mailbox &mailbox, std::vector<std::uint32_t> list, Micros at)
{
    Random &random = stage.random();
    MailRunSettings run;
    run.clients = {mailbox.clients.front()};
    run.logins = {mailbox.login};
    run.senders = {mailbox.address};
    run.audience = Audience::Listed;
    const auto people = static_cast<std::uint32_t>(list.size());
    // Either blind copies, or one mail for each.
    const std::uint32_t each = random.chance(0.5) ? 30 + random.below(60) : 1;
    run.recipients = {each, each};
    const std::uint32_t mails = std::max(1U, people / each);
    const Micros wait = each == 1 ? random.between(2 * Second, 20 * Second) : random.between(Minute, 10 * Minute);
    for (std::uint32_t i = 0; i < mails; ++i) {
        run.times.push_back(at + wait * i);
    }
    run.list = std::move(list);
    const std::uint32_t size = 20000 + random.below(400000);
    run.size = {size, size + 300};
    return run;
}

} // namespace

void newsletter(Stage &stage)
{
    Random &random = stage.random();
    const Mailbox mailbox = knownMailbox(stage);
    const auto readers = static_cast<std::uint32_t>(logUniform(random, 80, 1200));
    const std::vector<std::uint32_t> list = subscribers(stage, readers, 0.005 + 0.04 * random.unit());
    const std::uint32_t issues = random.chance(0.4) ? 1 : 2 + random.below(5);
    for (const Micros at : moments(random, stage.zone, {stage.start, stage.end}, issues, Hours::Office)) {
        stage.add<MailRun>(mailing(stage, mailbox, list, at));
    }
}

void yearEndMailings(Stage &stage)
{
    Random &random = stage.random();
    const auto people = static_cast<std::uint32_t>(stage.world().people().size());
    for (std::uint32_t i = std::min(30U, 1 + people / (8 + random.below(12))); i > 0; --i) {
        const auto friends = static_cast<std::uint32_t>(logUniform(random, 25, 350));
        const std::vector<std::uint32_t> list = subscribers(stage, friends, 0.01 + 0.05 * random.unit());
        const Micros at = moments(random, stage.zone, {stage.start, stage.end}, 1, Hours::Office).front();
        stage.add<MailRun>(mailing(stage, knownMailbox(stage), list, at));
    }
}

} // namespace limier::generator::scenes
