// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/piecefetcher.h"

#include <array>
#include <cstdint>
#include <optional>

namespace limier
{

/**
 * Chooses how the next piece of text travels: compressed where the server can, unless the line is so fast that
 * compressing is what takes the time, which it finds out by trying. And how large it is: some seconds' worth.
 */
class TransportChoice
{
public:
    /// Loses little when the connection does.
    static constexpr std::uint64_t LargestPiece = std::uint64_t{32} << 20;

    TransportChoice(const Server &server, const ServerFacts &facts);

    /// @p isPacked: the log's bytes are compressed already.
    [[nodiscard]] Transport transport(bool isPacked) const;
    [[nodiscard]] std::uint64_t pieceBytes() const;
    /// True once it is known how fast the line is.
    [[nodiscard]] bool hasTried() const { return tried(m_best).has_value(); }
    /// What a piece of text took.
    void record(Transport transport, const PieceResult &result);

private:
    struct Tried {
        double rate = 0; ///< bytes of log a second
        double wireRate = 0;
    };
    [[nodiscard]] std::optional<Tried> &tried(Transport transport)
    {
        return m_tried[static_cast<std::size_t>(transport)];
    }
    [[nodiscard]] const std::optional<Tried> &tried(Transport transport) const
    {
        return m_tried[static_cast<std::size_t>(transport)];
    }

    std::array<std::optional<Tried>, 4> m_tried;
    Transport m_best;
    bool m_hasShell;
};

} // namespace limier
