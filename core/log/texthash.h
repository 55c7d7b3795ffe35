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

[[nodiscard]] inline std::uint64_t textHash(std::string_view text, std::uint64_t seed)
{
    constexpr std::uint64_t K0 = 0xa0761d6478bd642fULL;
    constexpr std::uint64_t K1 = 0xe7037ed1a0b428dbULL;
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
    word = 0;
    std::memcpy(&word, data, left);
    return mixHash(hash ^ word, K1 ^ hash);
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
