// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agents.h"
#include "messageid.h"
#include "options.h"
#include "timetext.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace limier::generator;

namespace
{

Zone paris()
{
    return Zone::find("Europe/Paris").value();
}

} // namespace

class TestGeneratorParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void options_data();
    void options();
    void badOptions_data();
    void badOptions();
    void midnights_data();
    void midnights();
    void timeTexts_data();
    void timeTexts();
    void delays_data();
    void delays();
    void eventsComeInOrder();
    void inodesAreUsedAgain();
    void processesAreNotShared();
    void messageIds_data();
    void messageIds();
};

void TestGeneratorParts::options_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<bool>("isAsExpected");
    const auto add = [](const char *arguments, auto expected) {
        const QByteArrayList words = ("--output x --lines 7 " + QByteArray(arguments)).trimmed().split(' ');
        std::vector<std::string_view> views;
        for (const QByteArray &word : words) {
            views.emplace_back(word.constData(), static_cast<std::size_t>(word.size()));
        }
        const auto result = parseOptions(views);
        QTest::newRow(arguments) << QByteArray(arguments) << (result.has_value() && expected(*result));
    };
    add("", [](const Options &o) { return o.lines == 7 && o.output == "x" && o.seed == 1; });
    add("--seed 42", [](const Options &o) { return o.seed == 42; });
    add("--days 2.5", [](const Options &o) { return o.days == 2.5; });
    add("--users 12 --activity 0.5", [](const Options &o) { return o.people == 12 && o.activity == 0.5; });
    add("--start 2024-01-01", [](const Options &o) { return o.start == "2024-01-01"; });
    add("--zone UTC --truth t", [](const Options &o) { return o.zone == "UTC" && o.truth == "t"; });
    add("--time traditional", [](const Options &o) { return o.time == TimeForm::Traditional && !o.switchTime; });
    add("--time rfc3339", [](const Options &o) { return o.time == TimeForm::Rfc3339 && !o.switchTime; });
    add("--time switch", [](const Options &o) { return o.time == TimeForm::Traditional && o.switchTime; });
    add("--ids long", [](const Options &o) { return o.ids == IdForm::Long; });
    add("--ids short", [](const Options &o) { return o.ids == IdForm::Short; });
    add("--filter", [](const Options &o) { return o.server.filter && !o.server.postscreen; });
    add("--postscreen", [](const Options &o) { return o.server.postscreen && !o.server.filter; });
    add("--failed-names --gzip", [](const Options &o) { return o.server.failedNames && o.gzip; });
    add("--rotate daily", [](const Options &o) { return o.rotation.daily && o.rotation.lines == 0; });
    add("--rotate 500 --spam 9", [](const Options &o) { return o.rotation.lines == 500 && o.spam == 9; });
    add("--incident stolen,bruteforce", [](const Options &o) { return o.stolen && !o.relay && o.bruteForce; });
    add("--incident relay", [](const Options &o) { return !o.stolen && o.relay && !o.bruteForce; });
}

void TestGeneratorParts::options()
{
    QFETCH(const bool, isAsExpected);
    QVERIFY(isAsExpected);
}

void TestGeneratorParts::badOptions_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("nothing") << QByteArray("--lines 5") << QByteArray("--output");
    QTest::newRow("no length") << QByteArray("--output x") << QByteArray("--lines");
    QTest::newRow("unknown") << QByteArray("--output x --line 5") << QByteArray("--line");
    QTest::newRow("no value") << QByteArray("--output x --lines") << QByteArray("--lines");
    QTest::newRow("no number") << QByteArray("--output x --lines 5k") << QByteArray("5k");
    QTest::newRow("negative") << QByteArray("--output x --days -1") << QByteArray("-1");
    QTest::newRow("time form") << QByteArray("--output x --lines 5 --time iso") << QByteArray("iso");
    QTest::newRow("incident") << QByteArray("--output x --lines 5 --incident stolen,fire") << QByteArray("fire");
    QTest::newRow("nobody") << QByteArray("--output x --lines 5 --users 0") << QByteArray("--users");
}

