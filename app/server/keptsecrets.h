// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace limier
{

class Keychain;

/// Notes in the settings that the keychain holds something under @p key because of the server at @p address: the name
/// of the entry, never what is in it.
void rememberKept(const QString &address, const QString &key);

/// Removes all that is noted so from the keychain.
void forgetKept(const QString &address, Keychain &keychain);

} // namespace limier
