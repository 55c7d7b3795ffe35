// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/traps.h"

#include <format>

namespace limier::generator::scenes
{

namespace
{

std::vector<Micros> postings(Stage &stage, double perDay)
{
    const double days = static_cast<double>(stage.end - stage.start) / static_cast<double>(Day);
    return moments(stage.random(), stage.zone, {stage.start, stage.end}, 1 + static_cast<std::uint32_t>(days * perDay),
                   Hours::Office);
}

} // namespace

void expandedList(Stage &stage)
{
    // Members write from where they are; the server sends it to all of them, most elsewhere.
    Random &random = stage.random();
    World &world = stage.world();
    MailRunSettings run;
    run.list = subscribers(stage, 20 + random.below(150), 0.01);
    for (int i = 0; i < 8; ++i) {
        const std::uint32_t domain = world.anyDomain(random);
        run.clients.push_back(random.pick(std::span(world.domain(domain).hosts)).client);
        run.senders.push_back(random.pick(std::span(world.domain(domain).contacts)));
    }
    run.audience = Audience::Everyone;
    run.fromOutside = true;
    run.times = postings(stage, logUniform(random, 1, 10));
    stage.add<MailRun>(std::move(run));
}

void listManager(Stage &stage)
{
    Random &random = stage.random();
    World &world = stage.world();
    MailRunSettings run;
    run.list = subscribers(stage, 40 + random.below(250), 0.02);
    run.clients = {world.localhost()};
    run.senders = {ownAddress(stage, std::format("liste{}-bounces", random.below(9)))};
    run.audience = Audience::Everyone;
    run.times = postings(stage, logUniform(random, 1, 10));
    stage.add<MailRun>(std::move(run));
}

} // namespace limier::generator::scenes
