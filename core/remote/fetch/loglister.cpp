// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/loglister.h"

#include "log/lineheader.h"
#include "log/logname.h"
#include "remote/fetch/logpath.h"
#include "remote/logcache.h"
#include "remote/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace limier
{

namespace
{

struct Packing {
    std::string_view ending;
    std::string_view unpacker;
};
constexpr std::array Packings{Packing{".gz", "gzip -dc"}, Packing{".xz", "xz -dc"}, Packing{".bz2", "bzip2 -dc"},
                              Packing{".zst", "zstd -dcq"}};

/// The paths that the daemon writes to: those of @p facts, or what their rotated ones come from.
std::set<std::string> currentPaths(const ServerFacts &facts)
{
    std::set<std::string> paths;
    for (const RemoteLog &log : facts.logs) {
        if (log.isCurrent) {
            paths.insert(log.path);
        }
    }
    // Copies of some lines of the mail log.
    std::erase_if(paths, [&](const std::string &path) {
        const std::string_view name = nameOf(path);
        return (name == "mail.info" || name == "mail.warn" || name == "mail.err")
            && paths.contains(std::string(folderOf(path)) + "mail.log");
    });
    return paths;
}

/// A number and the blank behind it.
std::optional<std::uint64_t> takeColumn(std::string_view &line)
{
    const auto value = takeNumber<std::uint64_t>(line);
    if (!value || !line.starts_with(' ')) {
        return std::nullopt;
    }
    line.remove_prefix(1);
    return value;
}

std::string fromHex(std::string_view hex)
{
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        unsigned char value = 0;
        std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

std::optional<ListedLog> parseListed(std::string_view line)
{
    const auto inode = takeColumn(line);
    const auto bytes = inode ? takeColumn(line) : std::nullopt;
    const auto modified = bytes ? takeColumn(line) : std::nullopt;
    const std::size_t space = line.find(' ');
    if (!modified || space == std::string_view::npos || space > 2 * CachedLog::HeadBytes
        || !line.substr(space + 1).starts_with('/')) {
        return std::nullopt;
    }
    const std::string_view head = line.substr(0, space);
    ListedLog listed;
    listed.log = {.path = std::string(line.substr(space + 1)),
                  .bytes = *bytes,
                  .inode = *inode,
                  .modified = static_cast<std::int64_t>(*modified),
                  .isReadable = head != "!"};
    listed.head = head.size() == 1 ? std::string() : fromHex(head);
    return listed;
}

/// True if @p path can have become of @p current by rotation.
bool isRotatedFrom(std::string_view path, const std::string &current)
{
    if (folderOf(path) != folderOf(current)) {
        return false;
    }
    const LogName name = parseLogName(nameOf(path));
    return name.age != 0 && name.base == parseLogName(nameOf(current)).base;
}

void keepLogs(std::vector<ListedLog> &listed, const std::set<std::string> &currents, const std::string &timezone)
{
    std::erase_if(listed, [&](ListedLog &each) {
        each.log.isCurrent = currents.contains(each.log.path);
        each.log.isCompressed = !unpackerOf(each.log.path).empty();
        each.log.first = firstTime(each.head, each.log.modified, timezone);
        return !each.log.isCurrent && std::ranges::none_of(currents, [&](const std::string &current) {
            return isRotatedFrom(each.log.path, current);
        });
    });
    // A glob and a name of the list can name one file twice.
    std::ranges::sort(listed, {}, [](const ListedLog &each) { return each.log.path; });
    const auto twice = std::ranges::unique(listed, {}, [](const ListedLog &each) { return each.log.path; });
    listed.erase(twice.begin(), twice.end());
    std::ranges::stable_sort(listed, std::greater{},
                             [](const ListedLog &each) { return std::pair(each.log.isCurrent, each.log.modified); });
}

std::expected<std::vector<ListedLog>, RemoteError> listBySftp(Server &server, const std::set<std::string> &currents,
                                                              std::int64_t since)
{
    auto files = server.files();
    if (!files) {
        return std::unexpected(files.error());
    }
    std::set<std::string> folders;
    for (const std::string &path : currents) {
        folders.emplace(folderOf(path));
    }
    std::vector<ListedLog> listed;
    for (const std::string &folder : folders) {
        auto entries = (*files)->list(folder);
        if (!entries) {
            return std::unexpected(entries.error());
        }
        for (const RemoteFileInfo &entry : *entries) {
            const auto isOfSet = [&](const std::string &current) {
                return entry.path == current || isRotatedFrom(entry.path, current);
            };
            if (entry.isFolder || std::ranges::none_of(currents, isOfSet)) {
                continue;
            }
            ListedLog each;
            each.log = {.path = entry.path, .bytes = entry.bytes, .modified = entry.modified};
            if (entry.modified >= since) {
                const auto take = [&each](std::span<const char> bytes) {
                    each.head.append(bytes.data(), bytes.size());
                    return true;
                };
                each.log.isReadable = (*files)->read(entry.path, 0, CachedLog::HeadBytes, take).has_value();
            }
            listed.push_back(std::move(each));
        }
    }
    return listed;
}

} // namespace

std::vector<std::string> followablePaths(const ServerFacts &facts)
{
    auto paths = currentPaths(facts);
    for (const RemoteLog &log : facts.logs) {
        if (!log.isReadable) {
            paths.erase(log.path);
        }
    }
    return {paths.begin(), paths.end()};
}

std::string_view unpackerOf(std::string_view path)
{
    const auto packing =
        std::ranges::find_if(Packings, [&](const Packing &each) { return path.ends_with(each.ending); });
    return packing == Packings.end() ? std::string_view() : packing->unpacker;
}

std::int64_t firstTime(std::string_view head, std::int64_t modified, const std::string &timezone)
{
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find('\n'));
        RawTime time;
        if (parseTime(line, time) > 0) {
            const int year = time.kind == RawTime::Kind::YearLess ? yearOfFirstLine(time.seconds, modified, 0) : 1970;
            return TimeResolver(timezone, year).resolve(time);
        }
        head.remove_prefix(std::min(line.size() + 1, head.size()));
    }
    return 0;
}

