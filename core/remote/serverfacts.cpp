// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/serverfacts.h"

#include <algorithm>

namespace limier
{

const std::string *ServerFacts::setting(std::string_view name) const
{
    const auto found = std::ranges::find(postfix, name, &PostfixSetting::name);
    return found == postfix.end() ? nullptr : &found->value;
}

} // namespace limier
