// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/suspect.h"
#include "analysis/thresholds.h"

#include <limits>
#include <string>
#include <vector>

namespace limier
{

/// Weighs what speaks for and against one suspicion. A value.
class Judgement
{
public:
    static constexpr double NoUsual = std::numeric_limits<double>::quiet_NaN();

    /// @p prior: the log-odds before anything was looked at.
    explicit Judgement(double prior)
        : m_logOdds(prior)
    {
    }

    /// Notes a signal, unless its weight is next to nothing.
    Signal *add(SignalCode code, double weight, double value, double usual = NoUsual);
    /// The share of suspects with such signals that are guilty.
    [[nodiscard]] double confidence() const;
    [[nodiscard]] bool isWorthALook() const { return confidence() >= thresholds::LeastConfidence; }
    /// Gives @p suspect the signals, the confidence and the severity; @p end: of the log.
    void conclude(Suspect &suspect, Stamp end);

private:
    double m_logOdds;
    std::vector<Signal> m_signals;
};

} // namespace limier
