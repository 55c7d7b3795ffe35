// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/secret.h"

#include <cstring>
#include <utility>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/mman.h>
#define LIMIER_HAS_MMAN 1
#endif

namespace limier
{

Secret::Secret(std::string_view text)
    : m_size(text.size())
{
    // Pages of its own: locking and leaving out of core files go by whole pages, and must not hit neighbours.
#if LIMIER_HAS_MMAN
    void *pages = mmap(nullptr, m_size + 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) {
        throw std::bad_alloc();
    }
    mlock(pages, m_size + 1); // what may not be locked is still wiped
#ifdef MADV_DONTDUMP
    madvise(pages, m_size + 1, MADV_DONTDUMP);
#endif
    m_bytes = static_cast<char *>(pages);
#else
    m_bytes = new char[m_size + 1];
#endif
    std::memcpy(m_bytes, text.data(), m_size);
    m_bytes[m_size] = '\0';
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (m_bytes == nullptr) {
        return;
    }
    volatile char *bytes = m_bytes; // a plain memset() of memory that is given up next may be left out
    for (std::size_t i = 0; i < m_size; ++i) {
        bytes[i] = '\0';
    }
#if LIMIER_HAS_MMAN
    munmap(m_bytes, m_size + 1);
#else
    delete[] m_bytes;
#endif
    m_bytes = nullptr;
    m_size = 0;
}

} // namespace limier
