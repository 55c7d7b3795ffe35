// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator.h"

#include <KCompressionDevice>

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace limier::generator;

namespace
{

/// Options as on the command line, without --output and --truth.
Options parsed(const QByteArray &arguments)
{
    const QByteArrayList words = (arguments + " --output unset").simplified().split(' ');
    std::vector<std::string_view> views;
    for (const QByteArray &word : words) {
        views.emplace_back(word.constData(), static_cast<std::size_t>(word.size()));
    }
    const auto options = parseOptions(views);
    return options.value_or(Options());
}

/// A generated log and its truth.
struct Made {
    QByteArray log;
    QJsonObject truth;
    Summary summary;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray unpacked(const QString &path)
{
    KCompressionDevice file(path, KCompressionDevice::GZip);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray rows(const Made &made, const char *table)
{
    return made.truth[QLatin1String(table)].toArray();
}

qint64 number(const QJsonValue &row, const char *key)
{
    return row.toObject()[QLatin1String(key)].toInteger(-1);
}

qint64 total(const Made &made, const char *key)
{
    return number(made.truth[QLatin1String("totals")], key);
}

qint64 sum(const QJsonArray &table, const char *key)
{
    qint64 result = 0;
    for (const auto &row : table) {
        result += number(row, key);
    }
    return result;
}

QJsonObject rowOf(const QJsonArray &table, const char *key, const QString &name)
{
    for (const auto &row : table) {
        if (row.toObject()[QLatin1String(key)].toString() == name) {
            return row.toObject();
        }
    }
    return {};
}

/// How many events a line that holds something stands for: N if it is "message repeated N times".
qint64 weight(const QByteArray &line)
{
    static const QRegularExpression repeated(QStringLiteral("message repeated (\\d+) times: "));
    const auto match = repeated.match(QString::fromLatin1(line));
    return match.hasMatch() ? match.captured(1).toInt() : 1;
}

qint64 occurrences(const QByteArray &log, const QByteArray &part)
{
    qint64 count = 0;
    for (qsizetype at = log.indexOf(part); at >= 0; at = log.indexOf(part, at + 1)) {
        const qsizetype begin = log.lastIndexOf('\n', at) + 1;
        count += weight(log.sliced(begin, at - begin));
    }
    return count;
}

/// By what follows @p part up to the end of the line.
QHash<QByteArray, qint64> countEndings(const QByteArray &log, const QByteArray &part)
{
    QHash<QByteArray, qint64> counts;
    for (const QByteArray &line : log.split('\n')) {
        const qsizetype at = line.indexOf(part);
        if (at >= 0) {
            const bool isWrapped = line.endsWith(']');
            counts[line.sliced(at + part.size()).chopped(isWrapped ? 1 : 0)] += weight(line);
        }
    }
    return counts;
}

} // namespace

class TestGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameBytes_data();
    void sameSeedSameBytes();
    void otherSeedOtherLog();
    void linesAreInOrder_data();
    void linesAreInOrder();
    void endsWhereAsked();
    void truthAgreesWithItself_data();
    void truthAgreesWithItself();
    void truthAgreesWithTheText_data();
    void truthAgreesWithTheText();
    void brokenOffMailsAreNoMessages();
    void queueIdsComeBack();
    void noQueueIdIsUsedTwiceAtOnce();
    void filterIsCountedOnce();
    void timeFormSwitches();
    void rotatedSetIsTheWholeLog_data();
    void rotatedSetIsTheWholeLog();
    void gzipHeaderHasTheTimeOfTheLastLine();
    void incidents_data();
    void incidents();
    void stolenAccountTellsItsStory();
    void cannotWrite();

private:
    Made make(const QByteArray &arguments);
    static void addKinds();

