// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <poll.h>
#include <pty.h>
#include <unistd.h>

/// The program as a whole, as a script or a person at a terminal starts it.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void version();
    void language_data();
    void language();
    void usage_data();
    void usage();
    void withoutDisplay();
    void window_data();
    void window();
    void windowIsMissing();
    void json();
    void standardInput();
    void output();
    void outputIsALog();
    void outputIsALogOfAFolder();
    void range_data();
    void range();
    void zone();
    void badInputs_data();
    void badInputs();
    void saysInItsOwnWordsWhatIsDamaged();
    void badInputsInReport();
    void sameWithAnyNumberOfThreads();
    void readerLeaves();
    void progress_data();
    void progress();
    void interrupted_data();
    void interrupted();

private:
    struct Result {
        int status = -1; ///< -1: ended by a signal
        QByteArray output;
        QByteArray errors;

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    };
    [[nodiscard]] Result run(const QStringList &arguments, const QByteArray &input = {},
                             const QStringList &environment = {}) const;
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] std::unique_ptr<QProcess> startReadingForever(const QStringList &arguments) const;

    QTemporaryDir m_folder;
};

namespace
{

/// Three mails on two days: two of admin with a failed login before, one that was refused, one from outside.
constexpr char Log[] =
    R"(2026-06-13T22:10:00.000000+02:00 mail postfix/smtpd[100]: connect from unknown[203.0.113.9]
2026-06-13T22:10:01.000000+02:00 mail postfix/smtpd[100]: warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: authentication failure, sasl_username=admin
2026-06-13T22:10:05.000000+02:00 mail postfix/smtpd[100]: 1A2B3C4D5E: client=unknown[203.0.113.9], sasl_method=LOGIN, sasl_username=admin
2026-06-13T22:10:05.100000+02:00 mail postfix/cleanup[101]: 1A2B3C4D5E: message-id=<one@acme.tld>
2026-06-13T22:10:05.200000+02:00 mail postfix/qmgr[102]: 1A2B3C4D5E: from=<info@acme.tld>, size=1000, nrcpt=2 (queue active)
2026-06-13T22:10:06.000000+02:00 mail postfix/smtp[103]: 1A2B3C4D5E: to=<a@example.com>, relay=mx.example.com[198.51.100.1]:25, delay=1, delays=0.1/0/0.5/0.4, dsn=2.0.0, status=sent (250 OK)
2026-06-13T22:10:06.100000+02:00 mail postfix/smtp[103]: 1A2B3C4D5E: to=<b@example.com>, relay=mx.example.com[198.51.100.1]:25, delay=1, delays=0.1/0/0.5/0.4, dsn=5.1.1, status=bounced (host mx.example.com[198.51.100.1] said: 550 5.1.1 unknown)
2026-06-13T22:10:06.200000+02:00 mail postfix/qmgr[102]: 1A2B3C4D5E: removed
2026-06-13T22:10:07.000000+02:00 mail postfix/smtpd[100]: disconnect from unknown[203.0.113.9] ehlo=1 auth=1/2 mail=1 rcpt=2 data=1 quit=1 commands=7/8
2026-06-14T09:00:00.000000+02:00 mail postfix/smtpd[110]: connect from mx.example.net[192.0.2.7]
2026-06-14T09:00:01.000000+02:00 mail postfix/smtpd[110]: NOQUEUE: reject: RCPT from mx.example.net[192.0.2.7]: 554 5.7.1 <x@example.org>: Relay access denied; from=<s@example.net> to=<x@example.org> proto=ESMTP helo=<mx.example.net>
2026-06-14T09:00:02.000000+02:00 mail postfix/smtpd[110]: 2B3C4D5E6F: client=mx.example.net[192.0.2.7]
2026-06-14T09:00:02.100000+02:00 mail postfix/cleanup[111]: 2B3C4D5E6F: message-id=<two@example.net>
2026-06-14T09:00:02.200000+02:00 mail postfix/qmgr[102]: 2B3C4D5E6F: from=<s@example.net>, size=2000, nrcpt=1 (queue active)
2026-06-14T09:00:03.000000+02:00 mail postfix/lmtp[112]: 2B3C4D5E6F: to=<admin@acme.tld>, relay=127.0.0.1[127.0.0.1]:2400, delay=1, delays=0.1/0/0.5/0.4, dsn=2.1.5, status=sent (250 2.1.5 Ok)
2026-06-14T09:00:03.100000+02:00 mail postfix/qmgr[102]: 2B3C4D5E6F: removed
2026-06-14T09:30:00.000000+02:00 mail postfix/smtpd[120]: 3C4D5E6F70: client=unknown[203.0.113.9], sasl_method=LOGIN, sasl_username=admin
2026-06-14T09:30:00.100000+02:00 mail postfix/cleanup[121]: 3C4D5E6F70: message-id=<three@acme.tld>
2026-06-14T09:30:00.200000+02:00 mail postfix/qmgr[102]: 3C4D5E6F70: from=<info@acme.tld>, size=1000, nrcpt=1 (queue active)
2026-06-14T09:30:05.000000+02:00 mail postfix/smtp[123]: 3C4D5E6F70: to=<c@example.com>, relay=none, delay=5, delays=0.1/0/5/0, dsn=4.4.1, status=deferred (connect to mx.example.com[198.51.100.1]:25: Connection timed out)
)";

