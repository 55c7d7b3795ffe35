// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidents.h"

#include <vector>

namespace limier::generator
{

/// Failed logins that one hand makes. A value.
struct GuessingSettings {
    std::uint32_t incident = None;
    std::vector<std::uint32_t> clients;
    std::vector<std::uint32_t> tried; ///< users
    std::vector<Micros> times;        ///< of the connections
    std::uint32_t mostTries = 1;      ///< over one connection
    double silent = 0;                ///< share of connections whose failures have no line of their own
    bool plain = false;               ///< AUTH PLAIN, as mail programs do
    bool leaves = true;               ///< breaks the connection off after the failure, as bots do
};

/// Tries passwords and finds none.
class Guessing : public Incident
{
public:
    Guessing(Context &context, Smtpd &smtpd, std::uint32_t number, GuessingSettings settings);
    void start() override;
    void step(std::uint32_t detail, Micros now) override;

private:
    GuessingSettings m_settings;
};

} // namespace limier::generator