void TestGeneratorParts::badOptions()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const QByteArray, named);
    const QByteArrayList words = arguments.split(' ');
    std::vector<std::string_view> views;
    for (const QByteArray &word : words) {
        views.emplace_back(word.constData(), static_cast<std::size_t>(word.size()));
    }
    const auto result = parseOptions(views);
    QVERIFY(!result.has_value());
    QVERIFY2(result.error().contains(named.toStdString()), result.error().c_str());
}

void TestGeneratorParts::midnights_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("midnight");
    QTest::newRow("summer") << QStringLiteral("2026-06-01T12:00:00") << QStringLiteral("2026-06-01T22:00:00Z");
    QTest::newRow("at midnight") << QStringLiteral("2026-06-01T00:00:00") << QStringLiteral("2026-06-01T22:00:00Z");
    QTest::newRow("DST begins") << QStringLiteral("2026-03-29T00:30:00") << QStringLiteral("2026-03-29T22:00:00Z");
    QTest::newRow("DST ends") << QStringLiteral("2026-10-25T00:30:00") << QStringLiteral("2026-10-25T23:00:00Z");
    QTest::newRow("turn of the year") << QStringLiteral("2026-12-31T23:59:59")
                                      << QStringLiteral("2026-12-31T23:00:00Z");
}

void TestGeneratorParts::midnights()
{
    QFETCH(const QString, time);
    QFETCH(const QString, midnight);
    Zone zone = paris();
    const auto parsed = zone.parse(time.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(QString::fromStdString(utcText(wholeSeconds(zone.nextMidnight(*parsed)))), midnight);
}

void TestGeneratorParts::timeTexts_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QByteArray>("traditional");
    QTest::addColumn<QByteArray>("rfc3339");
    QTest::newRow("summer") << QStringLiteral("2026-06-01T08:05:09") << QByteArray("Jun  1 08:05:09")
                            << QByteArray("2026-06-01T08:05:09.000042+02:00");
    QTest::newRow("winter") << QStringLiteral("2026-12-31T23:59:59") << QByteArray("Dec 31 23:59:59")
                            << QByteArray("2026-12-31T23:59:59.000042+01:00");
    QTest::newRow("leap day") << QStringLiteral("2024-02-29") << QByteArray("Feb 29 00:00:00")
                              << QByteArray("2024-02-29T00:00:00.000042+01:00");
}

void TestGeneratorParts::timeTexts()
{
    QFETCH(const QString, start);
    QFETCH(const QByteArray, traditional);
    QFETCH(const QByteArray, rfc3339);
    const Micros time = paris().parse(start.toStdString()).value() + 42;
    std::array<char, TimeText::Longest> buffer{};
    TimeText text(paris(), TimeForm::Traditional);
    QCOMPARE(QByteArray(buffer.data(), text.write(buffer.data(), time) - buffer.data()), traditional);
    text.setForm(TimeForm::Rfc3339);
    QCOMPARE(QByteArray(buffer.data(), text.write(buffer.data(), time) - buffer.data()), rfc3339);
}

void TestGeneratorParts::delays_data()
{
    // As Postfix's own format_tv() writes them.
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << qint64(0) << QByteArray("0");
    QTest::newRow("below the resolution") << qint64(4999) << QByteArray("0");
    QTest::newRow("rounded up") << qint64(5000) << QByteArray("0.01");
    QTest::newRow("two digits") << qint64(230000) << QByteArray("0.23");
    QTest::newRow("trailing zero") << qint64(1100000) << QByteArray("1.1");
    QTest::newRow("one digit") << qint64(200000) << QByteArray("0.2");
    QTest::newRow("up to a second") << qint64(999000) << QByteArray("1");
    QTest::newRow("seconds") << qint64(1960000) << QByteArray("2");
    QTest::newRow("tens of seconds") << qint64(12400000) << QByteArray("12");
    QTest::newRow("days") << qint64(432089600000) << QByteArray("432090");
}

