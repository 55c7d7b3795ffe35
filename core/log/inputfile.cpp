// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/inputfile.h"

#include "log/decompressor.h"
#include "log/filesource.h"
#include "log/journalexportsource.h"
#include "log/journaljsonsource.h"
#include "log/randomfile.h"
#include "log/standardinput.h"
#include "log/utf16source.h"

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

using Opened = std::expected<std::unique_ptr<ByteSource>, Error>;

Opened openFile(const InputFile &input)
{
    const InputOrigin &origin = input.origin;
    std::shared_ptr<const RandomFile> file = origin.spool;
    if (!file) {
        const std::expected<std::shared_ptr<const RandomFile>, Error> opened = RandomFile::open(origin.file);
        if (!opened) {
            Error error = opened.error();
            error.subject = input.path;
            return std::unexpected(std::move(error));
        }
        file = *opened;
        const RandomFile::Identity found{.device = origin.device, .inode = origin.inode};
        if (found.isKnown() && found != file->identity()) {
            return std::unexpected(Error{.code = ErrorCode::FileReplaced, .subject = input.path, .detail = {}});
        }
    }
    if (origin.bytes == InputOrigin::WholeFile) {
        const std::uint64_t from = origin.offset + input.start;
        const std::uint64_t size = input.rawBytes - std::min(input.rawBytes, from);
        return input.grows ? std::make_unique<FileSource>(file, from, size, input.path)
                           : std::make_unique<FileSource>(file, from, size, input.path, origin.file);
    }
    return std::make_unique<FileSource>(file, origin.offset, origin.bytes, input.path);
}

Opened addDecoding(std::unique_ptr<ByteSource> source, Decoding decoding, const InputFile &input)
{
    switch (decoding) {
    case Decoding::Utf16LittleEndian:
    case Decoding::Utf16BigEndian:
        return std::make_unique<Utf16Source>(std::move(source), decoding == Decoding::Utf16LittleEndian);
    case Decoding::JournalExport:
        return std::make_unique<JournalExportSource>(std::move(source));
    case Decoding::JournalJson:
        return std::make_unique<JournalJsonSource>(std::move(source));
    case Decoding::GZip:
    case Decoding::BZip2:
    case Decoding::Xz:
    case Decoding::Zstd:
    case Decoding::Deflate:
        break;
    }
    const ExpandBounds bounds{.limit = input.origin.expandLimit, .rawBytes = input.rawBytes};
    return Decompressor::make(std::move(source), decoding, bounds, input.origin.unpackedBytes, input.path);
}

Opened decode(Opened source, const InputFile &input)
{
    for (const Decoding decoding : input.origin.decodings) {
        if (!source) {
            break;
        }
        source = addDecoding(*std::move(source), decoding, input);
    }
    return source;
}

} // namespace

Opened openInput(const InputFile &input, std::stop_token stop)
{
    const std::shared_ptr<StandardInput> &standardInput = input.origin.standardInput;
    return decode(standardInput ? standardInput->take(std::move(stop)) : openFile(input), input);
}

Opened peekInput(const InputFile &input, std::size_t limit, std::stop_token stop)
{
    const std::shared_ptr<StandardInput> &standardInput = input.origin.standardInput;
    return decode(standardInput ? standardInput->peek(limit, std::move(stop)) : openFile(input), input);
}

} // namespace limier
