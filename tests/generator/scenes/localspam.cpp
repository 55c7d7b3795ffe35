// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/incidents.h"

#include <algorithm>
#include <format>

namespace limier::generator::scenes
{

namespace
{

std::string play(Stage &stage, const Window &window, std::uint32_t recipients, std::uint32_t uid, std::string_view name)
{
    Random &random = stage.random();
    MailRunSettings run;
    run.senders = {stage.world().addAddress(std::format("{}@{}", name, World::OwnHost), World::Own)};
    run.forged = random.chance(0.4) ? random.unit() : 0;
    run.audience = Audience::Bought;
    // Shops and forums on the same host send mail, too; theirs arrives.
    run.unknown = logUniform(random, 0.06, 0.4);
    run.recognised = 0.2 + 0.8 * random.unit();
    run.recipients = random.chance(0.25) ? Range{2, 10} : Range{1, 1};
    run.size = {900, 6000};
    run.incident = stage.context.truth.addIncident(IncidentKind::LocalInjection, std::to_string(uid));
    stage.context.truth.incident(run.incident).names = {std::string(name), std::format("uid={}", uid)};
    const std::uint32_t each = (run.recipients.low + run.recipients.high) / 2;
    const std::uint32_t count = std::max(recipients / std::max(each, 1U), 10U);
    run.times = moments(random, stage.zone, window, count, Hours::Any, random.chance(0.4) ? 1 + random.below(12) : 0);
    const std::string text =
        std::format("uid {}, {} mails to {} in {} min, forged {:.0f} %, unknown {:.0f} %", uid, count, recipients,
                    window.length() / Minute, run.forged * 100, run.unknown * 100);
    stage.add<LocalRun>(stage.queue, std::move(run), uid, std::string(name));
    return text;
}

} // namespace

std::string webScript(Stage &stage, const Demand &demand)
{
    Random &random = stage.random();
    const bool isDebian = random.chance(0.6);
    const Window window = chooseWindow(stage, demand, 0.3, 60, Hours::Any);
    const auto recipients = static_cast<std::uint32_t>(logUniform(random, 150, demand.mostRecipients));
    return play(stage, window, recipients, isDebian ? 33 : 48, isDebian ? "www-data" : "apache")
        + std::string(positionText(demand.position));
}

std::string cronSpam(Stage &stage, const Demand &demand)
{
    // A login of the system that somebody got into: mails from its crontab, day and night.
    Random &random = stage.random();
    const Window window = chooseWindow(stage, demand, 6, 24 * 5, Hours::Any);
    const auto recipients = static_cast<std::uint32_t>(logUniform(random, 150, demand.mostRecipients));
    const std::uint32_t uid = 1000 + random.below(20);
    return play(stage, window, recipients, uid, random.chance(0.5) ? "deploy" : "backup")
        + std::string(positionText(demand.position));
}

} // namespace limier::generator::scenes
