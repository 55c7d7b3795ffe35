// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.h"

#include <string>

namespace limier::generator
{

/// A person's name in lower case without accents.
struct PersonName {
    std::string_view first;
    std::string_view last;
};

[[nodiscard]] PersonName randomPerson(Random &random);
/// "atelier-dumas.example": always below a top-level domain that RFC 2606 reserves.
[[nodiscard]] std::string randomDomain(Random &random);
/// Letters and digits as bots and mailing lists put them into addresses.
[[nodiscard]] std::string randomToken(Random &random, std::size_t length);

} // namespace limier::generator
