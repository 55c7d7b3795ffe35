// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/error.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <vector>

namespace limier
{

/**
 * The decoded bytes of one input, in order, from its start. Used by one thread at a time; owns what it reads from.
 * Memory is bounded whatever the input holds.
 */
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource();
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    /**
     * Reads up to @p size bytes (fewer also before the end); 0 at the end. After an error what was read before stands,
     * and the source is at its end.
     */
    [[nodiscard]] virtual std::expected<std::size_t, Error> read(char *buffer, std::size_t size) = 0;

    /// Bytes of the file (compressed, where it is) consumed so far, for progress.
    [[nodiscard]] virtual std::uint64_t rawPosition() const = 0;

    /// What was noticed beside the errors, e.g. that the file grew; complete once read() returned 0 or an error.
    [[nodiscard]] virtual std::vector<Error> remarks() const;
};

} // namespace limier
