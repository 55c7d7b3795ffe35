// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/linesearch.h"
#include "logview/linelist.h"
#include "logview/linematches.h"
#include "logview/newestjob.h"

#include <QObject>
#include <QString>

#include <expected>
#include <memory>

namespace limier
{

/// What is searched.
struct SearchTerm {
    QString text;
    LinePattern::Kind kind = LinePattern::Kind::Text;
    Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive;

    bool operator==(const SearchTerm &) const = default;
};

/**
 * Searches the lines of a view on a thread of its own, and collects what is found while it runs. GUI thread; no function
 * blocks.
 */
class SearchRunner : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Idle, ///< nothing is searched for
        Running,
        Done,
        Cancelled ///< what was found until then is kept
    };

    explicit SearchRunner(QObject *parent = nullptr);

    /// The search before it ends, and what it found is forgotten; also if the term is no expression.
    [[nodiscard]] std::expected<void, PatternError> start(const SearchTerm &term,
                                                          const std::shared_ptr<const LogText> &text,
                                                          const LineList &lines);
    /// Other lines are shown: searches them for the same. Where all lines are shown and some came, searches those only.
    void setLines(const std::shared_ptr<const LogText> &text, const LineList &lines);
    void cancel();
    void clear();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const SearchTerm &term() const { return m_term; }
    [[nodiscard]] const LineMatches &matches() const { return m_matches; }
    /// Of the search that runs.
    [[nodiscard]] const LineSearchProgress &progress() const { return m_progress; }
    /// Lines for which the expression is too hard; see LineMatcher.
    [[nodiscard]] std::uint64_t tooHard() const { return m_tooHard; }
    [[nodiscard]] const std::vector<Error> &errors() const { return m_errors; }

Q_SIGNALS:
    /// More was found, or the state changed; at most some 20 times a second.
    void changed();

private:
    struct Part;

    void restart();
    void run(std::size_t firstRow);
    void search(const Part &part, const std::stop_token &stop);
    void take(int generation, const std::vector<LineId> &found, const LineSearchProgress &progress);
    void finish(int generation, const LineSearchResult &result);

    State m_state = State::Idle;
    SearchTerm m_term;
    std::optional<LinePattern> m_pattern;
    std::shared_ptr<const LogText> m_text;
    LineList m_lines;
    std::size_t m_searchedRows = 0; ///< when the search that runs has ended
    LineMatches m_matches;
    LineSearchProgress m_progress;
    std::uint64_t m_tooHard = 0;
    std::vector<Error> m_errors;
    int m_generation = 0;
    NewestJob m_job;
};

} // namespace limier
