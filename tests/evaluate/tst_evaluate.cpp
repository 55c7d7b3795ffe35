// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "printing.h"
#include "scenario.h"
#include "statistics.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace limier;
using namespace limier::evaluate;

namespace
{

Expected stolen(std::vector<std::string> subjects = {"anna@acme.example", "anna"})
{
    return {SuspectKind::CompromisedAccount, std::move(subjects), {"192.0.2.7"}, {"A1 10", "B2 20", "C3 30"}};
}

Card card(SuspectKind kind, std::string subject, Severity severity = Severity::High, double confidence = 0.95)
{
    return {kind, std::move(subject), severity, confidence, {}, {}, {}};
}

Trial trial(std::vector<Expected> incidents, std::vector<Card> cards)
{
    Trial trial;
    trial.judged = judge(incidents, cards);
    trial.incidents = std::move(incidents);
    trial.cards = std::move(cards);
    return trial;
}

std::vector<std::string_view> words(std::initializer_list<std::string_view> list)
{
    return list;
}

} // namespace

class TestEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesACard_data();
    void judgesACard();
    void lowIsNotFound();
    void countsOneIncidentOnce();
    void consequencesCountForNothing();
    void countsFalseAlarmsOfCleanLogs();
    void fillsBinsFromTheTop();
    void demandsWhatTheIssueDemands();
    void saysWhatWasWrong();
    void readsOptions();
    void refusesOptions_data();
    void refusesOptions();
    void sameSeedSameScenario();
    void everyScenarioIsPlayedOften();
};

void TestEvaluate::judgesACard_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("subject");
    QTest::addColumn<std::vector<std::string>>("messages");
    QTest::addColumn<std::vector<std::string>>("clients");
    QTest::addColumn<int>("rating");
    using Texts = std::vector<std::string>;
    const auto row = [](const char *name, SuspectKind kind, const char *subject, const Texts &messages,
                        const Texts &clients, Rating rating) {
        QTest::newRow(name) << static_cast<int>(kind) << std::string(subject) << messages << clients
                            << static_cast<int>(rating);
    };
    const SuspectKind account = SuspectKind::CompromisedAccount;
    row("its spelling", account, "Anna@ACME.example", {}, {}, Rating::True);
    row("another account", account, "bert@acme.example", {}, {}, Rating::False);
    row("by its messages", account, "bert@acme.example", {"A1 10", "C3 30", "X 9"}, {}, Rating::True);
    row("few of its messages", account, "bert@acme.example", {"A1 10", "Y 8", "X 9"}, {}, Rating::False);
    row("the wrong kind", SuspectKind::RelayingClient, "192.0.2.7", {"A1 10"}, {}, Rating::False);
    row("who guessed the password", SuspectKind::BruteForce, "192.0.2.7", {}, {}, Rating::Consequence);
    row("the network of who guessed", SuspectKind::BruteForce, "192.0.2.0/24", {}, {}, Rating::Consequence);
    row("some other guesser", SuspectKind::BruteForce, "198.51.100.1", {}, {"198.51.100.1"}, Rating::False);
    row("the bounces of the spam", SuspectKind::Backscatter, "<>", {}, {}, Rating::Consequence);
    row("the listing after it", SuspectKind::Reputation, "zen.example", {}, {}, Rating::Consequence);
    row("local", SuspectKind::LocalInjection, "33", {}, {}, Rating::False);
}

void TestEvaluate::judgesACard()
{
    QFETCH(int, kind);
    QFETCH(std::string, subject);
    QFETCH(std::vector<std::string>, messages);
    QFETCH(std::vector<std::string>, clients);
    QFETCH(int, rating);
    Card tried = card(static_cast<SuspectKind>(kind), subject);
    tried.messages = messages;
    tried.clients = clients;
    const Judged judged = judge({stolen()}, {tried});
    QCOMPARE(static_cast<int>(judged.cards.front()), rating);
    QCOMPARE(judged.isFound.front(), rating == static_cast<int>(Rating::True));
    QCOMPARE(judged.isTopTrue, rating == static_cast<int>(Rating::True));
}

