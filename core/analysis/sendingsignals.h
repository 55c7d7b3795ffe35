// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/course.h"
#include "analysis/judgement.h"
#include "analysis/scene.h"

#include <cstdint>
#include <vector>

namespace limier
{

/// How the recipients of some mails repeat.
struct RecipientUse {
    std::uint64_t deliveries = 0;
    std::uint64_t different = 0;
    std::uint64_t foreign = 0;  ///< of the different ones: elsewhere
    std::uint64_t familiar = 0; ///< of those: known by others of this server

    [[nodiscard]] double perRecipient() const
    {
        return different == 0 ? 0 : static_cast<double>(deliveries) / static_cast<double>(different);
    }
};

/// Counts the recipients of mails. One thread; its memory is a number for each address of the index.
class RecipientCounter
{
public:
    explicit RecipientCounter(const MailIndex &index)
        : m_index(index)
        , m_lastCount(index.addressCount())
    {
    }
    /// @p account: whose mails these are, or NoPlace.
    [[nodiscard]] RecipientUse count(const MailFacts &facts, Domains &domains, std::span<const std::uint32_t> mails,
                                     std::uint32_t account);

private:
    const MailIndex &m_index;
    std::vector<std::uint32_t> m_lastCount;
    std::uint32_t m_count = 0;
};

/// The share of an account's foreign recipients that others of the server know, usually: a median over accounts.
[[nodiscard]] double usualFamiliarShare(const MailFacts &facts, Domains &domains, RecipientCounter &counter,
                                        std::span<const std::span<const std::uint32_t>> accounts);

/// How much, and when, compared with before.
void addVolumeSignals(const Scene &scene, const Course &course, Judgement &judgement);
/// What other servers said of it.
void addAnswerSignals(const Scene &scene, const Course &course, Judgement &judgement);
/// Whether anybody else here knows the recipients.
void addRecipientSignals(const Scene &scene, const RecipientUse &use, Judgement &judgement);
/// That it has always been like that.
void addHabitSignals(const Scene &scene, const Course &course, Judgement &judgement);

} // namespace limier
