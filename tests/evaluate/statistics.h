// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trial.h"

#include <array>
#include <string>
#include <vector>

namespace limier::evaluate
{

/// How well one kind of suspect is found.
struct KindScore {
    std::uint64_t incidents = 0;
    std::uint64_t found = 0;
    std::uint64_t falseAlarms = 0;

    [[nodiscard]] double recall() const;
    /// Found incidents among what was said to be one.
    [[nodiscard]] double precision() const;
};

/// Suspects of about the same confidence.
struct ConfidenceBin {
    double low = 0;
    double high = 1;
    std::uint64_t count = 0;
    std::uint64_t isTrue = 0;
    double confidence = 0; ///< their sum

    [[nodiscard]] double shareTrue() const { return static_cast<double>(isTrue) / static_cast<double>(count); }
    [[nodiscard]] double meanConfidence() const { return confidence / static_cast<double>(count); }
};

/// The figures of many trials. A value.
struct Statistics {
    /// Fewer suspects than this say nothing about a share within 0.1.
    static constexpr std::uint64_t FewestInBin = 30;

    std::array<KindScore, Kinds> kinds{}; ///< by SuspectKind
    std::uint64_t trials = 0;
    std::uint64_t wrong = 0; ///< with an incident missed or not on top, or a false alarm
    std::uint64_t withIncident = 0;
    std::uint64_t topIsTrue = 0;
    std::uint64_t clean = 0;
    std::uint64_t cleanWithAlarm = 0; ///< something above "low"
    std::uint64_t messagesNamed = 0;
    std::uint64_t messagesRight = 0;
    std::uint64_t messagesOfFound = 0;
    std::uint64_t lines = 0;
    double slowestJudging = 0;
    std::array<ConfidenceBin, 10> bins{};

    Statistics();
    void add(const Trial &trial);
    /// The bins with neighbours put together where they hold too few.
    [[nodiscard]] std::vector<ConfidenceBin> filledBins() const;
};

[[nodiscard]] bool isRight(const Trial &trial);

/// A figure and what it must be.
struct Figure {
    std::string name;
    double value = 0;
    double limit = 0;
    bool isMost = false; ///< the value must not be above the limit, not below it

    [[nodiscard]] bool isMet() const { return isMost ? value <= limit : value >= limit; }
};

/// What the detectors have to reach; a kind without an incident is left out.
[[nodiscard]] std::vector<Figure> figures(const Statistics &statistics);

} // namespace limier::evaluate
