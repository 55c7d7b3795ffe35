// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/journalphase.h"

#include "log/timestamp.h"
#include "remote/fetch/patientreader.h"
#include "remote/fetch/transportchoice.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>
#include <format>
#include <utility>
#include <vector>

namespace limier
{

namespace
{

constexpr auto JournalPath = "journal";
/// The last of them, for a first look.
constexpr int FirstLines = 20'000;
constexpr std::int64_t MicrosASecond = 1'000'000;
constexpr std::chrono::milliseconds Glance{200};
constexpr std::chrono::seconds SaveInterval{5};
constexpr std::size_t LongestLine = std::size_t{1} << 20;
/// The last lines of a file, to know where it ends.
constexpr std::uint64_t TailBytes = std::uint64_t{64} << 10;

std::string atTime(std::int64_t micros)
{
    return std::format("@{}.{:06}", micros / MicrosASecond, micros % MicrosASecond);
}

std::string readFile(const std::filesystem::path &path, std::uint64_t from, std::uint64_t most)
{
    QFile file(QString::fromStdU16String(path.u16string()));
    const bool isThere = file.open(QIODevice::ReadOnly) && file.seek(static_cast<qint64>(from));
    return isThere ? file.read(static_cast<qint64>(most)).toStdString() : std::string();
}

/// Lines of one moment that are here, and come again.
struct KnownLines {
    std::int64_t time = 0; ///< in microseconds
    std::size_t count = 0;

    void dropFrom(std::string &pending)
    {
        while (count > 0 && pending.contains('\n') && journalTime(pending) <= time) {
            count -= journalTime(pending) == time ? 1U : 0U;
            pending.erase(0, pending.find('\n') + 1);
        }
    }
};

} // namespace

// Facility mail, as Postfix has it; the same for each command so that the parts join.
std::string journalCommand(const std::string &selection)
{
    return "journalctl -q --no-pager -o short-iso-precise " + selection + " SYSLOG_FACILITY=2";
}

std::int64_t journalTime(std::string_view line)
{
    RawTime time;
    if (parseTime(line, time) == 0 || time.kind != RawTime::Kind::Utc) {
        return 0;
    }
    return time.seconds * MicrosASecond + time.micros;
}

JournalPhase::JournalPhase(const SessionContext &context, FetchRange range)
    : m_context(context)
    , m_range(range)
{
}

/// The first of the cache's entries is the newest part; each one behind it is older.
std::size_t JournalPhase::newest() const
{
    return 0;
}

std::size_t JournalPhase::oldest() const
{
    return m_context.cache.logs().size() - 1;
}

std::expected<void, RemoteError> JournalPhase::fetch()
{
    auto &logs = m_context.cache.logs();
    std::erase_if(logs, [](const CachedLog &log) { return log.path != JournalPath || log.bytes() == 0; });
    std::expected<void, RemoteError> done;
    if (logs.empty()) {
        done = add(std::format("-n {}", FirstLines));
        if (done && !logs.empty()) {
            logs[newest()].isCurrent = true;
            done = dropFirstMoment(logs[newest()]);
        }
    }
    m_context.teller.fetched(m_context.cache, m_range);
    if (done && !logs.empty()) {
        done = fetchOlder();
    }
    if (!done) {
        return done;
    }
    m_isWhole = m_context.control.range() == m_range;
    if (m_isWhole) {
        m_context.teller.whole(m_context.cache, m_range);
    }
    return m_context.cache.save();
}

/// What is before the oldest part, as far as the range goes back.
std::expected<void, RemoteError> JournalPhase::fetchOlder()
{
    auto &logs = m_context.cache.logs();
    const CachedLog &last = logs[oldest()];
    const bool isEnough = last.reachesBack >= 0 && (last.reachesBack == 0 || last.reachesBack <= m_range.since);
    if (isEnough && (m_range.since != 0 || last.reachesBack == 0)) {
        return {};
    }
    const std::int64_t until = journalTime(readFile(m_context.cache.fileOf(last), 0, 200));
    std::string selection = "--until=" + atTime(until - 1);
    if (m_range.since != 0) {
        selection = "--since=@" + std::to_string(m_range.since) + ' ' + selection;
    }
    if (auto added = add(selection); !added) {
        return added;
    }
    logs[oldest()].reachesBack = m_range.since;
    return {};
}

/// Fetches a part into a file of its own; no entry stays if it has no line.
std::expected<void, RemoteError> JournalPhase::add(const std::string &selection)
{
    auto &logs = m_context.cache.logs();
    CachedLog log;
    log.path = JournalPath;
    log.file = m_context.cache.freeFileName(JournalPath);
    logs.push_back(log);
    auto fetched = fetchInto(oldest(), selection);
    if (!fetched || logs.back().bytes() == 0) {
        logs.pop_back();
    }
    return fetched;
}

std::expected<void, RemoteError> JournalPhase::fetchInto(std::size_t index, const std::string &selection)
{
    CachedLog &log = m_context.cache.logs()[index];
    const std::string script = journalCommand(selection);
    m_context.teller.command(script);
    PieceFetcher fetcher(m_context.server, m_context.facts, [stop = m_context.stop] { return !stop.stop_requested(); });
    const PieceRequest request{.path = "/dev/null",
                               .bytes = PieceRequest::ToTheEnd,
                               .unpacker = script,
                               .transport = TransportChoice(m_context.server, m_context.facts).transport(false),
                               .silence = m_context.parts.silence};
    auto piece = fetcher.start(request);
    auto file = CacheFile::open(m_context.cache.fileOf(log));
    if (!piece || !file) {
        return std::unexpected(piece ? file.error() : piece.error());
    }
    std::uint64_t received = 0;
    std::string head;
    const auto result = (*piece)->receive([&](std::span<const char> bytes) {
        head.append(bytes.data(),
                    std::min(bytes.size(), CachedLog::HeadBytes - std::min(head.size(), CachedLog::HeadBytes)));
        auto written = file->write(received, bytes);
        received += bytes.size();
        return written;
    });
    if (!result) {
        return std::unexpected(result.error());
    }
    log.end = result->bytes;
    log.head = head;
    log.first = journalTime(head) / MicrosASecond;
    const std::string tail = readFile(m_context.cache.fileOf(log), log.end - std::min(log.end, TailBytes), TailBytes);
    const std::size_t lastLine = tail.substr(0, tail.find_last_not_of('\n') + 1).rfind('\n') + 1;
    log.modified = journalTime(std::string_view(tail).substr(lastLine)) / MicrosASecond;
    m_context.teller.piece(JournalPath, 0, *result, request.transport);
    return {};
}

/// Where a number of lines cut the journal, some of the same microsecond may be missing: the older part brings them
/// all.
std::expected<void, RemoteError> JournalPhase::dropFirstMoment(CachedLog &log)
{
    const std::filesystem::path path = m_context.cache.fileOf(log);
    const std::string text = readFile(path, 0, log.end);
    if (std::ranges::count(text, '\n') < FirstLines) {
        log.reachesBack = 0; // that was all
        return {};
    }
    const std::int64_t first = journalTime(text);
    std::size_t at = 0;
    while (at < text.size() && journalTime(std::string_view(text).substr(at)) <= first) {
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    }
    auto file = CacheFile::open(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    const std::string_view kept = std::string_view(text).substr(at);
    if (auto written = file->write(0, kept); !written) {
        return written;
    }
    log.end = kept.size();
    log.first = journalTime(kept) / MicrosASecond;
    return file->truncate(log.end);
}

void JournalPhase::rememberEnd(std::string_view lines)
{
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const std::int64_t time = journalTime(line);
        if (time != 0) {
            m_linesThen = time == m_lastTime ? m_linesThen + 1 : 1;
            m_lastTime = time;
        }
    }
}

std::expected<void, RemoteError> JournalPhase::append(std::string_view lines)
{
    CachedLog &log = m_context.cache.logs()[newest()];
    auto file = CacheFile::open(m_context.cache.fileOf(log));
    if (!file) {
        return std::unexpected(file.error());
    }
    if (auto written = file->write(log.end, lines); !written) {
        (void)file->truncate(log.end);
        return written;
    }
    log.end += lines.size();
    log.modified = std::max(log.modified, m_lastTime / MicrosASecond);
    m_context.teller.grew(m_context.cache, m_range);
    return {};
}

/// The begin of what is followed: behind the last line that is here, or now.
void JournalPhase::findEnd()
{
    auto &logs = m_context.cache.logs();
    if (!logs.empty()) {
        const CachedLog &log = logs[newest()];
        const std::uint64_t from = log.end - std::min(log.end, TailBytes);
        rememberEnd(readFile(m_context.cache.fileOf(log), from, TailBytes));
        return;
    }
    CachedLog log;
    log.path = JournalPath;
    log.file = m_context.cache.freeFileName(JournalPath);
    log.isCurrent = true;
    log.modified = m_context.facts.clockOffset + QDateTime::currentSecsSinceEpoch();
    logs.push_back(log);
    m_lastTime = log.modified * MicrosASecond;
}

/// Takes the whole lines from @p pending.
std::expected<void, RemoteError> JournalPhase::appendWhole(std::string &pending)
{
    std::size_t whole = pending.rfind('\n') + 1;
    whole = whole == 0 && pending.size() > LongestLine ? pending.size() : whole;
    if (whole == 0) {
        return {};
    }
    const std::string_view lines = std::string_view(pending).substr(0, whole);
    rememberEnd(lines);
    auto appended = append(lines);
    pending.erase(0, whole);
    return appended;
}

std::expected<void, RemoteError> JournalPhase::saveIfDue()
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastSaved < SaveInterval) {
        return {};
    }
    m_lastSaved = now;
    return m_context.cache.save();
}

