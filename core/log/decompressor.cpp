// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/decompressor.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <algorithm>
#include <cstring>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t InputBytes = std::size_t{256} << 10;
/// Bytes of the input before that stay readable: a gzip member's last eight bytes and the two that follow.
constexpr std::size_t LookBack = 16;
constexpr std::size_t LongestMagic = 6;
constexpr std::size_t LargestOutput = std::size_t{1} << 30;

std::unique_ptr<KFilterBase> makeFilter(Decoding decoding)
{
    auto type = KCompressionDevice::GZip;
    if (decoding == Decoding::BZip2) {
        type = KCompressionDevice::BZip2;
    } else if (decoding == Decoding::Xz) {
        type = KCompressionDevice::Xz;
    } else if (decoding == Decoding::Zstd) {
        type = KCompressionDevice::Zstd;
    }
    std::unique_ptr<KFilterBase> filter(KCompressionDevice::filterForCompressionType(type));
    if (filter) {
        filter->setFilterFlags(decoding == Decoding::Deflate ? KFilterBase::NoHeaders : KFilterBase::WithHeaders);
    }
    return filter;
}

const char *nameOf(Decoding decoding)
{
    switch (decoding) {
    case Decoding::BZip2:
        return "bzip2";
    case Decoding::Xz:
        return "xz";
    case Decoding::Zstd:
        return "zstd";
    default:
        return "gzip";
    }
}

bool startsMember(Decoding decoding, std::string_view bytes)
{
    using namespace std::string_view_literals;
    switch (decoding) {
    case Decoding::GZip:
        return bytes.starts_with("\x1f\x8b"sv);
    case Decoding::BZip2:
        return bytes.starts_with("BZh"sv);
    case Decoding::Xz:
        return bytes.starts_with("\xfd"
                                 "7zXZ\0"sv);
    case Decoding::Zstd:
        // A frame, or one that holds no data and is skipped.
        return bytes.starts_with("\x28\xb5\x2f\xfd"sv)
            || (bytes.size() >= 4 && bytes.substr(1, 3) == "\x2a\x4d\x18"sv && (bytes[0] & 0xf0) == 0x50);
    default:
        return true;
    }
}

} // namespace

std::expected<std::unique_ptr<ByteSource>, Error> Decompressor::make(std::unique_ptr<ByteSource> inner,
                                                                     Decoding decoding, const ExpandBounds &bounds,
                                                                     std::uint64_t expectedBytes,
                                                                     const std::string &subject)
{
    std::unique_ptr<KFilterBase> filter = makeFilter(decoding);
    if (!filter) {
        return std::unexpected(
            Error{.code = ErrorCode::UnsupportedCompression, .subject = subject, .detail = nameOf(decoding)});
    }
    return std::unique_ptr<ByteSource>(
        new Decompressor(std::move(inner), std::move(filter), decoding, bounds, expectedBytes, subject));
}

Decompressor::Decompressor(std::unique_ptr<ByteSource> inner, std::unique_ptr<KFilterBase> filter, Decoding decoding,
                           const ExpandBounds &bounds, std::uint64_t expectedBytes, std::string subject)
    : m_inner(std::move(inner))
    , m_filter(std::move(filter))
    , m_buffer(LookBack + InputBytes)
    , m_subject(std::move(subject))
    , m_bounds(bounds)
    , m_expectedBytes(expectedBytes)
    , m_inputEnd(LookBack)
    , m_decoding(decoding)
{
    m_filter->setInBuffer(m_buffer.data(), 0);
}

Decompressor::~Decompressor()
{
    m_filter->terminate();
}

std::uint64_t Decompressor::rawPosition() const
{
    return m_inner->rawPosition() - input().size();
}

std::vector<Error> Decompressor::remarks() const
{
    std::vector<Error> result = m_inner->remarks();
    result.insert(result.end(), m_remarks.begin(), m_remarks.end());
    return result;
}

std::string_view Decompressor::input() const
{
    const auto left = static_cast<std::size_t>(m_filter->inBufferAvailable());
    return {m_buffer.data() + m_inputEnd - left, left};
}

std::expected<std::size_t, Error> Decompressor::read(char *buffer, std::size_t size)
{
    while (!m_error && m_state != State::Ended && size > 0) {
        std::expected<std::size_t, Error> got = decode(buffer, std::min(size, LargestOutput));
        if (!got) {
            m_error = std::make_unique<Error>(std::move(got.error()));
        } else if (*got > 0) {
            m_total += *got;
            return *got;
        }
    }
    if (!m_error) {
        return 0;
    }
    m_state = State::Ended;
    Error error = std::move(*std::exchange(m_error, nullptr));
    error.subject = m_subject;
    error.position = static_cast<std::int64_t>(m_total);
    return std::unexpected(std::move(error));
}

/// One step: some input read, a member begun, or some text. Text that comes with an error is given first.
std::expected<std::size_t, Error> Decompressor::decode(char *buffer, std::size_t size)
{
    if (m_state == State::AtMember) {
        return startMember().transform([] { return std::size_t{0}; });
    }
    if (m_filter->inBufferEmpty() && !mayHoldBack()) {
        const std::expected<bool, Error> filled = fill();
        if (!filled) {
            return std::unexpected(filled.error());
        }
        if (!*filled) {
            endOfInput();
            return 0;
        }
    }
    const std::uint64_t allowed = room();
    if (allowed == 0) {
        fail(ErrorCode::TooLarge);
        m_error->value = static_cast<std::int64_t>(m_total);
        return 0;
    }
    const auto wanted = static_cast<uint>(std::min<std::uint64_t>(size, allowed));
    m_filter->setOutBuffer(buffer, wanted);
    const KFilterBase::Result result = m_filter->uncompress();
    const std::size_t got = wanted - static_cast<uint>(m_filter->outBufferAvailable());
    m_outputWasFull = got == wanted;
    if (result == KFilterBase::End) {
        m_total += got;
        endMember();
        m_total -= got;
    } else if (result == KFilterBase::Error) {
        m_total += got;
        endAtDamage();
        m_total -= got;
    }
    return got;
}

