// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guessing.h"
#include "scenes/traps.h"

#include <algorithm>

namespace limier::generator::scenes
{

namespace
{

std::uint32_t during(const Window &window, double perDay)
{
    return 1 + static_cast<std::uint32_t>(perDay * static_cast<double>(window.length()) / static_cast<double>(Day));
}

} // namespace

void traveller(Stage &stage)
{
    // Trains, hotels and mobile networks: many addresses, the hand of one person.
    Random &random = stage.random();
    const Mailbox mailbox = knownMailbox(stage);
    const Window window = chooseWindow(stage, {}, 8, 24 * 6, Hours::Office);
    MailRunSettings run;
    run.clients = strangers(stage, 4 + random.below(25));
    run.logins = random.chance(0.3) ? mailbox.spelled : std::vector{mailbox.login};
    run.senders = {mailbox.address};
    run.recipients = {1, 4};
    run.times = moments(random, stage.zone, window, during(window, logUniform(random, 10, 60)),
                        random.chance(0.7) ? Hours::Office : Hours::Any);
    run.size = {1500, 200000};
    run.typos = true;
    stage.add<MailRun>(std::move(run));
}

void newEmployee(Stage &stage)
{
    Random &random = stage.random();
    const Mailbox mailbox = freshMailbox(stage);
    const Micros first = stage.start + (stage.end - stage.start) * random.between(20, 80) / 100;
    MailRunSettings run;
    run.clients = mailbox.clients;
    run.logins = {mailbox.login};
    run.senders = {mailbox.address};
    run.recipients = {1, 3};
    const Window window{first, stage.end};
    run.times = moments(random, stage.zone, window, during(window, logUniform(random, 8, 50)), Hours::Office);
    run.size = {1500, 60000};
    run.typos = true;
    // "I am the new one": to all customers of the predecessor.
    MailRunSettings greeting = run;
    greeting.audience = Audience::Listed;
    greeting.list = subscribers(stage, 20 + random.below(80), 0.03);
    greeting.recipients = {20, 50};
    greeting.times = moments(random, stage.zone, window, 1 + random.below(3), Hours::Office);
    stage.add<MailRun>(std::move(run));
    stage.add<MailRun>(std::move(greeting));
}

void forgottenPhone(Stage &stage)
{
    Random &random = stage.random();
    const Mailbox mailbox = knownMailbox(stage);
    const Window window = chooseWindow(stage, {}, 6, 24 * 10, Hours::Any);
    GuessingSettings phone;
    phone.clients = {random.chance(0.5) ? mailbox.clients.back() : mailbox.clients[1]};
    phone.tried = {mailbox.login};
    phone.times = moments(random, stage.zone, window, during(window, logUniform(random, 200, 900)), Hours::Any);
    phone.plain = random.chance(0.6);
    phone.leaves = random.chance(0.3);
    phone.silent = random.chance(0.3) ? 1 : 0.1;
    // The same person sends from there with another device.
    MailRunSettings run;
    run.clients = phone.clients;
    run.logins = {mailbox.login};
    run.senders = {mailbox.address};
    run.recipients = {1, 2};
    run.times = moments(random, stage.zone, {stage.start, stage.end}, during({stage.start, stage.end}, 5), Hours::Any);
    stage.add<Guessing>(std::move(phone));
    stage.add<MailRun>(std::move(run));
}

} // namespace limier::generator::scenes
