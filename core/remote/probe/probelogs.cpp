// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/asciitext.h"
#include "remote/fetch/logpath.h"
#include "remote/probe/probeparsers.h"
#include "remote/probe/probetext.h"

#include "log/logname.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace limier::probe
{

namespace
{

constexpr std::size_t MostLogs = 5000;
constexpr std::size_t MostPaths = 200;
constexpr std::size_t MostConfigurationLine = 1024;
constexpr std::size_t MostPath = 4096;

/// The first path of a file in @p line that a log may be written to.
std::string_view logPathIn(std::string_view line)
{
    for (std::size_t at = line.find('/'); at != std::string_view::npos; at = line.find('/', at + 1)) {
        const bool begins = at == 0 || std::string_view(" \t\"'-(=").contains(line[at - 1]);
        const std::string_view path = line.substr(at, line.find_first_of(" \t\"';)", at) - at);
        const bool isOther = std::ranges::any_of(
            std::array<std::string_view, 8>{"/dev/", "/etc/", "/proc/", "/run/", "/sys/", "/usr/", "/var/spool/", "//"},
            [path](std::string_view folder) { return path.starts_with(folder); });
        if (begins && !isOther && path.size() > 1 && !path.ends_with('/')
            && path.find_first_of("%$*?{") == std::string_view::npos) {
            return path;
        }
    }
    return {};
}

enum class Share : std::uint8_t {
    None,
    Everything,
    Part,
    Mail
};

/// What a traditional selector ("*.info;mail.none", "mail,news.*") takes of the mail log; none if it is no selector.
std::optional<Share> shareOfSelector(std::string_view selector)
{
    Share share = Share::None;
    while (!selector.empty()) {
        const std::string_view part = selector.substr(0, selector.find(';'));
        selector.remove_prefix(std::min(part.size() + 1, selector.size()));
        const std::size_t dot = part.rfind('.');
        if (part.empty() || dot == 0 || dot == std::string_view::npos
            || part.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789*,.=!") != std::string_view::npos) {
            return std::nullopt;
        }
        std::string_view facilities = part.substr(0, dot);
        const std::string_view priority = part.substr(dot + 1);
        const bool isWhole = priority == "*" || priority == "debug" || priority == "info";
        while (!facilities.empty()) {
            const std::string_view facility = facilities.substr(0, facilities.find(','));
            facilities.remove_prefix(std::min(facility.size() + 1, facilities.size()));
            const bool isMail = facility == "mail";
            if (!isMail && facility != "*") {
                continue;
            }
            if (priority == "none") {
                share = Share::None;
            } else {
                share = std::max(share, !isWhole ? Share::None : isMail ? Share::Mail : Share::Everything);
            }
        }
    }
    return share;
}

bool speaksOfMail(std::string_view line)
{
    const std::string small = lowerAscii(line);
    return small.contains("mail") || small.contains("postfix");
}

bool isCompressedName(std::string_view path)
{
    return std::ranges::any_of(std::array<std::string_view, 6>{".gz", ".xz", ".zst", ".bz2", ".lzma", ".Z"},
                               [path](std::string_view ending) { return path.ends_with(ending); });
}

std::optional<RemoteLog> parseListedFile(std::string_view line)
{
    const auto bytes = numberOf<std::uint64_t>(takeWord(line));
    const auto inode = numberOf<std::uint64_t>(takeWord(line));
    const auto modified = numberOf<std::int64_t>(takeWord(line));
    if (!bytes || !inode || !modified || !line.starts_with('/') || line.size() > MostPath
        || std::ranges::any_of(line, [](unsigned char c) { return c < 0x20 || c == 0x7f; })) {
        return std::nullopt;
    }
    return remoteLog(std::string(line), *bytes, *modified, *inode);
}

/// The log at @p path and those rotated from it, newest first.
std::vector<RemoteLog> rotatedSet(const std::vector<RemoteLog> &files, const std::string &path)
{
    const LogName wanted = parseLogName(nameOf(path));
    // A folder with a current file of the same name has another log; one without is an olddir.
    std::set<std::string_view> ofOthers;
    for (const RemoteLog &file : files) {
        if (folderOf(file.path) != folderOf(path) && lowerAscii(nameOf(file.path)) == wanted.base) {
            ofOthers.insert(folderOf(file.path));
        }
    }
    std::vector<RemoteLog> logs;
    for (const RemoteLog &file : files) {
        const LogName name = parseLogName(nameOf(file.path));
        const bool isCurrent = file.path == path;
        if (isCurrent || (name.base == wanted.base && name.age > 0 && !ofOthers.contains(folderOf(file.path)))) {
            logs.push_back(file);
            logs.back().isCurrent = isCurrent;
        }
    }
    std::ranges::stable_sort(logs, {}, [](const RemoteLog &log) {
        return std::tuple(!log.isCurrent, -log.modified, parseLogName(nameOf(log.path)).age);
    });
    return logs;
}

} // namespace

RemoteLog remoteLog(std::string path, std::uint64_t bytes, std::int64_t modified, std::uint64_t inode)
{
    const bool isCompressed = isCompressedName(path);
    return {
        .path = std::move(path), .bytes = bytes, .inode = inode, .modified = modified, .isCompressed = isCompressed};
}

std::vector<std::string> mailLogPaths(std::string_view configuration)
{
    std::vector<std::string> ofMail;
    std::vector<std::string> ofEverything;
    const auto add = [](std::vector<std::string> &paths, std::string_view path) {
        if (!path.empty() && paths.size() < MostPaths && !std::ranges::contains(paths, path)) {
            paths.emplace_back(path);
        }
    };
    bool isMailBlock = false; // of "if $programname == 'postfix' then {"
    for (const std::string_view line : linesOf(configuration)) {
        if (line.starts_with('#') || line.size() > MostConfigurationLine) {
            continue;
        }
        const std::string_view path = logPathIn(line);
        std::string_view rest = line;
        const std::optional<Share> share = shareOfSelector(takeWord(rest));
        if (share) {
            isMailBlock = *share == Share::Mail && path.empty();
            if (*share == Share::Mail) {
                add(ofMail, path);
            } else if (*share == Share::Everything) {
                add(ofEverything, path);
            }
            continue;
        }
        const bool isOfMail = speaksOfMail(line);
        if (line.starts_with("if ") || line.starts_with("if(")) {
            isMailBlock = isOfMail && path.empty();
        }
        if (isMailBlock || isOfMail) {
            add(ofMail, path);
        }
        isMailBlock = isMailBlock && !line.contains('}');
    }
    for (const std::string &path : ofEverything) {
        add(ofMail, path);
    }
    return ofMail;
}

LogListing parseLogListing(std::string_view text)
{
    LogListing result;
    std::vector<std::string_view> unreadable;
    for (std::string_view line : linesOf(text)) {
        const std::string_view kind = takeWord(line);
        if (kind == "unreadable") {
            unreadable.push_back(line);
            continue;
        }
        std::optional<RemoteLog> file = kind == "file" ? parseListedFile(line) : std::nullopt;
        if (!file || result.files.size() >= MostLogs) {
            result.isOdd = true;
        } else {
            result.files.push_back(std::move(*file));
        }
    }
    std::ranges::sort(unreadable);
    for (RemoteLog &file : result.files) {
        file.isReadable = !std::ranges::binary_search(unreadable, std::string_view(file.path));
    }
    // Several patterns find the same file.
    std::ranges::stable_sort(result.files, {}, &RemoteLog::path);
    const auto repeated = std::ranges::unique(result.files, {}, &RemoteLog::path);
    result.files.erase(repeated.begin(), repeated.end());
    return result;
}

std::vector<RemoteLog> chooseMailLogs(const std::vector<RemoteLog> &files, const std::vector<std::string> &paths)
{
    std::vector<RemoteLog> chosen;
    for (const std::string &path : paths) {
        std::vector<RemoteLog> logs = rotatedSet(files, path);
        const bool isEmpty = std::ranges::all_of(logs, [](const RemoteLog &log) { return log.bytes == 0; });
        if (!isEmpty) {
            return logs;
        }
        if (chosen.empty()) {
            chosen = std::move(logs);
        }
    }
    return chosen;
}

} // namespace limier::probe
