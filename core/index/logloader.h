// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"
#include "log/inputfinder.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace limier
{

/// How far a load has come.
struct LoadProgress {
    std::uint64_t bytesRead = 0;  ///< of the files as they lie on the disk
    std::uint64_t bytesTotal = 0; ///< 0 where unknown (standard input)
    std::uint64_t lines = 0;
    std::string path; ///< what is being read
};

struct LoadOptions {
    std::string timezone; ///< IANA name of the zone of times without one; empty: the system's
    unsigned threads = 0; ///< 0: one for each core
    std::uint64_t mostShortLines = std::uint64_t{64} << 20; ///< of a file whose lines are shorter than 16 bytes
    std::stop_token stop;
    std::function<void(const LoadProgress &)> progress;            ///< on a worker thread, at most 20 times a second
    std::function<void(std::shared_ptr<const MailIndex>)> partial; ///< the same with the index so far, 4 times a second
};

struct LoadedLogs {
    std::shared_ptr<const MailIndex> index; ///< never null; partial where files have errors or the load was cancelled
    std::vector<RefusedInput> refused;      ///< inputs that gave no line
    bool cancelled = false;
};

/**
 * Finds the mail logs under @p inputs ("-": standard input), reads them on all cores and indexes them. The result is
 * the same with any number of threads. Blocks; on any thread.
 */
[[nodiscard]] LoadedLogs loadLogs(const std::vector<LogInput> &inputs, const LoadOptions &options = {});
/// Paths of which nothing more is known.
[[nodiscard]] LoadedLogs loadLogs(const std::vector<std::string> &paths, const LoadOptions &options = {});

} // namespace limier
