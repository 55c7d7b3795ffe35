// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/investigation.h"

#include "common/displaysettings.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

constexpr int SharesOfLoad = 3; // while a log is read, evaluating it may take one part in so many of the time
constexpr int SharesOfFollowing = 4;
constexpr qint64 ShortestPause = 200;
constexpr qint64 LongestPause = 3000;
constexpr std::chrono::milliseconds UpdatePause{250};

} // namespace

Investigation::Investigation(DisplaySettings &display, QObject *parent)
    : QObject(parent)
    , m_display(display)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isOutdated) {
            startEvaluation();
        }
    });
    m_updatePause.setSingleShot(true);
    connect(&m_updatePause, &QTimer::timeout, this, &Investigation::readOn);
    connect(&m_filters, &FilterStack::changed, this, &Investigation::evaluateAgain);
    connect(&m_judge, &SnapshotJudge::judged, this, &Investigation::takeVerdict);
    connect(&m_display, &DisplaySettings::changed, this, [this] {
        if (m_evaluatedBy != m_display.countBy()) {
            evaluateAgain();
        }
    });
}

Investigation::~Investigation()
{
    m_evaluationStop.request_stop();
}

void Investigation::open(const QStringList &paths, const QString &timezone)
{
    std::vector<std::string> names;
    for (const QString &path : paths) {
        names.push_back(QFile::encodeName(path).toStdString());
    }
    m_paths = paths;
    begin(logInputs(names), timezone, false);
}

void Investigation::openInputs(const std::vector<LogInput> &inputs, const QString &timezone)
{
    m_paths.clear();
    begin(inputs, timezone, true);
}

void Investigation::begin(const std::vector<LogInput> &inputs, const QString &timezone, bool staysOpen)
{
    m_reader.reset();
    ++m_generation;
    ++m_request;
    m_pause.stop();
    m_updatePause.stop();
    m_isOutdated = false;
    m_isUpdating = false;
    m_isReplaced = false;
    m_isGrown = false;
    m_inputs = inputs;
    m_progress = {};
    m_refused.clear();
    m_finalRate = 0;
    m_snapshot = {.index = {}, .postings = {}, .text = {}, .epoch = m_snapshot.epoch + 1};
    m_evaluation.reset();
    m_verdict.reset();
    m_judge.drop();
    m_evaluationStop.request_stop();
    m_filters.reset();
    m_display.setServerZone(timezone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(timezone.toUtf8()));
    m_loadTime.start();
    setState(State::Loading);
    m_reader = std::make_unique<LogReader>(timezone.toStdString(), staysOpen, observer());
    m_reader->load(m_inputs);
}

LogReader::Observer Investigation::observer()
{
    // Queued functions are dropped with this object; one of an earlier log knows itself by its number.
    const auto post = [this, generation = m_generation](auto &&use) {
        QMetaObject::invokeMethod(this, [this, generation, use] {
            if (generation == m_generation) {
                use();
            }
        });
    };
    LogReader::Observer observer;
    observer.progress = [this, post](const LoadProgress &progress) {
        post([this, progress] {
            m_progress = progress;
            Q_EMIT progressChanged();
        });
    };
    observer.partial = [this, post](std::shared_ptr<const MailIndex> index) {
        post([this, index = std::move(index)] {
            if (m_state == State::Loading) { // else it is less than what is shown
                take(index);
            }
        });
    };
    observer.loaded = [this, post](const LoadedLogs &logs) { post([this, logs] { finish(logs); }); };
    observer.updated = [this, post](const FollowedLogs::Update &update, const std::vector<RefusedInput> &refused) {
        post([this, update, refused] { finishUpdate(update, refused); });
    };
    return observer;
}

void Investigation::replaceInputs(const std::vector<LogInput> &inputs)
{
    if (!m_reader) {
        openInputs(inputs);
        return;
    }
    m_inputs = inputs;
    m_isReplaced = true;
    readOn();
}

void Investigation::growInputs(const std::vector<LogInput> &inputs)
{
    if (m_reader && m_state != State::Stopped) {
        m_inputs = inputs;
        m_isGrown = true;
        readOn();
    }
}

/// Lets the reader do what has been asked for, if it is idle.
void Investigation::readOn()
{
    if (isReading() || m_isUpdating) {
        return;
    }
    if (m_isReplaced) {
        m_isReplaced = false;
        m_isGrown = false;
        m_progress = {};
        m_loadTime.start();
        setState(State::Replacing);
        m_reader->load(m_inputs);
    } else if (m_isGrown && !m_updatePause.isActive()) {
        m_isGrown = false;
        m_isUpdating = true;
        m_reader->update(m_inputs);
    }
}

void Investigation::cancel()
{
    if (m_reader && isReading()) {
        m_reader->stop();
    }
}

QStringList Investigation::servers() const
{
    QStringList servers;
    for (const LogInput &input : m_inputs) {
        const std::size_t end = input.shownAs.find(": ");
        if (const QString server = QString::fromUtf8(std::string_view(input.shownAs).substr(0, end));
            m_paths.isEmpty() && !server.isEmpty() && !servers.contains(server)) {
            servers.append(server);
        }
    }
    return servers;
}

