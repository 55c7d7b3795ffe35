// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/duplicates.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <string_view>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t BlockBytes = std::size_t{256} << 10;
/// Texts that begin with the same line and are kept; against more no other is compared.
constexpr std::size_t MostAlike = 64;

/// Fills the block as far as the text goes.
std::size_t fill(ByteSource &source, std::vector<char> &block)
{
    std::size_t done = 0;
    while (done < block.size()) {
        const std::size_t got = source.read(block.data() + done, block.size() - done).value_or(0);
        if (got == 0) {
            break;
        }
        done += got;
    }
    return done;
}

TextRelation compare(const Candidate &first, const Candidate &second, const std::stop_token &stop)
{
    const auto firstSource = openInput(first.input, stop);
    const auto secondSource = openInput(second.input, stop);
    if (!firstSource || !secondSource) {
        return TextRelation::Different;
    }
    return compareTexts(**firstSource, **secondSource, stop);
}

/// The texts with one first line.
class AlikeGroup
{
public:
    AlikeGroup(std::vector<RefusedInput> &refused, const std::stop_token &stop)
        : m_refused(refused)
        , m_stop(stop)
    {
    }

    /// Keeps the candidate, or the one that holds all of it.
    void add(Candidate &candidate)
    {
        const std::size_t compared = std::min(m_kept.size(), MostAlike);
        for (std::size_t i = 0; i < compared && !m_stop.stop_requested(); ++i) {
            switch (compare(candidate, *m_kept[i], m_stop)) {
            case TextRelation::Same:
            case TextRelation::FirstBeginsSecond:
                refuse(candidate, *m_kept[i]);
                return;
            case TextRelation::SecondBeginsFirst:
                refuse(*std::exchange(m_kept[i], &candidate), candidate);
                return;
            case TextRelation::Different:
                break;
            }
        }
        m_kept.push_back(&candidate);
    }

private:
    void refuse(Candidate &candidate, const Candidate &same)
    {
        m_refused.push_back(
            {.path = candidate.input.path,
             .error = {.code = ErrorCode::Duplicate, .subject = candidate.input.path, .detail = same.input.path}});
        candidate.input.path.clear();
    }

    std::vector<RefusedInput> &m_refused;
    const std::stop_token &m_stop;
    std::vector<Candidate *> m_kept;
};

} // namespace

TextRelation compareTexts(ByteSource &first, ByteSource &second, const std::stop_token &stop)
{
    std::vector<char> firstBlock(BlockBytes);
    std::vector<char> secondBlock(BlockBytes);
    while (!stop.stop_requested()) {
        const std::size_t firstSize = fill(first, firstBlock);
        const std::size_t secondSize = fill(second, secondBlock);
        if (std::memcmp(firstBlock.data(), secondBlock.data(), std::min(firstSize, secondSize)) != 0) {
            return TextRelation::Different;
        }
        if (firstSize != secondSize) {
            return firstSize < secondSize ? TextRelation::FirstBeginsSecond : TextRelation::SecondBeginsFirst;
        }
        if (firstSize < BlockBytes) {
            return TextRelation::Same;
        }
    }
    return TextRelation::Different;
}

void removeDuplicates(std::vector<Candidate> &candidates, std::vector<RefusedInput> &refused,
                      const std::stop_token &stop)
{
    std::map<std::string_view, std::vector<Candidate *>> alike;
    for (Candidate &candidate : candidates) {
        if (!candidate.input.origin.standardInput) {
            alike[candidate.firstLine].push_back(&candidate);
        }
    }
    for (auto &[line, members] : alike) {
        // Of two copies the plain one is kept: its lines can be found again without decompressing it.
        std::ranges::sort(members, {}, [](const Candidate *candidate) {
            return std::pair(!candidate->input.isPlain, std::string_view(candidate->input.path));
        });
        AlikeGroup group(refused, stop);
        for (Candidate *const candidate : members) {
            group.add(*candidate);
        }
    }
    std::erase_if(candidates, [](const Candidate &candidate) { return candidate.input.path.empty(); });
}

} // namespace limier
