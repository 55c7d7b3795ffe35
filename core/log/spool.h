// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/inputfile.h"
#include "log/randomfile.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace limier
{

/// The decoded bytes of an input in a private temporary file, as far as they could be had.
struct SpooledText {
    std::shared_ptr<const RandomFile> file; ///< null if not even the file could be made
    std::optional<Error> error;             ///< why it is not whole
};

/// Unpacks @p input for reading at any place. Takes at most half of the room that the temporary folder's disk has.
[[nodiscard]] SpooledText spoolText(const InputFile &input, const std::stop_token &stop);

} // namespace limier
