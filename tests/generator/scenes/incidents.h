// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenes/cast.h"

#include <string>

/// What goes wrong, each with its truth. Each says in words how it was played.
namespace limier::generator::scenes
{

// A stolen account.
std::string fastTheft(Stage &stage, const Demand &demand);
std::string slowTheft(Stage &stage, const Demand &demand);
/// Through the webmail: the client is the server itself; where the webmail is old, localhost without a login.
std::string webmailTheft(Stage &stage, const Demand &demand);

// A client that needs no login.
std::string busyRelay(Stage &stage, const Demand &demand);
std::string slowRelay(Stage &stage, const Demand &demand);
/// Needs the server setting natGateway.
std::string gatewayRelay(Stage &stage, const Demand &demand);
std::string openRelay(Stage &stage, const Demand &demand);

std::string webScript(Stage &stage, const Demand &demand);
std::string cronSpam(Stage &stage, const Demand &demand);

// Passwords are tried, none is found.
std::string bruteForceFromOne(Stage &stage, const Demand &demand);
std::string bruteForceFromNetwork(Stage &stage, const Demand &demand);
std::string bruteForceFromMany(Stage &stage, const Demand &demand);

// Nobody's fault here.
std::string incomingBounces(Stage &stage, const Demand &demand);
std::string outgoingBounces(Stage &stage, const Demand &demand);
std::string blockedDestination(Stage &stage, const Demand &demand);
std::string blocklisted(Stage &stage, const Demand &demand);

} // namespace limier::generator::scenes
