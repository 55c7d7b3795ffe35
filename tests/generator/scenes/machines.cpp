// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/traps.h"

#include <algorithm>
#include <format>

namespace limier::generator::scenes
{

namespace
{

MailRunSettings machine(Stage &stage, std::string_view name, std::string_view local)
{
    Random &random = stage.random();
    MailRunSettings run;
    const std::string host = random.chance(0.6) ? std::format("{}.{}", name, World::OwnDomain) : std::string("unknown");
    run.clients = {stage.world().addClient(std::format("10.0.4.{}", random.between(10, 250)), host)};
    run.senders = {ownAddress(stage, local)};
    return run;
}

std::uint32_t perDay(const Stage &stage, double count)
{
    return 1
        + static_cast<std::uint32_t>(count * static_cast<double>(stage.end - stage.start) / static_cast<double>(Day));
}

} // namespace

void monitoringMachine(Stage &stage)
{
    // A few people on call, some of them with an address elsewhere; storms when something is down.
    Random &random = stage.random();
    MailRunSettings run = machine(stage, "nagios", "supervision");
    run.audience = Audience::Listed;
    run.list = subscribers(stage, 1 + random.below(4), 0);
    run.list.push_back(stage.world().anyPerson(random).address);
    run.size = {1200, 2500};
    run.times = moments(random, stage.zone, {stage.start, stage.end}, perDay(stage, logUniform(random, 20, 400)),
                        Hours::Any, random.chance(0.5) ? 0 : perDay(stage, 3));
    stage.add<MailRun>(std::move(run));
}

void faxMachine(Stage &stage)
{
    // Scans for people of the house, now and then for a customer.
    Random &random = stage.random();
    MailRunSettings run = machine(stage, "fax", "fax");
    run.audience = Audience::Listed;
    for (int i = 0; i < 40; ++i) {
        run.list.push_back(random.chance(0.6) ? stage.world().anyPerson(random).address
                                              : stage.world().anyContact(random));
    }
    run.size = {60000, 900000};
    run.times =
        moments(random, stage.zone, {stage.start, stage.end}, perDay(stage, logUniform(random, 5, 120)), Hours::Office);
    stage.add<MailRun>(std::move(run));
}

void invoicingMachine(Stage &stage)
{
    // Invoices and orders for customers, each working day.
    Random &random = stage.random();
    MailRunSettings run = machine(stage, "erp", "facturation");
    run.audience = Audience::Listed;
    run.list = subscribers(stage, 60 + random.below(300), 0.01 + 0.02 * random.unit());
    run.size = {40000, 90000};
    run.times = moments(random, stage.zone, {stage.start, stage.end}, perDay(stage, logUniform(random, 20, 200)),
                        Hours::Office);
    stage.add<MailRun>(std::move(run));
}

void webShop(Stage &stage)
{
    Random &random = stage.random();
    MailRunSettings run;
    run.senders = {ownAddress(stage, "boutique")};
    run.audience = Audience::Listed;
    run.list = subscribers(stage, 400, 0.01 + 0.02 * random.unit());
    run.size = {6000, 15000};
    run.times =
        moments(random, stage.zone, {stage.start, stage.end}, perDay(stage, logUniform(random, 5, 120)), Hours::Any);
    stage.add<LocalRun>(stage.queue, std::move(run), 33U, std::string("www-data"));
}

} // namespace limier::generator::scenes
