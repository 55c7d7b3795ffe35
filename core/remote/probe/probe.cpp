// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/probe/probebundle.h"
#include "remote/probe/probeparsers.h"
#include "remote/probe/probetext.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace limier
{

namespace
{

using Commands = std::vector<const ProbeCommand *>;

constexpr int TimedOutStatus = 124;
constexpr int TerminatedStatus = 143; // by the timeout of busybox
constexpr int MissingStatus = 127;

/// A daemon that writes to a file writes there soon; a file much older than the journal is a file of former times.
constexpr std::int64_t StaleAfter = 3600;

const ProbeCommand &command(std::string_view name)
{
    return *std::ranges::find(probeCommands(), name,
                              [](const ProbeCommand &known) { return std::string_view(known.name); });
}

std::vector<std::string> usualLogPaths()
{
    return {"/var/log/mail.log", "/var/log/maillog", "/var/log/mail", "/var/log/postfix.log", "/var/log/mail.info"};
}

RemoteError problemOf(const Server &server, RemoteErrorCode code, std::string subject, std::string detail = {},
                      std::int64_t value = -1)
{
    return {.code = code,
            .host = server.name(),
            .subject = std::move(subject),
            .detail = std::move(detail),
            .value = value};
}

/// Turns what the commands printed into facts and problems.
class FactsReader
{
public:
    FactsReader(const Server &server, ServerFacts &facts)
        : m_server(server)
        , m_facts(facts)
    {
    }

    void add(std::vector<ProbePart> parts) { std::ranges::move(parts, std::back_inserter(m_parts)); }

    void read()
    {
        for (const ProbePart &part : m_parts) {
            if (part.isCut) {
                problem(RemoteErrorCode::Nonsense, part.name, part.text.substr(0, 200));
            }
        }
        readSystem();
        readTools();
        readDisk();
        readPostfix();
        readQueue();
        readLogs();
        readJournal();
        readPackages();
    }

    /// @p begin, @p end: this computer's clock around the script that asked for the server's.
    void readClock(double begin, double end)
    {
        std::vector<double> times;
        for (const ProbePart &part : m_parts) {
            if (const auto time = part.name == "clock" ? probe::parseClock(part.text) : std::nullopt) {
                times.push_back(*time);
            }
        }
        if (times.size() != 2) {
            missing("clock");
            return;
        }
        m_facts.clockOffset = std::llround(((times[0] - begin) + (times[1] - end)) / 2);
    }

private:
    [[nodiscard]] const ProbePart &part(std::string_view name) const
    {
        static const ProbePart None;
        const auto found = std::ranges::find(m_parts, name, &ProbePart::name);
        return found == m_parts.end() ? None : *found;
    }

    /// False for what was not asked in this stage.
    [[nodiscard]] bool has(std::string_view name) const { return !part(name).name.empty(); }

    void problem(RemoteErrorCode code, std::string subject, std::string detail = {}, std::int64_t value = -1)
    {
        m_facts.problems.push_back(problemOf(m_server, code, std::move(subject), std::move(detail), value));
    }

    /// Says why the command @p name told nothing.
    void missing(const char *name)
    {
        const ProbePart &answer = part(name);
        if (answer.isCut || answer.name.empty()) {
            return; // said already, or its script failed
        }
        if (answer.status == TimedOutStatus || answer.status == TerminatedStatus) {
            problem(RemoteErrorCode::Hung, name, {}, command(name).seconds);
        } else if (!probe::trimmed(answer.text).empty()) {
            problem(RemoteErrorCode::Nonsense, name, answer.text.substr(0, 200));
        } else if (answer.status == MissingStatus) {
            problem(RemoteErrorCode::CommandMissing, name);
        } else {
            problem(RemoteErrorCode::CommandFailed, name, {}, answer.status);
        }
    }

    /// Puts what @p parse makes of the output of @p name where it belongs.
    template <typename Parse, typename Value>
    void take(const char *name, const Parse &parse, Value &value)
    {
        if (auto parsed = parse(part(name).text)) {
            value = std::move(*parsed);
        } else {
            missing(name);
        }
    }

    void readSystem()
    {
        const auto plainLine = [](std::string_view text) -> std::optional<std::string> {
            text = probe::trimmed(text);
            return probe::isPlain(text) ? std::optional(std::string(text)) : std::nullopt;
        };
        take("account", plainLine, m_facts.user);
        take("system", probe::parseSystem, m_facts.system);
        take("kernel", plainLine, m_facts.kernel);
        take("host-name", probe::parseHostName, m_facts.hostName);
        take("time-zone", probe::parseTimezone, m_facts.timezone);
        if (has("addresses")) {
            m_facts.addresses = probe::parseAddresses(part("addresses").text);
        }
    }

    void readTools()
    {
        if (!has("tools")) {
            return;
        }
        const std::vector<std::string_view> tools = probe::linesOf(part("tools").text);
        for (const char *compressor : {"zstd", "gzip"}) {
            if (std::ranges::contains(tools, std::string_view(compressor))) {
                m_facts.compressors.emplace_back(compressor);
            }
        }
        m_facts.hasNice = std::ranges::contains(tools, std::string_view("nice"));
        m_facts.hasIonice = std::ranges::contains(tools, std::string_view("ionice"));
    }

    void readDisk()
    {
        if (!has("disk")) {
            return;
        }
        probe::DiskSpace disk;
        take("disk", probe::parseDiskSpace, disk);
        m_facts.freeBytes = disk.freeBytes;
        m_facts.diskBytes = disk.diskBytes;
    }

    void readPostfix()
    {
        const ProbePart &answer = part("postfix-settings");
        if (!has("postfix-settings") || answer.status == MissingStatus) {
            return; // there is none
        }
        probe::PostfixAnswer postfix = probe::parsePostfixSettings(answer.text);
        m_facts.postfix = std::move(postfix.settings);
        if (const std::string *version = m_facts.setting("mail_version");
            version != nullptr && probe::isPlain(*version)) {
            m_facts.postfixVersion = *version;
        }
        if (m_facts.postfixVersion.empty() && !postfix.firstError.empty()) {
            problem(RemoteErrorCode::CommandFailed, answer.name, std::move(postfix.firstError), answer.status);
        } else if (m_facts.postfixVersion.empty()) {
            missing("postfix-settings");
        } else if (postfix.isOdd) {
            problem(RemoteErrorCode::Nonsense, answer.name, answer.text.substr(0, 200));
        }
    }

    void readQueue()
    {
        if (!has("queue")) {
            return;
        }
        probe::QueueAnswer queue = probe::parseQueue(part("queue").text);
        m_facts.queue = queue.length;
        if (queue.length || m_facts.postfix.empty()) {
            return;
        }
        if (!queue.unreadable.empty()) {
            problem(RemoteErrorCode::PermissionDenied, std::move(queue.unreadable));
        } else if (!queue.error.empty()) {
            problem(RemoteErrorCode::CommandFailed, "queue", std::move(queue.error), part("queue").status);
        } else {
            missing("queue");
        }
    }

    [[nodiscard]] std::vector<std::string> logPaths() const
    {
        std::vector<std::string> paths;
        if (const std::string *own = m_facts.setting("maillog_file");
            own != nullptr && own->starts_with('/') && !own->starts_with("/dev/")) {
            paths.push_back(*own);
        }
        std::ranges::move(probe::mailLogPaths(part("log-configuration").text), std::back_inserter(paths));
        std::ranges::move(usualLogPaths(), std::back_inserter(paths));
        return paths;
    }

    void readLogs()
    {
        if (!has("logs")) {
            return;
        }
        m_logPaths = logPaths();
        const ProbePart &answer = part("logs");
        const probe::LogListing listing = probe::parseLogListing(answer.text);
        m_facts.logs = probe::chooseMailLogs(listing.files, m_logPaths);
        if (listing.isOdd && !answer.isCut) {
            problem(RemoteErrorCode::Nonsense, answer.name, answer.text.substr(0, 200));
        } else if (listing.files.empty() && answer.status != 0) {
            missing("logs");
        }
        const auto denied = std::ranges::find(m_facts.logs, false, &RemoteLog::isReadable);
        if (denied != m_facts.logs.end()) {
            problem(RemoteErrorCode::PermissionDenied, denied->path);
        }
    }

    void readJournal()
    {
        if (!has("journal")) {
            return;
        }
        const std::int64_t journal = probe::parseJournalTime(part("journal").text);
        const bool isStale = std::ranges::all_of(
            m_facts.logs, [journal](const RemoteLog &log) { return log.modified + StaleAfter < journal; });
        m_facts.isJournalOnly = journal > 0 && isStale;
        if (m_facts.logs.empty() && !m_facts.isJournalOnly) {
            problem(RemoteErrorCode::NoLogs, {}, joined(m_logPaths.empty() ? usualLogPaths() : m_logPaths));
        }
    }

    void readPackages()
    {
        if (!has("packages")) {
            return;
        }
        probe::Packages packages = probe::parsePackages(part("packages").text);
        m_facts.hasBlueMind = packages.hasBlueMind;
        m_facts.blueMindVersion = std::move(packages.blueMindVersion);
        m_facts.hasBmCli = packages.hasBmCli;
        m_facts.bmCliVersion = std::move(packages.bmCliVersion);
        m_facts.hasTickStack = packages.hasTickStack;
        if (part("packages").status != 0) {
            missing("packages");
        }
    }

    static std::string joined(const std::vector<std::string> &paths)
    {
        std::string result;
        for (const std::string &path : paths) {
            if (!result.contains(path)) {
                result += (result.empty() ? "" : ", ") + path;
            }
        }
        return result.substr(0, 1000);
    }

    const Server &m_server;
    ServerFacts &m_facts;
    std::vector<ProbePart> m_parts;
    std::vector<std::string> m_logPaths; ///< where a mail log may be
};

double nowInSeconds()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

enum class Extent : std::uint8_t {
    Whole,
    ForLogs,
    Rest
};

/// The commands that run with these rights, in the order of the documentation.
Commands commandsOf(RunAs runAs, Extent extent)
{
    Commands result;
    for (const ProbeCommand &known : probeCommands()) {
        if (known.runAs == runAs && (extent == Extent::Whole || known.isForLogs == (extent == Extent::ForLogs))) {
            result.push_back(&known);
        }
    }
    return result;
}

bool isOver(const RemoteError &error)
{
    return error.code == RemoteErrorCode::ConnectionLost || error.code == RemoteErrorCode::Cancelled
        || error.code == RemoteErrorCode::NoShell;
}

/// What SFTP alone can tell.
std::expected<ServerFacts, RemoteError> probeFiles(Server &server, ServerFacts facts)
{
    auto files = server.files();
    if (!files) {
        return std::unexpected(files.error());
    }
    facts.problems.push_back(problemOf(server, RemoteErrorCode::NoShell, {}));
    std::string system;
    const auto read = (*files)->read("/etc/os-release", 0, 16384, [&system](std::span<const char> bytes) {
        system.append(bytes.data(), bytes.size());
        return system.size() < 16384;
    });
    facts.system = read ? probe::parseSystem(system).value_or(std::string()) : std::string();
    auto listed = (*files)->list("/var/log");
    if (!listed && isOver(listed.error())) {
        return std::unexpected(listed.error());
    }
    if (!listed) {
        facts.problems.push_back(listed.error());
        return facts;
    }
    std::vector<RemoteLog> logs;
    for (const RemoteFileInfo &file : *listed) {
        if (!file.isFolder) {
            logs.push_back(probe::remoteLog(file.path, file.bytes, file.modified));
        }
    }
    facts.logs = probe::chooseMailLogs(logs, usualLogPaths());
    if (facts.logs.empty()) {
        facts.problems.push_back(problemOf(server, RemoteErrorCode::NoLogs, {}, "/var/log"));
    }
    return facts;
}

/// Asks what belongs to @p extent, and adds it to @p facts.
std::expected<void, RemoteError> ask(Server &server, ServerFacts &facts, Extent extent, const ToldCommand &run,
                                     const std::stop_token &stop)
{
    const std::stop_callback interrupting(stop, [&server] { server.interrupt(); });
    Commands first = commandsOf(RunAs::Login, extent);
    const Commands asRoot = commandsOf(RunAs::Root, extent);
    const bool isOneScript = facts.privilege == Privilege::Root || facts.privilege == Privilege::Unprivileged;
    if (isOneScript) {
        first.insert(first.end(), asRoot.begin(), asRoot.end());
    }
    if (extent != Extent::Rest) {
        // The clock is asked for at the beginning and at the end: the mean of both differences knows no delay.
        first.push_back(&command("clock"));
    }
    FactsReader reader(server, facts);
    std::ranges::for_each(first, [&run](const ProbeCommand *known) { run(*known); });
    const double begin = nowInSeconds();
    auto parts = runBundle(server, first, facts.privilege == Privilege::Root ? RunAs::Root : RunAs::Login);
    const double end = nowInSeconds();
    if (!parts) {
        return std::unexpected(parts.error());
    }
    reader.add(std::move(*parts));
    if (!isOneScript) {
        std::ranges::for_each(asRoot, [&run](const ProbeCommand *known) { run(*known); });
        parts = runBundle(server, asRoot, RunAs::Root);
        if (!parts && isOver(parts.error())) {
            return std::unexpected(parts.error());
        }
        if (parts) {
            reader.add(std::move(*parts));
        } else {
            facts.problems.push_back(parts.error());
        }
    }
    if (extent != Extent::Rest) {
        reader.readClock(begin, end);
    }
    reader.read();
    return {};
}

std::expected<ServerFacts, RemoteError> findOut(Server &server, Extent extent, const ToldCommand &run,
                                                const std::stop_token &stop)
{
    ServerFacts facts;
    facts.privilege = server.privilege();
    if (!server.hasShell()) {
        const std::stop_callback interrupting(stop, [&server] { server.interrupt(); });
        return probeFiles(server, std::move(facts));
    }
    return ask(server, facts, extent, run, stop).transform([&facts] { return std::move(facts); });
}

} // namespace

std::expected<ServerFacts, RemoteError> probeServer(Server &server, const ToldCommand &run, const std::stop_token &stop)
{
    return findOut(server, Extent::Whole, run, stop);
}

std::expected<ServerFacts, RemoteError> probeLogs(Server &server, const ToldCommand &run, const std::stop_token &stop)
{
    return findOut(server, Extent::ForLogs, run, stop);
}

std::expected<void, RemoteError> completeFacts(Server &server, ServerFacts &facts, const ToldCommand &run,
                                               const std::stop_token &stop)
{
    return server.hasShell() ? ask(server, facts, Extent::Rest, run, stop) : std::expected<void, RemoteError>();
}

std::expected<QueueLength, RemoteError> measureQueue(Server &server)
{
    const std::array asked{&command("queue")};
    const auto parts = runBundle(server, asked, RunAs::Root);
    if (!parts) {
        return std::unexpected(parts.error());
    }
    const ProbePart &answer = parts->front();
    const probe::QueueAnswer queue = probe::parseQueue(answer.text);
    if (queue.length) {
        return *queue.length;
    }
    if (!queue.unreadable.empty()) {
        return std::unexpected(problemOf(server, RemoteErrorCode::PermissionDenied, queue.unreadable));
    }
    if (answer.status == TimedOutStatus || answer.status == TerminatedStatus) {
        return std::unexpected(problemOf(server, RemoteErrorCode::Hung, answer.name, {}, command("queue").seconds));
    }
    return std::unexpected(problemOf(server, RemoteErrorCode::CommandFailed, answer.name, queue.error, answer.status));
}

} // namespace limier