void TestEvaluate::lowIsNotFound()
{
    const Judged judged = judge({stolen()}, {card(SuspectKind::CompromisedAccount, "anna", Severity::Low)});
    QVERIFY(!judged.isFound.front());
    QCOMPARE(judged.cards.front(), Rating::True);
    QVERIFY(judged.isTopTrue);
}

void TestEvaluate::countsOneIncidentOnce()
{
    Statistics statistics;
    statistics.add(trial({stolen()},
                         {card(SuspectKind::CompromisedAccount, "anna"),
                          card(SuspectKind::CompromisedAccount, "anna@acme.example"),
                          card(SuspectKind::CompromisedAccount, "bert")}));
    const KindScore &score = statistics.kinds[static_cast<std::size_t>(SuspectKind::CompromisedAccount)];
    QCOMPARE(score.incidents, 1U);
    QCOMPARE(score.found, 1U);
    QCOMPARE(score.falseAlarms, 1U);
    QCOMPARE(score.recall(), 1.0);
    QCOMPARE(score.precision(), 0.5);
    QCOMPARE(statistics.wrong, 1U);
}

void TestEvaluate::consequencesCountForNothing()
{
    Statistics statistics;
    statistics.add(
        trial({stolen()}, {card(SuspectKind::BruteForce, "192.0.2.7"), card(SuspectKind::CompromisedAccount, "anna")}));
    QCOMPARE(statistics.kinds[static_cast<std::size_t>(SuspectKind::BruteForce)].falseAlarms, 0U);
    QCOMPARE(statistics.kinds[static_cast<std::size_t>(SuspectKind::BruteForce)].found, 0U);
    QCOMPARE(statistics.topIsTrue, 0U); // the runbook would begin with the wrong card
    QCOMPARE(statistics.wrong, 1U);
    QCOMPARE(statistics.bins.back().count, 1U);
}

void TestEvaluate::countsFalseAlarmsOfCleanLogs()
{
    Statistics statistics;
    statistics.add(trial({}, {}));
    statistics.add(trial({}, {card(SuspectKind::RelayingClient, "10.0.4.9", Severity::Low)}));
    QCOMPARE(statistics.clean, 2U);
    QCOMPARE(statistics.cleanWithAlarm, 0U);
    QCOMPARE(statistics.wrong, 0U);
    statistics.add(trial({}, {card(SuspectKind::RelayingClient, "10.0.4.9", Severity::Medium)}));
    QCOMPARE(statistics.cleanWithAlarm, 1U);
    QCOMPARE(statistics.wrong, 1U);
}

void TestEvaluate::fillsBinsFromTheTop()
{
    Statistics statistics;
    const auto add = [&](double confidence, bool isTrue, std::uint64_t count) {
        for (std::uint64_t i = 0; i < count; ++i) {
            statistics.add(
                trial({stolen()},
                      {card(SuspectKind::CompromisedAccount, isTrue ? "anna" : "bert", Severity::High, confidence)}));
        }
    };
    add(1, true, 29); // 1 belongs to the last bin
    add(0.85, false, 1);
    add(0.15, false, 4);
    const std::vector<ConfidenceBin> bins = statistics.filledBins();
    QCOMPARE(bins.size(), 2U);
    QCOMPARE(bins[1].low, 0.8);
    QCOMPARE(bins[1].high, 1.0);
    QCOMPARE(bins[1].count, 30U);
    QCOMPARE(bins[1].isTrue, 29U);
    QCOMPARE(bins[0].count, 4U);
    QCOMPARE(bins[0].low, 0.0);
    QCOMPARE(bins[0].shareTrue(), 0.0);
}

