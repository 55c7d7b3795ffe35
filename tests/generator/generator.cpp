// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator.h"

#include "filter.h"
#include "incidents.h"
#include "traffic.h"

#include <fstream>
#include <limits>

namespace limier::generator
{

namespace
{

/// The simulated server with all its parts, and the loop that drives it.
class Simulation
{
public:
    Simulation(const Options &options, LogFiles &files, Zone zone, Micros start);

    void run(const Plan &plan);
    [[nodiscard]] std::vector<PlayedIncident> incidents() const;
    [[nodiscard]] Report report() const { return makeReport(m_truth, m_world, m_log); }
    [[nodiscard]] const LogWriter &log() const { return m_log; }

private:
    void planIncidents(const Plan &plan);
    void handle(const Event &event);
    void upgrade(Micros now);
    [[nodiscard]] bool isHalfDone(Micros now) const;

    const Options &m_options;
    Zone m_zone;
    Micros m_start;
    Micros m_end;
    Random m_random;
    World m_world;
    LogWriter m_log;
    Truth m_truth;
    EventQueue m_events;
    Processes m_processes;
    Context m_context;
    Queue m_queue;
    Smtpd m_smtpd;
    Filter m_filter;
    Traffic m_traffic;
    std::vector<std::unique_ptr<Incident>> m_incidents;
};

/// File systems differ in how long their inode numbers are, and so do queue IDs.
std::uint32_t firstInode(Random &random)
{
    constexpr std::array<std::uint32_t, 4> Inodes{0x3A1, 0x1C0A, 0x41A02, 0x1E0A40};
    return random.pick(std::span(Inodes)) + random.below(64);
}

Simulation::Simulation(const Options &options, LogFiles &files, Zone zone, Micros start)
    : m_options(options)
    , m_zone(zone)
    , m_start(start)
    , m_end(options.days > 0 ? start + static_cast<Micros>(options.days * static_cast<double>(Day))
                             : std::numeric_limits<Micros>::max())
    , m_random(options.seed)
    , m_world(options.people, m_random)
    , m_log(files, zone, options.time, options.rotation, "mail")
    , m_processes(m_random)
    , m_context{m_world, m_log, m_truth, m_random, m_events, m_processes, options.server}
    , m_queue(m_context, options.ids, firstInode(m_random))
    , m_smtpd(m_context, m_queue)
    , m_filter(m_context, m_queue, m_smtpd)
    , m_traffic(m_context, m_queue, m_smtpd, zone, options.activity)
{
}

void Simulation::planIncidents(const Plan &plan)
{
    const bool hasSpam = m_options.stolen || m_options.relay;
    // A log that ends with a line has room for the incidents' own lines.
    const std::uint64_t ordinary = hasSpam ? m_options.lines * 3 / 4 : m_options.lines;
    const Micros end = m_options.lines != 0 ? std::min(m_end, m_traffic.endOf(ordinary, m_start)) : m_end;
    const Span span(m_start, end, m_zone);
    const std::uint64_t fitting = m_options.lines != 0 ? m_options.lines / 16 : 6000;
    const std::uint32_t spam =
        m_options.spam != 0 ? m_options.spam : static_cast<std::uint32_t>(std::clamp<std::uint64_t>(fitting, 20, 6000));
    const auto number = [this] { return static_cast<std::uint32_t>(m_incidents.size()); };
    const auto clock = [](std::int64_t hour, std::int64_t minute) { return hour * Hour + minute * Minute; };
    if (m_options.stolen) {
        const StolenAccount::Times times{span.at(0, clock(13, 12), 0.2), span.at(1, clock(2, 41), 0.45),
                                         span.at(1, clock(22, 52), 0.55), span.at(2, clock(5, 10), 0.85)};
        m_incidents.push_back(std::make_unique<StolenAccount>(m_context, m_smtpd, number(), times, spam));
    }
    if (m_options.relay) {
        m_incidents.push_back(
            std::make_unique<RelayingMachine>(m_context, m_smtpd, number(), span.at(1, clock(18, 33), 0.4),
                                              span.at(1, clock(20, 47), 0.7), std::max(10U, spam / 2)));
    }
    if (m_options.bruteForce) {
        m_incidents.push_back(std::make_unique<BruteForce>(m_context, m_smtpd, number(), span.at(0, clock(3, 8), 0.3),
                                                           span.at(0, clock(4, 55), 0.5), std::max(30U, spam / 6), 1));
        m_incidents.push_back(std::make_unique<BruteForce>(m_context, m_smtpd, number(), span.at(0, clock(6, 0), 0.1),
                                                           span.at(1, clock(21, 0), 0.8), std::max(30U, spam / 10),
                                                           60));
    }
    if (plan) {
        Stage stage{m_context, m_queue, m_smtpd, m_zone, m_start, end, m_incidents};
        plan(stage);
    }
    for (const auto &incident : m_incidents) {
        incident->start();
    }
}

std::vector<PlayedIncident> Simulation::incidents() const
{
    std::vector<PlayedIncident> played;
    for (const IncidentRecord &record : m_truth.incidents()) {
        PlayedIncident incident{record.kind, {record.subject}, {}, record.messages, record.firstFailure};
        incident.subjects.insert(incident.subjects.end(), record.names.begin(), record.names.end());
        for (const std::uint32_t client : record.guessers) {
            incident.guessers.emplace_back(m_world.clientIps()[client]);
        }
        played.push_back(std::move(incident));
    }
    return played;
}

void Simulation::run(const Plan &plan)
{
    const std::uint64_t lines = m_options.lines != 0 ? m_options.lines : std::numeric_limits<std::uint64_t>::max();
    m_traffic.start(m_start);
    planIncidents(plan);
    bool isOld = m_options.switchTime;
    while (m_log.lines() < lines && !m_events.isEmpty()) {
        const Event event = m_events.take();
        if (event.time >= m_end) {
            break;
        }
        if (isOld && isHalfDone(event.time)) {
            isOld = false;
            upgrade(event.time);
        }
        handle(event);
    }
    m_log.flush();
}

bool Simulation::isHalfDone(Micros now) const
{
    return (m_options.lines != 0 && m_log.lines() >= m_options.lines / 2)
        || (m_options.days > 0 && now - m_start >= (m_end - m_start) / 2);
}

void Simulation::upgrade(Micros now)
{
    m_log.begin(now, "postfix/postfix-script", m_processes.start()) << "stopping the Postfix mail system";
    m_log.end();
    m_log.begin(now, "postfix/master", 1891U) << "terminating on signal 15";
    m_log.end();
    m_log.setForm(TimeForm::Rfc3339);
    m_log.begin(now, "postfix/postfix-script", m_processes.start()) << "starting the Postfix mail system";
    m_log.end();
    m_log.begin(now, "postfix/master", 1891U) << "daemon started -- version 3.7.11, configuration /etc/postfix";
    m_log.end();
}

void Simulation::handle(const Event &event)
{
    switch (event.kind) {
    case EventKind::Arrival:
        m_traffic.arrive(event.subject, event.time);
        break;
    case EventKind::Session:
        m_smtpd.step(event.subject, event.time);
        break;
    case EventKind::Cleanup:
        m_queue.cleanUp(event.subject, event.time);
        break;
    case EventKind::Activate:
        m_queue.activate(event.subject, event.time);
        break;
    case EventKind::Deliver:
        m_queue.deliver(event.subject, event.detail, event.time);
        break;
    case EventKind::Filter:
        m_filter.step(event.subject, event.detail, event.time);
        break;
    case EventKind::Retry:
        m_queue.retry(event.subject, event.time);
        break;
    case EventKind::Incident:
        m_incidents[event.subject]->step(event.detail, event.time);
        break;
    }
}

} // namespace

std::expected<Summary, std::string> generate(const Options &options, const Plan &plan)
{
    if (const auto checked = check(options); !checked) {
        return std::unexpected(checked.error());
    }
    const auto zone = Zone::find(options.zone);
    if (!zone) {
        return std::unexpected(zone.error());
    }
    const auto start = zone->parse(options.start);
    if (!start) {
        return std::unexpected(start.error());
    }
    const bool isRotated = options.rotation.daily || options.rotation.lines != 0;
    LogFiles files({options.output, isRotated, options.gzip});
    if (const auto opened = files.open(); !opened) {
        return std::unexpected(opened.error());
    }
    Simulation simulation(options, files, *zone, *start);
    simulation.run(plan);
    if (const auto finished = files.finish(wholeSeconds(simulation.log().now())); !finished) {
        return std::unexpected(finished.error());
    }
    if (!options.truth.empty()) {
        std::ofstream file(options.truth, std::ios::binary);
        file << toJson(simulation.report()) << std::flush;
        if (!file) {
            return std::unexpected("cannot write " + options.truth);
        }
    }
    return Summary{simulation.log().lines(), simulation.log().bytes(), files.paths(), simulation.incidents()};
}

} // namespace limier::generator