// One line a log: inode, size, time of change, begin of its text in hex ("-": not looked at, "!": not readable), path.
std::string listScript(const ServerFacts &facts, std::int64_t since)
{
    const std::string headBytes = std::to_string(CachedLog::HeadBytes);
    std::string script = "LC_ALL=C; export LC_ALL\nfor f in";
    for (const std::string &path : currentPaths(facts)) {
        script += ' ' + shellQuoted(path) + ' ' + shellQuoted(path) + "[.-]*";
    }
    script += "\ndo [ -f \"$f\" ] || continue\n"
              "s=$(stat -L -c '%i %s %Y' -- \"$f\") || continue\n"
              "if [ ! -r \"$f\" ]; then h=!\n"
              "elif [ \"${s##* }\" -lt "
        + std::to_string(since)
        + " ]; then h=-\n"
          "else h=$(case $f in ";
    for (const Packing &packing : Packings) {
        script.append("*").append(packing.ending).append(") ").append(packing.unpacker).append(" <\"$f\";; ");
    }
    script += "*) cat <\"$f\";; esac 2>/dev/null | head -c " + headBytes
        + " | od -An -v -tx1 | tr -d ' \\n')\nfi\n"
          "printf '%s %s %s\\n' \"$s\" \"${h:-.}\" \"$f\"\ndone";
    return script;
}

std::expected<std::vector<ListedLog>, RemoteError> listLogs(Server &server, const ServerFacts &facts,
                                                            std::int64_t since)
{
    const std::set<std::string> currents = currentPaths(facts);
    std::vector<ListedLog> listed;
    if (!server.hasShell()) {
        auto bySftp = listBySftp(server, currents, since);
        if (!bySftp) {
            return bySftp;
        }
        listed = std::move(*bySftp);
    } else {
        const auto result = runCommand(server, listScript(facts, since));
        if (!result) {
            return std::unexpected(result.error());
        }
        std::string_view rest = result->output;
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (auto each = parseListed(line)) {
                listed.push_back(std::move(*each));
            }
        }
        if (listed.empty() && !result->output.empty()) {
            return std::unexpected(RemoteError{.code = RemoteErrorCode::Nonsense,
                                               .host = server.name(),
                                               .subject = "stat",
                                               .detail = result->output.substr(0, 200)});
        }
    }
    keepLogs(listed, currents, facts.timezone);
    if (listed.empty()) {
        std::string where;
        for (const std::string &path : currents) {
            where += (where.empty() ? "" : ", ") + path;
        }
        return std::unexpected(RemoteError{
            .code = RemoteErrorCode::NoLogs, .host = server.name(), .subject = {}, .detail = std::move(where)});
    }
    return listed;
}

} // namespace limier
