// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logloader.h"
#include "log/loginput.h"

#include <memory>
#include <vector>

namespace limier
{

/**
 * Logs that are read once and then followed: holds the builder, so that what is appended costs only itself. One thread
 * at a time, every call blocks. Lines keep their ids; what comes later stands behind everything, whatever its time.
 */
class FollowedLogs
{
public:
    explicit FollowedLogs(LoadOptions options);
    ~FollowedLogs();

    /// As loadLogs(); forgets what was read before.
    [[nodiscard]] LoadedLogs load(const std::vector<LogInput> &inputs);
    /**
     * Reads what has come since: whole lines behind those of the inputs that grow, and inputs that were not there
     * before, from their start. Null if there is nothing new.
     */
    [[nodiscard]] std::shared_ptr<const MailIndex> update(const std::vector<LogInput> &inputs);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace limier
