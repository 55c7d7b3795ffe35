// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/probe/probebundle.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace limier
{

namespace
{

// TZ of the login would change what date says of the zone that the log daemon writes in. Old busybox wants -t before
// the seconds of timeout. The status goes to another descriptor: the pipe to head would hide it.
constexpr std::string_view Preamble = R"(LC_ALL=C; export LC_ALL; unset TZ
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin; export PATH
n=; nice -n 10 true 2>/dev/null && n='nice -n 10'
t=; if timeout 9 true 2>/dev/null; then t='timeout'; elif timeout -t 9 true 2>/dev/null; then t='timeout -t'; fi
r() {
    printf '\n%s begin %s\n' "$m" "$1"
    s=$({ { $n $t ${t:+"$2"} sh -c "$4" </dev/null 2>/dev/null 3>&-; echo $? >&3; } | head -c "$3" >&4; } 3>&1)
    printf '\n%s end %s\n' "$m" "$s"
} 4>&1
)";

/// Beside a command's output.
constexpr std::size_t FrameBytes = 256;

} // namespace

std::string makeBundleMarker()
{
    std::string marker = "limier-";
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), static_cast<qsizetype>(numbers.size()));
    for (const quint32 number : numbers) {
        marker += std::format("{:08x}", number);
    }
    return marker;
}

std::string bundleScript(std::span<const ProbeCommand *const> commands, std::string_view marker)
{
    std::string script = std::format("m={}\n{}", shellQuoted(marker), Preamble);
    for (const ProbeCommand *command : commands) {
        script += std::format("r {} {} {} {}\n", command->name, command->seconds, command->mostBytes + 1,
                              shellQuoted(command->script));
    }
    return script += "printf '\\n%s over\\n' \"$m\"\n";
}

bool splitBundle(std::string_view output, std::string_view marker, std::span<const ProbeCommand *const> commands,
                 std::vector<ProbePart> &parts)
{
    const std::string frame = std::format("\n{} ", marker);
    std::size_t at = output.find(frame);
    while (at != std::string_view::npos) {
        const std::size_t word = at + frame.size();
        const std::size_t lineEnd = output.find('\n', word);
        if (lineEnd == std::string_view::npos) {
            return false;
        }
        const std::string_view said = output.substr(word, lineEnd - word);
        const std::size_t next = output.find(frame, lineEnd);
        if (said == "over") {
            return true;
        }
        if (said.starts_with("begin ")) {
            ProbePart part;
            part.name = said.substr(6);
            const auto command =
                std::ranges::find_if(commands, [&](const ProbeCommand *known) { return part.name == known->name; });
            if (command == commands.end()) {
                return false;
            }
            // The frame's own line break belongs to neither part.
            const std::size_t from = std::min(lineEnd + 1, next);
            part.text = output.substr(from, next == std::string_view::npos ? next : next - from);
            part.isCut = part.text.size() > (*command)->mostBytes;
            parts.push_back(std::move(part));
        } else if (said.starts_with("end ") && !parts.empty()) {
            const std::string_view status = said.substr(4);
            std::from_chars(status.data(), status.data() + status.size(), parts.back().status);
        } else {
            return false;
        }
        at = next;
    }
    return false;
}

std::expected<std::vector<ProbePart>, RemoteError> runBundle(Server &server,
                                                             std::span<const ProbeCommand *const> commands, RunAs runAs)
{
    const std::string marker = makeBundleMarker();
    std::chrono::seconds patience(20);
    std::size_t mostOutput = std::size_t{64} << 10; // what a login script prints
    for (const ProbeCommand *command : commands) {
        patience += std::chrono::seconds(command->seconds);
        mostOutput += command->mostBytes + FrameBytes;
    }
    const auto result = runCommand(server, bundleScript(commands, marker), runAs, {}, patience, mostOutput);
    if (!result) {
        RemoteError error = result.error();
        if (error.subject.starts_with("m=")) {
            error.subject = commands.front()->name;
        }
        return std::unexpected(std::move(error));
    }
    std::vector<ProbePart> parts;
    if (!splitBundle(result->output, marker, commands, parts)) {
        const bool isEmpty = result->output.empty();
        return std::unexpected(RemoteError{
            .code = isEmpty && result->status != 0 ? RemoteErrorCode::CommandFailed : RemoteErrorCode::Nonsense,
            .host = server.name(),
            .subject = commands.front()->name,
            .detail = (isEmpty ? result->errorText : result->output).substr(0, 200),
            .value = result->status,
        });
    }
    return parts;
}

} // namespace limier
