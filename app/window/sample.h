// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace limier
{

/// The log of the sample incident that is installed beside the program; empty if it is not there.
[[nodiscard]] QString sampleIncident();

} // namespace limier