    QTemporaryDir m_folder;
};

Made TestGenerator::make(const QByteArray &arguments)
{
    Options options = parsed(arguments);
    options.output = m_folder.filePath(QStringLiteral("mail.log")).toStdString();
    options.truth = m_folder.filePath(QStringLiteral("truth.json")).toStdString();
    const auto summary = generate(options);
    Made made;
    if (summary) {
        made.summary = *summary;
        made.log = contents(QString::fromStdString(options.output));
        made.truth = QJsonDocument::fromJson(contents(QString::fromStdString(options.truth))).object();
    }
    return made;
}

void TestGenerator::addKinds()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("plain") << QByteArray("--lines 8000");
    QTest::newRow("RFC 3339") << QByteArray("--lines 8000 --time rfc3339 --seed 2");
    QTest::newRow("long IDs") << QByteArray("--lines 8000 --ids long --time rfc3339");
    QTest::newRow("filter") << QByteArray("--lines 9000 --filter");
    QTest::newRow("postscreen") << QByteArray("--lines 8000 --postscreen --time rfc3339");
    QTest::newRow("failed names") << QByteArray("--lines 8000 --failed-names --incident bruteforce");
    QTest::newRow("all incidents") << QByteArray("--lines 15000 --incident stolen,relay,bruteforce");
    QTest::newRow("incidents and filter") << QByteArray("--lines 15000 --incident stolen,relay --filter --seed 4");
    QTest::newRow("week") << QByteArray("--days 4 --users 12 --time rfc3339 --incident stolen --spam 100");
    QTest::newRow("other zone") << QByteArray("--days 1 --users 20 --zone America/St_Johns --time rfc3339");
}

void TestGenerator::sameSeedSameBytes_data()
{
    addKinds();
}

void TestGenerator::sameSeedSameBytes()
{
    QFETCH(const QByteArray, arguments);
    const Made first = make(arguments);
    const Made second = make(arguments);
    QVERIFY(first.log.size() > 500000);
    QVERIFY(first.log == second.log);
    QVERIFY(!first.truth.isEmpty());
    QCOMPARE(first.truth, second.truth);
}

void TestGenerator::otherSeedOtherLog()
{
    QVERIFY(make("--lines 1000 --seed 1").log != make("--lines 1000 --seed 2").log);
}

void TestGenerator::linesAreInOrder_data()
{
    addKinds();
}

void TestGenerator::linesAreInOrder()
{
    QFETCH(const QByteArray, arguments);
    const bool isRfc = arguments.contains("rfc3339");
    const QByteArrayList lines = make(arguments).log.split('\n');
    QVERIFY(lines.last().isEmpty());
    // No log of the test crosses the end of a month or of DST: in both forms the text sorts like the time.
    const qsizetype length = isRfc ? 26 : 15;
    for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
        QVERIFY2(lines[i - 1].first(length) <= lines[i].first(length), lines[i].constData());
    }
}

void TestGenerator::endsWhereAsked()
{
    const Made byLines = make("--lines 5000");
    QCOMPARE_GE(byLines.summary.lines, 5000U);
    QCOMPARE_LE(byLines.summary.lines, 5050U);
    QCOMPARE(static_cast<std::uint64_t>(byLines.log.count('\n')), byLines.summary.lines);
    QCOMPARE(static_cast<std::uint64_t>(byLines.log.size()), byLines.summary.bytes);

    const Made byDays = make("--days 0.5 --start 2024-02-29T06:00:00 --zone Asia/Tokyo --time rfc3339 --users 30");
    QVERIFY(byDays.log.startsWith("2024-02-29T06:"));
    const QByteArray lastLine = byDays.log.trimmed().split('\n').last();
    QVERIFY2(lastLine.startsWith("2024-02-29T17:5"), lastLine.constData());
    QVERIFY(lastLine.contains("+09:00 mail "));

    const Made byBoth = make("--days 0.5 --lines 500");
    QCOMPARE_LE(byBoth.summary.lines, 550U);
}

void TestGenerator::truthAgreesWithItself_data()
{
    addKinds();
}

void TestGenerator::truthAgreesWithItself()
{
    QFETCH(const QByteArray, arguments);
    const Made made = make(arguments);
    const QJsonArray users = rows(made, "users");
    const QJsonArray clients = rows(made, "clients");
    const QJsonArray senders = rows(made, "senders");
    QVERIFY(users.size() > 5 && clients.size() > 20 && senders.size() > 20);

    QCOMPARE(total(made, "lines"), made.log.count('\n'));
    QCOMPARE(sum(users, "messages"), sum(clients, "authenticated"));
    QCOMPARE(sum(clients, "messages"), sum(clients, "authenticated") + sum(clients, "unauthenticated"));
    QCOMPARE_LE(sum(clients, "messages"), total(made, "messages"));
    QCOMPARE_LE(sum(senders, "messages"), total(made, "messages"));
    QCOMPARE(sum(senders, "recipients"), total(made, "recipients"));
    QCOMPARE(sum(clients, "rejected"), total(made, "rejected"));
    QCOMPARE(sum(clients, "auth_failures"), total(made, "auth_failures"));
    for (const auto &user : users) {
        const qint64 final = number(user, "sent") + number(user, "bounced") + number(user, "expired");
        QCOMPARE(number(user, "queued"), number(user, "recipients") - final);
        QCOMPARE_LE(number(user, "deferred"), number(user, "queued"));
        const QJsonObject row = user.toObject();
        QCOMPARE_LE(row[QLatin1String("first")].toString(), row[QLatin1String("last")].toString());
    }
    for (qsizetype i = 1; i < clients.size(); ++i) {
        const qint64 before = number(clients[i - 1], "messages");
        QVERIFY(before > number(clients[i], "messages")
                || (before == number(clients[i], "messages")
                    && clients[i - 1].toObject()[QLatin1String("ip")].toString()
                        < clients[i].toObject()[QLatin1String("ip")].toString()));
    }
}

