// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/investigation.h"

#include "app/openedlog.h"
#include "core/madelog.h"

#include <QSignalSpy>
#include <QTest>

using namespace limier;

class TestInvestigation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensALog();
    void evaluatesTheNewestFilter();
    void countsByWhatIsAskedFor();
    void stops();
    void opensAnotherLog();
    void anotherLogMakesRequestsOutdated();
    void keepsWhatWasRefused();
    void roundsBuckets_data();
    void roundsBuckets();
    void followsWhatGrows();
    void coalescesGrowth();
    void followsAcrossRotation();
    void showsTheOldSetUntilTheNewOneIsRead();
    void readsTheNewestOfManySets();
    void keepsMoreThanWhatACancelledSetGave();
    void joinsAServerThatComesLater();
    void namesServers();
};

namespace
{

/// A log that grows, as a follower of a server's log leaves it.
class GrowingLog
{
public:
    void append(std::string_view text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
    }
    [[nodiscard]] LogInput input(bool grows = true) const
    {
        LogInput input;
        input.path = path().toStdString();
        input.grows = grows;
        return input;
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("mail.log")); }

    QTemporaryDir m_folder;
};

std::string twoUsers()
{
    MadeLog log;
    log.begin("08:00:00", "A1B2C3D4E5", "a[192.0.2.1]", "ann").active("08:00:01", "A1B2C3D4E5", "ann@acme", 5);
    log.begin("09:00:00", "B1B2C3D4E5", "b[198.51.100.2]", "bob").active("09:00:01", "B1B2C3D4E5", "bob@acme", 1);
    log.begin("10:00:00", "C1B2C3D4E5", "b[198.51.100.2]", "bob").active("10:00:01", "C1B2C3D4E5", "bob@acme", 1);
    return log.text();
}

} // namespace

void TestInvestigation::opensALog()
{
    OpenedLog log;
    QSignalSpy states(&log.investigation, &Investigation::stateChanged);
    QVERIFY(log.open(twoUsers()));
    QCOMPARE(states.size(), 2);
    QCOMPARE(log.investigation.state(), Investigation::State::Complete);
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
    QCOMPARE(log.evaluation().users.entries.size(), 2U);
    QCOMPARE(log.evaluation().index().user(log.evaluation().users.entries[0].id), "ann");
    QCOMPARE(log.evaluation().logins.size(), 2U);
}

void TestInvestigation::evaluatesTheNewestFilter()
{
    OpenedLog log;
    QVERIFY(log.open(twoUsers()));
    FilterStack &filters = log.investigation.filters();
    filters.add({FilterField::User, false, "ann"});
    filters.add({FilterField::User, true, "ann"});
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 2U);
    filters.goBack();
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 1U);
    filters.goForward();
    filters.clear();
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
}

void TestInvestigation::countsByWhatIsAskedFor()
{
    OpenedLog log;
    QVERIFY(log.open(twoUsers()));
    log.display.setCountBy(TopBy::Messages);
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().index().user(log.evaluation().users.entries[0].id), "bob");
}

void TestInvestigation::stops()
{
    OpenedLog log;
    log.investigation.open({sampleLog()});
    log.investigation.cancel();
    QVERIFY(QTest::qWaitFor([&] { return log.investigation.state() != Investigation::State::Loading; }));
    QCOMPARE(log.investigation.state(), Investigation::State::Stopped);
}

void TestInvestigation::opensAnotherLog()
{
    OpenedLog log;
    log.investigation.open({sampleLog()});
    QVERIFY(log.open(twoUsers()));
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
    QVERIFY(log.investigation.filters().current().isEmpty());
}

void TestInvestigation::anotherLogMakesRequestsOutdated()
{
    OpenedLog log;
    QVERIFY(log.open(twoUsers()));
    const int first = log.investigation.beginRequest();
    QVERIFY(log.investigation.isNewestRequest(first));
    const int second = log.investigation.beginRequest();
    QVERIFY(!log.investigation.isNewestRequest(first));
    log.investigation.open({sampleLog()});
    QVERIFY(!log.investigation.isNewestRequest(second));
}

void TestInvestigation::keepsWhatWasRefused()
{
    OpenedLog log;
    QVERIFY(log.openPaths({QStringLiteral("/nonexistent/mail.log")}));
    QCOMPARE(log.investigation.refused().size(), 1U);
    QCOMPARE(log.evaluation().activity.total.messages, 0U);
}

void TestInvestigation::roundsBuckets_data()
{
    QTest::addColumn<quint32>("length");
    QTest::addColumn<quint32>("bucket");
    QTest::newRow("nothing") << 0U << 1U;
    QTest::newRow("a minute") << 60U << 1U;
    QTest::newRow("an hour") << 3600U << 60U;
    QTest::newRow("a day") << 86400U << 900U;
    QTest::newRow("a year") << 31536000U << 604800U;
    QTest::newRow("sixty years") << 1892160000U << 604800U * 32U;
}

