// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QTest>

using namespace limier;

using Kind = UsageError::Kind;
using Action = CommandLine::Action;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything();
    void defaults();
    void forms_data();
    void forms();
    void actions_data();
    void actions();
    void paths_data();
    void paths();
    void errors_data();
    void errors();
    void servers();
    void languageBehindAnError();
};

namespace
{

/// Words separated by a space.
CommandLine parsed(const QByteArray &words)
{
    const QByteArrayList list = words.isEmpty() ? QByteArrayList() : words.split(' ');
    std::vector<std::string_view> arguments;
    for (const QByteArray &word : list) {
        arguments.emplace_back(word.constData(), static_cast<std::size_t>(word.size()));
    }
    return parseCommandLine(arguments);
}

} // namespace

void TestCommandLine::everything()
{
    const CommandLine line = parsed("--report json --output out.json --since 2026-06-14 --until=24h --timezone "
                                    "Europe/Paris --lang fr --threads 3 a.log b.log");
    QVERIFY(!line.error);
    QCOMPARE(line.action, Action::Report);
    QCOMPARE(line.form, ReportForm::Json);
    QCOMPARE(line.output, std::string("out.json"));
    QVERIFY(line.since == TimeArgument::parse("2026-06-14"));
    QVERIFY(line.until == TimeArgument::parse("24h"));
    QCOMPARE(line.timezone, std::string("Europe/Paris"));
    QVERIFY(line.language == Language::French);
    QCOMPARE(line.threads, 3U);
    QCOMPARE(line.paths, (std::vector<std::string>{"a.log", "b.log"}));
}

void TestCommandLine::defaults()
{
    const CommandLine line = parsed("/var/log");
    QVERIFY(!line.error);
    QCOMPARE(line.action, Action::Open);
    QCOMPARE(line.form, ReportForm::Markdown);
    QVERIFY(line.output.empty());
    QVERIFY(!line.since && !line.until && !line.language);
    QVERIFY(line.timezone.empty());
    QCOMPARE(line.threads, 0U);
}

void TestCommandLine::forms_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<ReportForm>("form");
    QTest::newRow("md") << QByteArray("--report md a") << ReportForm::Markdown;
    QTest::newRow("csv") << QByteArray("a --report csv") << ReportForm::Csv;
    QTest::newRow("json with =") << QByteArray("--report=json a") << ReportForm::Json;
    QTest::newRow("the last counts") << QByteArray("--report json --report csv a") << ReportForm::Csv;
}

void TestCommandLine::forms()
{
    QFETCH(const QByteArray, words);
    QFETCH(const ReportForm, form);
    const CommandLine line = parsed(words);
    QVERIFY(!line.error);
    QCOMPARE(line.form, form);
}

void TestCommandLine::actions_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<Action>("action");
    QTest::newRow("help") << QByteArray("--help") << Action::Help;
    QTest::newRow("short help") << QByteArray("-h") << Action::Help;
    QTest::newRow("help with the rest") << QByteArray("--report json a --help") << Action::Help;
    QTest::newRow("version") << QByteArray("--version") << Action::Version;
    QTest::newRow("nothing") << QByteArray() << Action::Open;
    QTest::newRow("a path") << QByteArray("a") << Action::Open;
    QTest::newRow("what a window needs too") << QByteArray("--lang fr --timezone UTC a") << Action::Open;
    QTest::newRow("report") << QByteArray("--report md a") << Action::Report;
    QTest::newRow("output") << QByteArray("a --output=b") << Action::Report;
    QTest::newRow("since") << QByteArray("--since 24h a") << Action::Report;
    QTest::newRow("until") << QByteArray("--until 2026-06-14 a") << Action::Report;
    QTest::newRow("threads") << QByteArray("--threads 2 a") << Action::Report;
    QTest::newRow("server") << QByteArray("--server box") << Action::Open;
    QTest::newRow("server since") << QByteArray("--since 3d --server box --until 1d") << Action::Open;
    QTest::newRow("server and help") << QByteArray("--server box --help") << Action::Help;
    QTest::newRow("help before an option of the report") << QByteArray("--help --report md") << Action::Help;
}

void TestCommandLine::actions()
{
    QFETCH(const QByteArray, words);
    QFETCH(const Action, action);
    const CommandLine line = parsed(words);
    QVERIFY(!line.error);
    QCOMPARE(line.action, action);
}