/// False at the end of the input. Keeps what is left of it, and the bytes before.
std::expected<bool, Error> Decompressor::fill()
{
    const std::size_t left = input().size();
    const std::size_t before = std::min(LookBack, m_inputEnd - left);
    std::memmove(m_buffer.data() + LookBack - before, m_buffer.data() + m_inputEnd - left - before, before + left);
    m_inputEnd = LookBack + left;
    const std::expected<std::size_t, Error> got =
        m_inner->read(m_buffer.data() + m_inputEnd, m_buffer.size() - m_inputEnd);
    m_inputEnd += got.value_or(0);
    m_filter->setInBuffer(m_buffer.data() + LookBack, static_cast<uint>(m_inputEnd - LookBack));
    return got.transform([](std::size_t count) { return count > 0; });
}

/// Skips padding and readies the filter for the next member, or ends.
std::expected<void, Error> Decompressor::startMember()
{
    bool more = true;
    std::string_view bytes = input();
    do {
        if (m_decoding != Decoding::Deflate && m_hasMembers) {
            bytes.remove_prefix(std::min(bytes.find_first_not_of('\0'), bytes.size()));
        }
        if (bytes.size() >= LongestMagic) {
            break;
        }
        m_filter->setInBuffer(bytes.data(), static_cast<uint>(bytes.size()));
        const std::expected<bool, Error> filled = fill();
        if (!filled) {
            return std::unexpected(filled.error());
        }
        more = *filled;
        bytes = input();
    } while (more);

    if (bytes.empty() && m_hasMembers) {
        m_state = State::Ended;
    } else if (m_hasMembers && !startsMember(m_decoding, bytes)) {
        m_remarks.push_back({.code = ErrorCode::TrailingGarbage,
                             .subject = m_subject,
                             .position = static_cast<std::int64_t>(m_total),
                             .detail = {}});
        m_state = State::Ended;
    } else {
        if (!m_filter->init(QIODevice::ReadOnly)) {
            fail(ErrorCode::ReadFailed);
        }
        m_filter->setInBuffer(bytes.data(), static_cast<uint>(bytes.size()));
        m_memberStart = m_total;
        m_state = State::InMember;
        m_outputWasFull = false;
    }
    return {};
}

void Decompressor::endMember()
{
    m_hasMembers = true;
    m_state = State::AtMember;
    if (m_decoding == Decoding::Deflate) {
        m_state = State::Ended;
        if (m_total != m_expectedBytes) {
            fail(m_total < m_expectedBytes ? ErrorCode::TruncatedCompression : ErrorCode::CorruptCompression);
        }
    }
}

void Decompressor::endAtDamage()
{
    // KArchive's gzip filter goes on to a next member by itself and reads two bytes of it before it finds that it is
    // none.
    constexpr std::size_t ReadOfNext = 2;
    if (m_decoding == Decoding::GZip && wasWholeMember(ReadOfNext)) {
        const std::string_view rest = input();
        const char *next = rest.data() - ReadOfNext;
        m_hasMembers = true;
        m_state = State::AtMember;
        m_filter->setInBuffer(next, static_cast<uint>(rest.size() + ReadOfNext));
        return;
    }
    fail(ErrorCode::CorruptCompression);
}

void Decompressor::endOfInput()
{
    if (m_decoding == Decoding::GZip && wasWholeMember(1)) {
        m_hasMembers = true;
        m_state = State::AtMember;
        m_filter->setInBuffer(m_buffer.data() + m_inputEnd - 1, 1);
        return;
    }
    if (m_decoding == Decoding::Deflate && m_total == m_expectedBytes) {
        m_state = State::Ended;
        return;
    }
    fail(ErrorCode::TruncatedCompression);
}

void Decompressor::fail(ErrorCode code)
{
    m_error = std::make_unique<Error>(Error{.code = code, .subject = {}, .detail = {}});
}

/// True if the decoder can have text that did not fit the last buffer, so that it must run without new input.
bool Decompressor::mayHoldBack() const
{
    // KArchive's gzip filter takes an empty input for the end; what zlib holds back comes with the member's last bytes.
    return m_outputWasFull && m_decoding != Decoding::GZip && m_decoding != Decoding::Deflate;
}

/**
 * True if the bytes before the last @p bytesBehind of what was read end a gzip member: its last four give the size of
 * its text. Known only for the first member and those that begin where the input buffer ended.
 */
bool Decompressor::wasWholeMember(std::size_t bytesBehind) const
{
    const char *end = input().data() - bytesBehind;
    std::uint32_t size = 0;
    for (int i = 0; i < 4; ++i) {
        size |= std::uint32_t{static_cast<unsigned char>(*(end - 4 + i))} << (8 * i);
    }
    return m_total > m_memberStart && size == static_cast<std::uint32_t>(m_total - m_memberStart)
        && !startsMember(m_decoding, {end, bytesBehind});
}

std::uint64_t Decompressor::room() const
{
    const std::uint64_t raw = m_bounds.rawBytes > 0 ? m_bounds.rawBytes : m_inner->rawPosition();
    std::uint64_t limit = std::max(ExpandBounds::FreeBytes, raw * ExpandBounds::LargestRatio);
    limit = std::min(limit, m_bounds.limit);
    return limit > m_total ? limit - m_total : 0;
}

} // namespace limier
