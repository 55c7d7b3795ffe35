// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace limier
{

/// Overwrites the bytes and empties; what shares them loses them as well.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace limier
