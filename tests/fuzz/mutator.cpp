// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace limier::fuzz
{

namespace
{

using namespace std::string_view_literals;

constexpr std::array Hostile{
    "\0"sv,
    "\xff\xfe"sv,
    "\xc3"sv,
    "\r"sv,
    "\n"sv,
    "\x1b[2J"sv,
    ">"sv,
    "<"sv,
    "["sv,
    "]"sv,
    "\""sv,
    "\\"sv,
    ", "sv,
    ": "sv,
    ", sasl_sender="sv,
    ", sasl_username="sv,
    ", orig_client=x[127.0.0.1]"sv,
    " orig_id=A1B2C3D4"sv,
    ">, size=1, nrcpt=4294967295 (queue active)"sv,
    ">, relay=127.0.0.1[127.0.0.1]:10024, delay=0, status=sent (250 ok: queued as A1B2C3D4)"sv,
    ", status=expired, returned to sender"sv,
    "99999999999999999999999"sv,
    "-1"sv,
    "=cmd|' /C calc'!A0"sv,
    "message repeated 65536 times: [ "sv,
    "May  5 10:00:00 mx last message repeated 4294967295 times\n"sv,
    "2105-12-31T23:59:59Z mx postfix/qmgr[1]: A1B2C3D4: removed\n"sv,
    "1971-01-01T00:00:00Z mx postfix/pickup[1]: A1B2C3D4: uid=0 from=<>\n"sv,
    "May  5 10:00:00 mx postfix/bounce[1]: A1B2C3D4: sender non-delivery notification: A1B2C3D4\n"sv,
};

} // namespace

Mutator::Mutator(const std::vector<std::string> &corpus, std::uint32_t seed)
    : m_corpus(corpus)
    , m_random(seed)
{
}

std::string Mutator::text()
{
    std::string text = m_corpus[below(m_corpus.size())];
    for (std::size_t times = 1 + below(12); times > 0; --times) {
        mutate(text);
    }
    constexpr std::size_t Longest = 900'000; // one chunk
    text.resize(std::min(text.size(), Longest));
    return text;
}

std::size_t Mutator::below(std::size_t count)
{
    return count == 0 ? 0 : m_random() % count;
}

std::size_t Mutator::someLine(const std::string &text)
{
    const std::size_t newline = text.rfind('\n', below(text.size()));
    return newline == std::string::npos ? 0 : newline + 1;
}

void Mutator::mutate(std::string &text)
{
    switch (below(8)) {
    case 0:
        flipBits(text);
        break;
    case 1:
        cut(text);
        break;
    case 2:
        repeatPiece(text);
        break;
    case 3:
        splice(text);
        break;
    case 4:
    case 5:
        insertHostile(text);
        break;
    case 6:
        swapIds(text);
        break;
    default:
        // Seldom, because it is slow.
        below(8) == 0 ? insertHuge(text) : insertHostile(text);
    }
}

void Mutator::flipBits(std::string &text)
{
    for (std::size_t times = 1 + below(20); times > 0 && !text.empty(); --times) {
        char &at = text[below(text.size())];
        at = static_cast<char>(at ^ (1 << below(8)));
    }
}

void Mutator::cut(std::string &text)
{
    const bool wholeLines = below(2) == 0;
    const std::size_t from = wholeLines ? someLine(text) : below(text.size());
    text.erase(from, below(wholeLines ? 2000 : 80));
}

void Mutator::repeatPiece(std::string &text)
{
    const std::size_t from = someLine(text);
    const std::string piece = text.substr(from, below(1500));
    const std::size_t to = below(2) == 0 ? from : someLine(text);
    for (std::size_t times = 1 + below(6); times > 0; --times) {
        text.insert(to, piece);
    }
}

void Mutator::splice(std::string &text)
{
    const std::string &other = m_corpus[below(m_corpus.size())];
    const std::size_t from = someLine(other);
    text.insert(below(2) == 0 ? someLine(text) : below(text.size()), other, from, below(3000));
}

void Mutator::insertHostile(std::string &text)
{
    for (std::size_t times = 1 + below(10); times > 0; --times) {
        text.insert(below(text.size()), Hostile[below(Hostile.size())]);
    }
}

void Mutator::insertHuge(std::string &text)
{
    constexpr std::string_view Fillers = "x>)]\"(, \\<0A";
    text.insert(below(text.size()), 100'000, Fillers[below(Fillers.size())]);
}

/// Lets a line speak of the queue ID of another one, so that messages become each other's copies and lives.
void Mutator::swapIds(std::string &text)
{
    constexpr std::array Before{"]: "sv, "queued as "sv, "orig_queue_id="sv, "orig_id="sv, "notification: "sv};
    constexpr std::string_view IdLetters = "0123456789ABCDEF";
    const auto someId = [&] {
        const std::string_view before = Before[below(Before.size())];
        const std::size_t found = text.find(before, below(text.size()));
        if (found == std::string::npos) {
            return std::pair(std::size_t{0}, std::size_t{0});
        }
        const std::size_t begin = found + before.size();
        const std::size_t end = std::min(text.find_first_not_of(IdLetters, begin), text.size());
        return std::pair(begin, end - begin);
    };
    for (std::size_t times = 1 + below(40); times > 0; --times) {
        const auto [from, length] = someId();
        const std::string id = text.substr(from, length);
        const auto [to, oldLength] = someId();
        if (length >= 6 && oldLength >= 6) {
            text.replace(to, oldLength, id);
        }
    }
}

} // namespace limier::fuzz