/// A terminal without a screen.
class Terminal
{
public:
    Terminal() { m_isOpen = ::openpty(&m_outer, &m_inner, nullptr, nullptr, nullptr) == 0; }
    ~Terminal()
    {
        ::close(m_outer);
        ::close(m_inner);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// What a program writes to.
    [[nodiscard]] int inner() const { return m_inner; }
    /// What was written until now.
    [[nodiscard]] QByteArray read() const
    {
        QByteArray text;
        pollfd waiting{.fd = m_outer, .events = POLLIN, .revents = 0};
        while (::poll(&waiting, 1, 100) > 0) {
            QByteArray part(4096, Qt::Uninitialized);
            part.truncate(std::max<ssize_t>(::read(m_outer, part.data(), 4096), 0));
            text += part;
        }
        return text;
    }

private:
    int m_outer = -1;
    int m_inner = -1;
    bool m_isOpen = false;
};

} // namespace

void TestProgram::initTestCase()
{
    QVERIFY(m_folder.isValid());
    write(QStringLiteral("mail.log"), Log);
    write(QStringLiteral("empty.log"), {});
    write(QStringLiteral("poem.txt"), QByteArray("Roses are red, violets are blue.\n").repeated(50));
    write(QStringLiteral("noise.bin"), QByteArray("\x00\x01\x02\xff\xfe\x00\x7f\x80", 8).repeated(500));
}

TestProgram::Result TestProgram::run(const QStringList &arguments, const QByteArray &input,
                                     const QStringList &environment) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        variables.remove(QLatin1StringView(name));
    }
    for (const QString &each : environment) {
        variables.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
    }
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(LIMIER_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

void TestProgram::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

void TestProgram::version()
{
    const Result result = run({QStringLiteral("--version")});
    QCOMPARE(result.status, 0);
    QVERIFY(QRegularExpression(QStringLiteral("^limier \\d+\\.\\d+\\.\\d+\n$"))
                .match(QString::fromUtf8(result.output))
                .hasMatch());
    QCOMPARE(result.errors, QByteArray());
}

void TestProgram::language_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isFrench");
    QTest::newRow("nothing") << QStringList() << QStringList() << false;
    QTest::newRow("C") << QStringList{QStringLiteral("LC_ALL=C")} << QStringList() << false;
    QTest::newRow("french") << QStringList{QStringLiteral("LANG=fr_FR.UTF-8")} << QStringList() << true;
    QTest::newRow("french messages") << QStringList{QStringLiteral("LC_MESSAGES=fr_CA.UTF-8")} << QStringList() << true;
    QTest::newRow("LANGUAGE") << QStringList{QStringLiteral("LANG=en_US.UTF-8"), QStringLiteral("LANGUAGE=fr:en")}
                              << QStringList() << true;
    QTest::newRow("option fr") << QStringList{QStringLiteral("LANG=en_US.UTF-8")}
                               << QStringList{QStringLiteral("--lang"), QStringLiteral("fr")} << true;
    QTest::newRow("option en") << QStringList{QStringLiteral("LC_ALL=fr_FR.UTF-8")}
                               << QStringList{QStringLiteral("--lang=en")} << false;
}

