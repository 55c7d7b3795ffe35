// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remoteerror.h"
#include "remote/ssh/interruption.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>

namespace limier
{

/**
 * Looks up @p host and connects to the first of its addresses that answers; they are tried side by side, each a little
 * after the one before. The socket does not block. Errors: NameNotFound, Refused, Unreachable, TimedOut, Cancelled.
 */
[[nodiscard]] std::expected<Descriptor, RemoteError> connectTcp(const std::string &host, std::uint16_t port,
                                                                const Interruption &interruption,
                                                                std::chrono::milliseconds patience);

/// Connects to the socket of a process of this computer.
[[nodiscard]] Descriptor connectLocal(const std::string &path);

/**
 * Waits until the other side of @p socket says that it speaks SSH, without taking what it says. Errors: NotSsh, with
 * what it said; TimedOut; ConnectionLost; Cancelled.
 */
[[nodiscard]] std::expected<void, RemoteError> awaitSshBanner(int socket, const Interruption &interruption,
                                                              std::chrono::milliseconds patience);

} // namespace limier
