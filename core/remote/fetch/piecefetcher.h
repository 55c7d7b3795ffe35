// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/patientreader.h"
#include "remote/serverfacts.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace limier
{

/// How the bytes of a piece travel.
enum class Transport : std::uint8_t {
    Zstd,
    Gzip,
    AsIs,
    Sftp
};
/// As Transfer::how has it.
[[nodiscard]] const char *transportName(Transport transport);

/// A part of a log of a server.
struct PieceRequest {
    static constexpr std::uint64_t ToTheEnd = ~std::uint64_t{0};

    std::string path;
    std::uint64_t inode = 0; ///< that it must have; 0: any
    std::uint64_t from = 0;
    std::uint64_t bytes = 0; ///< ToTheEnd only with an unpacker
    std::string unpacker;    ///< see unpackerOf(): the offsets are those of the text; empty: those of the file
    Transport transport = Transport::AsIs;
    std::chrono::milliseconds silence = PatientReader::Silence;
};

/// What a piece that is here whole, and right, says beside its bytes.
struct PieceResult {
    std::uint64_t bytes = 0;
    std::uint64_t wireBytes = 0;
    std::chrono::milliseconds duration{}; ///< of receiving
    std::uint64_t fileBytes = 0;          ///< size of the log when the piece was read
    std::int64_t modified = 0;            ///< its time of change then
};

/// A piece on its way: the server is reading it. Thread: that of its server.
class RunningPiece
{
public:
    /// Gets the bytes in order; what it gives back ends the fetch.
    using Take = std::function<std::expected<void, RemoteError>(std::span<const char>)>;
    virtual ~RunningPiece() = default;
    /**
     * Gives all its bytes to @p take. Only when this succeeded are they known to be those of the server. LogChanged:
     * another file stands under the path, or it is shorter than it was. DigestDiffers, Hung, PermissionDenied,
     * NoSuchFile, CommandFailed, or what @p take gave.
     */
    [[nodiscard]] virtual std::expected<PieceResult, RemoteError> receive(const Take &take) = 0;
};

/**
 * Fetches pieces of logs from one server, at low priority there. Several can be on their way, so that the next one's
 * start costs no time. Thread: that of its server.
 */
class PieceFetcher
{
public:
    /// @p isWanted is asked some times a second while it waits.
    PieceFetcher(Server &server, const ServerFacts &facts, PatientReader::IsWanted isWanted);

    [[nodiscard]] std::expected<std::unique_ptr<RunningPiece>, RemoteError> start(const PieceRequest &request);
    /// The command for it, as it is run.
    [[nodiscard]] std::string script(const PieceRequest &request) const;

private:
    Server &m_server;
    PatientReader::IsWanted m_isWanted;
    std::string m_lowPriority; ///< in front of a command
};

} // namespace limier
