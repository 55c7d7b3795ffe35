// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/severitycopies.h"

#include "log/linereader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace limier
{

namespace
{

using namespace std::string_view_literals;

constexpr std::array SevereNames{"mail.warn"sv, "mail.warning"sv, "mail.err"sv};
constexpr std::array WholeNames{"mail.log"sv, "mail.info"sv, "mail"sv};

std::string_view folderOf(const Candidate &candidate)
{
    return std::string_view(candidate.set).substr(0, candidate.set.rfind('\n'));
}

std::string_view baseOf(const Candidate &candidate)
{
    return std::string_view(candidate.set).substr(candidate.set.rfind('\n') + 1);
}

/// The mail log's file that was written to when @p severe begins; null if there is none.
const Candidate *coveringFile(const std::vector<Candidate> &candidates, const Candidate &severe)
{
    const Candidate *result = nullptr;
    for (const Candidate &candidate : candidates) {
        if (folderOf(candidate) == folderOf(severe) && std::ranges::contains(WholeNames, baseOf(candidate))
            && candidate.input.firstTime <= severe.input.firstTime) {
            result = &candidate;
        }
    }
    return result;
}

bool hasLine(const Candidate &candidate, std::string_view wanted, const std::stop_token &stop)
{
    const std::expected<std::unique_ptr<ByteSource>, Error> source = openInput(candidate.input, stop);
    if (!source) {
        return false;
    }
    LineReader reader(**source);
    while (const std::optional<std::string_view> line = reader.next()) {
        if (line->starts_with(wanted)) {
            return true;
        }
        if (stop.stop_requested()) {
            return false;
        }
    }
    return false;
}

} // namespace

void removeSeverityCopies(std::vector<Candidate> &candidates, std::vector<RefusedInput> &refused,
                          const std::stop_token &stop)
{
    std::vector<const Candidate *> copies;
    for (const Candidate &candidate : candidates) {
        if (candidate.input.origin.standardInput || !std::ranges::contains(SevereNames, baseOf(candidate))) {
            continue;
        }
        const Candidate *const whole = coveringFile(candidates, candidate);
        if (whole != nullptr && hasLine(*whole, candidate.firstLine, stop)) {
            copies.push_back(&candidate);
            refused.push_back({.path = candidate.input.path,
                               .error = {.code = ErrorCode::Duplicate,
                                         .subject = candidate.input.path,
                                         .detail = whole->input.path}});
        }
    }
    std::erase_if(candidates, [&](const Candidate &candidate) { return std::ranges::contains(copies, &candidate); });
}

} // namespace limier
