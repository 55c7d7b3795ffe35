// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueids.h"

#include <algorithm>
#include <functional>

namespace limier::generator
{

namespace
{

constexpr std::string_view HexDigits = "0123456789ABCDEF";
constexpr std::string_view SafeDigits = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
/// A virtual machine's coarse clock: it makes short IDs come back sooner.
constexpr std::uint32_t ClockStep = 4;

/// Adds @p value to the base of @p digits, with zeros up to @p width.
void append(QueueId &id, std::uint64_t value, std::uint32_t base, std::string_view digits, std::uint32_t width)
{
    std::array<char, 20> reversed{};
    std::uint32_t count = 0;
    do {
        reversed[count++] = digits[value % base];
        value /= base;
    } while (value != 0);
    while (count < width) {
        reversed[count++] = '0';
    }
    while (count != 0) {
        id.text[id.length++] = reversed[--count];
    }
}

} // namespace

QueueIds::QueueIds(IdForm form, std::uint32_t firstInode)
    : m_form(form)
    , m_nextInode(firstInode)
{
}

QueueId QueueIds::take(Micros now)
{
    QueueId id;
    if (m_free.empty()) {
        id.inode = m_nextInode++;
    } else {
        std::ranges::pop_heap(m_free, std::greater{});
        id.inode = m_free.back();
        m_free.pop_back();
    }
    const std::int64_t seconds = wholeSeconds(now);
    const auto micros = static_cast<std::uint32_t>(now - seconds * Second) / ClockStep * ClockStep;
    if (m_form == IdForm::Short) {
        append(id, micros, 16, HexDigits, 5);
        append(id, id.inode, 16, HexDigits, 1);
    } else {
        append(id, static_cast<std::uint64_t>(seconds), 52, SafeDigits, 6);
        append(id, micros, 52, SafeDigits, 4);
        id.text[id.length++] = 'z';
        append(id, id.inode, 51, SafeDigits, 1);
    }
    return id;
}

void QueueIds::release(const QueueId &id)
{
    m_free.push_back(id.inode);
    std::ranges::push_heap(m_free, std::greater{});
}

} // namespace limier::generator
