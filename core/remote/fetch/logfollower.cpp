// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/logfollower.h"

#include "remote/fetch/sftpfollower.h"
#include "remote/numbers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t LargestBlock = std::size_t{1} << 20;
constexpr std::size_t LongestHeader = 100;

constexpr int StatusNoFile = 104;
constexpr int StatusNotReadable = 105;
constexpr int StatusCut = 106; ///< the file became shorter while it was read

// p: path, c: inode that is followed, a: offset behind what was printed of it, descriptor 3; the same of the file that
// was rotated away last: o, b, 4, for k more rounds. Every block and every round end with a line ".".
constexpr std::string_view Loop = R"sh(
LC_ALL=C; export LC_ALL; o=; b=0; k=0
size() { set -- $(stat -L -c %s "/proc/self/fd/$1"); s=${1:-0}; }
block() {
n=$(($3-$2)); [ $n -le 1048576 ] || n=1048576
echo "data $4 $2 $n"
dd if=/proc/self/fd/$1 bs=64K iflag=skip_bytes,count_bytes skip=$2 count=$n status=none
size $1; [ "$s" -ge $(($2+n)) ] || exit 106
echo .
}
[ -e "$p" ] || exit 104
[ -r "$p" ] || exit 105
exec 3<"$p"
i=$(stat -L -c %i /proc/self/fd/3)
[ "$i" = "$c" ] || { echo "other $i"; exit 0; }
while :; do
set -- $(stat -L -c '%i %s' /proc/self/fd/3 "$p" 2>/dev/null)
s=${2:-0}; i=$3
if [ "$s" -lt "$a" ]; then echo "truncated $c"; a=0; fi
while [ "$s" -gt "$a" ]; do block 3 $a $s $c; a=$((a+n)); done
if [ -n "$o" ]; then
size 4; while [ "$s" -gt "$b" ]; do block 4 $b $s $o; b=$((b+n)); done
k=$((k-1)); if [ $k -le 0 ]; then o=; exec 4<&-; fi
fi
if [ -n "$i" ] && [ "$i" != "$c" ] && [ -r "$p" ]; then
exec 4<&3; o=$c; b=$a; k=60
exec 3<"$p"; c=$(stat -L -c %i /proc/self/fd/3); a=0
echo "rotated $c"; continue
fi
echo .
sleep 1
done
)sh";

class LoopFollower final : public LogFollower
{
public:
    explicit LoopFollower(PatientReader reader, std::string path)
        : m_reader(std::move(reader))
        , m_path(std::move(path))
        , m_buffer(std::size_t{64} << 10, '\0')
    {
    }

    std::expected<FollowEvent, RemoteError> next(std::chrono::milliseconds patience) override
    {
        const auto end = std::chrono::steady_clock::now() + patience;
        while (true) {
            m_pending.erase(0, std::exchange(m_used, 0));
            const auto event = parse();
            if (!event || event->kind != FollowEvent::Kind::Nothing) {
                return event;
            }
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            const auto got = m_reader.readSome(m_buffer, std::max(left, std::chrono::milliseconds(1)));
            if (!got) {
                return std::unexpected(got.error());
            }
            if (m_reader.isAtEnd()) {
                return whyEnded();
            }
            m_pending.append(m_buffer, 0, *got);
            // Whatever was read: a server may send nothing but signs of life.
            if (left <= std::chrono::milliseconds(0)) {
                return FollowEvent{};
            }
        }
    }

private:
    /// The next event of what is pending, if it is complete.
    std::expected<FollowEvent, RemoteError> parse()
    {
        while (true) {
            const std::string_view pending = std::string_view(m_pending).substr(m_used);
            const std::size_t lineEnd = pending.find('\n');
            if (lineEnd == std::string_view::npos && pending.size() <= LongestHeader) {
                return FollowEvent{};
            }
            const std::string_view line = pending.substr(0, lineEnd);
            if (line == ".") {
                m_used += 2;
                continue;
            }
            std::array<std::uint64_t, 3> numbers{};
            const std::string_view word = words(line, numbers);
            FollowEvent event;
            event.inode = numbers[0];
            if (word == "data" && numbers[2] <= LargestBlock) {
                return block(event, numbers, pending, lineEnd + 1);
            }
            if (word == "rotated" || word == "truncated" || word == "other") {
                event.kind = word == "rotated" ? FollowEvent::Kind::Rotated
                    : word == "truncated"      ? FollowEvent::Kind::Truncated
                                               : FollowEvent::Kind::Other;
                m_used += lineEnd + 1;
                return event;
            }
            return std::unexpected(m_reader.error(RemoteErrorCode::Nonsense, std::string(line.substr(0, 100))));
        }
    }