void TestCommandLine::paths_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArrayList>("paths");
    QTest::newRow("standard input") << QByteArray("-") << QByteArrayList{"-"};
    QTest::newRow("standard input among files") << QByteArray("a - b") << QByteArrayList{"a", "-", "b"};
    QTest::newRow("behind --") << QByteArray("-- --report -h") << QByteArrayList{"--report", "-h"};
    QTest::newRow("-- twice") << QByteArray("-- --") << QByteArrayList{"--"};
    QTest::newRow("latin 1") << QByteArray("caf\xe9.log") << QByteArrayList{"caf\xe9.log"};
    QTest::newRow("with =") << QByteArray("a=b") << QByteArrayList{"a=b"};
    QTest::newRow("output to -") << QByteArray("--output - a") << QByteArrayList{"a"};
}

void TestCommandLine::paths()
{
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArrayList, paths);
    const CommandLine line = parsed(words);
    QVERIFY(!line.error);
    QVERIFY(line.output.empty());
    QByteArrayList read;
    for (const std::string &path : line.paths) {
        read += QByteArray::fromStdString(path);
    }
    QCOMPARE(read, paths);
}

void TestCommandLine::errors_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<UsageError>("error");
    const auto row = [](const char *name, const char *words, Kind kind, const char *option = "",
                        const char *value = "") {
        QTest::newRow(name) << QByteArray(words) << UsageError{.kind = kind, .option = option, .value = value};
    };
    row("no path", "--report json", Kind::NoPath);
    row("unknown option", "--html a", Kind::UnknownOption, "--html");
    row("unknown short option", "-x a", Kind::UnknownOption, "-x");
    row("unknown with value", "--foo=bar a", Kind::UnknownOption, "--foo");
    row("beginning of an option", "--rep json a", Kind::UnknownOption, "--rep");
    row("form that comes later", "--report html a", Kind::UnknownForm, "--report", "html");
    row("empty form", "--report= a", Kind::UnknownForm, "--report", "");
    row("upper case", "--report JSON a", Kind::UnknownForm, "--report", "JSON");
    row("value missing at the end", "a --since", Kind::MissingValue, "--since");
    row("value missing before an option", "--output --report json a", Kind::MissingValue, "--output");
    row("value too many", "--help=me a", Kind::UnexpectedValue, "--help", "me");
    row("time", "--since yesterday a", Kind::BadTime, "--since", "yesterday");
    row("until", "--until 2026-13-01 a", Kind::BadTime, "--until", "2026-13-01");
    row("zone", "--timezone Europe/Pariss a", Kind::UnknownZone, "--timezone", "Europe/Pariss");
    row("path as a zone", "--timezone ../../etc/passwd a", Kind::UnknownZone, "--timezone", "../../etc/passwd");
    row("language", "--lang de a", Kind::UnknownLanguage, "--lang", "de");
    row("no thread", "--threads 0 a", Kind::BadThreads, "--threads", "0");
    row("fewer than no threads", "--threads -1 a", Kind::BadThreads, "--threads", "-1");
    row("too many threads", "--threads 1025 a", Kind::BadThreads, "--threads", "1025");
    row("more than a number", "--threads 99999999999 a", Kind::BadThreads, "--threads", "99999999999");
    row("no number", "--threads 2x a", Kind::BadThreads, "--threads", "2x");
    row("report of a server", "--server box --report md", Kind::ServerInReport, "--report");
    row("threads for a server", "--threads 2 --server box", Kind::ServerInReport, "--threads");
    row("server and a path", "--server box a", Kind::ServerAndPath);
    row("no server", "--server", Kind::MissingValue, "--server");
    row("empty server", "--server=", Kind::MissingValue, "--server");
    row("the first of two", "--foo --report html", Kind::UnknownOption, "--foo");
}

void TestCommandLine::errors()
{
    QFETCH(const QByteArray, words);
    QFETCH(const UsageError, error);
    const CommandLine line = parsed(words);
    QVERIFY(line.error);
    QCOMPARE(line.error->kind, error.kind);
    QCOMPARE(line.error->option, error.option);
    QCOMPARE(line.error->value, error.value);
}

void TestCommandLine::servers()
{
    const CommandLine line = parsed("--server root@box:2222 --server=[2001:db8::1]:22 --since 24h");
    QVERIFY(!line.error);
    QCOMPARE(line.servers, (std::vector<std::string>{"root@box:2222", "[2001:db8::1]:22"}));
    QVERIFY(line.since == TimeArgument::parse("24h"));
    QVERIFY(line.paths.empty());
}

void TestCommandLine::languageBehindAnError()
{
    const CommandLine line = parsed("--foo --lang fr");
    QVERIFY(line.error);
    QVERIFY(line.language == Language::French);
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
