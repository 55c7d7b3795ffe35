// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.h"

#include <array>
#include <vector>

namespace limier::generator
{

/// The daemons that serve many jobs at once or one after the other.
enum class Daemon : std::uint8_t {
    Cleanup,
    Smtp,
    Lmtp,
    Bounce,
    Error,
    Pickup,
    Amavis,
    Dovecot,
};

/**
 * Process IDs. Daemons end after a number of jobs and come back under another ID; an smtpd has one connection at a
 * time, and IDs come round again, as on a server. One thread.
 */
class Processes
{
public:
    explicit Processes(Random &random);

    [[nodiscard]] std::uint32_t any(Daemon daemon);
    /// For one connection, until giveSmtpd().
    [[nodiscard]] std::uint32_t takeSmtpd();
    void giveSmtpd(std::uint32_t pid);

    static constexpr std::uint32_t Qmgr = 1893;
    static constexpr std::uint32_t Postscreen = 2417;
    static constexpr std::uint32_t OpenDkim = 1122;

    /// A new process of any program.
    [[nodiscard]] std::uint32_t start();

private:
    struct Process {
        std::uint32_t pid = 0;
        std::uint32_t jobsLeft = 0;
    };
    static constexpr std::uint32_t JobsOfProcess = 100;
    static constexpr std::size_t Width = 4;

    [[nodiscard]] bool isBusy(std::uint32_t pid) const;

    Random &m_random;
    std::array<std::array<Process, Width>, 8> m_shared{};
    std::vector<Process> m_idle;
    std::vector<Process> m_busy;
    std::uint32_t m_last = 20000;
};

} // namespace limier::generator
