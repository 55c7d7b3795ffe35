// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/originalrecipients.h"

namespace limier
{

AddressId originalRecipientOf(const Column<OriginalRecipient> &originals, DeliveryId id)
{
    std::size_t low = 0;
    std::size_t high = originals.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (originals[middle].delivery < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < originals.size() && originals[low].delivery == id ? originals[low].address : None<AddressId>;
}

} // namespace limier