    /// Whole only with the line behind it: a file that was cut meanwhile gives fewer bytes than were told.
    std::expected<FollowEvent, RemoteError> block(FollowEvent event, const std::array<std::uint64_t, 3> &numbers,
                                                  std::string_view pending, std::size_t begin)
    {
        const auto size = static_cast<std::size_t>(numbers[2]);
        if (pending.size() < begin + size + 2) {
            return FollowEvent{};
        }
        if (pending.substr(begin + size, 2) != ".\n") {
            RemoteError changed = m_reader.error(RemoteErrorCode::LogChanged);
            changed.subject = m_path;
            return std::unexpected(std::move(changed));
        }
        event.kind = FollowEvent::Kind::Bytes;
        event.offset = numbers[1];
        event.bytes = pending.substr(begin, size);
        m_used += begin + size + 2;
        return event;
    }

    /// The word that a line begins with, if nothing but at most three numbers follows it.
    static std::string_view words(std::string_view line, std::array<std::uint64_t, 3> &numbers)
    {
        const std::string_view word = line.substr(0, line.find(' '));
        line.remove_prefix(word.size());
        for (std::size_t i = 0; !line.empty(); ++i) {
            if (i == numbers.size() || line.front() != ' ') {
                return {};
            }
            line.remove_prefix(1);
            const auto number = takeNumber<std::uint64_t>(line);
            if (!number) {
                return {};
            }
            numbers[i] = *number;
        }
        return word;
    }

    std::expected<FollowEvent, RemoteError> whyEnded()
    {
        const auto status = m_reader.process().exitStatus();
        if (!status) {
            return std::unexpected(status.error());
        }
        RemoteError error =
            m_reader.error(RemoteErrorCode::CommandFailed, m_reader.process().errorText().substr(0, 500), *status);
        if (*status >= StatusNoFile && *status <= StatusCut) {
            error.code = *status == StatusNoFile ? RemoteErrorCode::NoSuchFile
                : *status == StatusNotReadable   ? RemoteErrorCode::PermissionDenied
                                                 : RemoteErrorCode::LogChanged;
            error.subject = m_path;
        }
        return std::unexpected(std::move(error));
    }

    PatientReader m_reader;
    std::string m_path;
    std::string m_buffer;
    std::string m_pending;
    std::size_t m_used = 0; ///< of m_pending
};

} // namespace

std::string LogFollower::script(const std::string &path, std::uint64_t inode, std::uint64_t from)
{
    return "p=" + shellQuoted(path) + "; c=" + std::to_string(inode) + "; a=" + std::to_string(from)
        + std::string(Loop);
}

std::expected<std::unique_ptr<LogFollower>, RemoteError> LogFollower::start(Server &server, const std::string &path,
                                                                            std::uint64_t inode, std::uint64_t from,
                                                                            std::chrono::milliseconds silence)
{
    if (!server.hasShell()) {
        return SftpFollower::start(server, path, from);
    }
    auto process = server.start(script(path, inode, from), RunAs::Root);
    if (!process) {
        return std::unexpected(process.error());
    }
    return std::make_unique<LoopFollower>(
        PatientReader(server.name(), "stat", std::move(*process), [] { return true; }, silence), path);
}

} // namespace limier
