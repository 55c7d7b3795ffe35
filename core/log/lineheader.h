// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/timestamp.h"

#include <cstdint>
#include <string_view>

namespace limier
{

/// The parts of a syslog line: "TIME HOST PROGRAM[PID]: MESSAGE". Views into the line.
struct LineHeader {
    RawTime time;
    std::string_view host;
    std::string_view program; ///< empty for "last message repeated"
    std::string_view message;
    std::uint32_t pid = 0;   ///< 0 where the line has none
    bool isLastHost = false; ///< the host is that of the line before
};

/// "TIME HOST " of the line before, with which most lines begin. Views into that line.
struct LineStart {
    std::string_view text; ///< empty if the line had something before its time
    std::string_view host;
    RawTime time;
};

/**
 * Takes one line apart. Tolerates what exports put around it: a byte order mark, a syslog priority, a container's
 * "name  | ", quotes, a carriage return.
 * Returns false if the line has no time stamp, no host or no program.
 */
[[nodiscard]] bool parseLineHeader(std::string_view line, LineHeader &header);
/// The same for one line after the other: a line that begins like the @p last one, which must still be there, is cheap.
[[nodiscard]] bool parseLineHeader(std::string_view line, LineStart &last, LineHeader &header);

} // namespace limier
