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
    [[nodiscard]] double logOdds() const { return m_logOdds; }
    /// Gives @p suspect the signals, the confidence and the severity; @p end: of the log.
    void conclude(Suspect &suspect, Stamp end);

private:
    double m_logOdds;
    std::vector<Signal> m_signals;
};

/// The share of suspects with such log-odds that are guilty.
[[nodiscard]] double confidenceOf(SuspectKind kind, double logOdds);

[[nodiscard]] Severity severityOf(const Suspect &suspect, Stamp end);

} // namespace limier
