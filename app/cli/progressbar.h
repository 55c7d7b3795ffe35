// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logloader.h"

#include <QString>

#include <chrono>
#include <mutex>

namespace limier
{

/// How far the reading has come, how fast it is and how long it will take, in at most @p width characters; @p seconds:
/// since it began.
[[nodiscard]] QString progressText(const LoadProgress &progress, double seconds, int width);

/**
 * The last line of the terminal that standard error is, where progress is drawn. Does nothing if standard error is no
 * terminal, or one that cannot erase a line. Any thread.
 */
class ProgressBar
{
public:
    ProgressBar();
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar &) = delete;
    ProgressBar &operator=(const ProgressBar &) = delete;

    [[nodiscard]] bool isShown() const { return m_isShown; }
    /// Draws, unless it did so a moment ago or the reading has only just begun.
    void show(const LoadProgress &progress);
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    const bool m_isShown;
    const Clock::time_point m_start = Clock::now();
    std::mutex m_mutex;
    Clock::time_point m_next;
    bool m_isDrawn = false;
};

} // namespace limier
