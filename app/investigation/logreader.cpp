// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/logreader.h"

#include <utility>

namespace limier
{

LogReader::LogReader(std::string timezone, bool staysOpen, Observer observer)
    : m_timezone(std::move(timezone))
    , m_staysOpen(staysOpen)
    , m_observer(std::move(observer))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

LogReader::~LogReader()
{
    m_loadStop.request_stop();
}

void LogReader::load(std::vector<LogInput> inputs)
{
    m_loadStop = {};
    {
        const std::scoped_lock lock(m_mutex);
        m_order = Order{.inputs = std::move(inputs), .load = m_loadStop.get_token()};
    }
    m_ordered.notify_one();
}

void LogReader::update(std::vector<LogInput> inputs)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_order = Order{.inputs = std::move(inputs), .load = std::nullopt};
    }
    m_ordered.notify_one();
}

void LogReader::run(const std::stop_token &stop)
{
    while (const std::optional<Order> order = takeOrder(stop)) {
        carryOut(*order);
    }
}

std::optional<LogReader::Order> LogReader::takeOrder(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_ordered.wait(lock, stop, [this] { return m_order.has_value(); });
    return stop.stop_requested() ? std::nullopt : std::exchange(m_order, std::nullopt);
}

void LogReader::carryOut(const Order &order)
{
    if (!order.load) {
        m_observer.updated(m_logs ? m_logs->update(order.inputs) : FollowedLogs::Update(),
                           m_logs ? m_logs->refused() : std::vector<RefusedInput>());
        return;
    }
    LoadOptions options;
    options.timezone = m_timezone;
    options.stop = *order.load;
    options.progress = m_observer.progress;
    options.partial = m_observer.partial;
    m_logs.emplace(std::move(options));
    const LoadedLogs loaded = m_logs->load(order.inputs);
    if (loaded.cancelled || !m_staysOpen) {
        m_logs.reset();
    }
    m_observer.loaded(loaded);
}

} // namespace limier