void TestProgram::language()
{
    QFETCH(const QStringList, environment);
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, isFrench);
    const Result help = run(arguments + QStringList{QStringLiteral("--help")}, {}, environment);
    QCOMPARE(help.status, 0);
    QVERIFY2(help.output.startsWith(isFrench ? "Utilisation" : "Usage: limier"), help.output.constData());
    QCOMPARE(help.errors, QByteArray());
    const Result report =
        run(arguments + QStringList{QStringLiteral("--report=md"), QStringLiteral("mail.log")}, {}, environment);
    QCOMPARE(report.status, 0);
    QVERIFY2(report.output.startsWith(isFrench ? "# Rapport de Limier" : "# Limier report"), report.output.constData());
    const Result missing =
        run(arguments + QStringList{QStringLiteral("--report=md"), QStringLiteral("none.log")}, {}, environment);
    QVERIFY2(missing.errors.contains(isFrench ? "» n’existe pas." : "” does not exist."), missing.errors.constData());
}

void TestProgram::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("errors");
    QTest::newRow("nothing") << QStringList() << QByteArray("Usage: limier");
    QTest::newRow("no path") << QStringList{QStringLiteral("--report=json")} << QByteArray("limier: No log was given");
    QTest::newRow("html") << QStringList{QStringLiteral("--report"), QStringLiteral("html"), QStringLiteral("mail.log")}
                          << QByteArray("limier: There is no report in the form “html”");
    QTest::newRow("backward range") << QStringList{QStringLiteral("--since"), QStringLiteral("2026-06-14"),
                                                   QStringLiteral("--until"), QStringLiteral("2026-06-13"),
                                                   QStringLiteral("mail.log")}
                                    << QByteArray("limier: Nothing lies between --since and --until");
}

void TestProgram::usage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, errors);
    const Result result = run(arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(result.errors.startsWith(errors), result.errors.constData());
}

void TestProgram::withoutDisplay()
{
    const Result result = run({QStringLiteral("mail.log")});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.output.startsWith("# Limier report"), result.output.constData());
    QVERIFY2(result.errors.startsWith("limier: There is no display for a window"), result.errors.constData());
    const Result asked = run({QStringLiteral("--report=md"), QStringLiteral("mail.log")});
    QCOMPARE(asked.output, result.output);
    QCOMPARE(asked.errors, QByteArray());
}

void TestProgram::window_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isWindow");
    const QString log = QStringLiteral("mail.log");
    QTest::newRow("nothing") << QStringList() << true;
    QTest::newRow("a log") << QStringList{log} << true;
    QTest::newRow("a log that is not there") << QStringList{QStringLiteral("none.log")} << true;
    QTest::newRow("language and zone") << QStringList{QStringLiteral("--lang=fr"), QStringLiteral("--timezone=UTC"),
                                                      log}
                                       << true;
    QTest::newRow("report") << QStringList{QStringLiteral("--report=json"), log} << false;
    QTest::newRow("since") << QStringList{QStringLiteral("--since=1d"), log} << false;
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << false;
    QTest::newRow("wrong") << QStringList{QStringLiteral("--foo"), log} << false;
}

/// Where there is a display.
void TestProgram::window()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, isWindow);
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    variables.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(LIMIER_PROGRAM), arguments);
    QCOMPARE(process.waitForFinished(isWindow ? 1000 : 20000), !isWindow);
    if (isWindow) {
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        process.kill();
        QVERIFY(process.waitForFinished());
    }
}

