// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace limier
{

/// The number that @p text begins with, which is shortened by it; none, and the text as it was, where there is none.
template <typename Number>
[[nodiscard]] std::optional<Number> takeNumber(std::string_view &text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// The whole of @p text as a number.
template <typename Number>
[[nodiscard]] std::optional<Number> numberOf(std::string_view text)
{
    const auto value = takeNumber<Number>(text);
    return text.empty() ? value : std::nullopt;
}

} // namespace limier
