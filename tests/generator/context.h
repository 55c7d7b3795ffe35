// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventqueue.h"
#include "logwriter.h"
#include "processes.h"
#include "truth.h"
#include "world.h"

namespace limier::generator
{

namespace program
{
inline constexpr std::string_view Smtpd = "postfix/smtpd";
inline constexpr std::string_view Cleanup = "postfix/cleanup";
inline constexpr std::string_view Qmgr = "postfix/qmgr";
inline constexpr std::string_view Smtp = "postfix/smtp";
inline constexpr std::string_view Lmtp = "postfix/lmtp";
inline constexpr std::string_view Error = "postfix/error";
inline constexpr std::string_view Bounce = "postfix/bounce";
inline constexpr std::string_view Pickup = "postfix/pickup";
inline constexpr std::string_view Anvil = "postfix/anvil";
inline constexpr std::string_view Postscreen = "postfix/postscreen";
inline constexpr std::string_view OpenDkim = "opendkim";
inline constexpr std::string_view Amavis = "amavis";
inline constexpr std::string_view Dovecot = "dovecot";
} // namespace program

/// How the simulated server is set up.
struct ServerSettings {
    bool filter = false;      ///< a content filter on port 10024 that injects again on 10025
    bool postscreen = false;  ///< in front of port 25
    bool failedNames = false; ///< failed logins with their name, as Postfix 3.10 logs them
    bool natGateway = false;  ///< whoever connects from outside comes with the address of the gateway
    bool oldWebmail = false;  ///< hands its mail in from localhost without a login
    bool inboundEdge = false; ///< only takes mail from outside and hands it to the server behind
};

/// What all parts of the simulation share. Owns nothing.
struct Context {
    World &world;
    LogWriter &log;
    Truth &truth;
    Random &random;
    EventQueue &events;
    Processes &processes;
    ServerSettings settings;
};

} // namespace limier::generator