void TestGenerator::truthAgreesWithTheText_data()
{
    addKinds();
}

void TestGenerator::truthAgreesWithTheText()
{
    QFETCH(const QByteArray, arguments);
    const Made made = make(arguments);
    const qint64 handedOn = occurrences(made.log, "MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as");
    QCOMPARE(total(made, "sent"), occurrences(made.log, "status=sent") - handedOn);
    QCOMPARE(total(made, "bounced"), occurrences(made.log, "status=bounced"));
    QCOMPARE(total(made, "rejected"), occurrences(made.log, "reject: "));
    QCOMPARE(total(made, "postfix_lines"), made.log.count(" mail postfix/"));
    QCOMPARE_GE(total(made, "auth_failures"), occurrences(made.log, " authentication failed: "));
    QHash<QByteArray, qint64> mails = countEndings(made.log, "N, sasl_username=");
    QHash<QByteArray, qint64> failures = countEndings(made.log, "(reason unavailable), sasl_username=");
    for (const auto &user : rows(made, "users")) {
        const QByteArray name = user.toObject()[QLatin1String("user")].toString().toUtf8();
        QCOMPARE(number(user, "messages"), mails.take(name));
        QCOMPARE(number(user, "auth_failures"), failures.take(name));
    }
    QVERIFY(mails.isEmpty() && failures.isEmpty());
}

void TestGenerator::brokenOffMailsAreNoMessages()
{
    const Made made = make("--lines 60000 --seed 6");
    const qint64 brokenOff = occurrences(made.log, "lost connection after DATA");
    const qint64 refused = occurrences(made.log, "milter-reject: END-OF-MESSAGE");
    QVERIFY(brokenOff > 0 && refused > 0);
    const qint64 begun = occurrences(made.log, ": client=") + occurrences(made.log, ": uid=0 from=<root>");
    const qint64 notifications = occurrences(made.log, "sender non-delivery notification: ");
    QCOMPARE(total(made, "messages"), begun + notifications - brokenOff - refused);
}

void TestGenerator::queueIdsComeBack()
{
    static const QRegularExpression client(QStringLiteral(" ([0-9A-Za-z]+): client="));
    const auto repeats = [this](const QByteArray &arguments, const QString &form) {
        const QString log = QString::fromLatin1(make(arguments).log);
        QSet<QString> seen;
        qsizetype count = 0;
        const QRegularExpression whole(form);
        for (const auto &match : client.globalMatch(log)) {
            ++count;
            seen.insert(match.captured(1));
            if (!whole.match(match.captured(1)).hasMatch()) {
                return qsizetype(-1);
            }
        }
        return count - seen.size();
    };
    QCOMPARE_GT(repeats("--lines 60000", QStringLiteral("^[0-9A-F]{8,11}$")), 0);
    QCOMPARE(repeats("--lines 60000 --ids long", QStringLiteral("^[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{11,20}$")), 0);
}

void TestGenerator::noQueueIdIsUsedTwiceAtOnce()
{
    static const QRegularExpression line(
        QStringLiteral("/(\\w+)\\[(\\d+)\\]: (?:(\\w+): (client=|uid=|removed|milter-reject)|(lost connection after "
                       "DATA))"));
    QSet<QString> live;
    QHash<QString, QString> lastOfProcess;
    const QString log = QString::fromLatin1(make("--lines 50000 --incident stolen,relay").log);
    qsizetype begun = 0;
    for (const auto &match : line.globalMatch(log)) {
        const QString id = match.captured(3);
        const QString what = match.captured(4);
        if (what == QLatin1String("client=") || what == QLatin1String("uid=")) {
            QVERIFY2(!live.contains(id), qPrintable(id));
            live.insert(id);
            lastOfProcess[match.captured(2)] = id;
            ++begun;
        } else if (!what.isEmpty()) {
            live.remove(id);
        } else {
            live.remove(lastOfProcess.value(match.captured(2)));
        }
    }
    QCOMPARE_GT(begun, 3000);
}

