// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servercontext.h"

#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace limier
{

/// What became of the sessions of a test, and the way to have one say something.
class SessionScript
{
public:
    using Line = std::function<void(LoginQuestions &, SessionObserver &)>;

    [[nodiscard]] SessionFactory factory()
    {
        return [this](SessionSettings settings, LoginQuestions &questions, SessionObserver &observer) {
            return std::make_unique<Player>(*this, std::move(settings), questions, observer);
        };
    }

    /// Has session number @p session do @p line on its own thread, after what it was told before.
    void play(Line line, std::size_t session = 0)
    {
        Player &player = *m_players.at(session);
        const std::scoped_lock lock(player.mutex);
        player.lines.push_back(std::move(line));
        player.changed.notify_all();
    }
    void say(SessionState state, std::optional<RemoteError> error = {}, std::size_t session = 0)
    {
        play(
            [state, error](LoginQuestions &, SessionObserver &observer) { observer.sessionStateChanged(state, error); },
            session);
    }
    /// Waits, with the event loop running, until a session has done all of it.
    [[nodiscard]] bool isPlayed(std::size_t session = 0)
    {
        Player &player = *m_players.at(session);
        const bool isDone = QTest::qWaitFor([&] {
            const std::scoped_lock lock(player.mutex);
            return player.lines.empty() && !player.isPlaying;
        });
        QCoreApplication::processEvents();
        return isDone;
    }
    [[nodiscard]] std::size_t sessionCount() const { return m_players.size(); }
    [[nodiscard]] const SessionSettings &settings(std::size_t session = 0) const { return m_settings.at(session); }

    QStringList calls; ///< of all sessions, in order

private:
    class Player final : public Session
    {
    public:
        Player(SessionScript &script, SessionSettings settings, LoginQuestions &questions, SessionObserver &observer)
            : m_script(script)
        {
            m_place = script.m_players.size();
            script.m_players[m_place] = this;
            script.m_settings[m_place] = std::move(settings);
            m_thread = std::jthread([this, &questions, &observer](const std::stop_token &stop) {
                const std::stop_callback wake(stop, [this] { changed.notify_all(); });
                while (true) {
                    std::unique_lock lock(mutex);
                    isPlaying = false;
                    changed.wait(lock, [&] { return stop.stop_requested() || !lines.empty(); });
                    if (stop.stop_requested()) {
                        return;
                    }
                    isPlaying = true;
                    const Line line = std::move(lines.front());
                    lines.pop_front();
                    lock.unlock();
                    line(questions, observer);
                }
            });
        }
        ~Player() override
        {
            m_script.calls += QStringLiteral("end");
            {
                const std::scoped_lock lock(mutex);
                m_thread.request_stop();
            }
            m_thread.join();
        }

        void start() override { m_script.calls += QStringLiteral("start"); }
        void stop() override
        {
            m_script.calls += QStringLiteral("stop");
            m_script.say(SessionState::Stopped, {}, m_place);
        }
        void setPaused(bool paused) override
        {
            m_script.calls += paused ? QStringLiteral("pause") : QStringLiteral("resume");
            m_script.say(paused ? SessionState::Paused : SessionState::Following, {}, m_place);
        }
        void setQueueInterval(std::chrono::seconds interval) override
        {
            m_script.calls += QStringLiteral("queue %1").arg(interval.count());
        }
        void setRange(std::int64_t since, std::int64_t until) override
        {
            m_script.calls += QStringLiteral("range %1 %2").arg(since).arg(until);
        }
        void reconnect() override
        {
            m_script.calls += QStringLiteral("reconnect");
            m_script.say(SessionState::Connecting, {}, m_place);
        }

        std::mutex mutex;
        std::condition_variable changed;
        std::deque<Line> lines;
        bool isPlaying = false;

    private:
        SessionScript &m_script;
        std::size_t m_place = 0;
        std::jthread m_thread;
    };

    std::map<std::size_t, Player *> m_players;
    std::map<std::size_t, SessionSettings> m_settings;
};

/// A keychain that lives as long as the test.
class TestKeychain final : public Keychain
{
public:
    bool isAvailable() const override { return isThere; }
    void read(const QString &key, QObject *context, std::function<void(std::optional<Secret>)> take) override
    {
        reads += key;
        QMetaObject::invokeMethod(
            context,
            [this, key, take] {
                const auto found = entries.find(key);
                take(found != entries.end() ? std::optional<Secret>(std::in_place, found->second) : std::nullopt);
            },
            Qt::QueuedConnection);
    }
    void write(const QString &key, const Secret &secret) override { entries[key] = secret.view(); }
    void remove(const QString &key) override { entries.erase(key); }

    bool isThere = true;
    QStringList reads;
    std::map<QString, std::string> entries;
};

/// What servers stand on that play @p script: all files are in @p folder.
inline ServerContext scriptedContext(SessionScript &script, std::shared_ptr<Keychain> keychain,
                                     const QTemporaryDir &folder)
{
    return {.sessions = script.factory(),
            .keychain = std::move(keychain),
            .sshConfig = folder.filePath(QStringLiteral("config")).toStdString(),
            .cacheFolder = folder.filePath(QStringLiteral("cache")).toStdString()};
}

} // namespace limier
