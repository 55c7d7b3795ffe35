// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zone.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace limier::generator
{

enum class EventKind : std::uint8_t {
    Arrival,  ///< subject: stream of the traffic
    Session,  ///< subject: session
    Cleanup,  ///< subject: message
    Activate, ///< subject: message
    Deliver,  ///< subject: message, detail: group of recipients
    Filter,   ///< subject: message handed to the content filter
    Retry,    ///< subject: message
    Incident, ///< subject: incident, detail: its own
};

struct Event {
    Micros time = 0;
    std::uint32_t order = 0; ///< among events of the same time: the one that was added first comes first
    std::uint32_t subject = 0;
    std::uint32_t detail = 0;
    EventKind kind = EventKind::Arrival;
};

/// What will happen, taken out in the order of time. One thread; adding and taking cost O(log n).
class EventQueue
{
public:
    void add(Micros time, EventKind kind, std::uint32_t subject, std::uint32_t detail = 0)
    {
        m_events.push_back({time, m_order++, subject, detail, kind});
        std::ranges::push_heap(m_events, later);
    }

    Event take()
    {
        std::ranges::pop_heap(m_events, later);
        const Event event = m_events.back();
        m_events.pop_back();
        return event;
    }

    [[nodiscard]] bool isEmpty() const { return m_events.empty(); }

private:
    static bool later(const Event &a, const Event &b)
    {
        // The counter may wrap; events of one time are never 2^31 additions apart.
        return a.time != b.time ? a.time > b.time : static_cast<std::int32_t>(a.order - b.order) > 0;
    }

    std::vector<Event> m_events;
    std::uint32_t m_order = 0;
};

} // namespace limier::generator
