// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace limier::generator
{

inline constexpr std::uint32_t None = 0xffffffff;

/// Numbers texts from 0 on, the same text always with the same number. Owns the texts; one thread.
class Book
{
public:
    std::uint32_t add(std::string_view text)
    {
        const auto [at, isNew] = m_numbers.try_emplace(std::string(text), static_cast<std::uint32_t>(m_texts.size()));
        if (isNew) {
            m_texts.push_back(at->first);
        }
        return at->second;
    }
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return m_texts[number]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_texts.size()); }

private:
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::vector<std::string_view> m_texts; ///< into m_numbers, whose nodes stay where they are
};

/// An e-mail address as the simulated servers know it; its number is that of its text in the book of addresses.
struct Address {
    std::uint32_t domain = 0;
    bool exists = true;
    std::uint32_t target = None; ///< of a local alias: the address behind it
};

/// A host that connects to the server; its number is that of its IP in the book of clients.
struct Client {
    std::string nameAndIp; ///< "host.example[192.0.2.1]"
    std::string name;
};

} // namespace limier::generator
