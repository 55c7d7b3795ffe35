// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtpd.h"

namespace limier::generator
{

/// The content filter: takes each mail from the queue and injects it again as a hop. One thread.
class Filter
{
public:
    Filter(Context &context, Queue &queue, Smtpd &smtpd);

    /// @p hop: None while @p message is in the filter; then the message that it became.
    void step(std::uint32_t message, std::uint32_t hop, Micros now);

private:
    struct Verdict {
        Status status = Status::Handed;
        std::string_view dsn;
        std::string_view text;
        bool relayed = true;
    };

    void inject(std::uint32_t number, Micros now);
    void finish(std::uint32_t number, const Verdict &verdict, std::string_view hopId, Micros now);
    void writeVerdict(const Message &message, std::string_view hopId, Micros now);

    Context &m_context;
    Queue &m_queue;
    Smtpd &m_smtpd;
};

} // namespace limier::generator