/// The command alone, as a package without the window would install it.
void TestProgram::windowIsMissing()
{
    const QString alone = m_folder.filePath(QStringLiteral("limier"));
    QVERIFY(QFile::copy(QStringLiteral(LIMIER_PROGRAM), alone));
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(variables);
    process.start(alone, {QStringLiteral("mail.log")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.startsWith("limier: The window cannot be opened: its program “")
                 && errors.contains("/limier-window”"),
             errors.constData());
    process.start(alone, {QStringLiteral("--report=json"), QStringLiteral("mail.log")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::json()
{
    const Result result = run({QStringLiteral("--report"), QStringLiteral("json"), QStringLiteral("mail.log")});
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    const QJsonObject json = result.json();
    QCOMPARE(json[u"inputs"].toArray().size(), 1);
    QCOMPARE(json[u"inputs"][0][u"path"].toString(), QStringLiteral("mail.log"));
    QCOMPARE(json[u"inputs"][0][u"bytes"].toInteger(), qint64{sizeof Log - 1});
    QCOMPARE(json[u"inputs"][0][u"first"].toString(), QStringLiteral("2026-06-13T20:10:00Z"));
    QCOMPARE(json[u"inputs"][0][u"last"].toString(), QStringLiteral("2026-06-14T07:30:05Z"));
    const QJsonObject totals = json[u"totals"].toObject();
    const QJsonObject expected{{QStringLiteral("lines"), 20},
                               {QStringLiteral("postfix_lines"), 20},
                               {QStringLiteral("unrecognised_lines"), 0},
                               {QStringLiteral("messages"), 3},
                               {QStringLiteral("recipients"), 4},
                               {QStringLiteral("sent"), 2},
                               {QStringLiteral("deferred"), 1},
                               {QStringLiteral("bounced"), 1},
                               {QStringLiteral("expired"), 0},
                               {QStringLiteral("rejected"), 1},
                               {QStringLiteral("auth_failures"), 1}};
    QCOMPARE(totals, expected);
    const QJsonObject admin = json[u"users"][0].toObject();
    QCOMPARE(admin[u"user"].toString(), QStringLiteral("admin"));
    QCOMPARE(admin[u"messages"].toInt(), 2);
    QCOMPARE(admin[u"recipients"].toInt(), 3);
    QCOMPARE(admin[u"auth_failures"].toInt(), 1);
    QCOMPARE(admin[u"clients"].toArray(), QJsonArray{QStringLiteral("203.0.113.9")});
    QCOMPARE(json[u"clients"][0][u"authenticated"].toInt(), 2);
    QCOMPARE(json[u"senders"][0][u"sender"].toString(), QStringLiteral("info@acme.tld"));
    QVERIFY(!json[u"cancelled"].toBool(true));
}

void TestProgram::standardInput()
{
    const Result file = run({QStringLiteral("--report=json"), QStringLiteral("mail.log")});
    const Result input = run({QStringLiteral("--report=json"), QStringLiteral("-")}, Log);
    QCOMPARE(input.status, 0);
    for (const char *key : {"totals", "users", "clients", "senders"}) {
        QCOMPARE(input.json()[QLatin1StringView(key)], file.json()[QLatin1StringView(key)]);
    }
    QCOMPARE(run({QStringLiteral("-")}).status, 2);
}

void TestProgram::output()
{
    const QStringList arguments{QStringLiteral("--report"), QStringLiteral("csv"), QStringLiteral("mail.log")};
    const Result printed = run(arguments);
    const Result written = run(arguments + QStringList{QStringLiteral("--output"), QStringLiteral("out.csv")});
    QCOMPARE(written.status, 0);
    QCOMPARE(written.output, QByteArray());
    QFile file(m_folder.filePath(QStringLiteral("out.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), printed.output);
    QVERIFY(printed.output.contains("\r\nuser,admin,,2,"));
    const Result failed = run({QStringLiteral("--output=none/out.md"), QStringLiteral("mail.log")});
    QCOMPARE(failed.status, 2);
    QVERIFY2(failed.errors.startsWith("limier: “none/out.md” cannot be written: "), failed.errors.constData());
}

void TestProgram::outputIsALog()
{
    const Result result = run({QStringLiteral("--output=./mail.log"), QStringLiteral("mail.log")});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("is one of the logs"), result.errors.constData());
    QFile file(m_folder.filePath(QStringLiteral("mail.log")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(Log));
}

void TestProgram::outputIsALogOfAFolder()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("logs")));
    const QString path = m_folder.filePath(QStringLiteral("logs/mail.log"));
    QVERIFY(QFile::copy(m_folder.filePath(QStringLiteral("mail.log")), path));
    const Result result = run({QStringLiteral("--output=logs/mail.log"), QStringLiteral("logs")});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("is one of the logs"), result.errors.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(Log));
}

void TestProgram::range_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("messages");
    QTest::newRow("all") << QStringList() << 3;
    QTest::newRow("since the second day") << QStringList{QStringLiteral("--since=2026-06-14")} << 2;
    QTest::newRow("the first day") << QStringList{QStringLiteral("--until=2026-06-13")} << 1;
    QTest::newRow("one hour before the end") << QStringList{QStringLiteral("--since=20m")} << 1;
    QTest::newRow("an instant") << QStringList{QStringLiteral("--since=2026-06-14T07:00:02Z"),
                                               QStringLiteral("--until=2026-06-14 09:30")}
                                << 1;
    QTest::newRow("long ago") << QStringList{QStringLiteral("--until=2020-01-01")} << 0;
}

void TestProgram::range()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, messages);
    const QStringList fixed{QStringLiteral("--report=json"), QStringLiteral("--timezone=Europe/Paris"),
                            QStringLiteral("mail.log")};
    const Result result = run(arguments + fixed);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.json()[u"totals"][u"messages"].toInt(-1), messages);
}

