// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/detectors.h"
#include "investigation/snapshot.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <thread>

namespace limier
{

/// What the detectors found in a snapshot: the ids of the verdict are those of its index. Immutable.
struct SnapshotVerdict {
    Snapshot snapshot;
    Verdict verdict;
};

/**
 * Looks for suspects in snapshots, each of them once, on a thread of its own: never two at a time, and the newest next.
 * GUI thread, which it does not block; the destructor stops what runs and waits for it.
 */
class SnapshotJudge final : public QObject
{
    Q_OBJECT

public:
    explicit SnapshotJudge(QObject *parent = nullptr);
    ~SnapshotJudge() override;

    /// @p mayWait: others will follow soon; of these one in two seconds is judged.
    void judge(const Snapshot &snapshot, bool mayWait);
    /// The snapshot before is judged again where this changes what is known.
    void setKnowledge(const ServerKnowledge &server);
    /// Nothing that was asked for before is told.
    void drop();

Q_SIGNALS:
    void judged(const std::shared_ptr<const limier::SnapshotVerdict> &verdict);

private:
    void startIfDue();
    void finish(const std::shared_ptr<const SnapshotVerdict> &verdict);

    ServerKnowledge m_server;
    Snapshot m_last;                  ///< that was asked for
    std::optional<Snapshot> m_wanted; ///< that is not begun
    bool m_mayWait = false;
    bool m_isRunning = false;
    bool m_isDropped = false; ///< what runs
    QTimer m_pause;
    std::jthread m_thread;
};

} // namespace limier