void TestEvaluate::demandsWhatTheIssueDemands()
{
    Statistics statistics;
    for (int i = 0; i < 97; ++i) {
        statistics.add(trial({stolen()}, {card(SuspectKind::CompromisedAccount, "anna")}));
    }
    QVERIFY(std::ranges::all_of(figures(statistics), &Figure::isMet));
    for (int i = 0; i < 3; ++i) {
        statistics.add(trial({stolen()}, {}));
    }
    QVERIFY(std::ranges::all_of(figures(statistics), &Figure::isMet)); // 0.97 exactly
    statistics.add(trial({stolen()}, {}));
    const std::vector<Figure> list = figures(statistics);
    QCOMPARE(list.front().name, std::string("recall, compromised-account"));
    QVERIFY(!list.front().isMet());
}

void TestEvaluate::saysWhatWasWrong()
{
    const Trial right = trial({stolen()}, {card(SuspectKind::CompromisedAccount, "anna")});
    QCOMPARE(describe(right, false), std::string());
    QVERIFY(describe(right, true).contains("found  compromised-account anna@acme.example"));
    const std::string wrong = describe(trial({stolen()}, {card(SuspectKind::LocalInjection, "3\x1b[2J")}), false);
    QVERIFY(wrong.contains("MISSED compromised-account anna@acme.example"));
    QVERIFY(wrong.contains("FALSE       local-injection 3?[2J"));
}

void TestEvaluate::readsOptions()
{
    const auto options =
        parseOptions(words({"--seeds", "7-9", "--scenario", "relay", "--verbose", "--most-wrong", "2"}));
    QVERIFY(options.has_value());
    QCOMPARE(options->first, 7U);
    QCOMPARE(options->last, 9U);
    QCOMPARE(options->scenario, std::string("relay"));
    QCOMPARE(options->mostWrong.value_or(0), 2U);
    QVERIFY(options->verbose);
    QCOMPARE(parseOptions(words({"--seeds", "7"}))->last, 7U);
    const auto usual = parseOptions({});
    QCOMPARE(usual->first, FirstFinalSeed);
    QCOMPARE(usual->last, LastFinalSeed);
    QVERIFY(LastTuningSeed < FirstFinalSeed);
}

void TestEvaluate::refusesOptions_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("unknown") << QByteArray("--seed 3");
    QTest::newRow("no value") << QByteArray("--seeds");
    QTest::newRow("backwards") << QByteArray("--seeds 9-7");
    QTest::newRow("no number") << QByteArray("--seeds 9-x");
    QTest::newRow("no scenario") << QByteArray("--scenario earthquake");
    QTest::newRow("negative") << QByteArray("--most-wrong -1");
}

void TestEvaluate::refusesOptions()
{
    QFETCH(QByteArray, arguments);
    const QByteArrayList parts = arguments.split(' ');
    std::vector<std::string_view> views;
    for (const QByteArray &part : parts) {
        views.emplace_back(part.constData(), static_cast<std::size_t>(part.size()));
    }
    QVERIFY(!parseOptions(views).has_value());
}

void TestEvaluate::sameSeedSameScenario()
{
    std::vector<std::string> notes;
    const Scenario first = chooseScenario(12, notes);
    const Scenario second = chooseScenario(12, notes);
    const Scenario other = chooseScenario(62, notes); // the same incident, on another server
    QCOMPARE(first.name, std::string("stolen-webmail"));
    QVERIFY(first.hasIncident);
    QCOMPARE(second.options.seed, first.options.seed);
    QCOMPARE(second.options.days, first.options.days);
    QCOMPARE(second.options.start, first.options.start);
    QCOMPARE(other.name, first.name);
    QVERIFY(other.options.seed != first.options.seed);
    QVERIFY(!chooseScenario(13, notes).hasIncident);
}

void TestEvaluate::everyScenarioIsPlayedOften()
{
    std::vector<std::string> notes;
    std::map<std::string, int> counts;
    int incidents = 0;
    for (std::uint64_t seed = FirstFinalSeed; seed <= LastFinalSeed; ++seed) {
        const Scenario scenario = chooseScenario(seed, notes);
        ++counts[scenario.name];
        incidents += scenario.hasIncident ? 1 : 0;
    }
    QCOMPARE(incidents, 250);
    for (const std::string_view name : scenarioNames()) {
        QVERIFY2(counts[std::string(name)] >= 10, std::string(name).c_str());
    }
}

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
