// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/regexpart.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t MaxSets = 16;
constexpr std::size_t MaxBytesOfSet = 8192;

bool isUsable(const LiteralSet &set)
{
    return !set.empty() && std::ranges::none_of(set, &std::string::empty);
}

std::size_t shortest(const LiteralSet &set)
{
    return std::ranges::min(set, {}, &std::string::size).size();
}

void makeUnique(LiteralSet &set)
{
    std::ranges::sort(set);
    const auto rest = std::ranges::unique(set);
    set.erase(rest.begin(), rest.end());
}

/// Each text of @p a followed by each of @p b; nothing if that is too much.
std::optional<LiteralSet> product(const LiteralSet &a, const LiteralSet &b)
{
    if (a.size() * b.size() > RegexLiterals::MaxTexts) {
        return std::nullopt;
    }
    LiteralSet result;
    std::size_t bytes = 0;
    for (const std::string &head : a) {
        for (const std::string &tail : b) {
            bytes += head.size() + tail.size();
            if (bytes > MaxBytesOfSet) {
                return std::nullopt;
            }
            result.push_back(head + tail);
        }
    }
    makeUnique(result);
    return result;
}

std::optional<LiteralSet> power(const LiteralSet &set, int exponent)
{
    std::optional<LiteralSet> result = LiteralSet{std::string()};
    for (int i = 0; i < exponent && result; ++i) {
        result = product(*result, set);
    }
    return result;
}

} // namespace

RegexPart RegexPart::oneOf(LiteralSet texts)
{
    makeUnique(texts);
    return {.exact = true, .texts = std::move(texts), .required = {}};
}

std::vector<LiteralSet> RegexPart::requirements() &&
{
    if (!exact) {
        return std::move(required);
    }
    std::vector<LiteralSet> sets;
    if (isUsable(texts)) {
        sets.push_back(std::move(texts));
    }
    return sets;
}

void RegexSequence::append(RegexPart part)
{
    if (part.exact) {
        if (auto longer = product(m_run, part.texts)) {
            m_run = std::move(*longer);
            return;
        }
    }
    endRun();
    if (part.exact) {
        m_run = std::move(part.texts);
    } else {
        std::ranges::move(part.required, std::back_inserter(m_required));
    }
}

RegexPart RegexSequence::take()
{
    if (m_exact) {
        return {.exact = true, .texts = std::move(m_run), .required = {}};
    }
    endRun();
    if (m_required.size() > MaxSets) {
        std::ranges::stable_sort(m_required, std::greater(), shortest);
        m_required.resize(MaxSets);
    }
    return {.exact = false, .texts = {}, .required = std::move(m_required)};
}

void RegexSequence::endRun()
{
    m_exact = false;
    if (isUsable(m_run)) {
        m_required.push_back(std::move(m_run));
    }
    m_run = {std::string()};
}

RegexPart eitherRegex(std::vector<RegexPart> branches)
{
    if (branches.size() == 1) {
        return std::move(branches.front());
    }
    const bool exact = std::ranges::all_of(branches, &RegexPart::exact);
    LiteralSet all;
    for (RegexPart &branch : branches) {
        if (exact) {
            std::ranges::move(branch.texts, std::back_inserter(all));
            continue;
        }
        std::vector<LiteralSet> sets = std::move(branch).requirements();
        if (sets.empty()) {
            return RegexPart::unknown();
        }
        std::ranges::move(*std::ranges::max_element(sets, {}, shortest), std::back_inserter(all));
    }
    makeUnique(all);
    if (all.size() > RegexLiterals::MaxTexts) {
        return RegexPart::unknown();
    }
    if (exact) {
        return RegexPart::oneOf(std::move(all));
    }
    return {.exact = false, .texts = {}, .required = {std::move(all)}};
}

RegexPart repeatedRegex(RegexPart part, int least, int most)
{
    if (part.exact && least == most) {
        if (auto texts = power(part.texts, least)) {
            return RegexPart::oneOf(std::move(*texts));
        }
    }
    if (part.exact && least == 0 && most == 1 && part.texts.size() < RegexLiterals::MaxTexts) {
        part.texts.emplace_back();
        return RegexPart::oneOf(std::move(part.texts));
    }
    if (least == 0) {
        return RegexPart::unknown();
    }
    return {.exact = false, .texts = {}, .required = std::move(part).requirements()};
}

} // namespace limier
