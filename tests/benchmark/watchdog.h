// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>

#include <atomic>
#include <chrono>
#include <thread>

/// Asks the GUI thread again and again for an answer, and notes the longest that it took.
class Watchdog
{
public:
    explicit Watchdog(QObject *gui)
        : m_thread([this, gui](const std::stop_token &stop) { watch(gui, stop); })
    {
    }
    /// Milliseconds; the longest since the last call.
    double takeWorst() { return static_cast<double>(m_worst.exchange(0)) / 1e6; }

private:
    void watch(QObject *gui, const std::stop_token &stop)
    {
        using namespace std::chrono_literals;
        while (!stop.stop_requested()) {
            QElapsedTimer timer;
            timer.start();
            std::atomic<bool> answered = false;
            QMetaObject::invokeMethod(gui, [&answered] { answered = true; }, Qt::QueuedConnection);
            while (!answered && !stop.stop_requested()) {
                std::this_thread::sleep_for(1ms);
            }
            qint64 worst = m_worst;
            const qint64 took = timer.nsecsElapsed();
            while (took > worst && !m_worst.compare_exchange_weak(worst, took)) { }
            if (!answered) {
                QCoreApplication::removePostedEvents(gui); // the answer lies on this stack
            }
            std::this_thread::sleep_for(4ms);
        }
    }

    std::atomic<qint64> m_worst = 0;
    std::jthread m_thread;
};
