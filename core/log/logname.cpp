// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/logname.h"

#include "log/asciitext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace limier
{

namespace
{

using namespace std::string_view_literals;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int number(std::string_view digits)
{
    int value = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// The day that "20260614" or "2026-06-14" at the start of @p text names, and the length of it.
struct DayInName {
    std::chrono::sys_days day;
    std::size_t length;
};

std::optional<DayInName> dayAt(std::string_view text)
{
    const std::size_t separator = text.size() > 4 && (text[4] == '-' || text[4] == '_') ? 1 : 0;
    const std::size_t length = 8 + 2 * separator;
    if (text.size() < length || (separator == 1 && text[7] != text[4])) {
        return std::nullopt;
    }
    const std::string_view year = text.substr(0, 4);
    const std::string_view month = text.substr(4 + separator, 2);
    const std::string_view day = text.substr(6 + 2 * separator, 2);
    if (!std::ranges::all_of(year, isDigit) || !std::ranges::all_of(month, isDigit)
        || !std::ranges::all_of(day, isDigit)) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{number(year)},
                                           std::chrono::month{static_cast<unsigned>(number(month))},
                                           std::chrono::day{static_cast<unsigned>(number(day))}};
    if (!date.ok() || number(year) < 1990 || number(year) > 2100) {
        return std::nullopt;
    }
    return DayInName{.day = date, .length = length};
}

/// Finds a day behind a separator; takes it and the time of day behind it out of @p name.
std::optional<std::chrono::sys_days> takeDay(std::string &name)
{
    for (std::size_t i = 0; i + 1 < name.size(); ++i) {
        if (name[i] != '-' && name[i] != '.' && name[i] != '_') {
            continue;
        }
        const std::optional<DayInName> found = dayAt(std::string_view(name).substr(i + 1));
        if (!found) {
            continue;
        }
        std::size_t end = i + 1 + found->length;
        while (end < name.size()
               && (isDigit(name[end])
                   || ((name[end] == '-' || name[end] == '_') && end + 1 < name.size() && isDigit(name[end + 1])))) {
            ++end;
        }
        name.erase(i, end - i);
        return found->day;
    }
    return std::nullopt;
}

} // namespace

LogName parseLogName(std::string_view name)
{
    constexpr std::array Compressions{".gz"sv, ".bz2"sv, ".xz"sv, ".zst"sv, ".z"sv};
    constexpr std::int64_t OlderThanAnyDay = 1'000'000;
    LogName result;
    result.base = lowerAscii(name);
    std::string &base = result.base;
    for (bool again = true; again;) {
        const auto *const found =
            std::ranges::find_if(Compressions, [&base](std::string_view ending) { return base.ends_with(ending); });
        again = found != Compressions.end();
        base.erase(base.size() - (again ? found->size() : 0));
    }
    if (const std::optional<std::chrono::sys_days> day = takeDay(base)) {
        result.age = OlderThanAnyDay - day->time_since_epoch().count();
        result.latest = std::chrono::sys_seconds(*day + std::chrono::days{1}).time_since_epoch().count();
        return result;
    }
    const std::size_t dot = base.rfind('.');
    const std::string_view ending =
        dot == std::string::npos ? std::string_view() : std::string_view(base).substr(dot + 1);
    if (dot > 0 && !ending.empty() && ending.size() <= 5 && std::ranges::all_of(ending, isDigit)) {
        result.age = number(ending) + 1;
        base.resize(dot);
    }
    return result;
}

bool isMailLogName(std::string_view base)
{
    constexpr std::array Names{"mail"sv,      "mail.log"sv,   "maillog"sv,      "mail.info"sv,
                               "mail.warn"sv, "mail.err"sv,   "mail.warning"sv, "postfix.log"sv,
                               "postfix"sv,   "zimbra.log"sv, "mail.log.old"sv, "maillog.old"sv};
    return std::ranges::contains(Names, base);
}

} // namespace limier
