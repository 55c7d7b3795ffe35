// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/column.h"
#include "index/records.h"

namespace limier
{

/// The address that @p id was expanded from; none if it was not. @p originals is in the order of its deliveries.
[[nodiscard]] AddressId originalRecipientOf(const Column<OriginalRecipient> &originals, DeliveryId id);

} // namespace limier
