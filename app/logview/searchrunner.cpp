// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/searchrunner.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace limier
{

/// What one run looks through.
struct SearchRunner::Part {
    std::shared_ptr<const LogText> text;
    LinePattern pattern;
    LineList lines;
    std::size_t firstRow = 0;
    int generation = 0;
};

SearchRunner::SearchRunner(QObject *parent)
    : QObject(parent)
{
}

std::expected<void, PatternError> SearchRunner::start(const SearchTerm &term,
                                                      const std::shared_ptr<const LogText> &text,
                                                      const LineList &lines)
{
    clear();
    auto pattern = LinePattern::make(term.text, term.kind, term.sensitivity);
    if (!pattern) {
        return std::unexpected(std::move(pattern).error());
    }
    m_term = term;
    m_pattern = *std::move(pattern);
    m_text = text;
    m_lines = lines;
    restart();
    return {};
}

void SearchRunner::setLines(const std::shared_ptr<const LogText> &text, const LineList &lines)
{
    const bool hasGrown = lines.isAll() && m_lines.isAll() && lines.size() >= m_lines.size();
    m_text = text;
    m_lines = lines;
    if (!m_pattern || m_state == State::Idle || (hasGrown && m_state == State::Cancelled)) {
        return;
    }
    if (!hasGrown) {
        restart();
    } else if (m_state == State::Done && m_searchedRows < m_lines.size()) {
        run(m_searchedRows);
    }
}

void SearchRunner::restart()
{
    m_matches.clear();
    m_tooHard = 0;
    m_errors.clear();
    run(0);
}

void SearchRunner::run(std::size_t firstRow)
{
    if (!m_text) {
        return;
    }
    ++m_generation;
    m_state = State::Running;
    m_progress = {};
    m_searchedRows = m_lines.size();
    Part part{.text = m_text,
              .pattern = *m_pattern,
              .lines = m_lines,
              .firstRow = firstRow,
              .generation = m_generation};
    m_job.run([this, part = std::move(part)](const std::stop_token &stop) { search(part, stop); });
    Q_EMIT changed();
}

void SearchRunner::search(const Part &part, const std::stop_token &stop)
{
    std::vector<LineId> found;
    LineSearchOptions options;
    options.stop = stop;
    options.found = [&found](std::span<const LineId> more) { found.insert(found.end(), more.begin(), more.end()); };
    options.progress = [&](const LineSearchProgress &progress) {
        QMetaObject::invokeMethod(
            this, [this, generation = part.generation, more = std::exchange(found, {}),
                   progress] { take(generation, more, progress); },
            Qt::QueuedConnection);
    };
    const LineSearch search(part.text, part.pattern);
    const LineSearchResult result = part.lines.isAll()
        ? search.range(static_cast<LineId>(part.firstRow), static_cast<LineId>(part.lines.size()), options)
        : search.lines(part.lines.ids(part.firstRow), options);
    QMetaObject::invokeMethod(
        this, [this, generation = part.generation, result] { finish(generation, result); }, Qt::QueuedConnection);
}

void SearchRunner::take(int generation, const std::vector<LineId> &found, const LineSearchProgress &progress)
{
    if (generation == m_generation && m_state == State::Running) {
        m_matches.append(found);
        m_progress = progress;
        Q_EMIT changed();
    }
}

void SearchRunner::finish(int generation, const LineSearchResult &result)
{
    if (generation != m_generation || m_state != State::Running) {
        return;
    }
    m_tooHard += result.tooHard;
    std::ranges::copy(result.errors, std::back_inserter(m_errors));
    m_state = State::Done;
    if (m_lines.isAll() && m_searchedRows < m_lines.size()) {
        run(m_searchedRows);
    } else {
        Q_EMIT changed();
    }
}

void SearchRunner::cancel()
{
    m_job.cancel();
    if (m_state == State::Running) {
        m_state = State::Cancelled;
        Q_EMIT changed();
    }
}

void SearchRunner::clear()
{
    m_job.cancel();
    ++m_generation;
    m_state = State::Idle;
    m_term = {};
    m_pattern.reset();
    m_matches.clear();
    m_progress = {};
    m_tooHard = 0;
    m_errors.clear();
    Q_EMIT changed();
}

} // namespace limier
