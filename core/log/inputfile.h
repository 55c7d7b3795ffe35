// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"
#include "log/timestamp.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace limier
{

class RandomFile;
class StandardInput;

/// One step from the bytes of a file to text.
enum class Decoding : std::uint8_t {
    GZip,
    BZip2,
    Xz,
    Zstd,
    Deflate, ///< without a header, as in a zip archive
    Utf16LittleEndian,
    Utf16BigEndian,
    JournalExport, ///< journalctl -o export
    JournalJson,   ///< journalctl -o json, json-pretty, json-seq, json-sse
};

/// Where the bytes of an input lie and how they become text. A value; copies share what is open.
struct InputOrigin {
    std::filesystem::path file;              ///< on this machine; empty for standard input
    std::shared_ptr<const RandomFile> spool; ///< the unpacked archive, read instead of the file where there is one
    std::shared_ptr<StandardInput> standardInput;
    std::uint64_t offset = 0; ///< of the first byte, in the spool or the file
    std::uint64_t bytes = 0;  ///< from there; WholeFile: to the end that the file has when it is opened
    std::uint64_t device = 0; ///< with inode: which file it was when it was found; 0 where the system does not tell
    std::uint64_t inode = 0;
    std::vector<Decoding> decodings; ///< in the order in which they are undone
    std::uint64_t unpackedBytes = 0; ///< what Decoding::Deflate must give
    std::uint64_t expandLimit = 0;   ///< most bytes that its decompression may give

    static constexpr std::uint64_t WholeFile = ~std::uint64_t{0};
};

/// One log text: a plain or compressed file, a member of an archive, or standard input. A value.
struct InputFile {
    std::string path;              ///< as shown and reported, UTF-8, e.g. "export.zip: var/log/mail.log"
    std::uint64_t rawBytes = 0;    ///< as they lie in the file or archive; 0 if not known
    UtcSeconds anchor = NoTime;    ///< latest time that its last line can have
    UtcSeconds firstTime = NoTime; ///< of its first line with a time
    int firstYear = 0;             ///< of its first line without a year; 0 if none is known
    std::string host;              ///< syslog host of its first line, as logged
    std::string timezone;          ///< IANA name of the zone of times without one; empty: that of the load
    bool isPlain = false;          ///< offsets in the text are offsets in the file at `path`
    bool grows = false;            ///< plain, and read up to rawBytes, where a line ends: more is yet to come
    std::uint64_t start = 0;       ///< of a plain text: where the first line begins that is read
    InputOrigin origin;
};

/**
 * Opens the text of @p input. Standard input can be opened once. A read that waits for standard input gives up with
 * ErrorCode::Cancelled when @p stop is requested.
 */
[[nodiscard]] std::expected<std::unique_ptr<ByteSource>, Error> openInput(const InputFile &input,
                                                                          std::stop_token stop = {});

/// The same to look at its beginning: standard input keeps what is read, and ends after @p limit bytes.
[[nodiscard]] std::expected<std::unique_ptr<ByteSource>, Error> peekInput(const InputFile &input, std::size_t limit,
                                                                          std::stop_token stop = {});

} // namespace limier
