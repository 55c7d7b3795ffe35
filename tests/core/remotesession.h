// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/localserver.h"
#include "remote/serversession.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <condition_variable>
#include <format>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

/// A session with this machine in the place of the server, and everything it told.
namespace limier::test
{

using namespace std::chrono_literals;

inline void writeBytes(const QString &path, std::string_view bytes,
                       QIODevice::OpenMode mode = QIODevice::WriteOnly | QIODevice::Truncate)
{
    QFile file(path);
    if (!file.open(mode | QIODevice::Unbuffered)
        || file.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size())) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

inline void appendBytes(const QString &path, std::string_view bytes)
{
    writeBytes(path, bytes, QIODevice::WriteOnly | QIODevice::Append);
}

inline std::string readBytes(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// Lines of a mail log, numbered from @p first on; each one says a second more than the one before.
inline std::string numberedLines(int first, int count, std::int64_t begin)
{
    std::string lines;
    for (int i = first; i < first + count; ++i) {
        const std::chrono::sys_seconds time{std::chrono::seconds(begin + i)};
        std::format_to(std::back_inserter(lines), "{:%FT%TZ} mail postfix/qmgr[77]: line {}: removed {:x<{}}\n", time,
                       i, "", (i % 89 + 89) * 37 % 90);
    }
    return lines;
}

/// What the inputs hold: each one from its start, without the rest of the line there.
inline std::string textOf(const std::vector<LogInput> &inputs)
{
    std::string text;
    for (const LogInput &input : inputs) {
        std::string bytes = readBytes(input.path);
        if (input.start > 0) {
            bytes.erase(0, std::min(bytes.find('\n', input.start), bytes.size() - 1) + 1);
        }
        text += bytes;
    }
    return text;
}

/// Keeps what a session tells. Any thread.
class Listener final : public SessionObserver
{
public:
    struct Told {
        std::vector<SessionState> states;
        std::vector<RemoteError> errors;
        std::vector<RemoteError> problems;
        std::vector<Transfer> transfers;
        std::vector<QueueLength> queues;
        std::vector<LogInput> inputs;
        std::optional<FetchProgress> progress;
        int changes = 0;
        int growths = 0;
        bool isWhole = false;

        [[nodiscard]] SessionState state() const { return states.back(); }
        [[nodiscard]] std::uint64_t fetchedBytes() const
        {
            std::uint64_t bytes = 0;
            for (const Transfer &each : transfers) {
                bytes += each.kind == Transfer::Kind::Fetch ? each.bytes : 0;
            }
            return bytes;
        }
        [[nodiscard]] std::size_t count(Transfer::Kind kind) const
        {
            return static_cast<std::size_t>(std::ranges::count(transfers, kind, &Transfer::kind));
        }
    };

    void sessionStateChanged(SessionState state, const std::optional<RemoteError> &error) override
    {
        change([&] {
            m_told.states.push_back(state);
            if (error) {
                m_told.errors.push_back(*error);
            }
        });
        if (onState) {
            onState(state);
        }
    }
    void factsFound(const ServerFacts &) override { }
    void inputsChanged(const std::vector<LogInput> &inputs, bool isWhole) override
    {
        change([&] {
            m_told.inputs = inputs;
            m_told.isWhole = isWhole;
            ++m_told.changes;
        });
    }
    void inputsGrew(const std::vector<LogInput> &inputs) override
    {
        change([&] {
            m_told.inputs = inputs;
            ++m_told.growths;
        });
    }
    void fetchProgressed(const FetchProgress &progress) override
    {
        change([&] { m_told.progress = progress; });
        if (onProgress) {
            onProgress(progress);
        }
    }
    void transferred(const Transfer &transfer) override
    {
        change([&] { m_told.transfers.push_back(transfer); });
        if (onTransfer) {
            onTransfer(transfer);
        }
    }
    void queueMeasured(const QueueLength &queue) override
    {
        change([&] { m_told.queues.push_back(queue); });
    }
    void problemFound(const RemoteError &problem) override
    {
        change([&] { m_told.problems.push_back(problem); });
    }

    [[nodiscard]] Told told() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_told;
    }
    /// True once @p isTrue of what was told.
    [[nodiscard]] bool waitFor(const std::function<bool(const Told &)> &isTrue, std::chrono::seconds most = 20s)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, most, [&] { return isTrue(m_told); });
    }
    [[nodiscard]] bool waitForState(SessionState state, std::chrono::seconds most = 20s)
    {
        return waitFor([state](const Told &told) { return !told.states.empty() && told.state() == state; }, most);
    }

    std::function<void(const Transfer &)> onTransfer; ///< on the session's thread
    std::function<void(const FetchProgress &)> onProgress;
    std::function<void(SessionState)> onState; ///< likewise

