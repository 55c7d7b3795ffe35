// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logloader.h"
#include "investigation/evaluation.h"
#include "investigation/filterstack.h"
#include "investigation/logreader.h"
#include "investigation/snapshotjudge.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace limier
{

class DisplaySettings;

/**
 * One incident that is looked into: loads logs on a thread of its own and follows them, keeps the newest snapshot and
 * the filter, and has both evaluated on another thread whenever one of them changes; an evaluation that is overtaken is
 * stopped, and while a log is read or followed they take at most a part of the time. What was evaluated is judged, on a
 * third thread. GUI thread; nothing here blocks it. The destructor stops what runs and waits for it (some ten
 * milliseconds).
 */
class Investigation : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Empty,
        Loading,
        Complete,
        Stopped,   ///< by the user: what was read is kept
        Following, ///< all is read that is there, and more will come
        Replacing  ///< a bigger set is read; what was read before is shown meanwhile
    };

    explicit Investigation(DisplaySettings &display, QObject *parent = nullptr);
    ~Investigation() override;

    /// Files, folders, archives; what was open is closed. @p timezone: IANA name, empty for this computer's.
    void open(const QStringList &paths, const QString &timezone = {});
    /// The logs of servers, which change and grow; what was open is closed.
    void openInputs(const std::vector<LogInput> &inputs, const QString &timezone = {});
    /**
     * Another set of the same logs, such as one that reaches further back. It is read from the beginning: until that is
     * done, the views keep what they show. Then all ids are others, see replaced(). Where sets come faster than they
     * are read, the newest is read when one is done. The filter stays.
     */
    void replaceInputs(const std::vector<LogInput> &inputs);
    /**
     * More has been appended to those that grow, or there are new ones behind them: only that is read, and evaluated
     * within a second. May be called as often as anything is appended. Does nothing after reading was stopped.
     */
    void growInputs(const std::vector<LogInput> &inputs);
    /// Stops reading; what was read is kept, and shown unless there was more before.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    /// Whether there is progress to show.
    [[nodiscard]] bool isReading() const { return m_state == State::Loading || m_state == State::Replacing; }
    /// Of open(); empty where servers' logs are open.
    [[nodiscard]] const QStringList &paths() const { return m_paths; }
    /// The servers whose logs are open, as LogInput::shownAs names them: what stands before the first ": ".
    [[nodiscard]] QStringList servers() const;
    [[nodiscard]] const LoadProgress &progress() const { return m_progress; }
    /// Bytes a second since the load began.
    [[nodiscard]] double rate() const;
    /// Inputs that gave no line; known when the load has ended.
    [[nodiscard]] const std::vector<RefusedInput> &refused() const { return m_refused; }
    [[nodiscard]] FilterStack &filters() { return m_filters; }
    /// Null until the first one came.
    [[nodiscard]] const std::shared_ptr<const Evaluation> &evaluation() const { return m_evaluation; }
    /// The newest of the set that is shown; null until there is one. It may be of an earlier state than the evaluation.
    [[nodiscard]] const std::shared_ptr<const SnapshotVerdict> &verdict() const { return m_verdict; }
    /// What is known of the servers beside their logs; it stays for what is opened next.
    void setServerKnowledge(const ServerKnowledge &server) { m_judge.setKnowledge(server); }

    /// The number of a request that takes time to answer: outdated as soon as another begins, or another log is opened.
    [[nodiscard]] int beginRequest() { return ++m_request; }
    [[nodiscard]] bool isNewestRequest(int request) const { return request == m_request; }

Q_SIGNALS:
    void stateChanged(limier::Investigation::State state);
    void progressChanged();
    /// All ids that were got so far are outdated: what comes next is of a set that was read anew.
    void replaced();
    /// All views show this from now on.
    void evaluated(const std::shared_ptr<const limier::Evaluation> &evaluation);
    /// Who is suspected in what the views show; once a state of the log, not once a filter.
    void judged(const std::shared_ptr<const limier::SnapshotVerdict> &verdict);

    /// Requests of one view to others: to open a mail, to show a line, to show the lines of messages.
    void messageRequested(limier::MessageId message);
    void lineRequested(limier::LineId line);
    void linesRequested(const std::vector<limier::MessageId> &messages);

private:
    void begin(const std::vector<LogInput> &inputs, const QString &timezone, bool staysOpen);
    [[nodiscard]] LogReader::Observer observer();
    void take(std::shared_ptr<const MailIndex> index);
    void finish(LoadedLogs logs);
    void finishUpdate(const FollowedLogs::Update &update, std::vector<RefusedInput> refused);
    void readOn();
    [[nodiscard]] State stateAfterReading() const;
    void evaluateAgain();
    void startEvaluation();
    /// Whether there is always something newer: what runs may end, or nothing would ever be shown.
    [[nodiscard]] bool keepsComing() const;
    [[nodiscard]] bool isWanted(const Filter &filter, TopBy countBy) const;
    /// @p evaluation: null if it was stopped or is of an earlier load.
    void deliver(std::shared_ptr<const Evaluation> evaluation, qint64 milliseconds);
    void show(std::shared_ptr<const Evaluation> evaluation);
    void takeVerdict(const std::shared_ptr<const SnapshotVerdict> &verdict);
    void setState(State state);

    DisplaySettings &m_display;
    FilterStack m_filters;
    State m_state = State::Empty;
    QStringList m_paths;
    std::vector<LogInput> m_inputs; ///< the newest
    LoadProgress m_progress;
    QElapsedTimer m_loadTime;
    double m_finalRate = 0;
    std::vector<RefusedInput> m_refused;
    Snapshot m_snapshot;
    std::shared_ptr<const Evaluation> m_evaluation;
    std::shared_ptr<const SnapshotVerdict> m_verdict;
    SnapshotJudge m_judge;
    bool m_isEvaluating = false;
    Filter m_evaluatedFilter; ///< of the evaluation that runs, or ran last
    TopBy m_evaluatedBy = TopBy::Recipients;
    QTimer m_pause; ///< while a log is read or followed, between two evaluations
    int m_request = 0;
    bool m_isOutdated = false; ///< something changed since the running evaluation began
    int m_generation = 0;      ///< of the load: what an older one sends late is dropped
    std::stop_source m_evaluationStop;
    std::jthread m_evaluator;
    std::unique_ptr<LogReader> m_reader;
    bool m_isUpdating = false;
    bool m_isReplaced = false; ///< since the reader began what it does now
    bool m_isGrown = false;    ///< the same
    QTimer m_updatePause;      ///< so that what is appended comes in pieces worth their cost
};

} // namespace limier
