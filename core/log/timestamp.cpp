// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/timestamp.h"

#include "log/calendar.h"

#include <array>
#include <bit>
#include <cstring>

namespace limier
{

namespace
{

using calendar::Day;
using calendar::daysToYear;
using calendar::isLeap;
using calendar::LeapDayStart;
using calendar::MarchStart;
using calendar::secondsInYear;

// Event keeps the seconds in 32 unsigned bits, zone offset included.
constexpr int FirstYear = 1971;
constexpr int LastYear = 2105;
constexpr int LargestOffsetHours = 18;

constexpr std::array<int, 13> DaysBeforeMonth{0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366};

/// Seconds from 1970 to the starts of the years that are read.
constexpr auto YearStarts = [] {
    std::array<std::int64_t, LastYear - FirstYear + 1> starts{};
    for (int year = FirstYear; year <= LastYear; ++year) {
        starts[static_cast<std::size_t>(year - FirstYear)] = daysToYear(year) * Day;
    }
    return starts;
}();

constexpr int digit(char c)
{
    return static_cast<unsigned char>(c) - '0';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr std::uint64_t littleEndian(std::uint64_t word)
{
    return std::endian::native == std::endian::big ? std::byteswap(word) : word;
}

/**
 * Eight characters at once, of which the pattern gives the separators and a '0' for each digit. Digits are those bytes
 * that lie below ten once the pattern is taken away; separators then are zero.
 */
class DigitWord
{
public:
    consteval explicit DigitWord(const char (&pattern)[9])
    {
        for (int i = 0; i < 8; ++i) {
            const bool isDigit = pattern[i] == '0';
            const bool isAny = pattern[i] == '?';
            set(m_pattern, i, isAny ? 0 : static_cast<unsigned char>(pattern[i]));
            set(m_wrong, i, isDigit ? 0xf0 : isAny ? 0 : 0xff);
            set(m_toTen, i, isDigit ? 6 : 0);
            set(m_used, i, isAny ? 0 : 0xff);
        }
    }

    /// False if @p text (eight readable characters) does not fit. Byte i of @p pairs: the number of digits i and i + 1.
    bool read(const char *text, std::uint64_t &pairs) const
    {
        std::uint64_t word = 0;
        std::memcpy(&word, text, 8);
        word = (littleEndian(word) ^ m_pattern) & m_used;
        pairs = word * 10 + (word >> 8);
        return ((word | (word + m_toTen)) & m_wrong) == 0;
    }

    static constexpr std::int64_t at(std::uint64_t pairs, int place)
    {
        return static_cast<std::int64_t>((pairs >> (8 * place)) & 0xff);
    }

private:
    static constexpr void set(std::uint64_t &word, int place, unsigned value)
    {
        word |= std::uint64_t{value} << (8 * place);
    }

    std::uint64_t m_pattern = 0;
    std::uint64_t m_wrong = 0; ///< bits that no fitting text has
    std::uint64_t m_toTen = 0; ///< brings a byte above nine to sixteen
    std::uint64_t m_used = 0;
};

/// Reads "hh:mm:ss"; -1 if it is none.
std::int64_t clockSeconds(const char *text)
{
    constexpr DigitWord Clock("00:00:00");
    std::uint64_t pairs = 0;
    if (!Clock.read(text, pairs)) {
        return -1;
    }
    const std::int64_t hours = DigitWord::at(pairs, 0);
    const std::int64_t minutes = DigitWord::at(pairs, 3);
    const std::int64_t seconds = DigitWord::at(pairs, 6);
    return hours > 23 || minutes > 59 || seconds > 60 ? -1 : hours * 3600 + minutes * 60 + seconds;
}

constexpr std::uint32_t monthKey(char a, char b, char c)
{
    return static_cast<std::uint32_t>(static_cast<unsigned char>(a))
        | static_cast<std::uint32_t>(static_cast<unsigned char>(b)) << 8
        | static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 16;
}

/// 0 to 11, -1 if it is no month. Postfix' and the system's log daemons always write English ones.
int monthOf(const char *text)
{
    switch (monthKey(text[0], text[1], text[2])) {
    case monthKey('J', 'a', 'n'):
        return 0;
    case monthKey('F', 'e', 'b'):
        return 1;
    case monthKey('M', 'a', 'r'):
        return 2;
    case monthKey('A', 'p', 'r'):
        return 3;
    case monthKey('M', 'a', 'y'):
        return 4;
    case monthKey('J', 'u', 'n'):
        return 5;
    case monthKey('J', 'u', 'l'):
        return 6;
    case monthKey('A', 'u', 'g'):
        return 7;
    case monthKey('S', 'e', 'p'):
        return 8;
    case monthKey('O', 'c', 't'):
        return 9;
    case monthKey('N', 'o', 'v'):
        return 10;
    case monthKey('D', 'e', 'c'):
        return 11;
    default:
        return -1;
    }
}

/// Reads ".123456" at @p at, returns the place behind it.
std::size_t readFraction(std::string_view line, std::size_t at, std::uint32_t &micros)
{
    micros = 0;
    if (at + 1 >= line.size() || (line[at] != '.' && line[at] != ',') || !isDigit(line[at + 1])) {
        return at;
    }
    std::uint32_t scale = 100000;
    for (++at; at < line.size() && isDigit(line[at]); ++at) {
        micros += static_cast<std::uint32_t>(digit(line[at])) * scale;
        scale /= 10;
    }
    return at;
}

/// The place of the next word if a blank or the end stands at @p at, otherwise 0.
std::size_t nextWord(std::string_view line, std::size_t at)
{
    if (at == line.size() || line[at] == '\r' || line[at] == '\n') {
        return at;
    }
    if (line[at] != ' ' && line[at] != '\t') {
        return 0;
    }
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) {
        ++at;
    }
    return at;
}

/// Reads "Jun  5 06:27:30.123" at @p at; the seconds are of a leap year. Returns the place behind it, 0 if none.
std::size_t readMonthForm(std::string_view line, std::size_t at, RawTime &time)
{
    if (line.size() < at + 14) {
        return 0;
    }
    const int month = monthOf(line.data() + at);
    if (month < 0 || line[at + 3] != ' ') {
        return 0;
    }
    at += line[at + 4] == ' ' ? 5U : 4U;
    if (!isDigit(line[at])) {
        return 0;
    }
    int day = digit(line[at++]);
    if (isDigit(line[at])) {
        day = day * 10 + digit(line[at++]);
    }
    const auto index = static_cast<std::size_t>(month);
    if (day < 1 || day > DaysBeforeMonth[index + 1] - DaysBeforeMonth[index] || line.size() < at + 9
        || line[at] != ' ') {
        return 0;
    }
    const std::int64_t clock = clockSeconds(line.data() + at + 1);
    if (clock < 0) {
        return 0;
    }
    time.seconds = (DaysBeforeMonth[index] + day - 1) * Day + clock;
    return readFraction(line, at + 9, time.micros);
}

int readTwo(std::string_view line, std::size_t at)
{
    return at + 2 <= line.size() && isDigit(line[at]) && isDigit(line[at + 1])
        ? digit(line[at]) * 10 + digit(line[at + 1])
        : -1;
}

int readYear(std::string_view line)
{
    const int century = readTwo(line, 0);
    const int rest = readTwo(line, 2);
    const int year = century * 100 + rest;
    return century < 0 || rest < 0 || year < FirstYear || year > LastYear ? -1 : year;
}

/// Reads "Z", "+02:00", "+0200", "+02", also after a space; returns the place behind it, @p at if there is none.
std::size_t readOffset(std::string_view line, std::size_t at, std::int64_t &offset)
{
    std::size_t sign = at;
    if (sign + 2 < line.size() && line[sign] == ' ' && (line[sign + 1] == '+' || line[sign + 1] == '-')) {
        ++sign;
    }
    if (sign >= line.size()) {
        return at;
    }
    if (line[sign] == 'Z' || line[sign] == 'z') {
        offset = 0;
        return sign + 1;
    }
    const int hours = line[sign] == '+' || line[sign] == '-' ? readTwo(line, sign + 1) : -1;
    if (hours < 0) {
        return at;
    }
    std::size_t end = sign + 3;
    const std::size_t colon = end < line.size() && line[end] == ':' ? 1 : 0;
    int minutes = readTwo(line, end + colon);
    if (minutes >= 0) {
        end += colon + 2;
    } else {
        minutes = 0;
    }
    if (hours > LargestOffsetHours || minutes > 59) {
        return at;
    }
    offset = (hours * 60 + minutes) * 60LL * (line[sign] == '-' ? -1 : 1);
    return end;
}

/// Reads the usual ".123456+02:00 " at @p text, sixteen readable characters; false if it has another form.
bool readUsualEnd(const char *text, RawTime &time)
{
    constexpr DigitWord Micros("000000??");
    constexpr DigitWord Offset("00:00???");
    std::uint64_t micros = 0;
    std::uint64_t offset = 0;
    if (text[0] != '.' || !Micros.read(text + 1, micros) || (text[7] != '+' && text[7] != '-')
        || !Offset.read(text + 8, offset) || text[13] != ' ' || text[14] == ' ') {
        return false;
    }
    const std::int64_t hours = DigitWord::at(offset, 0);
    const std::int64_t minutes = DigitWord::at(offset, 3);
    if (hours > LargestOffsetHours || minutes > 59) {
        return false;
    }
    time.micros = static_cast<std::uint32_t>(DigitWord::at(micros, 0) * 10000 + DigitWord::at(micros, 2) * 100
                                             + DigitWord::at(micros, 4));
    const std::int64_t seconds = hours * 3600 + minutes * 60;
    time.seconds -= text[7] == '-' ? -seconds : seconds;
    time.kind = RawTime::Kind::Utc;
    return true;
}

std::size_t readIsoForm(std::string_view line, RawTime &time)
{
    constexpr std::size_t Shortest = 19; // "2024-05-05T00:08:55"
    constexpr std::size_t UsualEnd = 14; // ".123456+02:00 "
    constexpr std::size_t UsualEndReads = 16;
    constexpr DigitWord YearMonth("0000-00-");
    std::uint64_t pairs = 0;
    if (line.size() < Shortest || !YearMonth.read(line.data(), pairs)
        || (line[10] != 'T' && line[10] != ' ' && line[10] != 't')) {
        return 0;
    }
    const auto year = static_cast<int>(DigitWord::at(pairs, 0) * 100 + DigitWord::at(pairs, 2));
    const auto month = static_cast<int>(DigitWord::at(pairs, 5));
    const int day = readTwo(line, 8);
    const std::int64_t clock = clockSeconds(line.data() + 11);
    if (year < FirstYear || year > LastYear || month < 1 || month > 12 || clock < 0) {
        return 0;
    }
    const auto index = static_cast<std::size_t>(month - 1);
    const int days = month == 2 && !isLeap(year) ? 28 : DaysBeforeMonth[index + 1] - DaysBeforeMonth[index];
    if (day < 1 || day > days) {
        return 0;
    }
    time.seconds = YearStarts[static_cast<std::size_t>(year - FirstYear)]
        + secondsInYear((DaysBeforeMonth[index] + day - 1) * Day + clock, isLeap(year));
    if (line.size() >= Shortest + UsualEndReads && readUsualEnd(line.data() + Shortest, time)) {
        return Shortest + UsualEnd;
    }
    std::size_t at = readFraction(line, Shortest, time.micros);
    std::int64_t offset = 0;
    const std::size_t end = readOffset(line, at, offset);
    if (end != at) {
        time.seconds -= offset;
        at = end;
        time.kind = RawTime::Kind::Utc;
    } else {
        time.kind = RawTime::Kind::Local;
    }
    return nextWord(line, at);
}

/// Reads "2013 Jun 10 06:27:30.123".
std::size_t readYearFirstForm(std::string_view line, RawTime &time)
{
    const int year = readYear(line);
    const std::size_t at = year < 0 ? 0 : readMonthForm(line, 5, time);
    if (at == 0) {
        return 0;
    }
    if (!isLeap(year) && time.seconds >= LeapDayStart && time.seconds < MarchStart) {
        return 0;
    }
    time.seconds = YearStarts[static_cast<std::size_t>(year - FirstYear)] + secondsInYear(time.seconds, isLeap(year));
    time.kind = RawTime::Kind::Local;
    return nextWord(line, at);
}

} // namespace

std::size_t parseTime(std::string_view line, RawTime &time)
{
    time = {};
    if (line.size() < 14) {
        return 0;
    }
    std::size_t end = 0;
    if (!isDigit(line[0])) {
        time.kind = RawTime::Kind::YearLess;
        end = readMonthForm(line, 0, time);
        end = end == 0 ? 0 : nextWord(line, end);
    } else if (line[4] == '-') {
        end = readIsoForm(line, time);
    } else if (line[4] == ' ') {
        end = readYearFirstForm(line, time);
    }
    if (end == 0) {
        time = {};
    }
    return end;
}

} // namespace limier
