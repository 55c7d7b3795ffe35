// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"
#include "investigation/snapshotjudge.h"
#include "report/report.h"

#include <QStringList>

namespace limier
{

/// Longer words are broken: the pane is the narrowest place where sentences stand.
inline constexpr int LongestWord = 20;

/// One suspect of a verdict, with what gives its ids a meaning: cheap to copy.
class SuspectCase
{
public:
    SuspectCase() = default;
    SuspectCase(std::shared_ptr<const SnapshotVerdict> verdict, std::size_t place);

    [[nodiscard]] const Suspect &suspect() const { return m_verdict->verdict.suspects[m_place]; }
    [[nodiscard]] const MailIndex &index() const { return *m_verdict->snapshot.index; }
    /// The sentence of the report.
    [[nodiscard]] QString sentence() const;
    /// The sentence of the signal number @p place.
    [[nodiscard]] QString reason(std::size_t place) const;
    /// All sentences.
    [[nodiscard]] QStringList sentences() const;
    /// What shows only this suspect; empty if no terms can say that.
    [[nodiscard]] std::vector<FilterTerm> terms() const;

private:
    std::shared_ptr<const SnapshotVerdict> m_verdict;
    std::size_t m_place = 0;
};

} // namespace limier