void TestProgram::zone()
{
    const Result result = run({QStringLiteral("--timezone=Asia/Tokyo"), QStringLiteral("mail.log")});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.output.contains("- Logged: from 2026-06-14 05:10:00 +09:00 to 2026-06-14 16:30:05 +09:00\n"),
             result.output.constData());
}

void TestProgram::badInputs_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<int>("statusBesideGood");
    QTest::newRow("missing") << QStringLiteral("none.log") << QByteArray("” does not exist.") << 3;
    QTest::newRow("empty") << QStringLiteral("empty.log") << QByteArray("” is empty.") << 0;
    QTest::newRow("no log") << QStringLiteral("poem.txt") << QByteArray("nothing in it comes from a mail server") << 3;
    QTest::newRow("binary") << QStringLiteral("noise.bin") << QByteArray("holds neither text nor") << 3;
    QTest::newRow("hostile name") << QStringLiteral("\x1b[2Jnone") << QByteArray(R"(“\x1b[2Jnone” does not exist.)")
                                  << 3;
}

void TestProgram::badInputs()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, sentence);
    QFETCH(const int, statusBesideGood);
    const Result alone = run({QStringLiteral("--report=md"), path});
    QCOMPARE(alone.status, 2);
    QVERIFY2(alone.errors.startsWith("limier: ") && alone.errors.contains(sentence), alone.errors.constData());
    QVERIFY(!alone.output.contains('\x1b') && !alone.errors.contains('\x1b'));
    const Result beside = run({QStringLiteral("--report=md"), path, QStringLiteral("mail.log")});
    QCOMPARE(beside.status, statusBesideGood);
    QVERIFY2(beside.errors.contains(sentence), beside.errors.constData());
    QVERIFY(beside.output.contains("`admin`"));
}

void TestProgram::saysInItsOwnWordsWhatIsDamaged()
{
    // "BZh91AY&SY" and what is no block: the library that undoes bzip2 would complain on standard error, too.
    write(QStringLiteral("damaged.log.bz2"), QByteArray("BZh91AY&SY") + QByteArray(200, 'x'));
    const Result result = run({QStringLiteral("--report"), QStringLiteral("json"), QStringLiteral("damaged.log.bz2")});
    QVERIFY(!result.errors.contains("kf.archive"));
    QVERIFY(!result.errors.isEmpty());
    for (const QByteArray &line : result.errors.trimmed().split('\n')) {
        QVERIFY2(line.startsWith("limier: "), line.constData());
    }
}

