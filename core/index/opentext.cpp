// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/opentext.h"

#include "log/spool.h"
#include "log/texthash.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limier
{

OpenText::OpenText(std::shared_ptr<const RandomFile> file, std::string path, std::uint64_t start, bool spooled,
                   std::uint64_t first)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_start(start)
    , m_spooled(spooled)
    , m_first(first)
{
}

std::expected<std::shared_ptr<const OpenText>, Error> OpenText::open(const InputFile &input, std::uint64_t bytes,
                                                                     const std::stop_token &stop)
{
    const InputOrigin &origin = input.origin;
    const auto make = [&](std::shared_ptr<const RandomFile> file, std::uint64_t start, bool spooled) {
        return std::shared_ptr<const OpenText>(new OpenText(std::move(file), input.path, start, spooled, input.start));
    };
    const auto fail = [&](Error error) {
        error.subject = input.path;
        return std::unexpected(std::move(error));
    };
    if (!origin.decodings.empty() || origin.standardInput) {
        SpooledText spooled = spoolText(input, stop);
        // An input that is damaged was indexed as far as it can be read, and is read as far as it was indexed.
        if (spooled.file && spooled.file->size() >= bytes) {
            return make(std::move(spooled.file), 0, true);
        }
        return fail(spooled.error.value_or(Error{.code = ErrorCode::FileShrank, .subject = {}, .detail = {}}));
    }
    if (origin.spool) {
        return make(origin.spool, origin.offset, true);
    }
    std::expected<std::shared_ptr<const RandomFile>, Error> file = RandomFile::open(origin.file);
    if (!file) {
        return fail(std::move(file).error());
    }
    const RandomFile::Identity found{.device = origin.device, .inode = origin.inode};
    if (found.isKnown() && found != (*file)->identity()) {
        return fail({.code = ErrorCode::FileReplaced, .subject = {}, .detail = {}});
    }
    return make(std::move(*file), origin.offset, false);
}

std::expected<void, Error> OpenText::read(std::uint64_t offset, char *buffer, std::size_t size) const
{
    std::expected<std::size_t, Error> got = m_file->readAt(m_start + offset, buffer, size);
    if (!got) {
        Error error = std::move(got).error();
        error.subject = m_path;
        error.position = static_cast<std::int64_t>(offset);
        return std::unexpected(std::move(error));
    }
    if (*got < size) {
        Error shrank = error(ErrorCode::FileShrank);
        shrank.position = static_cast<std::int64_t>(offset + *got);
        return std::unexpected(std::move(shrank));
    }
    return {};
}

std::expected<OpenText::Fingerprint, Error> OpenText::fingerprint(std::uint64_t bytes) const
{
    std::array<char, 512> buffer;
    const auto size =
        static_cast<std::size_t>(std::min<std::uint64_t>(bytes - std::min(bytes, m_first), buffer.size()));
    Fingerprint print{.bytes = bytes, .head = 0, .tail = 0};
    for (auto [hash, offset] : {std::pair(&print.head, m_first), std::pair(&print.tail, bytes - size)}) {
        if (const std::expected<void, Error> done = read(offset, buffer.data(), size); !done) {
            return std::unexpected(done.error());
        }
        *hash = textHash({buffer.data(), size}, textHashSeed());
    }
    return print;
}

} // namespace limier
