// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scene.h"

#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// The lists that other servers name when they refuse this server's mail; the subject of each suspect is its list.
[[nodiscard]] std::vector<Suspect> findListings(const Scene &scene);

/// What a reply of class Listing calls the list: a name such as "Spamhaus ZEN", or the domain that it names.
[[nodiscard]] std::string listNamedIn(std::string_view reply);

/// Where a server asks to be taken off @p list; empty if that is not known.
[[nodiscard]] std::string_view delistingPage(std::string_view list);

} // namespace limier
