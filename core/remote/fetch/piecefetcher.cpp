// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/piecefetcher.h"

#include "log/decompressor.h"
#include "remote/fetch/posixchecksum.h"
#include "remote/numbers.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace limier
{

namespace
{

constexpr std::size_t BufferBytes = std::size_t{256} << 10;
constexpr std::size_t LongestHeader = 200;

// Exit statuses that no program of the pipelines uses.
constexpr int StatusNoFile = 104;
constexpr int StatusNotReadable = 105;
/// Among the errors: a pipeline's status is that of its last program only.
constexpr std::string_view UnpackerFailed = "limier-unpacker-failed";

/// The wire as the decompressor wants it; leaves what went wrong on it to its owner.
class WireSource final : public ByteSource
{
public:
    WireSource(PatientReader &reader, std::optional<RemoteError> &error)
        : m_reader(reader)
        , m_error(error)
    {
    }

    std::expected<std::size_t, Error> read(char *buffer, std::size_t size) override
    {
        auto got = m_reader.read({buffer, size});
        if (!got) {
            m_error = std::move(got.error());
            return std::unexpected(Error{.code = ErrorCode::ReadFailed, .subject = {}, .detail = {}});
        }
        return *got;
    }
    std::uint64_t rawPosition() const override { return m_reader.received(); }

private:
    PatientReader &m_reader;
    std::optional<RemoteError> &m_error;
};

std::vector<std::uint64_t> numbersOf(std::string_view line)
{
    std::vector<std::uint64_t> numbers;
    while (!line.empty()) {
        const auto number = takeNumber<std::uint64_t>(line);
        if (!number) {
            return {};
        }
        numbers.push_back(*number);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    }
    return numbers;
}

std::string_view lastLine(std::string_view text)
{
    text = text.substr(0, text.find_last_not_of('\n') + 1);
    return text.substr(text.rfind('\n') + 1);
}

/// A piece that a pipeline on the server prints: a line about the file, then the bytes; at last their checksum.
class PipedPiece final : public RunningPiece
{
public:
    PipedPiece(PieceRequest request, PatientReader reader)
        : m_request(std::move(request))
        , m_reader(std::move(reader))
    {
    }

    std::expected<PieceResult, RemoteError> receive(const Take &take) override
    {
        const auto begin = std::chrono::steady_clock::now();
        PieceResult result;
        if (auto checked = readHeader(result); !checked) {
            return std::unexpected(checked.error());
        }
        PosixChecksum checksum;
        if (auto received = readBytes(take, checksum); !received) {
            return std::unexpected(received.error());
        }
        if (auto right = check(checksum); !right) {
            return std::unexpected(right.error());
        }
        result.bytes = checksum.size();
        result.wireBytes = m_reader.received();
        result.duration =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        return result;
    }

private:
    RemoteError error(RemoteErrorCode code, std::string detail = {})
    {
        RemoteError error = m_reader.error(code, std::move(detail));
        error.subject = m_request.path;
        return error;
    }

    /// Why there is nothing more to read.
    RemoteError whyEnded()
    {
        const auto status = m_reader.process().exitStatus();
        if (!status) {
            return status.error();
        }
        if (*status == StatusNoFile || *status == StatusNotReadable) {
            return error(*status == StatusNoFile ? RemoteErrorCode::NoSuchFile : RemoteErrorCode::PermissionDenied);
        }
        return m_reader.error(RemoteErrorCode::CommandFailed, m_reader.process().errorText().substr(0, 500), *status);
    }

    std::expected<void, RemoteError> readHeader(PieceResult &result)
    {
        const auto line = m_reader.readLine(LongestHeader);
        if (!line) {
            return std::unexpected(line.error());
        }
        if (!*line) {
            return std::unexpected(whyEnded());
        }
        const std::vector<std::uint64_t> numbers = numbersOf(**line);
        if (numbers.size() != 3) {
            return std::unexpected(m_reader.error(RemoteErrorCode::Nonsense, (*line)->substr(0, 200)));
        }
        result.fileBytes = numbers[1];
        result.modified = static_cast<std::int64_t>(numbers[2]);
        const bool isOther = m_request.inode != 0 && numbers[0] != m_request.inode;
        const bool isShorter = m_request.unpacker.empty() && numbers[1] < m_request.from + m_request.bytes;
        if (isOther || isShorter) {
            return std::unexpected(error(RemoteErrorCode::LogChanged));
        }
        return {};
    }

    std::expected<std::unique_ptr<ByteSource>, RemoteError> openSource()
    {
        std::unique_ptr<ByteSource> wire = std::make_unique<WireSource>(m_reader, m_wireError);
        if (m_request.transport == Transport::AsIs) {
            return wire;
        }
        const auto decoding = m_request.transport == Transport::Zstd ? Decoding::Zstd : Decoding::GZip;
        ExpandBounds bounds;
        bounds.limit = m_request.bytes;
        auto source = Decompressor::make(std::move(wire), decoding, bounds, 0, m_request.path);
        if (!source) {
            return std::unexpected(error(RemoteErrorCode::Nonsense, source.error().detail));
        }
        return std::move(*source);
    }

    std::expected<void, RemoteError> readBytes(const Take &take, PosixChecksum &checksum)
    {
        const auto source = openSource();
        if (!source) {
            return std::unexpected(source.error());
        }
        std::vector<char> buffer(BufferBytes);
        while (true) {
            const auto got = (*source)->read(buffer.data(), buffer.size());
            if (!got) {
                return std::unexpected(m_wireError.value_or(error(RemoteErrorCode::DigestDiffers)));
            }
            if (*got == 0) {
                return {};
            }
            if (m_request.bytes - checksum.size() < *got) {
                return std::unexpected(error(RemoteErrorCode::DigestDiffers));
            }
            checksum.add({buffer.data(), *got});
            if (auto taken = take({buffer.data(), *got}); !taken) {
                return taken;
            }
        }
    }

    std::expected<void, RemoteError> check(const PosixChecksum &checksum)
    {
        const auto status = m_reader.process().exitStatus();
        if (!status) {
            return std::unexpected(status.error());
        }
        if (*status != 0 || m_reader.process().errorText().find(UnpackerFailed) != std::string::npos) {
            return std::unexpected(whyEnded());
        }
        const bool isAll = m_request.bytes == PieceRequest::ToTheEnd || checksum.size() == m_request.bytes;
        // What zstd packed has a checksum, which the decompressor has compared.
        bool isRight = m_request.transport == Transport::Zstd;
        if (!isRight) {
            const auto numbers = numbersOf(lastLine(m_reader.process().errorText()));
            isRight = numbers.size() == 2 && numbers[0] == checksum.value() && numbers[1] == checksum.size();
        }
        if (!isAll || !isRight) {
            return std::unexpected(error(RemoteErrorCode::DigestDiffers));
        }
        return {};
    }

    PieceRequest m_request;
    PatientReader m_reader;
    std::optional<RemoteError> m_wireError;
};

class SftpPiece final : public RunningPiece
{
public:
    SftpPiece(std::string host, std::unique_ptr<RemoteFiles> files, PieceRequest request,
              PatientReader::IsWanted isWanted)
        : m_host(std::move(host))
        , m_files(std::move(files))
        , m_request(std::move(request))
        , m_isWanted(std::move(isWanted))
    {
    }

    std::expected<PieceResult, RemoteError> receive(const Take &take) override
    {
        const auto begin = std::chrono::steady_clock::now();
        const auto info = m_files->info(m_request.path);
        if (!info) {
            return std::unexpected(info.error());
        }
        if (info->bytes < m_request.from + m_request.bytes) {
            return std::unexpected(error(RemoteErrorCode::LogChanged));
        }
        PieceResult result{.fileBytes = info->bytes, .modified = info->modified};
        std::expected<void, RemoteError> taken;
        const auto read = m_files->read(m_request.path, m_request.from, m_request.bytes, [&](auto bytes) {
            result.bytes += bytes.size();
            taken = m_isWanted() ? take(bytes) : std::unexpected(error(RemoteErrorCode::Cancelled));
            return taken.has_value();
        });
        if (!read || !taken) {
            return std::unexpected(taken ? read.error() : taken.error());
        }
        if (result.bytes != m_request.bytes) {
            return std::unexpected(error(RemoteErrorCode::LogChanged));
        }
        result.wireBytes = result.bytes;
        result.duration =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        return result;
    }

private:
    [[nodiscard]] RemoteError error(RemoteErrorCode code) const
    {
        return {.code = code, .host = m_host, .subject = m_request.path, .detail = {}};
    }

    std::string m_host;
    std::unique_ptr<RemoteFiles> m_files;
    PieceRequest m_request;
    PatientReader::IsWanted m_isWanted;
};

} // namespace

const char *transportName(Transport transport)
{
    switch (transport) {
    case Transport::Zstd:
        return "zstd";
    case Transport::Gzip:
        return "gzip";
    case Transport::AsIs:
        return "as it is";
    case Transport::Sftp:
        return "sftp";
    }
    return "";
}

PieceFetcher::PieceFetcher(Server &server, const ServerFacts &facts, PatientReader::IsWanted isWanted)
    : m_server(server)
    , m_isWanted(std::move(isWanted))
    , m_lowPriority(facts.hasNice ? "nice -n 10 " : "")
{
    // Behind the mail, but not behind everything: on a busy server that would be never.
    m_lowPriority += facts.hasIonice ? "ionice -c 2 -n 7 " : "";
}

std::string PieceFetcher::script(const PieceRequest &request) const
{
    // The file is opened once: what is asked of it, and read, is one file even if it is rotated meanwhile.
    std::string script = "LC_ALL=C; export LC_ALL; f=" + shellQuoted(request.path) + "\n[ -e \"$f\" ] || exit "
        + std::to_string(StatusNoFile) + "\n[ -r \"$f\" ] || exit " + std::to_string(StatusNotReadable)
        + "\nexec 3<\"$f\"\nstat -L -c '%i %s %Y' /proc/self/fd/3\n";
    std::string pipeline = m_lowPriority;
    if (request.unpacker.empty()) {
        pipeline += "dd if=/proc/self/fd/3 bs=256K iflag=skip_bytes,count_bytes skip=" + std::to_string(request.from)
            + " count=" + std::to_string(request.bytes) + " status=none";
    } else {
        const std::string tail = " | tail -c +" + std::to_string(request.from + 1);
        if (request.bytes != PieceRequest::ToTheEnd) {
            pipeline += request.unpacker + " <&3" + tail + " | head -c " + std::to_string(request.bytes);
        } else {
            pipeline = "{ " + m_lowPriority + request.unpacker + " <&3 || echo " + std::string(UnpackerFailed)
                + " >&2; }" + tail;
        }
    }
    if (request.transport == Transport::Zstd) {
        return script + pipeline + " | " + m_lowPriority + "zstd -q -c -3";
    }
    const std::string packer = request.transport == Transport::Gzip ? " | " + m_lowPriority + "gzip -c -3" : "";
    // To the packer and to cksum, whose line goes where the bytes do not.
    return script + "{ { " + pipeline + " | tee /proc/self/fd/4" + packer + " >&5; } 4>&1 | cksum >&2; } 5>&1";
}

std::expected<std::unique_ptr<RunningPiece>, RemoteError> PieceFetcher::start(const PieceRequest &request)
{
    if (request.transport == Transport::Sftp) {
        auto files = m_server.files();
        if (!files) {
            return std::unexpected(files.error());
        }
        return std::make_unique<SftpPiece>(m_server.name(), std::move(*files), request, m_isWanted);
    }
    auto process = m_server.start(script(request), RunAs::Root);
    if (!process) {
        return std::unexpected(process.error());
    }
    const char *command = request.transport == Transport::AsIs ? "dd" : transportName(request.transport);
    return std::make_unique<PipedPiece>(
        request, PatientReader(m_server.name(), command, std::move(*process), m_isWanted, request.silence));
}

} // namespace limier
