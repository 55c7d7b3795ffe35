// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guessing.h"
#include "scenes/incidents.h"

#include <algorithm>
#include <format>

namespace limier::generator::scenes
{

namespace
{

/// How an account is used by its thief.
struct Theft {
    bool isKnown = false; ///< its owner sends mail too
    bool isGuessed = false;
    bool isForged = false;
    bool isSpelled = false; ///< in three ways
    bool hasManyClients = false;
    bool hasManyRecipients = false;
    Hours hours = Hours::Any;
};

Theft anyTheft(Random &random)
{
    constexpr std::array<Hours, 3> AllHours{Hours::Any, Hours::Office, Hours::Night};
    return {random.chance(0.7),
            random.chance(0.5),
            random.chance(0.5),
            random.chance(0.25),
            random.chance(0.6),
            random.chance(0.4),
            random.pick(std::span(AllHours))};
}

std::string describe(const Theft &theft, const MailRunSettings &run, std::uint32_t recipients, const Window &window)
{
    const auto minutes = window.length() / Minute;
    return std::format("{} recipients in {} min, {} IPs, {} sender, {}, {} a mail, {} history{}{}, unknown {:.0f} %, "
                       "refused {:.0f} %",
                       recipients, minutes, run.clients.size(), theft.isForged ? "forged" : "true",
                       theft.hours == Hours::Night        ? "night"
                           : theft.hours == Hours::Office ? "office hours"
                                                          : "any hour",
                       theft.hasManyRecipients ? "many" : "few", theft.isKnown ? "with" : "no",
                       theft.isSpelled ? ", spelled three ways" : "", theft.isGuessed ? ", brute force before" : "",
                       run.unknown * 100, run.recognised * 23);
}

void guessBefore(Stage &stage, const Mailbox &mailbox, std::uint32_t incident, const Window &window,
                 std::vector<std::uint32_t> guessers)
{
    Random &random = stage.random();
    const auto before = static_cast<Micros>(logUniform(random, 0.5, 60) * static_cast<double>(Hour));
    const Micros begin = std::max(stage.start, window.begin - before);
    if (window.begin - begin < Minute) {
        return;
    }
    const auto tries = static_cast<std::uint32_t>(logUniform(random, 30, 1500));
    GuessingSettings guessing;
    guessing.incident = incident;
    guessing.clients = std::move(guessers);
    guessing.tried = {mailbox.login};
    guessing.times = moments(random, stage.zone, {begin, window.begin}, tries, Hours::Any);
    guessing.mostTries = random.chance(0.5) ? 1 : 4;
    guessing.silent = random.chance(0.3) ? 0.8 : 0.1;
    // Whoever found the password tries it out.
    MailRunSettings trial;
    trial.incident = incident;
    trial.clients = guessing.clients;
    trial.logins = {mailbox.login};
    trial.senders = {mailbox.address};
    trial.times = {window.begin - random.between(0, (window.begin - begin) / 4)};
    trial.audience = Audience::Bought;
    trial.size = {700, 1500};
    stage.add<Guessing>(std::move(guessing));
    stage.add<MailRun>(std::move(trial));
}

MailRunSettings spamRun(Stage &stage, const Theft &theft, const Mailbox &mailbox)
{
    Random &random = stage.random();
    MailRunSettings run;
    run.clients = theft.hasManyClients ? strangers(stage, static_cast<std::uint32_t>(logUniform(random, 6, 150)))
                                       : strangers(stage, 1 + random.below(2));
    run.logins = theft.isSpelled ? mailbox.spelled : std::vector{mailbox.login};
    run.senders = {mailbox.address};
    run.forged = theft.isForged ? 0.5 + random.unit() / 2 : 0;
    run.forgesOwnDomain = random.chance(0.3);
    run.audience = Audience::Bought;
    run.unknown = random.chance(0.2) ? 0.01 : logUniform(random, 0.03, 0.4);
    run.recognised = random.chance(0.2) ? 0.05 : random.unit();
    const std::uint32_t size = 1500 + random.below(30000);
    run.size = {size, size + size / 8};
    return run;
}

std::string play(Stage &stage, Theft theft, const Window &window, std::uint32_t recipients, const Demand &demand)
{
    Random &random = stage.random();
    const Mailbox mailbox = theft.isKnown ? knownMailbox(stage) : freshMailbox(stage);
    MailRunSettings run = spamRun(stage, theft, mailbox);
    run.incident = addAccountIncident(stage, mailbox);
    run.recipients = theft.hasManyRecipients ? Range{10 + random.below(20), 40 + random.below(60)} : Range{1, 3};
    run.mails = {1, random.chance(0.3) ? 5U : 1U};
    const std::uint32_t each =
        std::max(1U, (run.recipients.low + run.recipients.high) * (run.mails.low + run.mails.high) / 4);
    const std::uint32_t bursts = random.chance(0.3) ? 2 + random.below(20) : 0;
    run.times = moments(random, stage.zone, window, std::max(recipients / each, 5U), theft.hours, bursts);
    const std::string text = describe(theft, run, recipients, window);
    if (theft.isGuessed) {
        std::vector<std::uint32_t> guessers = strangers(stage, 1 + random.below(40));
        guessers.push_back(run.clients.front());
        guessBefore(stage, mailbox, run.incident, window, std::move(guessers));
    }
    stage.add<MailRun>(std::move(run));
    return text + std::string(positionText(demand.position));
}

} // namespace

std::string fastTheft(Stage &stage, const Demand &demand)
{
    Random &random = stage.random();
    const Theft theft = anyTheft(random);
    const Window window = chooseWindow(stage, demand, 0.25, 9, theft.hours);
    const auto recipients = static_cast<std::uint32_t>(logUniform(random, 150, demand.mostRecipients));
    return play(stage, theft, window, recipients, demand);
}

std::string slowTheft(Stage &stage, const Demand &demand)
{
    Random &random = stage.random();
    Theft theft = anyTheft(random);
    theft.hasManyRecipients = false;
    const Window window = chooseWindow(stage, {Position::Anywhere, demand.mostRecipients}, 30, 24 * 7, theft.hours);
    const double mailsPerHour = logUniform(random, 10, 35);
    const double hours = static_cast<double>(window.length()) / static_cast<double>(Hour);
    // Who works by night or in office hours only sends there what others spread over the day.
    const double share = theft.hours == Hours::Any ? 1 : 0.5;
    return play(stage, theft, window, static_cast<std::uint32_t>(2 * mailsPerHour * hours * share), {});
}

std::string webmailTheft(Stage &stage, const Demand &demand)
{
    Random &random = stage.random();
    World &world = stage.world();
    const bool isOld = stage.context.settings.oldWebmail;
    Theft theft = anyTheft(random);
    theft.hours = random.chance(0.5) ? Hours::Any : Hours::Office;
    const Mailbox mailbox = theft.isKnown ? knownMailbox(stage) : freshMailbox(stage);
    const Window window = chooseWindow(stage, demand, 0.5, 20, theft.hours);
    MailRunSettings run = spamRun(stage, theft, mailbox);
    run.clients = {isOld ? world.localhost() : world.self()};
    run.logins = isOld ? std::vector<std::uint32_t>() : std::vector{mailbox.webLogin};
    run.forged = 0; // the webmail gives its user's address
    // No address and no sender tells this from a mailing: what becomes of the mails has to.
    run.unknown = logUniform(random, 0.07, 0.4);
    run.recognised = 0.25 + 0.75 * random.unit();
    run.idStyle = IdStyle::Webmail;
    run.incident = addAccountIncident(stage, mailbox);
    run.recipients = theft.hasManyRecipients ? Range{10 + random.below(20), 40 + random.below(60)} : Range{1, 5};
    const auto recipients = static_cast<std::uint32_t>(logUniform(random, 250, std::max(400U, demand.mostRecipients)));
    const std::uint32_t each = (run.recipients.low + run.recipients.high) / 2;
    run.times = moments(random, stage.zone, window, std::max(recipients / each, 5U), theft.hours);
    theft.isForged = theft.isSpelled = theft.isGuessed = false;
    std::string text =
        (isOld ? "localhost without login, " : "own address, ") + describe(theft, run, recipients, window);
    stage.add<MailRun>(std::move(run));
    return text + std::string(positionText(demand.position));
}

} // namespace limier::generator::scenes
