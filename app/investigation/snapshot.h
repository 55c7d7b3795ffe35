// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logtext.h"
#include "index/mailindex.h"
#include "index/postings.h"

#include <memory>

namespace limier
{

/// One state of the log, and what finds things in it. Immutable; any thread. While a log is read, another one comes
/// some times a second; ids keep their meaning as long as the epoch is the same.
struct Snapshot {
    std::shared_ptr<const MailIndex> index;
    std::shared_ptr<const Postings> postings;
    std::shared_ptr<const LogText> text;
    int epoch = 0; ///< ids of snapshots of different epochs mean different things
};

} // namespace limier
