// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guessing.h"

namespace limier::generator
{

Guessing::Guessing(Context &context, Smtpd &smtpd, std::uint32_t number, GuessingSettings settings)
    : Incident(context, smtpd, number)
    , m_settings(std::move(settings))
{
}

void Guessing::start()
{
    planAll(m_settings.times);
}

void Guessing::step(std::uint32_t, Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t number = m_smtpd.open(random.pick(std::span(m_settings.clients)));
    Session &session = m_smtpd.session(number);
    session.incident = m_settings.incident;
    session.tried = random.pick(std::span(m_settings.tried));
    session.failures = static_cast<std::uint32_t>(random.between(1, m_settings.mostTries));
    session.silent = random.chance(m_settings.silent);
    session.plain = m_settings.plain;
    session.ending = m_settings.leaves && random.chance(0.7) ? Ending::LostAfterAuth : Ending::Quit;
    m_smtpd.start(number, now);
}

} // namespace limier::generator