void TestInvestigation::roundsBuckets()
{
    QFETCH(quint32, length);
    QFETCH(quint32, bucket);
    QCOMPARE(roundBucket({1000, 1000 + length}, 100), bucket);
}

void TestInvestigation::followsWhatGrows()
{
    const GrowingLog file;
    OpenedLog log;
    file.append(twoUsers());
    log.investigation.openInputs({file.input()}, QStringLiteral("UTC"));
    QVERIFY(log.settle());
    QVERIFY(QTest::qWaitFor([&] { return log.investigation.state() == Investigation::State::Following; }));
    log.investigation.filters().add({FilterField::User, false, "bob"});
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 2U);
    QSignalSpy replaced(&log.investigation, &Investigation::replaced);
    const std::shared_ptr<const LogText> text = log.evaluation().snapshot.text;
    const TimeRange before = spanOf(log.evaluation().index());

    file.append(MadeLog().begin("11:00:00", "D1B2C3D4E5", "b[198.51.100.2]", "bob").text());
    QElapsedTimer timer;
    timer.start();
    log.investigation.growInputs({file.input()});
    QVERIFY(QTest::qWaitFor([&] { return log.evaluation().activity.total.messages == 3; }));
    QCOMPARE_LT(timer.elapsed(), 1000);
    QCOMPARE(spanOf(log.evaluation().index()), (TimeRange{before.since, before.until + 3599}));
    QCOMPARE(log.investigation.filters().current().terms.size(), 1U);
    QVERIFY(log.evaluation().index().isComplete());
    QCOMPARE(replaced.size(), 0);
    QVERIFY(log.evaluation().snapshot.text->line(LineId{0}).has_value());
}

void TestInvestigation::coalescesGrowth()
{
    const GrowingLog file;
    OpenedLog log;
    file.append(twoUsers());
    log.investigation.openInputs({file.input()}, QStringLiteral("UTC"));
    QVERIFY(log.settle());
    QSignalSpy evaluated(&log.investigation, &Investigation::evaluated);
    for (int i = 0; i < 300; ++i) {
        file.append(MadeLog().begin("11:00:00", std::format("E{:03}2C3D4E5", i), "b[198.51.100.2]", "bob").text());
        log.investigation.growInputs({file.input()});
        QTest::qWait(2);
    }
    QVERIFY(QTest::qWaitFor([&] { return log.evaluation().activity.total.messages == 303; }));
    QCOMPARE_LE(evaluated.size(), 20);
}

void TestInvestigation::followsAcrossRotation()
{
    const GrowingLog older;
    const GrowingLog newer;
    OpenedLog log;
    older.append(MadeLog().begin("08:00:00", "A1B2C3D4E5", "a[192.0.2.1]", "ann").text());
    log.investigation.openInputs({older.input()}, QStringLiteral("UTC"));
    QVERIFY(log.settle());
    newer.append(MadeLog().deliver("09:00:00", "A1B2C3D4E5", "x@far", "sent").text());
    log.investigation.growInputs({older.input(false), newer.input()});
    QVERIFY(QTest::qWaitFor([&] { return log.evaluation().index().files().size() == 2; }));
    QCOMPARE(log.evaluation().activity.total.messages, 1U);
    QCOMPARE(log.evaluation().activity.total.outcome.sent, 1U);
    log.investigation.growInputs({older.input(false), newer.input(false)});
    QVERIFY(QTest::qWaitFor([&] { return log.investigation.state() == Investigation::State::Complete; }));
}

void TestInvestigation::showsTheOldSetUntilTheNewOneIsRead()
{
    const GrowingLog older;
    const GrowingLog newer;
    OpenedLog log;
    older.append(twoUsers());
    newer.append(MadeLog().begin("11:00:00", "D1B2C3D4E5", "c[198.51.100.3]", "bob").text());
    log.investigation.openInputs({newer.input()}, QStringLiteral("UTC"));
    QVERIFY(log.settle());
    log.investigation.filters().add({FilterField::User, false, "bob"});
    QVERIFY(log.settle());
    QSignalSpy states(&log.investigation, &Investigation::stateChanged);
    QSignalSpy replaced(&log.investigation, &Investigation::replaced);
    const int request = log.investigation.beginRequest();
    const int epoch = log.evaluation().snapshot.epoch;
    bool isAlwaysShown = true;
    connect(&log.investigation, &Investigation::evaluated, this,
            [&](const auto &evaluation) { isAlwaysShown &= evaluation->activity.total.messages > 0; });

    log.investigation.replaceInputs({older.input(false), newer.input()});
    QCOMPARE(log.investigation.state(), Investigation::State::Replacing);
    QVERIFY(log.investigation.evaluation() != nullptr);
    QVERIFY(log.investigation.isNewestRequest(request)); // its ids are still those of what is shown
    QVERIFY(QTest::qWaitFor([&] { return log.evaluation().activity.total.messages == 3; }));
    QVERIFY(isAlwaysShown);
    QCOMPARE(states.size(), 2);
    QCOMPARE(log.investigation.state(), Investigation::State::Following);
    QCOMPARE(replaced.size(), 1);
    QVERIFY(!log.investigation.isNewestRequest(request));
    QVERIFY(log.evaluation().snapshot.epoch != epoch);
    QCOMPARE(log.evaluation().filter().terms.size(), 1U);

    newer.append(MadeLog().begin("12:00:00", "E1B2C3D4E5", "c[198.51.100.3]", "bob").text());
    log.investigation.growInputs({older.input(false), newer.input()});
    QVERIFY(QTest::qWaitFor([&] { return log.evaluation().activity.total.messages == 4; }));
    QCOMPARE(replaced.size(), 1);
}

