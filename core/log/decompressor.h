// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"
#include "log/inputfile.h"

#include <memory>
#include <string>
#include <string_view>

class KFilterBase;

namespace limier
{

/// How far a decompression may go.
struct ExpandBounds {
    static constexpr std::uint64_t FreeBytes = std::uint64_t{256} << 20; ///< whatever the ratio
    static constexpr std::uint64_t LargestRatio = 500;                   ///< logs compress 10 to 100 times

    std::uint64_t limit = ~std::uint64_t{0}; ///< most bytes of text
    std::uint64_t rawBytes = 0;              ///< size of the compressed data; 0: not known, what was read counts
};

/**
 * Undoes gzip, bzip2, xz, zstd (any number of members) or deflate, straight into the caller's buffer. Tells truncated
 * from corrupt data, takes zeros behind the last member for padding and stops where the bounds are passed. Holds one
 * buffer of 256 KiB and the decoder's window (at most 128 MiB).
 */
class Decompressor final : public ByteSource
{
public:
    /// @p expectedBytes: the size of the text that the archive gives for Decoding::Deflate, which has no end of its
    /// own.
    [[nodiscard]] static std::expected<std::unique_ptr<ByteSource>, Error>
    make(std::unique_ptr<ByteSource> inner, Decoding decoding, const ExpandBounds &bounds, std::uint64_t expectedBytes,
         const std::string &subject);
    ~Decompressor() override;

    std::expected<std::size_t, Error> read(char *buffer, std::size_t size) override;
    std::uint64_t rawPosition() const override;
    std::vector<Error> remarks() const override;

private:
    enum class State : std::uint8_t {
        AtMember,
        InMember,
        Ended
    };

    Decompressor(std::unique_ptr<ByteSource> inner, std::unique_ptr<KFilterBase> filter, Decoding decoding,
                 const ExpandBounds &bounds, std::uint64_t expectedBytes, std::string subject);

    std::expected<bool, Error> fill();
    std::expected<void, Error> startMember();
    std::expected<std::size_t, Error> decode(char *buffer, std::size_t size);
    void endMember();
    void endAtDamage();
    void endOfInput();
    void fail(ErrorCode code);
    [[nodiscard]] bool mayHoldBack() const;
    [[nodiscard]] bool wasWholeMember(std::size_t bytesBehind) const;
    [[nodiscard]] std::uint64_t room() const;
    [[nodiscard]] std::string_view input() const;

    std::unique_ptr<ByteSource> m_inner;
    std::unique_ptr<KFilterBase> m_filter;
    std::vector<char> m_buffer; ///< some bytes of the input before, then the input
    std::string m_subject;
    std::vector<Error> m_remarks;
    std::unique_ptr<Error> m_error; ///< given by the next read()
    ExpandBounds m_bounds;
    std::uint64_t m_expectedBytes;
    std::uint64_t m_total = 0;
    std::uint64_t m_memberStart = 0; ///< of the text
    std::size_t m_inputEnd;
    Decoding m_decoding;
    State m_state = State::AtMember;
    bool m_outputWasFull = false;
    bool m_hasMembers = false;
};

} // namespace limier
