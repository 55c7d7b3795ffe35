// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator.h"
#include "scenes/incidents.h"
#include "scenes/traps.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace limier::generator;

namespace
{

using PlayIncident = std::string (*)(Stage &, const Demand &);
using PlayTrap = void (*)(Stage &);

struct Made {
    QByteArray log;
    std::vector<PlayedIncident> incidents;
};

Options small(std::uint64_t seed)
{
    Options options;
    options.seed = seed;
    options.days = 3;
    options.people = 20;
    options.activity = 0.5;
    return options;
}

Made make(Options options, const Plan &plan)
{
    const QTemporaryDir folder;
    options.output = folder.filePath(QStringLiteral("mail.log")).toStdString();
    auto summary = generate(options, plan);
    QFile file(QString::fromStdString(options.output));
    if (!summary || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return {file.readAll(), std::move(summary->incidents)};
}

} // namespace

Q_DECLARE_METATYPE(PlayIncident)
Q_DECLARE_METATYPE(PlayTrap)

class TestScenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsAnIncident_data();
    void playsAnIncident();
    void trapsAreNoIncidents_data();
    void trapsAreNoIncidents();
    void hidesBehindTheGateway();
    void edgeKnowsNoLogin();
    void keepsTheHours_data();
    void keepsTheHours();
};

void TestScenes::playsAnIncident_data()
{
    QTest::addColumn<PlayIncident>("play");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("hasMessages");
    const auto row = [](const char *name, PlayIncident play, IncidentKind kind, bool hasMessages = true) {
        QTest::newRow(name) << play << static_cast<int>(kind) << hasMessages;
    };
    row("fast theft", scenes::fastTheft, IncidentKind::StolenAccount);
    row("slow theft", scenes::slowTheft, IncidentKind::StolenAccount);
    row("webmail", scenes::webmailTheft, IncidentKind::StolenAccount);
    row("busy relay", scenes::busyRelay, IncidentKind::RelayingMachine);
    row("slow relay", scenes::slowRelay, IncidentKind::RelayingMachine);
    row("open relay", scenes::openRelay, IncidentKind::RelayingMachine);
    row("web script", scenes::webScript, IncidentKind::LocalInjection);
    row("cron", scenes::cronSpam, IncidentKind::LocalInjection);
    row("brute force from one", scenes::bruteForceFromOne, IncidentKind::BruteForce, false);
    row("brute force from a network", scenes::bruteForceFromNetwork, IncidentKind::BruteForce, false);
    row("brute force from many", scenes::bruteForceFromMany, IncidentKind::BruteForce, false);
    row("bounces come", scenes::incomingBounces, IncidentKind::Backscatter);
    row("bounces go", scenes::outgoingBounces, IncidentKind::Backscatter);
}

void TestScenes::playsAnIncident()
{
    QFETCH(PlayIncident, play);
    QFETCH(int, kind);
    QFETCH(bool, hasMessages);
    const Plan plan = [play](Stage &stage) { (void)play(stage, {Position::Anywhere, 400}); };
    const Made made = make(small(5), plan);
    QCOMPARE(made.incidents.size(), 1U);
    const PlayedIncident &incident = made.incidents.front();
    QCOMPARE(static_cast<int>(incident.kind), kind);
    QVERIFY(!incident.subjects.front().empty());
    if (hasMessages) {
        QVERIFY(incident.messages.size() >= 5);
        for (const MessageName &message : incident.messages) {
            QVERIFY(made.log.contains(QByteArray::fromStdString(message.queueId + ": ")));
        }
    } else {
        QVERIFY(incident.firstFailure != 0);
        for (const std::string &ip : incident.guessers) {
            QVERIFY(made.log.contains(QByteArray::fromStdString('[' + ip + ']')));
        }
    }
    QVERIFY(make(small(5), plan).log == made.log);
}

void TestScenes::trapsAreNoIncidents_data()
{
    QTest::addColumn<PlayTrap>("play");
    QTest::newRow("newsletter") << &scenes::newsletter;
    QTest::newRow("year end") << &scenes::yearEndMailings;
    QTest::newRow("monitoring") << &scenes::monitoringMachine;
    QTest::newRow("fax") << &scenes::faxMachine;
    QTest::newRow("invoices") << &scenes::invoicingMachine;
    QTest::newRow("shop") << &scenes::webShop;
    QTest::newRow("expanded list") << &scenes::expandedList;
    QTest::newRow("list manager") << &scenes::listManager;
    QTest::newRow("traveller") << &scenes::traveller;
    QTest::newRow("new employee") << &scenes::newEmployee;
    QTest::newRow("phone") << &scenes::forgottenPhone;
    QTest::newRow("replies") << &scenes::autoReplies;
    QTest::newRow("bounces") << &scenes::strayBounces;
}

void TestScenes::trapsAreNoIncidents()
{
    QFETCH(PlayTrap, play);
    const Made made = make(small(6), [play](Stage &stage) { play(stage); });
    QVERIFY(made.incidents.empty());
    QVERIFY(made.log != make(small(6), {}).log);
}

void TestScenes::hidesBehindTheGateway()
{
    Options options = small(7);
    options.server.natGateway = true;
    const Made made = make(options, [](Stage &stage) { (void)scenes::gatewayRelay(stage, {Position::Anywhere, 400}); });
    QVERIFY(made.log.contains("client=gw.acme.example[10.0.0.1]"));
    QVERIFY(!made.log.contains("connect from unknown[100."));
    QVERIFY(make(small(7), {}).log.contains("connect from unknown[100."));
}

void TestScenes::edgeKnowsNoLogin()
{
    Options options = small(8);
    options.server.inboundEdge = true;
    const Made made = make(options, {});
    QVERIFY(made.log.contains("relay=10.0.0.6[10.0.0.6]:25"));
    QVERIFY(!made.log.contains("sasl_username="));
    QVERIFY(!made.log.contains("postfix/lmtp"));
}

void TestScenes::keepsTheHours_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("office") << static_cast<int>(Hours::Office);
    QTest::newRow("night") << static_cast<int>(Hours::Night);
}

void TestScenes::keepsTheHours()
{
    QFETCH(int, hours);
    auto zone = Zone::find("Europe/Paris");
    QVERIFY(zone.has_value());
    const auto monday = zone->parse("2026-06-01T00:00:00");
    QVERIFY(monday.has_value());
    Random random(1);
    const Window window{*monday, *monday + 7 * Day};
    const std::vector<Micros> times = moments(random, *zone, window, 500, static_cast<Hours>(hours));
    QCOMPARE(times.size(), 500U);
    QVERIFY(std::ranges::is_sorted(times));
    for (const Micros time : times) {
        const Micros since = time - *monday;
        const Micros hour = since % Day / Hour;
        QVERIFY(since >= 0 && since < 7 * Day);
        if (hours == static_cast<int>(Hours::Office)) {
            QVERIFY(hour >= 8 && hour < 18 && since < 5 * Day);
        } else {
            QVERIFY(hour >= 21 || hour < 6);
        }
    }
}

QTEST_GUILESS_MAIN(TestScenes)
#include "tst_scenes.moc"
