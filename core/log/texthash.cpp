// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/texthash.h"

#include <QRandomGenerator>

namespace limier
{

std::uint64_t textHashSeed()
{
    static const std::uint64_t seed = QRandomGenerator::system()->generate64();
    return seed;
}

} // namespace limier
