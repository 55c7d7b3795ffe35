// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logloader.h"
#include "investigation/evaluation.h"
#include "investigation/filterstack.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace limier
{

class DisplaySettings;

/**
 * One incident that is looked into: loads logs on a thread of its own, keeps the newest snapshot and the filter, and
 * has both evaluated on another thread whenever one of them changes; an evaluation that is overtaken is stopped. GUI
 * thread; nothing here blocks it. The destructor stops what runs and waits for it (some ten milliseconds).
 */
class Investigation : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Empty,
        Loading,
        Complete,
        Stopped ///< by the user: what was read is kept
    };

    explicit Investigation(DisplaySettings &display, QObject *parent = nullptr);
    ~Investigation() override;

    /// Files, folders, archives; what was open is closed. @p timezone: IANA name, empty for this computer's.
    void open(const QStringList &paths, const QString &timezone = {});
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QStringList &paths() const { return m_paths; }
    [[nodiscard]] const LoadProgress &progress() const { return m_progress; }
    /// Bytes a second since the load began.
    [[nodiscard]] double rate() const;
    /// Inputs that gave no line; known when the load has ended.
    [[nodiscard]] const std::vector<RefusedInput> &refused() const { return m_refused; }
    [[nodiscard]] FilterStack &filters() { return m_filters; }
    /// Null until the first one came.
    [[nodiscard]] const std::shared_ptr<const Evaluation> &evaluation() const { return m_evaluation; }

    /// The number of a request that takes time to answer: outdated as soon as another begins, or another log is opened.
    [[nodiscard]] int beginRequest() { return ++m_request; }
    [[nodiscard]] bool isNewestRequest(int request) const { return request == m_request; }

Q_SIGNALS:
    void stateChanged(limier::Investigation::State state);
    void progressChanged();
    /// All views show this from now on.
    void evaluated(const std::shared_ptr<const limier::Evaluation> &evaluation);

    /// Requests of one view to others: to open a mail, to show a line, to show the lines of messages.
    void messageRequested(limier::MessageId message);
    void lineRequested(limier::LineId line);
    void linesRequested(const std::vector<limier::MessageId> &messages);

private:
    void load(const std::vector<std::string> &paths, const std::string &timezone, int generation,
              const std::stop_token &stop);
    void take(std::shared_ptr<const MailIndex> index);
    void finish(LoadedLogs logs);
    void evaluateAgain();
    void startEvaluation();
    [[nodiscard]] bool isWanted(const Filter &filter, TopBy countBy) const;
    /// @p evaluation: null if it was stopped or is of an earlier load.
    void deliver(std::shared_ptr<const Evaluation> evaluation, qint64 milliseconds);
    void setState(State state);

    DisplaySettings &m_display;
    FilterStack m_filters;
    State m_state = State::Empty;
    QStringList m_paths;
    LoadProgress m_progress;
    QElapsedTimer m_loadTime;
    double m_finalRate = 0;
    std::vector<RefusedInput> m_refused;
    Snapshot m_snapshot;
    std::shared_ptr<const Evaluation> m_evaluation;
    bool m_isEvaluating = false;
    Filter m_evaluatedFilter; ///< of the evaluation that runs, or ran last
    TopBy m_evaluatedBy = TopBy::Recipients;
    QTimer m_pause; ///< while a log is read, between two evaluations
    int m_request = 0;
    bool m_isOutdated = false; ///< something changed since the running evaluation began
    int m_generation = 0;      ///< of the load: what an older one sends late is dropped
    std::stop_source m_evaluationStop;
    std::jthread m_evaluator;
    std::jthread m_loader;
};

} // namespace limier
