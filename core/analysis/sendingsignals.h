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

    [[nodiscard]] double perRecipient() const { return different == 0 ? 0 : static_cast<double>(deliveries) / static_cast<double>(different); }
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
    [[nodiscard]] RecipientUse count(const MailFacts &facts, std::span<const std::uint32_t> mails);

private:
    const MailIndex &m_index;
    std::vector<std::uint32_t> m_lastCount;
    std::uint32_t m_count = 0;
};

/// How much, and when, compared with before.
void addVolumeSignals(const Scene &scene, const Course &course, Judgement &judgement);
/// What other servers said of it.
void addAnswerSignals(const Scene &scene, const Course &course, Judgement &judgement);
/// That it has always been like that.
void addHabitSignals(const Scene &scene, const Course &course, Judgement &judgement);

} // namespace limier
