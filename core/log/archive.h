// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/contentkind.h"
#include "log/inputfile.h"
#include "log/randomfile.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace limier
{

/// A regular file in an archive.
struct ArchiveMember {
    std::string path;         ///< in the archive, UTF-8
    std::uint64_t offset = 0; ///< of its bytes in the archive
    std::uint64_t bytes = 0;  ///< there
    std::uint64_t unpackedBytes = 0;
    UtcSeconds modified = NoTime;
    bool isDeflated = false;
    std::string unsupported; ///< why it cannot be read; empty if it can
};

struct ArchiveListing {
    std::vector<ArchiveMember> members; ///< sorted by path
    bool isWhole = true;                ///< false: the archive is damaged or breaks off, more may have been in it
    bool isCut = false;                 ///< more members than the limit
};

/**
 * Lists the tar or zip archive that lies in a part of @p file: the places of its members, nothing is unpacked. Memory
 * is bounded by @p limit members.
 */
[[nodiscard]] ArchiveListing listArchive(std::shared_ptr<const RandomFile> file, std::uint64_t offset,
                                         std::uint64_t size, ArchiveKind kind, std::size_t limit);

} // namespace limier