void TestGeneratorParts::delays()
{
    QFETCH(const qint64, micros);
    QFETCH(const QByteArray, text);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log"));
    LogFiles files({path.toStdString(), false, false});
    QVERIFY(files.open().has_value());
    LogWriter log(files, paris(), TimeForm::Traditional, {}, "mail");
    log.begin(Second, "postfix/smtp", 1) << Delay{micros} << '|';
    log.end();
    log.flush();
    QVERIFY(files.finish(1).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("Jan  1 01:00:01 mail postfix/smtp[1]: " + text + "|\n"));
}

void TestGeneratorParts::eventsComeInOrder()
{
    EventQueue events;
    Random random(3);
    for (std::uint32_t i = 0; i < 2000; ++i) {
        events.add(random.between(0, 50), EventKind::Session, i);
    }
    Event last = events.take();
    while (!events.isEmpty()) {
        const Event next = events.take();
        QVERIFY(last.time < next.time || (last.time == next.time && last.subject < next.subject));
        last = next;
    }
}

void TestGeneratorParts::inodesAreUsedAgain()
{
    QueueIds ids(IdForm::Short, 0x1F0);
    const QueueId first = ids.take(5 * Second + 0x12340);
    const QueueId second = ids.take(5 * Second + 0x12340);
    QCOMPARE(std::string(first.view()), std::string("123401F0"));
    QCOMPARE(std::string(second.view()), std::string("123401F1"));
    ids.release(first);
    QCOMPARE(std::string(ids.take(77 * Second + 0x12340).view()), std::string(first.view()));

    QueueIds unique(IdForm::Long, 0x1F0);
    const QueueId old = unique.take(5 * Second);
    unique.release(old);
    QVERIFY(unique.take(77 * Second).view() != old.view());
}

void TestGeneratorParts::processesAreNotShared()
{
    Random random(1);
    Processes processes(random);
    QSet<std::uint32_t> busy;
    for (int i = 0; i < 20000; ++i) {
        const std::uint32_t pid = processes.takeSmtpd();
        QVERIFY(!busy.contains(pid));
        busy.insert(pid);
        if (busy.size() > 30) {
            const QSet<std::uint32_t> before = std::exchange(busy, {});
            for (const std::uint32_t done : before) {
                processes.giveSmtpd(done);
            }
        }
    }
}

void TestGeneratorParts::messageIds_data()
{
    QTest::addColumn<int>("style");
    QTest::addColumn<QString>("form");
    const auto add = [](const char *name, IdStyle style, const char *form) {
        QTest::newRow(name) << static_cast<int>(style) << QString::fromLatin1(form);
    };
    add("UUID", IdStyle::Uuid, "^<[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@their\\.example>$");
    add("webmail", IdStyle::Webmail, "^<[0-9a-f]{16}\\.[0-9a-f]{8}@acme\\.example>$");
    add("Outlook", IdStyle::Outlook, "^<AM6PR04MB[0-9a-f]{16}@AM6PR04MB\\d{4}\\..*\\.example>$");
    add("bigmail", IdStyle::BigMail, "^<CA\\+[0-9a-f]{27}@mail\\.bigmail\\.example>$");
    add("Postfix", IdStyle::Postfix, "^<20260601063000\\.4F2A31C0@mail\\.acme\\.example>$");
}

void TestGeneratorParts::messageIds()
{
    QFETCH(const int, style);
    QFETCH(const QString, form);
    Random random(1);
    std::string id = "old";
    writeMessageIdText(id, static_cast<IdStyle>(style), {"their.example", "4F2A31C0", 1780295400}, random);
    QVERIFY2(QRegularExpression(form).match(QString::fromStdString(id)).hasMatch(), id.c_str());
}

QTEST_GUILESS_MAIN(TestGeneratorParts)

#include "tst_generatorparts.moc"
