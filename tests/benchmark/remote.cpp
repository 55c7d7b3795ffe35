// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fetches a log from a server and indexes it as the window does: limier_bench_remote PORT USER KEY KNOWN_HOSTS LOG
// WAY, where WAY is "best", "zstd", "gzip" or "none". Prints milliseconds since the beginning, and what was done by
// then.
#include "index/followedlogs.h"
#include "remote/serversession.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <optional>
#include <thread>

using namespace limier;

namespace
{

using Clock = std::chrono::steady_clock;

/// Indexes what a session tells, the latest set only.
class Indexer final : public SessionObserver, public LoginQuestions
{
public:
    void sessionStateChanged(SessionState state, const std::optional<RemoteError> &error) override
    {
        if (state == SessionState::Failed) {
            std::fprintf(stderr, "failed: %d %s %s\n", static_cast<int>(error->code), error->subject.c_str(),
                         error->detail.c_str());
            std::exit(1);
        }
        if (state == SessionState::Probing) {
            say("connected");
        }
    }
    void factsFound(const ServerFacts &) override { say("probed"); }
    void inputsChanged(const std::vector<LogInput> &inputs, bool isWhole) override
    {
        say(isWhole ? "fetched" : "a part fetched");
        const std::scoped_lock lock(m_mutex);
        m_inputs = inputs;
        m_isWhole = isWhole;
        m_load.request_stop();
        m_changed.notify_all();
    }
    void inputsGrew(const std::vector<LogInput> &) override { }
    void fetchProgressed(const FetchProgress &) override { }
    void transferred(const Transfer &transfer) override
    {
        if (transfer.kind == Transfer::Kind::Fetch) {
            m_wireBytes += transfer.wireBytes;
            std::fprintf(stderr, "%6lld ms  %s %llu bytes, %llu on the wire, in %lld ms\n", since(),
                         transfer.how.c_str(), static_cast<unsigned long long>(transfer.bytes),
                         static_cast<unsigned long long>(transfer.wireBytes),
                         static_cast<long long>(transfer.duration.count()));
        }
    }
    void queueMeasured(const QueueLength &) override { }
    void problemFound(const RemoteError &problem) override
    {
        std::fprintf(stderr, "problem: %d %s %s\n", static_cast<int>(problem.code), problem.subject.c_str(),
                     problem.detail.c_str());
    }
    bool acceptHostKey(const HostKeyQuestion &) override { return false; }
    std::optional<Secret> secret(const SecretQuestion &) override { return std::nullopt; }
    std::optional<std::vector<Secret>> answers(const PromptQuestion &) override { return std::nullopt; }

    /// Until the whole log is indexed; its path here.
    std::string run()
    {
        bool isWhole = false;
        bool isFirst = true;
        std::vector<LogInput> inputs;
        while (!isWhole) {
            LoadOptions options;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] { return m_inputs.has_value(); });
                inputs = *m_inputs;
                isWhole = m_isWhole;
                m_inputs.reset();
                m_load = std::stop_source();
                options.stop = m_load.get_token();
            }
            FollowedLogs logs(options);
            const LoadedLogs loaded = logs.load(inputs);
            isWhole = isWhole && !loaded.cancelled;
            if (!loaded.cancelled && std::exchange(isFirst, false)) {
                say("first chart");
            }
        }
        say("whole");
        std::printf("%.1f MB on the wire\n", static_cast<double>(m_wireBytes) / 1e6);
        return inputs.front().path;
    }

    void begin() { m_begin = Clock::now(); }

private:
    [[nodiscard]] long long since() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_begin).count();
    }
    void say(const char *what) const
    {
        std::printf("%lld %s\n", since(), what);
        std::fflush(stdout);
    }

    Clock::time_point m_begin;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<std::vector<LogInput>> m_inputs;
    std::stop_source m_load;
    std::uint64_t m_wireBytes = 0;
    bool m_isWhole = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 7) {
        std::fputs("usage: limier_bench_remote PORT USER KEY KNOWN_HOSTS LOG best|zstd|gzip|none\n", stderr);
        return 2;
    }
    SshTarget target;
    target.name = "bench";
    target.hostName = "127.0.0.1";
    target.port = static_cast<std::uint16_t>(std::stoi(argv[1]));
    target.user = argv[2];
    target.identityFiles = {argv[3]};
    target.knownHosts = {argv[4]};
    const std::string way = argv[6];

    const QTemporaryDir cache;
    Indexer indexer;
    SessionParts parts = sshSessionParts(target, indexer);
    // Where the log lies is what the probe of a mail server would say.
    parts.probe = [&](Server &server, const auto &run, const auto &stop) {
        return probeLogs(server, run, stop).transform([&](ServerFacts facts) {
            RemoteLog log;
            log.path = argv[5];
            log.isCurrent = true;
            log.modified = QDateTime::currentSecsSinceEpoch();
            facts.logs = {log};
            if (way == "none") {
                facts.compressors.clear();
            } else if (way != "best") {
                facts.compressors = {way};
            }
            return facts;
        });
    };
    SessionSettings settings;
    settings.target = target;
    settings.cacheFolder = cache.path().toStdString();
    settings.follow = false;
    settings.queueInterval = std::chrono::seconds(0);
    ServerSession session(settings, std::move(parts), indexer);
    indexer.begin();
    session.start();
    const std::string path = indexer.run();

    QFile fetched(QString::fromStdString(path));
    QFile original(QString::fromLocal8Bit(argv[5]));
    if (!fetched.open(QIODevice::ReadOnly) || !original.open(QIODevice::ReadOnly)
        || fetched.readAll() != original.readAll()) {
        std::fputs("What was fetched differs from the log.\n", stderr);
        return 1;
    }
    return 0;
}