double Investigation::rate() const
{
    if (!isReading()) {
        return m_finalRate;
    }
    const double seconds = static_cast<double>(m_loadTime.elapsed()) / 1000.0;
    return seconds > 0 ? static_cast<double>(m_progress.bytesRead) / seconds : 0;
}

void Investigation::take(std::shared_ptr<const MailIndex> index)
{
    m_snapshot.text = m_snapshot.text ? std::make_shared<const LogText>(index, *m_snapshot.text)
                                      : std::make_shared<const LogText>(index);
    m_snapshot.postings = std::make_shared<const Postings>(index);
    m_snapshot.index = std::move(index);
    evaluateAgain();
}

void Investigation::finish(LoadedLogs logs)
{
    m_finalRate = rate();
    const bool isReplacement = m_state == State::Replacing;
    const bool isLess =
        isReplacement && logs.cancelled && m_snapshot.index && logs.index->lineCount() < m_snapshot.index->lineCount();
    if (!isLess) {
        m_refused = std::move(logs.refused);
    }
    m_state = logs.cancelled ? State::Stopped : stateAfterReading();
    if (!isLess) {
        if (isReplacement) {
            m_snapshot.text.reset();
            ++m_snapshot.epoch;
        }
        m_pause.stop();
        take(std::move(logs.index));
    }
    Q_EMIT stateChanged(m_state);
    if (logs.cancelled) {
        m_isReplaced = false;
        m_isGrown = false;
    }
    readOn();
}

void Investigation::finishUpdate(const FollowedLogs::Update &update, std::vector<RefusedInput> refused)
{
    m_isUpdating = false;
    m_refused = std::move(refused);
    m_updatePause.start(UpdatePause);
    if (update.startedOver) {
        m_snapshot.text.reset();
        ++m_snapshot.epoch;
    }
    if (update.index) {
        take(update.index);
    }
    if (const State state = stateAfterReading(); m_state != State::Stopped && m_state != state) {
        setState(state);
    }
    readOn();
}

Investigation::State Investigation::stateAfterReading() const
{
    return std::ranges::any_of(m_inputs, &LogInput::grows) ? State::Following : State::Complete;
}

bool Investigation::keepsComing() const
{
    return isReading() || m_state == State::Following;
}

bool Investigation::isWanted(const Filter &filter, TopBy countBy) const
{
    return filter == m_filters.current() && countBy == m_display.countBy();
}

void Investigation::evaluateAgain()
{
    if (!m_snapshot.index) {
        return;
    }
    m_isOutdated = true;
    const bool mayEnd = keepsComing() && isWanted(m_evaluatedFilter, m_evaluatedBy);
    if (m_isEvaluating) {
        if (!mayEnd) {
            m_evaluationStop.request_stop();
        }
    } else if (!mayEnd || !m_pause.isActive()) {
        startEvaluation();
    }
}

void Investigation::startEvaluation()
{
    m_pause.stop();
    m_isEvaluating = true;
    m_isOutdated = false;
    m_evaluatedFilter = m_filters.current();
    m_evaluatedBy = m_display.countBy();
    m_evaluationStop = {};
    m_evaluator = std::jthread([this, snapshot = m_snapshot, filter = m_evaluatedFilter, countBy = m_evaluatedBy,
                                previous = m_evaluation, generation = m_generation,
                                stop = m_evaluationStop.get_token()] {
        QElapsedTimer time;
        time.start();
        auto evaluation = evaluate(snapshot, filter, countBy, previous, stop);
        QMetaObject::invokeMethod(this, [this, evaluation = std::move(evaluation), generation, took = time.elapsed()] {
            deliver(generation == m_generation ? evaluation : nullptr, took);
        });
    });
}

void Investigation::deliver(std::shared_ptr<const Evaluation> evaluation, qint64 milliseconds)
{
    m_evaluator.join();
    m_isEvaluating = false;
    if (evaluation && isWanted(evaluation->filter(), evaluation->countBy)) {
        show(std::move(evaluation));
    }
    if (m_isEvaluating) { // a view has asked for another filter at once
        return;
    }
    if (keepsComing() && isWanted(m_evaluatedFilter, m_evaluatedBy)) {
        const qint64 pause = m_state == State::Loading
            ? milliseconds * SharesOfLoad
            : std::clamp(milliseconds * SharesOfFollowing, ShortestPause, LongestPause);
        m_pause.start(std::chrono::milliseconds(pause));
    } else if (m_isOutdated) {
        startEvaluation();
    }
}

void Investigation::show(std::shared_ptr<const Evaluation> evaluation)
{
    const std::shared_ptr<const Evaluation> before = std::exchange(m_evaluation, std::move(evaluation));
    const Snapshot snapshot = m_evaluation->snapshot; // a view may ask for another one
    if (before && before->snapshot.epoch != snapshot.epoch) {
        ++m_request;
        m_verdict.reset();
        Q_EMIT replaced();
    }
    if (!before || before->snapshot.index != snapshot.index) {
        m_judge.judge(snapshot, keepsComing());
    }
    Q_EMIT evaluated(m_evaluation);
}

void Investigation::takeVerdict(const std::shared_ptr<const SnapshotVerdict> &verdict)
{
    if (m_evaluation && verdict->snapshot.epoch == m_evaluation->snapshot.epoch) {
        m_verdict = verdict;
        Q_EMIT judged(m_verdict);
    }
}

void Investigation::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace limier
