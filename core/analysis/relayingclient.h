// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scene.h"
#include "analysis/sendingsignals.h"

#include <vector>

namespace limier
{

/// Mail that leaves this server again though nobody logged in for it, by who handed it in.
struct Relayed {
    struct Group {
        std::uint32_t key = NoPlace;      ///< ClientId, or the number of a local user
        std::vector<std::uint32_t> mails; ///< places in MailFacts::mails, in their order
    };

    std::vector<Group> clients;    ///< hosts other than this one
    std::vector<Group> localUsers; ///< by pickup
};

/// @p scene: its domains are asked which recipients are elsewhere.
[[nodiscard]] Relayed findRelayed(const Scene &scene);

/// Machines that hand in mail for others without a login, and the open relay if there are many of them outside.
[[nodiscard]] std::vector<Suspect> findRelayingClients(const Scene &scene, const Relayed &relayed,
                                                       CourseReader &reader);

/// Local users whose programs send mail elsewhere.
[[nodiscard]] std::vector<Suspect> findLocalInjection(const Scene &scene, const Relayed &relayed, CourseReader &reader);

} // namespace limier
