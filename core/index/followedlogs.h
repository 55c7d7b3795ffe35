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
 * Memory: what the index takes, and 4 kB a text that grows; where several of them grow in turn, 40 bytes more each time
 * that lines of another one come.
 */
class FollowedLogs
{
public:
    struct Update {
        std::shared_ptr<const MailIndex> index; ///< null: nothing new
        /// Everything was read again, because a host came whose mails have hops in what was there: all ids are new.
        bool startedOver = false;
    };

    explicit FollowedLogs(LoadOptions options);
    ~FollowedLogs();

    /// As loadLogs(); forgets what was read before.
    [[nodiscard]] LoadedLogs load(const std::vector<LogInput> &inputs);
    /**
     * Reads what has come since: whole lines behind those of the inputs that grow, what is left of those that do not
     * grow any more, and inputs that were not there before, from their start. An input is known by its path.
     */
    [[nodiscard]] Update update(const std::vector<LogInput> &inputs);
    /// Inputs that gave no line, of load() and of all updates.
    [[nodiscard]] const std::vector<RefusedInput> &refused() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace limier
