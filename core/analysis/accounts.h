// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"
#include "log/texthash.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace limier
{

/// For tables whose keys are texts of the log.
struct SeededTextHash {
    std::uint64_t seed = textHashSeed();

    [[nodiscard]] std::size_t operator()(const std::string &text) const { return textHash(text, seed); }
};

/**
 * The users of an index grouped into accounts: the spellings of one login, which may have a domain or none, or
 * BlueMind's internal name of the domain, and any case. A domain's name makes another account of the same name only
 * where both are real ones. Made in the time of reading each user twice.
 */
class Accounts
{
public:
    std::vector<std::uint32_t> ofUser;      ///< by UserId
    std::vector<std::vector<UserId>> users; ///< the spellings of each, in the order of their appearance
    std::vector<std::string> names;         ///< of each: its local part and domain in lower case

    [[nodiscard]] std::size_t size() const { return users.size(); }
    [[nodiscard]] std::string_view localPart(std::uint32_t account) const;
    /// The account that an address names; a new one without a user if there is none. @p address: with a domain.
    std::uint32_t ofAddress(std::string_view address);

private:
    friend Accounts makeAccounts(const MailIndex &index);
    std::uint32_t add(std::string name);

    std::unordered_map<std::string, std::uint32_t, SeededTextHash> m_places;
};

[[nodiscard]] Accounts makeAccounts(const MailIndex &index);

/// True for the login that BlueMind's own programs use: "admin0@global.virt".
[[nodiscard]] bool isPlatformLogin(std::string_view user);
/// True for logins with such a domain, or with the internal name of one.
[[nodiscard]] bool isInternalLogin(std::string_view user);

/// The part of an address or a login before its last "@".
[[nodiscard]] std::string_view localPartOf(std::string_view address);

} // namespace limier
