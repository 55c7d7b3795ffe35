// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serverfacts.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>

namespace limier
{

/// The command of findTime() that looks at @p places, as it is run.
[[nodiscard]] std::string sampleScript(const std::string &path, std::span<const std::uint64_t> places);

/**
 * The offset of a line of the plain log @p log at or before the first one that was written at @p time, at most about a
 * megabyte before it; 0 if the log says nothing about times. Some commands, each looking at a few dozen places.
 */
[[nodiscard]] std::expected<std::uint64_t, RemoteError> findTime(Server &server, const RemoteLog &log,
                                                                 std::int64_t time, const std::string &timezone);

} // namespace limier