std::expected<void, RemoteError> JournalPhase::follow()
{
    findEnd();
    const std::string script = journalCommand("-f --no-tail --since=" + atTime(m_lastTime));
    m_context.teller.command(script);
    auto process = m_context.server.start(script, RunAs::Root);
    if (!process) {
        return std::unexpected(process.error());
    }
    // The journal may have nothing to say for hours; that the connection lives is for the server to know.
    PatientReader reader(
        m_context.server.name(), "journalctl", std::move(*process), [] { return true; }, std::chrono::hours(24 * 365));
    std::vector<char> buffer(std::size_t{64} << 10);
    std::string pending;
    KnownLines known{.time = m_lastTime, .count = m_linesThen};
    m_lastSaved = std::chrono::steady_clock::now();
    while (!m_context.control.isPaused() && m_context.control.range() == m_range) {
        if (m_context.stop.stop_requested()) {
            return std::unexpected(m_context.error(RemoteErrorCode::Cancelled));
        }
        const auto got = reader.readSome(buffer, Glance);
        if (!got) {
            return std::unexpected(got.error());
        }
        if (reader.isAtEnd()) {
            return std::unexpected(reader.error(RemoteErrorCode::ConnectionLost, reader.process().errorText()));
        }
        pending.append(buffer.data(), *got);
        known.dropFrom(pending);
        auto done = appendWhole(pending).and_then([this] { return saveIfDue(); }).and_then([this] {
            return m_context.queue.measureIfDue();
        });
        if (!done) {
            return done;
        }
    }
    return m_context.cache.save();
}

} // namespace limier
