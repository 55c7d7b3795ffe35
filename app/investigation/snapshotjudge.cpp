// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/snapshotjudge.h"

#include <utility>

namespace limier
{

namespace
{

constexpr std::chrono::seconds Pause{2};

bool isSame(const ServerKnowledge &a, const ServerKnowledge &b)
{
    return a.ownAddresses == b.ownAddresses && a.myNetworks == b.myNetworks && a.ownDomains == b.ownDomains;
}

} // namespace

SnapshotJudge::SnapshotJudge(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SnapshotJudge::startIfDue);
}

SnapshotJudge::~SnapshotJudge()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void SnapshotJudge::judge(const Snapshot &snapshot, bool mayWait)
{
    m_last = snapshot;
    m_wanted = snapshot;
    m_mayWait = mayWait;
    if (m_isRunning && !mayWait) { // nobody will look at what runs
        m_thread.request_stop();
    }
    startIfDue();
}

void SnapshotJudge::setKnowledge(const ServerKnowledge &server)
{
    if (isSame(server, m_server)) {
        return;
    }
    m_server = server;
    if (m_last.index) {
        judge(m_last, m_mayWait);
    }
}

void SnapshotJudge::drop()
{
    m_last = {};
    m_wanted.reset();
    m_pause.stop();
    m_isDropped = m_isRunning;
    if (m_isRunning) {
        m_thread.request_stop();
    }
}

void SnapshotJudge::startIfDue()
{
    if (!m_wanted || m_isRunning || (m_mayWait && m_pause.isActive())) {
        return;
    }
    m_isRunning = true;
    // The thread before has posted its last event; joining it takes no time.
    m_thread = std::jthread(
        [this, snapshot = *std::exchange(m_wanted, std::nullopt), server = m_server](const std::stop_token &stop) {
            auto found = std::make_shared<SnapshotVerdict>(snapshot, findSuspects(*snapshot.postings, server, stop));
            QMetaObject::invokeMethod(this, [this, found = std::move(found)] { finish(found); }, Qt::QueuedConnection);
        });
}

void SnapshotJudge::finish(const std::shared_ptr<const SnapshotVerdict> &verdict)
{
    m_isRunning = false;
    if (!std::exchange(m_isDropped, false) && verdict->verdict.isComplete) {
        m_pause.start(Pause);
        Q_EMIT judged(verdict);
    }
    startIfDue();
}

} // namespace limier