void TestGenerator::filterIsCountedOnce()
{
    const Made made = make("--lines 20000 --filter --seed 8");
    const qint64 hops = occurrences(made.log, ": client=localhost[127.0.0.1]");
    QCOMPARE_GT(hops, 1000);
    const qint64 begun = occurrences(made.log, ": client=") + occurrences(made.log, ": uid=0 from=<root>");
    QCOMPARE_LE(total(made, "messages"), begun - hops + occurrences(made.log, "non-delivery notification: ") + 1);
    // At the end of the log there may be a hop that no line ties to its origin yet.
    QCOMPARE_LE(number(rowOf(rows(made, "clients"), "ip", QStringLiteral("127.0.0.1")), "messages"), 1);
}

void TestGenerator::timeFormSwitches()
{
    static const QRegularExpression traditional(QStringLiteral("^Jun [ \\d]\\d \\d\\d:\\d\\d:\\d\\d mail "));
    static const QRegularExpression rfc(QStringLiteral("^2026-06-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+02:00 mail "));
    const QByteArrayList lines = make("--lines 10000 --time switch").log.trimmed().split('\n');
    const auto isNew = [](const QByteArray &line) { return rfc.match(QString::fromLatin1(line)).hasMatch(); };
    const auto firstNew = std::ranges::find_if(lines, isNew);
    QCOMPARE_GE(firstNew - lines.begin(), 5000);
    QCOMPARE_LE(firstNew - lines.begin(), 5050);
    QVERIFY(std::all_of(lines.begin(), firstNew, [](const QByteArray &line) {
        return traditional.match(QString::fromLatin1(line)).hasMatch();
    }));
    QVERIFY(std::all_of(firstNew, lines.end(), isNew));
}

void TestGenerator::rotatedSetIsTheWholeLog_data()
{
    QTest::addColumn<QByteArray>("rotation");
    QTest::addColumn<qsizetype>("files");
    QTest::newRow("each day") << QByteArray("--rotate daily") << qsizetype(4);
    QTest::newRow("each day, packed") << QByteArray("--rotate daily --gzip") << qsizetype(4);
    QTest::newRow("by lines") << QByteArray("--rotate 5000") << qsizetype(0);
    QTest::newRow("by lines, packed") << QByteArray("--rotate 1000 --gzip") << qsizetype(0);
}

void TestGenerator::rotatedSetIsTheWholeLog()
{
    QFETCH(const QByteArray, rotation);
    QFETCH(const qsizetype, files);
    const QByteArray arguments = "--days 3.5 --users 20 --time rfc3339 ";
    const Made whole = make(arguments);
    Options options = parsed(arguments + rotation);
    QTemporaryDir folder;
    options.output = folder.filePath(QStringLiteral("logs")).toStdString();
    const auto summary = generate(options);
    QVERIFY(summary.has_value());
    const auto count = static_cast<qsizetype>(summary->paths.size());
    QVERIFY(files == 0 ? count > 2 : count == files);

    QByteArray all;
    for (qsizetype i = 0; i < count; ++i) {
        const QString path = QString::fromStdString(summary->paths[static_cast<std::size_t>(i)]);
        const qsizetype age = count - 1 - i;
        const bool isPacked = options.gzip && age >= 2;
        const QString name = age == 0 ? QStringLiteral("mail.log") : QStringLiteral("mail.log.%1").arg(age);
        QCOMPARE(QFileInfo(path).fileName(), isPacked ? name + QStringLiteral(".gz") : name);
        const QByteArray part = isPacked ? unpacked(path) : contents(path);
        QVERIFY(part.endsWith('\n'));
        all += part;
        const QByteArray lastTime = part.trimmed().split('\n').last().split(' ').first();
        QCOMPARE(QFileInfo(path).lastModified().toSecsSinceEpoch(),
                 QDateTime::fromString(QString::fromLatin1(lastTime), Qt::ISODateWithMs).toSecsSinceEpoch());
    }
    QVERIFY(all == whole.log);
    QCOMPARE(QDir(QString::fromStdString(options.output)).entryList(QDir::Files).size(), count);
}