void TestInvestigation::readsTheNewestOfManySets()
{
    OpenedLog log;
    std::vector<std::unique_ptr<GrowingLog>> files;
    std::vector<LogInput> inputs;
    QSignalSpy evaluated(&log.investigation, &Investigation::evaluated);
    for (int i = 0; i < 20; ++i) {
        files.push_back(std::make_unique<GrowingLog>());
        files.back()->append(
            MadeLog()
                .begin(std::format("08:00:{:02}", i), std::format("A{:03}2C3D4E5", i), "a[192.0.2.1]", "ann")
                .text());
        inputs.insert(inputs.begin(), files.back()->input(i == 0));
        i == 0 ? log.investigation.openInputs(inputs, QStringLiteral("UTC")) : log.investigation.replaceInputs(inputs);
    }
    files.front()->append(MadeLog().begin("09:00:00", "B0B2C3D4E5", "a[192.0.2.1]", "ann").text());
    log.investigation.growInputs(inputs);
    QVERIFY(QTest::qWaitFor([&] {
        const auto &evaluation = log.investigation.evaluation();
        return evaluation && evaluation->activity.total.messages == 21;
    }));
    QCOMPARE_LE(evaluated.size(), 5);
}

void TestInvestigation::keepsMoreThanWhatACancelledSetGave()
{
    const GrowingLog file;
    OpenedLog log;
    file.append(twoUsers());
    log.investigation.openInputs({file.input()}, QStringLiteral("UTC"));
    QVERIFY(log.settle());
    log.investigation.replaceInputs({file.input()});
    log.investigation.cancel();
    QVERIFY(QTest::qWaitFor([&] { return !log.investigation.isReading(); }));
    QTest::qWait(50);
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
    // Whether the small log was read before the stop came or not: a next set is read.
    log.investigation.replaceInputs({file.input(false)});
    QVERIFY(QTest::qWaitFor([&] { return log.investigation.state() == Investigation::State::Complete; }));
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
}

void TestInvestigation::joinsAServerThatComesLater()
{
    const GrowingLog edge;
    const GrowingLog main;
    edge.append("2026-06-01T10:00:00+00:00 edge postfix/smtpd[1]: AAAAAA1: client=c[192.0.2.9]\n"
                "2026-06-01T10:00:00+00:00 edge postfix/cleanup[1]: AAAAAA1: message-id=<one@there>\n"
                "2026-06-01T10:00:02+00:00 edge postfix/smtp[1]: AAAAAA1: to=<a@acme.tld>, relay=main[10.0.0.2]:25,"
                " delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as BBBBBB1)\n");
    main.append("2026-06-01T10:00:01+00:00 main postfix/smtpd[1]: BBBBBB1: client=edge[10.0.0.1]\n"
                "2026-06-01T10:00:01+00:00 main postfix/cleanup[1]: BBBBBB1: message-id=<one@there>\n");
    OpenedLog log;
    log.investigation.openInputs({edge.input()}, QStringLiteral("UTC"));
    QVERIFY(log.settle());
    QSignalSpy replaced(&log.investigation, &Investigation::replaced);
    log.investigation.growInputs({edge.input(), main.input()});
    QVERIFY(QTest::qWaitFor([&] { return log.evaluation().index().files().size() == 2; }));
    QCOMPARE(log.evaluation().activity.total.messages, 1U);
    QCOMPARE(replaced.size(), 1);
}

void TestInvestigation::namesServers()
{
    const GrowingLog one;
    const GrowingLog two;
    one.append(twoUsers());
    two.append(twoUsers());
    std::vector<LogInput> inputs{one.input(), two.input(), two.input()};
    inputs[0].shownAs = "mail.example.com: /var/log/mail.log";
    inputs[1].shownAs = "edge.example.com: /var/log/mail.log";
    inputs[2].shownAs = "edge.example.com: /var/log/mail.log.1";
    OpenedLog log;
    log.investigation.openInputs(inputs, QStringLiteral("UTC"));
    QCOMPARE(log.investigation.servers(),
             (QStringList{QStringLiteral("mail.example.com"), QStringLiteral("edge.example.com")}));
    QVERIFY(log.investigation.paths().isEmpty());
    QVERIFY(log.open(twoUsers()));
    QVERIFY(log.investigation.servers().isEmpty());
}

QTEST_MAIN(TestInvestigation)
#include "tst_investigation.moc"
