// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenes/cast.h"

/// What looks like an incident and is none.
namespace limier::generator::scenes
{

/// A user's own mailing to those who asked for it, once or again and again.
void newsletter(Stage &stage);
void yearEndMailings(Stage &stage);

// Machines that may hand in mail without a login.
void monitoringMachine(Stage &stage);
void faxMachine(Stage &stage);
void invoicingMachine(Stage &stage);

/// A shop on this server that confirms each order, by the web server's own user.
void webShop(Stage &stage);

/// An address of this server that stands for many elsewhere.
void expandedList(Stage &stage);
/// A list manager on this server.
void listManager(Stage &stage);

void traveller(Stage &stage);
void newEmployee(Stage &stage);
/// A phone that keeps trying a password that is no longer right.
void forgottenPhone(Stage &stage);

void autoReplies(Stage &stage);
/// Some bounces of what others sent under a user's address.
void strayBounces(Stage &stage);

} // namespace limier::generator::scenes
