// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/bytesource.h"

namespace limier
{

ByteSource::~ByteSource() = default;

std::vector<Error> ByteSource::remarks() const
{
    return {};
}

} // namespace limier
