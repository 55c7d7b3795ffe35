// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/secret.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QObject;

namespace limier
{

/// Where the system keeps secrets. GUI thread; nothing blocks.
class Keychain
{
public:
    virtual ~Keychain() = default;
    Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;

    /// False where there is none: then nothing is kept at all.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// Calls @p take later, unless @p context is gone by then; none: there is no such entry, or it may not be read.
    virtual void read(const QString &key, QObject *context, std::function<void(std::optional<Secret>)> take) = 0;
    virtual void write(const QString &key, const Secret &secret) = 0;
    virtual void remove(const QString &key) = 0;
};

/// That of the desktop: the Secret Service or KWallet, the keychain of macOS, the credential store of Windows.
[[nodiscard]] std::shared_ptr<Keychain> systemKeychain();

} // namespace limier
