// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>

namespace limier
{

/**
 * Standard input, read once. While it is looked at, what was read is kept so that it can be looked at again from the
 * start; the reader that takes it gets the kept bytes first. Used by one thread at a time.
 */
class StandardInput : public std::enable_shared_from_this<StandardInput>
{
public:
    /// @p descriptor is read and not closed.
    explicit StandardInput(int descriptor = 0);

    /// Reads from the start without taking anything away; keeps at most @p limit bytes and ends there.
    [[nodiscard]] std::unique_ptr<ByteSource> peek(std::size_t limit, std::stop_token stop);
    /// Everything; an Error of code ReadFailed if somebody has taken it already.
    [[nodiscard]] std::expected<std::unique_ptr<ByteSource>, Error> take(std::stop_token stop);

private:
    friend class StandardInputSource;
    /// Waits for the next bytes; 0 at the end.
    [[nodiscard]] std::expected<std::size_t, Error> readMore(char *buffer, std::size_t size,
                                                             const std::stop_token &stop);

    std::string m_kept;
    int m_descriptor;
    bool m_taken = false;
};

} // namespace limier
