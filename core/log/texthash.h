// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace limier
{

/**
 * A fast hash of a short text for the tables of this program: eight bytes a step, multiply and fold.
 * The seed is random for each process so that nobody can write a log whose strings all collide; therefore no
 * result may depend on a hash's value, only on equality.
 */
[[nodiscard]] std::uint64_t textHashSeed();

[[nodiscard]] inline std::uint64_t mixHash(std::uint64_t a, std::uint64_t b)
{
    const __uint128_t product = static_cast<__uint128_t>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// Up to seven bytes as a number; different texts of one length give different ones.
[[nodiscard]] inline std::uint64_t shortWord(const char *data, std::size_t size)
{
    if (size >= 4) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::memcpy(&first, data, 4);
        std::memcpy(&last, data + size - 4, 4);
        return (std::uint64_t{first} << 32) | last;
    }
    if (size == 0) {
        return 0;
    }
    const auto byte = [data](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(data[at])}; };
    return (byte(0) << 16) | (byte(size / 2) << 8) | byte(size - 1);
}

/// The same as ==, for the many comparisons of short texts that are nearly always equal.
[[nodiscard]] inline bool isSameText(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) {
        return false;
    }
    if (a.size() < 8) {
        return shortWord(a.data(), a.size()) == shortWord(b.data(), b.size());
    }
    const auto word = [](const char *at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, 8);
        return bytes;
    };
    const std::size_t last = a.size() - 8;
    std::uint64_t difference = word(a.data() + last) ^ word(b.data() + last);
    for (std::size_t at = 0; at < last && difference == 0; at += 8) {
        difference = word(a.data() + at) ^ word(b.data() + at);
    }
    return difference == 0;
}

[[nodiscard]] inline std::uint64_t textHash(std::string_view text, std::uint64_t seed)
{
    constexpr std::uint64_t K0 = 0xa0761d6478bd642fULL;
    constexpr std::uint64_t K1 = 0xe7037ed1a0b428dbULL;
    constexpr std::uint64_t K2 = 0x8ebc6af09c88c6e3ULL;
    const char *data = text.data();
    std::size_t left = text.size();
    std::uint64_t hash = seed ^ (text.size() * K1);
    std::uint64_t word = 0;
    while (left > 8) {
        std::memcpy(&word, data, 8);
        hash = mixHash(hash ^ word, K0);
        data += 8;
        left -= 8;
    }
    if (text.size() >= 8) {
        // The last eight bytes, some of them once more: a copy of so few that their number is not known is a call.
        std::memcpy(&word, data + left - 8, 8);
    } else {
        word = shortWord(data, left);
    }
    return mixHash(hash ^ word, K2 ^ hash);
}

/// For the standard's tables whose keys stand in the log: nobody can choose keys that collide.
struct SeededHash {
    std::uint64_t seed = textHashSeed();

    [[nodiscard]] std::size_t operator()(std::uint64_t key) const
    {
        return static_cast<std::size_t>(mixHash(key ^ seed, 0x9e3779b97f4a7c15ULL));
    }
};

} // namespace limier
