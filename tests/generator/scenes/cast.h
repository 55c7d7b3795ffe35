// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailrun.h"
#include "stage.h"

#include <string>

namespace limier::generator
{

enum class Position : std::uint8_t {
    Anywhere,
    FirstHour, ///< of the log
    LastHour,
};

/// How large an incident may be, and where in the log it lies.
struct Demand {
    Position position = Position::Anywhere;
    std::uint32_t mostRecipients = 6000;
};

/// Where an incident of @p low to @p high hours lies; where it can in @p hours.
[[nodiscard]] Window chooseWindow(Stage &stage, const Demand &demand, double low, double high, Hours hours);
[[nodiscard]] std::string_view positionText(Position position);

/// Foreign machines, hardly two in one network: clients.
[[nodiscard]] std::vector<std::uint32_t> strangers(Stage &stage, std::uint32_t count);
/// Foreign machines in @p networks networks beside each other.
[[nodiscard]] std::vector<std::uint32_t> neighbours(Stage &stage, std::uint32_t count, std::uint32_t networks);

/// A mailbox as a thief or a trap uses it.
struct Mailbox {
    std::uint32_t address = None;
    std::uint32_t login = None;         ///< a user
    std::uint32_t webLogin = None;      ///< a user
    std::vector<std::uint32_t> spelled; ///< users: the login in three ways
    std::vector<std::uint32_t> clients; ///< of its owner
};

/// The mailbox of somebody who sends mail all the time.
[[nodiscard]] Mailbox knownMailbox(Stage &stage);
/// One that has never sent before.
[[nodiscard]] Mailbox freshMailbox(Stage &stage);
/// Notes an incident at @p mailbox in the truth.
[[nodiscard]] std::uint32_t addAccountIncident(Stage &stage, const Mailbox &mailbox);
/// Foreign addresses that people of this server may know, each once.
[[nodiscard]] std::vector<std::uint32_t> subscribers(Stage &stage, std::uint32_t count, double unknown);
[[nodiscard]] std::uint32_t ownAddress(Stage &stage, std::string_view local);

} // namespace limier::generator
