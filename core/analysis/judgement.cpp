// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/judgement.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace limier
{

namespace
{

Severity severityOf(const Suspect &suspect, Stamp end)
{
    if (suspect.confidence < thresholds::MediumConfidence) {
        return Severity::Low;
    }
    if (suspect.confidence < thresholds::HighConfidence) {
        return Severity::Medium;
    }
    const bool sends = suspect.kind == SuspectKind::CompromisedAccount || suspect.kind == SuspectKind::RelayingClient
        || suspect.kind == SuspectKind::LocalInjection;
    if (!sends) {
        // Nobody's mail goes out in its name: it can wait until the senders are stopped.
        return suspect.kind == SuspectKind::Reputation ? Severity::High : Severity::Medium;
    }
    const bool goesOn = suspect.last + thresholds::GoingOn >= end;
    const bool isGrave = suspect.recipients >= thresholds::CriticalRecipients
        || (goesOn && suspect.recipients >= thresholds::CriticalRecipientsGoingOn);
    return isGrave && suspect.confidence >= thresholds::CriticalConfidence ? Severity::Critical : Severity::High;
}

} // namespace

Signal *Judgement::add(SignalCode code, double weight, double value, double usual)
{
    m_logOdds += weight;
    if (std::abs(weight) < thresholds::LeastWeight) {
        return nullptr;
    }
    Signal &signal = m_signals.emplace_back();
    signal.code = code;
    signal.value = value;
    signal.usual = usual;
    signal.weight = weight;
    return &signal;
}

void Judgement::conclude(Suspect &suspect, Stamp end)
{
    suspect.confidence = confidence();
    suspect.severity = severityOf(suspect, end);
    for (Signal &signal : m_signals) {
        std::ranges::sort(signal.lines);
        const auto repeated = std::ranges::unique(signal.lines);
        signal.lines.erase(repeated.begin(), repeated.end());
    }
    std::ranges::stable_sort(m_signals, std::ranges::greater(), &Signal::weight);
    // Those against it stand behind, heaviest first as well.
    const auto against = std::ranges::find_if(m_signals, [](const Signal &signal) { return signal.weight < 0; });
    std::reverse(against, m_signals.end());
    suspect.signals = std::move(m_signals);
}

double Judgement::confidence() const
{
    const double calibrated = m_logOdds * thresholds::CalibrationSlope + thresholds::CalibrationShift;
    return std::clamp(1 / (1 + std::exp(-calibrated)), 0.001, thresholds::MostConfidence);
}

} // namespace limier
