// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mannerchange.h"

namespace limier::generator
{

MannerChange::MannerChange(Context &context, Smtpd &smtpd, std::uint32_t number, Settings settings)
    : Incident(context, smtpd, number)
    , m_settings(std::move(settings))
{
}

void MannerChange::start()
{
    plan(m_settings.begin, 0);
    plan(m_settings.end, 1);
}

void MannerChange::step(std::uint32_t isOver, Micros)
{
    for (const std::uint32_t domain : m_settings.domains) {
        if (isOver != 0) {
            m_context.world.changeManner(domain, Manner::Good);
        } else {
            m_context.world.changeManner(
                domain, m_settings.manner,
                m_settings.refusals.empty() ? std::string() : m_context.random.pick(std::span(m_settings.refusals)));
        }
    }
}

} // namespace limier::generator
