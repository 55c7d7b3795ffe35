// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/detectors.h"

#include "core/generatedlog.h"
#include "core/madelog.h"
#include "index/postings.h"
#include "report/suspecttext.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <format>

using namespace limier;

class TestDetectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatTheGeneratorPlayed();
    void isTheSameEachTime();
    void findsNothingInAnEmptyLog();
    void groupsTheSpellingsOfOneLogin();
    void findsALocalProgram();
    void leavesAForgottenPhoneAlone();
    void namesTheEntryThatLetsIn();
    void tellsAGateway();
    void isBoundedByForgedNames();
    void stopsWhenAsked();
};

namespace
{

std::string at(int second)
{
    return std::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
}

/// Spam to 30 recipients each half minute of which a third does not exist, begun by what @p begin writes.
template <typename Begin>
void spam(MadeLog &log, int mails, Begin begin)
{
    for (int i = 0; i < mails; ++i) {
        const std::string id = std::format("{:06X}", 0xA00000 + i);
        const std::string time = at(36000 + 30 * i);
        begin(time, id, i);
        log.active(time, id, std::format("name{}@far.example", i), 30);
        for (int to = 0; to < 30; ++to) {
            const bool exists = to % 3 != 0;
            log.deliver(time, id, std::format("p{}x{}@big.example", i, to), exists ? "sent" : "bounced",
                        "there[198.51.100.1]:25", exists ? "250 ok" : "550 5.1.1 User unknown");
        }
        log.remove(time, id);
    }
}

Verdict judge(const MadeLog &log)
{
    return findSuspects(Postings(log.load()));
}

std::string summary(const Verdict &verdict)
{
    std::string text;
    for (const Suspect &suspect : verdict.suspects) {
        if (suspect.severity > Severity::Low) {
            text += std::format("{} {}; ", kindName(suspect.kind), suspect.subject);
        }
    }
    return text;
}

} // namespace

void TestDetectors::findsWhatTheGeneratorPlayed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mail.log"));
    generatedlog::generate("--seed 5 --days 3 --users 60 --incident stolen,relay,bruteforce", path);
    const LoadedLogs loaded = loadLogs({path.toStdString()});
    const Verdict verdict = findSuspects(Postings(loaded.index));
    const auto has = [&](SuspectKind kind) {
        return std::ranges::any_of(verdict.suspects, [&](const Suspect &suspect) {
            return suspect.kind == kind && suspect.severity > Severity::Low;
        });
    };
    QVERIFY2(has(SuspectKind::CompromisedAccount), summary(verdict).c_str());
    QVERIFY2(has(SuspectKind::RelayingClient), summary(verdict).c_str());
    QVERIFY2(has(SuspectKind::BruteForce), summary(verdict).c_str());
    QVERIFY(verdict.isComplete);
    for (const Suspect &suspect : verdict.suspects) {
        for (const Signal &signal : suspect.signals) {
            QVERIFY(signal.lines.size() <= Signal::MostLines);
            QVERIFY(std::ranges::is_sorted(signal.lines));
            QVERIFY(!signalName(signal.code).empty());
        }
    }
}

void TestDetectors::isTheSameEachTime()
{
    MadeLog log;
    spam(log, 20, [&](const std::string &time, const std::string &id, int i) {
        log.begin(time, id, std::format("bot[203.0.{}.9]", i), "admin");
    });
    const auto index = log.load();
    const Postings postings(index);
    const Verdict first = findSuspects(postings);
    const Verdict second = findSuspects(postings);
    QCOMPARE(first.suspects.size(), second.suspects.size());
    for (std::size_t i = 0; i < first.suspects.size(); ++i) {
        QCOMPARE(first.suspects[i].confidence, second.suspects[i].confidence);
        QCOMPARE(first.suspects[i].messages, second.suspects[i].messages);
    }
}

void TestDetectors::findsNothingInAnEmptyLog()
{
    const Verdict verdict = judge(MadeLog().line("08:00:00", "smtpd", "connect from pc[192.0.2.1]"));
    QVERIFY(verdict.suspects.empty());
    QCOMPARE(verdict.messages, 0U);
    QVERIFY(verdict.isComplete);
}

void TestDetectors::groupsTheSpellingsOfOneLogin()
{
    MadeLog log;
    constexpr std::array<std::string_view, 3> Spellings{"admin", "admin@acme.tld", "admin@1a2b.internal"};
    spam(log, 30, [&](const std::string &time, const std::string &id, int i) {
        log.begin(time, id, std::format("bot[203.0.{}.9]", i), Spellings[static_cast<std::size_t>(i) % 3]);
    });
    const Verdict verdict = judge(log);
    QVERIFY(!verdict.suspects.empty());
    const Suspect &suspect = verdict.suspects.front();
    QCOMPARE(suspect.kind, SuspectKind::CompromisedAccount);
    QCOMPARE(suspect.users.size(), 3U);
    QCOMPARE(suspect.messages.size(), 30U);
    QCOMPARE(suspect.recipients, 900U);
    QCOMPARE(suspect.outcome.bounced, 300U);
    QCOMPARE(suspect.networks, 30U);
    QVERIFY(suspect.confidence > 0.9);
}