void TestGenerator::gzipHeaderHasTheTimeOfTheLastLine()
{
    Options options = parsed("--lines 3000 --time rfc3339 --gzip");
    options.output = m_folder.filePath(QStringLiteral("mail.log.gz")).toStdString();
    QVERIFY(generate(options).has_value());
    const QString path = QString::fromStdString(options.output);
    QVERIFY(unpacked(path) == make("--lines 3000 --time rfc3339").log);
    const QByteArray packed = contents(path);
    const auto byte = [&](qsizetype at) { return static_cast<qint64>(static_cast<unsigned char>(packed[at])); };
    const qint64 time = byte(4) | byte(5) << 8 | byte(6) << 16 | byte(7) << 24;
    QCOMPARE(time, QFileInfo(path).lastModified().toSecsSinceEpoch());
    QCOMPARE(QDateTime::fromSecsSinceEpoch(time, QTimeZone::UTC).date().year(), 2026);
}

void TestGenerator::incidents_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("kinds");
    const QString stolen = QStringLiteral("compromised-account");
    const QString relay = QStringLiteral("relaying-client");
    const QString force = QStringLiteral("brute-force");
    QTest::newRow("none") << QByteArray() << QStringList();
    QTest::newRow("stolen") << QByteArray("--incident stolen") << QStringList{stolen};
    QTest::newRow("relay") << QByteArray("--incident relay") << QStringList{relay};
    QTest::newRow("bruteforce") << QByteArray("--incident bruteforce") << QStringList{force, force};
    QTest::newRow("two") << QByteArray("--incident relay,stolen") << QStringList{stolen, relay};
}

void TestGenerator::incidents()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QStringList, kinds);
    const Made made = make("--lines 30000 --failed-names " + list);
    QStringList found;
    for (const auto &incident : rows(made, "incidents")) {
        const QString kind = incident.toObject()[QLatin1String("kind")].toString();
        const QString subject = incident.toObject()[QLatin1String("subject")].toString();
        found.append(kind);
        if (kind == QLatin1String("relaying-client")) {
            const QJsonObject client = rowOf(rows(made, "clients"), "ip", subject);
            QCOMPARE(number(client, "messages"), number(incident, "messages"));
            QCOMPARE(number(client, "recipients"), number(incident, "recipients"));
            QCOMPARE(number(client, "authenticated"), 0);
            QCOMPARE_GT(number(client, "relayed"), number(client, "messages") * 2 / 3);
        } else {
            QCOMPARE_GT(number(incident, "auth_failures"), 100);
        }
    }
    QCOMPARE(found, kinds);
    const qint64 relayed = sum(rows(made, "clients"), "relayed");
    QCOMPARE(relayed > 100, list.contains("relay"));
}

void TestGenerator::stolenAccountTellsItsStory()
{
    const Made made = make("--days 3 --users 40 --incident stolen --failed-names --spam 2000 --time rfc3339");
    const QJsonObject incident = rows(made, "incidents").first().toObject();
    const QString subject = incident[QLatin1String("subject")].toString();
    const QJsonObject user = rowOf(rows(made, "users"), "user", subject);
    QCOMPARE_GE(number(incident, "recipients"), 2000);
    QCOMPARE_LE(number(incident, "recipients"), 2100);
    QCOMPARE_GE(number(user, "recipients"), number(incident, "recipients"));
    QCOMPARE_GT(number(user, "senders"), 20);
    QCOMPARE_GT(user[QLatin1String("clients")].toArray().size(), 20);
    QCOMPARE_GT(number(user, "bounced"), 100);
    QCOMPARE_GT(number(user, "queued"), 20);
    // First the guesses, then the first success at night, then the spam in the night after.
    QVERIFY(incident[QLatin1String("first_failure")].toString().startsWith(QLatin1String("2026-06-01T11:")));
    QCOMPARE(incident[QLatin1String("first")].toString().first(16), QStringLiteral("2026-06-02T00:41"));
    QVERIFY(incident[QLatin1String("last")].toString().startsWith(QLatin1String("2026-06-03T0")));
}

void TestGenerator::cannotWrite()
{
    Options options = parsed("--lines 10");
    options.output = m_folder.filePath(QStringLiteral("missing/mail.log")).toStdString();
    const auto summary = generate(options);
    QVERIFY(!summary.has_value());
    QVERIFY(QString::fromStdString(summary.error()).contains(QLatin1String("missing/mail.log")));
    QVERIFY(!generate(Options()).has_value());
    options = parsed("--lines 10 --zone Nowhere/AtAll");
    QVERIFY(!generate(options).has_value());
}

QTEST_GUILESS_MAIN(TestGenerator)

#include "tst_generator.moc"
