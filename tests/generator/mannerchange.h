// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidents.h"

#include <string>
#include <vector>

namespace limier::generator
{

/// For a while some domains treat this server in another manner.
class MannerChange : public Incident
{
public:
    struct Settings {
        std::vector<std::uint32_t> domains;
        Micros begin = 0;
        Micros end = 0;
        Manner manner = Manner::Dead;
        std::vector<std::string> refusals; ///< each domain says one of them
    };

    MannerChange(Context &context, Smtpd &smtpd, std::uint32_t number, Settings settings);
    void start() override;
    void step(std::uint32_t detail, Micros now) override;

private:
    Settings m_settings;
};

} // namespace limier::generator
