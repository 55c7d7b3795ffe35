// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes.h"

#include <algorithm>

namespace limier::generator
{

namespace
{

constexpr std::uint32_t FirstPid = 3000; // below are the daemons that run all the time
constexpr std::uint32_t LastPid = 131072;

} // namespace

Processes::Processes(Random &random)
    : m_random(random)
{
}

bool Processes::isBusy(std::uint32_t pid) const
{
    return std::ranges::contains(m_busy, pid, &Process::pid) || std::ranges::contains(m_idle, pid, &Process::pid);
}

std::uint32_t Processes::start()
{
    do {
        m_last += 1 + m_random.below(40);
        if (m_last > LastPid) {
            m_last = FirstPid + m_random.below(200);
        }
    } while (isBusy(m_last));
    return m_last;
}

std::uint32_t Processes::any(Daemon daemon)
{
    Process &process = m_shared[static_cast<std::size_t>(daemon)][m_random.below(Width)];
    if (process.jobsLeft == 0) {
        process = {start(), JobsOfProcess};
    }
    --process.jobsLeft;
    return process.pid;
}

std::uint32_t Processes::takeSmtpd()
{
    Process process;
    if (m_idle.empty()) {
        process = {start(), JobsOfProcess};
    } else {
        process = m_idle.back();
        m_idle.pop_back();
    }
    --process.jobsLeft;
    m_busy.push_back(process);
    return process.pid;
}

void Processes::giveSmtpd(std::uint32_t pid)
{
    const auto at = std::ranges::find(m_busy, pid, &Process::pid);
    if (at->jobsLeft != 0) {
        m_idle.push_back(*at);
    }
    *at = m_busy.back();
    m_busy.pop_back();
}

} // namespace limier::generator
