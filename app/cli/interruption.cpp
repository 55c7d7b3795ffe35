// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>

namespace limier
{

namespace
{

constexpr int Signals[] = {SIGINT, SIGTERM};

std::atomic<bool> caught = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");

extern "C" void catchSignal(int)
{
    caught = true;
    for (const int signal : Signals) {
        std::signal(signal, SIG_DFL);
    }
}

} // namespace

Interruption::Interruption()
{
    caught = false;
    for (const int signal : Signals) {
        if (std::signal(signal, catchSignal) == SIG_IGN) {
            std::signal(signal, SIG_IGN);
        }
    }
    // A stop callback may take locks, which a signal handler must not; hence a thread that looks.
    m_watcher = std::jthread([this](std::stop_token end) {
        std::mutex mutex;
        std::condition_variable_any ended;
        std::unique_lock lock(mutex);
        while (!end.stop_requested() && !caught) {
            ended.wait_for(lock, end, std::chrono::milliseconds(20), [] { return false; });
        }
        if (caught) {
            m_stop.request_stop();
        }
    });
}

Interruption::~Interruption()
{
    for (const int signal : Signals) {
        if (std::signal(signal, SIG_DFL) == SIG_IGN) {
            std::signal(signal, SIG_IGN);
        }
    }
}

} // namespace limier
