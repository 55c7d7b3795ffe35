// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/traps.h"

#include <format>

namespace limier::generator::scenes
{

void autoReplies(Stage &stage)
{
    // The core of BlueMind answers for those on holiday, under its own login and with an empty sender or theirs.
    Random &random = stage.random();
    World &world = stage.world();
    MailRunSettings run;
    run.clients = {world.self()};
    run.logins = {world.addUser("admin0@global.virt")};
    run.senders = {world.nobody()};
    for (int i = 0; i < 12; ++i) {
        run.senders.push_back(world.anyPerson(random).address);
    }
    run.audience = Audience::Contacts;
    run.idStyle = IdStyle::Webmail;
    const double days = static_cast<double>(stage.end - stage.start) / static_cast<double>(Day);
    run.times = moments(random, stage.zone, {stage.start, stage.end},
                        5 + static_cast<std::uint32_t>(days * logUniform(random, 30, 500)), Hours::Any);
    run.size = {1500, 5000};
    stage.add<MailRun>(std::move(run));
}

void strayBounces(Stage &stage)
{
    Random &random = stage.random();
    World &world = stage.world();
    MailRunSettings run;
    for (int i = 0; i < 20; ++i) {
        run.clients.push_back(random.pick(std::span(world.domain(world.anyDomain(random)).hosts)).client);
    }
    run.senders = {world.nobody()};
    run.audience = Audience::Listed;
    run.list = {world.anyPerson(random).address};
    run.fromOutside = true;
    const Window window = chooseWindow(stage, {}, 4, 60, Hours::Any);
    run.times = moments(random, stage.zone, window, 10 + random.below(50), Hours::Any);
    run.size = {3000, 20000};
    stage.add<MailRun>(std::move(run));
}

} // namespace limier::generator::scenes
