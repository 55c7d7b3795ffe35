// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace limier
{

/// What can be wrong with an input. The sentence for it, in the user's language, is made by core/report.
enum class ErrorCode : std::uint8_t {
    NotFound,               ///< the path does not exist
    NotReadable,            ///< permission denied, or a read failed at once; detail: the system's text
    NotAFile,               ///< a socket, a device, a pipe that is not standard input
    Empty,                  ///< no byte in it
    Binary,                 ///< neither text nor a known compression
    NotAMailLog,            ///< text, but nothing in it is a mail log
    OtherMailer,            ///< a mail log, but of another mailer; detail: its name ("Exim", "sendmail")
    NoLogInFolder,          ///< a folder or archive without a mail log in it
    FolderTooLarge,         ///< more files in a folder than are looked at; value: the limit
    LinkLoop,               ///< a symbolic link that leads back to where it came from
    Duplicate,              ///< the same content as another input, counted once; detail: the other path
    Overlap,                ///< some lines stand in other inputs too and were counted once; value: how many
    TruncatedCompression,   ///< the compressed data end too early; position: bytes of text read until then
    CorruptCompression,     ///< the compressed data are damaged; position: bytes of text read until then
    UnsupportedCompression, ///< a form this build cannot read; detail: its name
    TrailingGarbage,        ///< bytes that belong to nothing after the compressed data; position: bytes of text before
    CorruptArchive,         ///< a tar or zip that cannot be read
    TooLarge,               ///< expands beyond the limit (a "zip bomb"); value: the limit in bytes
    TooManyLines,           ///< hardly anything but ends of lines; the rest was not read; value: lines until there
    OutOfMemory,            ///< there was no memory for more; the rest was not read; value: lines until there
    LineTooLong,            ///< lines were cut at the limit; position: first line (1-based), value: how many
    FileShrank,             ///< the file became shorter while it was read; position: bytes read until then
    FileGrew,               ///< the file became longer while it was read; value: bytes added and not read
    FileReplaced,           ///< another file now stands under that name
    ReadFailed,             ///< reading failed in the middle; position: bytes read until then, detail: system's text
    Cancelled,              ///< the user stopped the reading; not a failure
};

/// One thing that is wrong with one input: a code and its facts, no sentence.
struct Error {
    ErrorCode code = ErrorCode::NotReadable;
    std::string subject;        ///< the path it concerns, UTF-8
    std::int64_t position = -1; ///< see the code; -1 where it has none
    std::int64_t value = -1;    ///< see the code; -1 where it has none
    std::string detail;         ///< see the code

    bool operator==(const Error &) const = default;
};

/// The code's stable name for the JSON report, e.g. "truncated-compression".
[[nodiscard]] const char *errorName(ErrorCode code);

/// True if, because of this error, something of the input was not read (exit status 3).
[[nodiscard]] bool losesData(ErrorCode code);

} // namespace limier