void TestDetectors::findsALocalProgram()
{
    MadeLog log;
    spam(log, 20, [&](const std::string &time, const std::string &id, int) {
        log.line(time, "pickup", id + ": uid=33 from=<www-data>");
    });
    QCOMPARE(summary(judge(log)), std::string("local-injection 33; "));
}

void TestDetectors::leavesAForgottenPhoneAlone()
{
    MadeLog log;
    log.begin("08:00:00", "AAAAA1", "home[203.0.113.9]", "alice").active("08:00:00", "AAAAA1", "alice@acme", 1);
    log.deliver("08:00:01", "AAAAA1", "one@there", "sent").remove("08:00:01", "AAAAA1");
    for (int i = 0; i < 900; ++i) {
        log.line(at(30000 + 40 * i), "smtpd",
                 "warning: home[203.0.113.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6");
    }
    const Verdict verdict = judge(log);
    QCOMPARE(summary(verdict), std::string());
    QCOMPARE(verdict.failures, 900U);
}

void TestDetectors::namesTheEntryThatLetsIn()
{
    MadeLog log;
    spam(log, 40, [&](const std::string &time, const std::string &id, int) {
        log.line(time, "smtpd", id + ": client=pc[10.1.2.3]");
    });
    const auto index = log.load();
    const Verdict verdict = findSuspects(
        Postings(index),
        {.ownAddresses = {}, .myNetworks = {"127.0.0.0/8", "10.0.0.0/8, 10.1.2.0/24"}, .ownDomains = {"acme.tld"}});
    QVERIFY(!verdict.suspects.empty());
    QCOMPARE(verdict.suspects.front().kind, SuspectKind::RelayingClient);
    std::string entries;
    for (const Signal &signal : verdict.suspects.front().signals) {
        if (signal.code == SignalCode::TrustedEntry) {
            entries += std::format("{} {}; ", signal.detail, signal.value);
        }
    }
    QCOMPARE(entries, std::string("10.0.0.0/8 1; 10.1.2.0/24 0; "));
}

void TestDetectors::tellsAGateway()
{
    const auto isToldWith = [](int accounts) {
        MadeLog log;
        for (int i = 0; i < accounts; ++i) {
            const std::string id = std::format("{:06X}", 0xB00000 + i);
            log.begin("08:00:00", id, "gw[10.1.2.3]", std::format("user{}", i));
            log.active("08:00:00", id, std::format("user{}@acme.tld", i), 1);
            log.deliver("08:00:01", id, "one@there.example", "sent").remove("08:00:01", id);
        }
        spam(log, 40, [&](const std::string &time, const std::string &id, int) {
            log.line(time, "smtpd", id + ": client=gw[10.1.2.3]");
        });
        const Verdict verdict = judge(log);
        return std::ranges::any_of(verdict.suspects, [](const Suspect &suspect) {
            return suspect.kind == SuspectKind::RelayingClient
                && std::ranges::contains(suspect.signals, SignalCode::Gateway, &Signal::code);
        });
    };
    QVERIFY(isToldWith(5));
    QVERIFY(!isToldWith(4));
}

void TestDetectors::isBoundedByForgedNames()
{
    MadeLog log;
    constexpr int Names = 2000;
    const std::string reply = "554 5.7.1 blocked using list" + std::string(2000, 'x');
    for (int i = 0; i < Names; ++i) {
        const std::string id = std::format("{:06X}", 0xA00000 + i);
        const std::string client = std::format("h{}[100.{}.{}.9]", i, i / 250, i % 250);
        const std::string time = at(36000 + i);
        log.line(time, "smtpd", std::format("warning: {}: SASL LOGIN authentication failed: x{}", client, i));
        log.begin(time, id, client, std::format("user{}", i)).active(time, id, std::format("s{}@x{}.example", i, i), 1);
        log.deliver(time, id, std::format("to@d{}.example", i), "bounced", "there[198.51.100.1]:25",
                    std::format("{}.{}.example", reply, i));
        log.remove(time, id);
    }
    const Verdict verdict = judge(log);
    QCOMPARE(verdict.accounts, std::uint64_t{Names});
    QVERIFY(verdict.suspects.size() <= thresholds::MostSuspects);
    for (const Suspect &suspect : verdict.suspects) {
        QVERIFY(suspect.signals.size() < 40);
    }
}

void TestDetectors::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    MadeLog log;
    log.begin("08:00:00", "AAAAA1", "home[203.0.113.9]", "alice");
    QVERIFY(!findSuspects(Postings(log.load()), {}, stop.get_token()).isComplete);
}

QTEST_GUILESS_MAIN(TestDetectors)
#include "tst_detectors.moc"
