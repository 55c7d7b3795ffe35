// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// A source that turns the bytes of another one into text, one buffer of 256 KiB after the other.
class ConvertingSource : public ByteSource
{
public:
    std::expected<std::size_t, Error> read(char *buffer, std::size_t size) final;
    std::uint64_t rawPosition() const final;
    std::vector<Error> remarks() const override;

protected:
    explicit ConvertingSource(std::unique_ptr<ByteSource> inner);

    /// Appends to @p text what @p bytes give; what they leave unfinished waits for the next ones.
    virtual void convert(std::string_view bytes, std::string &text) = 0;
    /// Appends what is left at the end of the input.
    virtual void finish(std::string &text) = 0;

private:
    std::unique_ptr<ByteSource> m_inner;
    std::vector<char> m_input;
    std::string m_text;
    std::size_t m_given = 0; ///< of m_text
    std::unique_ptr<Error> m_error;
    bool m_ended = false;
};

} // namespace limier