private:
    void change(const std::function<void()> &doIt)
    {
        const std::scoped_lock lock(m_mutex);
        doIt();
        m_changed.notify_all();
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Told m_told;
};

/// A folder with logs, and sessions that fetch from it.
class RemoteFolder
{
public:
    RemoteFolder()
    {
        QDir().mkpath(QString::fromStdString(logFolder()));
        facts.compressors = {"zstd", "gzip"};
        facts.hasNice = true;
        facts.timezone = "UTC";
    }

    [[nodiscard]] std::string logFolder() const
    {
        return m_folder.filePath(QStringLiteral("server's log")).toStdString();
    }
    [[nodiscard]] std::filesystem::path cacheFolder() const
    {
        return m_folder.filePath(QStringLiteral("cache")).toStdString();
    }
    [[nodiscard]] QString log(const char *name) const
    {
        return QString::fromStdString(logFolder()) + QLatin1Char('/') + QLatin1StringView(name);
    }
    void run(const std::string &script) const
    {
        LocalServer server;
        const auto result = runCommand(server, "cd " + shellQuoted(logFolder()) + " && " + script);
        if (!result || result->status != 0) {
            qFatal("%s failed", script.c_str());
        }
    }

    [[nodiscard]] SessionSettings settings(bool follow) const
    {
        SessionSettings settings;
        settings.target.name = "mail.test";
        settings.cacheFolder = cacheFolder();
        settings.follow = follow;
        settings.queueInterval = 0s;
        return settings;
    }

    [[nodiscard]] SessionParts parts()
    {
        return {.connect = [this](std::stop_token stop) { return connect(std::move(stop)); },
                .probe = [this](Server &, const auto &, const auto &) -> std::expected<ServerFacts, RemoteError> {
                    RemoteLog current;
                    current.path = logFolder() + "/mail.log";
                    current.isCurrent = true;
                    facts.logs.clear();
                    if (!facts.isJournalOnly) {
                        facts.logs.push_back(current);
                    }
                    return facts;
                },
                .measureQueue = [](Server &) -> std::expected<QueueLength, RemoteError> {
                    return QueueLength{.active = 3};
                },
                .silence = silence};
    }

    /// The connection that stands, or stood last. Any thread.
    [[nodiscard]] std::shared_ptr<LocalServer> server() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_server;
    }

    ServerFacts facts;
    std::chrono::milliseconds silence = PatientReader::Silence;
    std::function<void(LocalServer &)> onConnect;
    std::atomic<int> connections = 0;
    std::atomic<bool> isRefused = false;

private:
    /// Passes on to a server that others may reach, too.
    class Shared final : public Server
    {
    public:
        Shared(std::shared_ptr<LocalServer> server, std::stop_token stop)
            : m_server(std::move(server))
            , m_interrupt(std::move(stop), [this] { m_server->interrupt(); })
        {
        }
        [[nodiscard]] const std::string &name() const override { return m_server->name(); }
        [[nodiscard]] Privilege privilege() const override { return m_server->privilege(); }
        [[nodiscard]] bool hasShell() const override { return m_server->hasShell(); }
        [[nodiscard]] std::expected<std::unique_ptr<RemoteProcess>, RemoteError> start(std::string_view script,
                                                                                       RunAs runAs) override
        {
            return m_server->start(script, runAs);
        }
        [[nodiscard]] std::expected<std::unique_ptr<RemoteFiles>, RemoteError> files() override
        {
            return m_server->files();
        }
        void interrupt() override { m_server->interrupt(); }

    private:
        std::shared_ptr<LocalServer> m_server;
        std::stop_callback<std::function<void()>> m_interrupt;
    };

    std::expected<std::unique_ptr<Server>, RemoteError> connect(std::stop_token stop)
    {
        if (isRefused) {
            return std::unexpected(RemoteError{.code = RemoteErrorCode::Refused, .host = "mail.test"});
        }
        ++connections;
        auto server = std::make_shared<LocalServer>("mail.test");
        if (onConnect) {
            onConnect(*server);
        }
        const std::scoped_lock lock(m_mutex);
        m_server = server;
        return std::make_unique<Shared>(server, std::move(stop));
    }

    QTemporaryDir m_folder;
    mutable std::mutex m_mutex;
    std::shared_ptr<LocalServer> m_server;
};

} // namespace limier::test
