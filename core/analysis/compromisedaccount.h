// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scene.h"
#include "analysis/sendingsignals.h"

#include <optional>

namespace limier
{

/// What a course of an account says by itself, before failures and recipients are looked at: which ones to look at
/// first where there are many.
[[nodiscard]] double roughScore(const Course &course);

/**
 * Whether somebody else sends as @p account, whose mails are @p mails and part as @p course says. Nothing if nobody
 * need look.
 */
[[nodiscard]] std::optional<Suspect> judgeAccount(const Scene &scene, std::uint32_t account,
                                                  std::span<const std::uint32_t> mails, const Course &course,
                                                  RecipientCounter &recipients);

} // namespace limier
