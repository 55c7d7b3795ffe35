// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/queuetable.h"

#include "log/texthash.h"

namespace limier
{

namespace
{
constexpr std::size_t FirstSlots = 4096;
}

QueueTable::QueueTable()
    : m_slots(FirstSlots)
    , m_seed(textHashSeed())
{
}

std::size_t QueueTable::home(QueueId id, std::uint16_t node) const
{
    const std::uint64_t hash = mixHash(id.value ^ m_seed, 0x9e3779b97f4a7c15ULL + node);
    return static_cast<std::size_t>(hash) & (m_slots.size() - 1);
}

std::size_t QueueTable::place(QueueId id, std::uint16_t node) const
{
    std::size_t at = home(id, node);
    while (!m_slots[at].id.isEmpty() && (m_slots[at].id != id || m_slots[at].node != node)) {
        at = (at + 1) & (m_slots.size() - 1);
    }
    return at;
}

MessageId QueueTable::find(QueueId id, std::uint16_t node) const
{
    return m_slots[place(id, node)].message;
}

void QueueTable::set(QueueId id, std::uint16_t node, MessageId message)
{
    Slot &slot = m_slots[place(id, node)];
    if (slot.id.isEmpty()) {
        ++m_used;
    }
    slot = {id, message, node};
    if (m_used * 2 > m_slots.size()) {
        grow();
    }
}

void QueueTable::erase(QueueId id, std::uint16_t node, MessageId message)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t hole = place(id, node);
    if (m_slots[hole].message != message || m_slots[hole].id.isEmpty()) {
        return;
    }
    // What was pushed behind the hole by it moves up, so that no mark of a deleted slot is needed.
    for (std::size_t at = (hole + 1) & mask; !m_slots[at].id.isEmpty(); at = (at + 1) & mask) {
        const std::size_t wanted = home(m_slots[at].id, m_slots[at].node);
        if (((at - wanted) & mask) >= ((at - hole) & mask)) {
            m_slots[hole] = m_slots[at];
            hole = at;
        }
    }
    m_slots[hole] = {};
    --m_used;
}

void QueueTable::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (!slot.id.isEmpty()) {
            m_slots[place(slot.id, slot.node)] = slot;
        }
    }
}

} // namespace limier
