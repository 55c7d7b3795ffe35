// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/inputfile.h"

#include <optional>
#include <string>
#include <string_view>

namespace limier
{

enum class ArchiveKind : std::uint8_t {
    None,
    Tar,
    Zip
};

/// What the first bytes of a file say that it is. All empty: text, or nothing known.
struct ContentKind {
    std::optional<Decoding> decoding; ///< the step that is to be undone first
    ArchiveKind archive = ArchiveKind::None;
    std::string unsupported; ///< name of a known form that is not read
};

/// Bytes that contentKind() wants to see.
inline constexpr std::size_t ContentHeadBytes = 4096;

/// Judges by magic bytes, never by a name.
[[nodiscard]] ContentKind contentKind(std::string_view head);

/// A block of 512 bytes at the start of @p head whose checksum is that of a tar header.
[[nodiscard]] bool isTarHeader(std::string_view head);

/// The time in a gzip header: when the file that was compressed was last changed. NoTime if it has none.
[[nodiscard]] UtcSeconds gzipTime(std::string_view head);

} // namespace limier
