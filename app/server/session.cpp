// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session.h"

namespace limier
{

namespace
{

class RealSession final : public Session
{
public:
    RealSession(SessionSettings settings, LoginQuestions &questions, SessionObserver &observer)
        : m_session(std::move(settings), questions, observer)
    {
    }

    void start() override { m_session.start(); }
    void stop() override { m_session.stop(); }
    void setPaused(bool paused) override { m_session.setPaused(paused); }
    void setQueueInterval(std::chrono::seconds interval) override { m_session.setQueueInterval(interval); }
    void setRange(std::int64_t since, std::int64_t until) override { m_session.setRange(since, until); }
    void reconnect() override { m_session.reconnect(); }

private:
    ServerSession m_session;
};

} // namespace

SessionFactory serverSessions()
{
    return [](SessionSettings settings, LoginQuestions &questions, SessionObserver &observer) {
        return std::make_unique<RealSession>(std::move(settings), questions, observer);
    };
}

} // namespace limier
