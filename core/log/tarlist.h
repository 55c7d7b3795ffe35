// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/archive.h"

namespace limier
{

/**
 * Lists the tar archive in a part of @p file, of any of the forms in use: v7, ustar, GNU (long names, sizes above
 * 8 GiB), pax (long names and sizes in extended headers). KArchive's KTar passes over pax headers and large sizes, and
 * so would lose members; it reads zip here.
 */
[[nodiscard]] ArchiveListing listTar(const RandomFile &file, std::uint64_t offset, std::uint64_t size,
                                     std::size_t limit);

} // namespace limier
