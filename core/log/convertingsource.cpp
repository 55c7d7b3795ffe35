// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/convertingsource.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace limier
{

ConvertingSource::ConvertingSource(std::unique_ptr<ByteSource> inner)
    : m_inner(std::move(inner))
    , m_input(std::size_t{256} << 10)
{
}

std::expected<std::size_t, Error> ConvertingSource::read(char *buffer, std::size_t size)
{
    while (m_given == m_text.size() && !m_ended) {
        m_text.clear();
        m_given = 0;
        const std::expected<std::size_t, Error> got = m_inner->read(m_input.data(), m_input.size());
        if (got && *got > 0) {
            convert({m_input.data(), *got}, m_text);
            continue;
        }
        m_ended = true;
        finish(m_text);
        if (!got) {
            m_error = std::make_unique<Error>(got.error());
        }
    }
    const std::size_t count = std::min(size, m_text.size() - m_given);
    if (count == 0 && m_error) {
        return std::unexpected(std::move(*std::exchange(m_error, nullptr)));
    }
    std::memcpy(buffer, m_text.data() + m_given, count);
    m_given += count;
    return count;
}

std::uint64_t ConvertingSource::rawPosition() const
{
    return m_inner->rawPosition();
}

std::vector<Error> ConvertingSource::remarks() const
{
    return m_inner->remarks();
}

} // namespace limier