void TestProgram::badInputsInReport()
{
    const QJsonArray inputs =
        run({QStringLiteral("--report=json"), QStringLiteral("none.log"), QStringLiteral("mail.log")})
            .json()[u"inputs"]
            .toArray();
    QCOMPARE(inputs.size(), 2);
    const auto missing = std::ranges::find_if(
        inputs, [](const QJsonValue &input) { return input[u"path"].toString() == QStringLiteral("none.log"); });
    QVERIFY(missing != inputs.end());
    QCOMPARE((*missing)[u"errors"][0][u"code"].toString(), QStringLiteral("not-found"));
    QCOMPARE((*missing)[u"errors"][0][u"text"].toString(),
             QStringLiteral("“none.log” does not exist. Check the path."));
}

void TestProgram::sameWithAnyNumberOfThreads()
{
    write(QStringLiteral("large.log"), QByteArray(Log).repeated(2000));
    const Result one =
        run({QStringLiteral("--report=json"), QStringLiteral("--threads=1"), QStringLiteral("large.log")});
    const Result four =
        run({QStringLiteral("--report=json"), QStringLiteral("--threads=4"), QStringLiteral("large.log")});
    QCOMPARE(one.status, 1); // so much failing mail is suspicious
    QCOMPARE(one.json()[u"totals"][u"messages"].toInt(), 6000);
    QVERIFY(one.output == four.output);
}

void TestProgram::readerLeaves()
{
    QProcess shell;
    shell.setWorkingDirectory(m_folder.path());
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("'%1' --report json mail.log | true").arg(QStringLiteral(LIMIER_PROGRAM))});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
}

void TestProgram::progress_data()
{
    QTest::addColumn<QString>("terminal");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("xterm") << QStringLiteral("xterm") << true;
    QTest::newRow("dumb") << QStringLiteral("dumb") << false;
}

void TestProgram::progress()
{
    QFETCH(const QString, terminal);
    QFETCH(const bool, isShown);
    const Terminal errors;
    QVERIFY(errors.isOpen());
    QElapsedTimer time;
    time.start();
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("TERM"), terminal);
    process.setProcessEnvironment(variables);
    process.setChildProcessModifier([&errors] { ::dup2(errors.inner(), STDERR_FILENO); });
    process.start(QStringLiteral(LIMIER_PROGRAM), {QStringLiteral("--report=json"), QStringLiteral("-")});
    for (int i = 0; i < 10; ++i) {
        process.write(QByteArray(Log).repeated(1000));
        QTest::qWait(100);
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1); // so much failing mail is suspicious
    const QByteArray drawn = errors.read();
    if (!isShown) {
        QCOMPARE(drawn, QByteArray());
        return;
    }
    QVERIFY2(drawn.contains(" MB read, ") && drawn.contains(" lines  "), drawn.constData());
    QVERIFY2(drawn.endsWith("\r\x1b[K"), "the line of the progress is not erased");
    QVERIFY(!drawn.contains('\n'));
    QVERIFY2(drawn.count('\r') <= time.elapsed() * 20 / 1000 + 2, "more than twenty times a second");
}

std::unique_ptr<QProcess> TestProgram::startReadingForever(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(LIMIER_PROGRAM), arguments + QStringList{QStringLiteral("-")});
    process->write(QByteArray(Log).repeated(1000));
    while (process->bytesToWrite() > 0 && process->waitForBytesWritten()) { }
    // It has read the text, and waits for more.
    QTest::qWait(300);
    return process;
}

void TestProgram::interrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("ctrl-c") << SIGINT;
    QTest::newRow("kill") << SIGTERM;
}

void TestProgram::interrupted()
{
    QFETCH(const int, signal);
    const auto handler = std::signal(signal, SIG_DFL);
    std::signal(signal, handler);
    if (handler == SIG_IGN) {
        QSKIP("whoever started this test has the signal ignored");
    }
    const auto process = startReadingForever({QStringLiteral("--report=json")});
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), signal), 0);
    QVERIFY2(process->waitForFinished(5000), "Ctrl-C was not obeyed while waiting for standard input");
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 3);
    const QJsonObject json = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
    QVERIFY(json[u"cancelled"].toBool());
    QVERIFY(json[u"totals"][u"messages"].toInt() > 0);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
