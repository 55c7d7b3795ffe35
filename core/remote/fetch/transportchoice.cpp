// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/transportchoice.h"

#include <algorithm>

namespace limier
{

namespace
{

/// Is here within two seconds of the connection, also at 10 Mbit/s.
constexpr std::uint64_t FirstPackedPiece = std::uint64_t{4} << 20;
constexpr std::uint64_t FirstPiece = std::uint64_t{1} << 20;
constexpr double SecondsOfPiece = 2;
/// Wire bytes a second from which on it is likely the compressor that is waited for.
constexpr double FastWire = 25e6;

bool isCompressing(Transport transport)
{
    return transport == Transport::Zstd || transport == Transport::Gzip;
}

} // namespace

TransportChoice::TransportChoice(const Server &server, const ServerFacts &facts)
    : m_best(Transport::AsIs)
    , m_hasShell(server.hasShell())
{
    if (!m_hasShell) {
        m_best = Transport::Sftp;
    } else if (!facts.compressors.empty()) {
        m_best = facts.compressors.front() == "zstd" ? Transport::Zstd : Transport::Gzip;
    }
}

Transport TransportChoice::transport(bool isPacked) const
{
    if (!m_hasShell || isPacked) {
        return m_hasShell ? Transport::AsIs : Transport::Sftp;
    }
    const auto &asIs = tried(Transport::AsIs);
    const auto &packed = tried(m_best);
    if (!isCompressing(m_best) || !packed || packed->wireRate < FastWire) {
        return m_best;
    }
    return !asIs || asIs->rate > packed->rate ? Transport::AsIs : m_best;
}

std::uint64_t TransportChoice::pieceBytes() const
{
    const auto &tried = this->tried(transport(false));
    if (!tried) {
        return isCompressing(m_best) ? FirstPackedPiece : FirstPiece;
    }
    const double wanted = tried->rate * SecondsOfPiece;
    return std::clamp(static_cast<std::uint64_t>(wanted), FirstPiece, LargestPiece);
}

void TransportChoice::record(Transport transport, const PieceResult &result)
{
    // Less says more about the round trip.
    if (result.bytes < FirstPiece) {
        return;
    }
    const double seconds = std::max<double>(static_cast<double>(result.duration.count()), 1) / 1000;
    tried(transport) = Tried{.rate = static_cast<double>(result.bytes) / seconds,
                             .wireRate = static_cast<double>(result.wireBytes) / seconds};
}

} // namespace limier
