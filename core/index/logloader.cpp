// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/logloader.h"

#include "index/followedlogs.h"

namespace limier
{

LoadedLogs loadLogs(const std::vector<LogInput> &inputs, const LoadOptions &options)
{
    return FollowedLogs(options).load(inputs);
}

LoadedLogs loadLogs(const std::vector<std::string> &paths, const LoadOptions &options)
{
    return loadLogs(logInputs(paths), options);
}

} // namespace limier
