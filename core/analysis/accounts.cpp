// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/accounts.h"

#include "analysis/filter.h"
#include "log/asciitext.h"

#include <string>
#include <unordered_map>

namespace limier
{

namespace
{

template <typename Value>
using TextMap = std::unordered_map<std::string, Value, SeededTextHash>;

bool isInternalDomain(std::string_view domain)
{
    return domain.ends_with(".internal") || domain.ends_with(".virt");
}

/// Says which public domain a login without one stands for.
class HomeDomains
{
public:
    explicit HomeDomains(const MailIndex &index)
        : m_mostUsed(index)
    {
        for (std::uint32_t i = 0; i < index.userCount(); ++i) {
            const std::string_view user = index.user(UserId{i});
            const std::string domain = domainOf(user);
            if (!domain.empty() && !isInternalDomain(domain)) {
                std::string &only = m_domains[lowerAscii(localPartOf(user))];
                only = only.empty() || domain == m_mostUsed.name ? domain : only;
            }
        }
    }

    [[nodiscard]] std::string of(const std::string &local) const
    {
        const auto found = m_domains.find(local);
        return found == m_domains.end() ? m_mostUsed.name : found->second;
    }

private:
    /// The domain that most logins have: where the same name exists in several domains, one without a domain is that
    /// one's.
    struct MostUsed {
        explicit MostUsed(const MailIndex &index)
        {
            TextMap<std::uint32_t> counts;
            std::uint32_t most = 0;
            for (std::uint32_t i = 0; i < index.userCount(); ++i) {
                const std::string domain = domainOf(index.user(UserId{i}));
                if (!domain.empty() && !isInternalDomain(domain) && ++counts[domain] > most) {
                    most = counts[domain];
                    name = domain;
                }
            }
        }
        std::string name;
    };

    MostUsed m_mostUsed;
    TextMap<std::string> m_domains;
};

} // namespace

bool isPlatformLogin(std::string_view user)
{
    return user.ends_with("@global.virt");
}

bool isInternalLogin(std::string_view user)
{
    return isInternalDomain(domainOf(user));
}

std::string_view localPartOf(std::string_view address)
{
    return address.substr(0, address.rfind('@'));
}

std::uint32_t Accounts::add(std::string name)
{
    const auto [found, isNew] = m_places.try_emplace(std::move(name), static_cast<std::uint32_t>(users.size()));
    if (isNew) {
        users.emplace_back();
        names.push_back(found->first);
    }
    return found->second;
}

std::string_view Accounts::localPart(std::uint32_t account) const
{
    return localPartOf(names[account]);
}

std::uint32_t Accounts::ofAddress(std::string_view address)
{
    return add(lowerAscii(localPartOf(address)) + '@' + domainOf(address));
}

Accounts makeAccounts(const MailIndex &index)
{
    const HomeDomains homes(index);
    Accounts accounts;
    accounts.ofUser.reserve(index.userCount());
    for (std::uint32_t i = 0; i < index.userCount(); ++i) {
        const std::string_view user = index.user(UserId{i});
        const std::string local = lowerAscii(localPartOf(user));
        std::string domain = domainOf(user);
        // The administrator of the platform, "admin0@global.virt", is nobody of a domain.
        if (domain.empty() || domain.ends_with(".internal")) {
            domain = homes.of(local);
        }
        const std::uint32_t account = accounts.add(local + '@' + domain);
        accounts.users[account].push_back(UserId{i});
        accounts.ofUser.push_back(account);
    }
    return accounts;
}

} // namespace limier
