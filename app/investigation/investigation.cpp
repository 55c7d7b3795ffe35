// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/investigation.h"

#include "common/displaysettings.h"

#include <QFile>

#include <algorithm>

namespace limier
{

namespace
{

constexpr int SharesOfLoad = 3; // while a log is read, evaluating it may take one part in so many of the time

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
    connect(&m_filters, &FilterStack::changed, this, &Investigation::evaluateAgain);
    connect(&m_display, &DisplaySettings::changed, this, [this] {
        if (m_evaluatedBy != m_display.countBy()) {
            evaluateAgain();
        }
    });
}

Investigation::~Investigation()
{
    m_loader.request_stop();
    m_evaluationStop.request_stop();
}

void Investigation::open(const QStringList &paths, const QString &timezone)
{
    cancel();
    if (m_loader.joinable()) {
        m_loader.join();
    }
    ++m_generation;
    ++m_request;
    m_pause.stop();
    m_isOutdated = false;
    m_paths = paths;
    m_progress = {};
    m_refused.clear();
    m_finalRate = 0;
    m_snapshot = {};
    m_evaluation.reset();
    m_evaluationStop.request_stop();
    m_filters.reset();
    m_display.setServerZone(timezone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(timezone.toUtf8()));
    std::vector<std::string> names;
    for (const QString &path : paths) {
        names.push_back(QFile::encodeName(path).toStdString());
    }
    m_loadTime.start();
    setState(State::Loading);
    m_loader = std::jthread([this, names, zone = timezone.toStdString(), generation = m_generation](
                                const std::stop_token &stop) { load(names, zone, generation, stop); });
}

void Investigation::cancel()
{
    m_loader.request_stop();
}

double Investigation::rate() const
{
    if (m_state != State::Loading) {
        return m_finalRate;
    }
    const double seconds = static_cast<double>(m_loadTime.elapsed()) / 1000.0;
    return seconds > 0 ? static_cast<double>(m_progress.bytesRead) / seconds : 0;
}

void Investigation::load(const std::vector<std::string> &paths, const std::string &timezone, int generation,
                         const std::stop_token &stop)
{
    // Queued functions are dropped with this object; one of an earlier load knows itself by its number.
    const auto post = [this, generation](auto &&use) {
        QMetaObject::invokeMethod(this, [this, generation, use] {
            if (generation == m_generation) {
                use();
            }
        });
    };
    LoadOptions options;
    options.timezone = timezone;
    options.stop = stop;
    options.progress = [&](const LoadProgress &progress) {
        post([this, progress] {
            m_progress = progress;
            Q_EMIT progressChanged();
        });
    };
    options.partial = [&](std::shared_ptr<const MailIndex> index) {
        post([this, index = std::move(index)] { take(index); });
    };
    LoadedLogs logs = loadLogs(paths, options);
    post([this, logs = std::move(logs)] { finish(logs); });
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
    m_refused = std::move(logs.refused);
    setState(logs.cancelled ? State::Stopped : State::Complete);
    take(std::move(logs.index));
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
    // While a log is read there is always something newer: what runs may end, or nothing would ever be shown.
    const bool mayEnd = m_state == State::Loading && isWanted(m_evaluatedFilter, m_evaluatedBy);
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
        m_evaluation = std::move(evaluation);
        Q_EMIT evaluated(m_evaluation);
    }
    if (m_isEvaluating) { // a view has asked for another filter at once
        return;
    }
    if (m_state == State::Loading && isWanted(m_evaluatedFilter, m_evaluatedBy)) {
        m_pause.start(std::chrono::milliseconds(milliseconds * SharesOfLoad));
    } else if (m_isOutdated) {
        startEvaluation();
    }
}

void Investigation::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace limier
