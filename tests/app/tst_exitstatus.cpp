// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitstatus.h"

#include "report/report.h"

#include <QTest>

using namespace limier;

class TestExitStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status_data();
    void status();
    void suspects_data();
    void suspects();
};

void TestExitStatus::status_data()
{
    QTest::addColumn<std::vector<Report::Input>>("inputs");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<ExitStatus>("status");
    const Report::Input good{.path = "good", .lines = 5};
    const auto bad = [](ErrorCode code, std::uint64_t lines) {
        return Report::Input{.path = "bad", .lines = lines, .errors = {{.code = code, .subject = "bad"}}};
    };
    using Inputs = std::vector<Report::Input>;
    QTest::newRow("all read") << Inputs{good, good} << false << ExitStatus::Clean;
    QTest::newRow("nothing there") << Inputs{} << false << ExitStatus::Failed;
    QTest::newRow("one missing") << Inputs{good, bad(ErrorCode::NotFound, 0)} << false << ExitStatus::Incomplete;
    QTest::newRow("only missing") << Inputs{bad(ErrorCode::NotFound, 0)} << false << ExitStatus::Failed;
    QTest::newRow("only empty") << Inputs{bad(ErrorCode::Empty, 0)} << false << ExitStatus::Failed;
    QTest::newRow("one empty") << Inputs{good, bad(ErrorCode::Empty, 0)} << false << ExitStatus::Clean;
    QTest::newRow("a duplicate") << Inputs{good, bad(ErrorCode::Duplicate, 0)} << false << ExitStatus::Clean;
    QTest::newRow("cut") << Inputs{bad(ErrorCode::TruncatedCompression, 100)} << false << ExitStatus::Incomplete;
    QTest::newRow("grew") << Inputs{bad(ErrorCode::FileGrew, 100)} << false << ExitStatus::Clean;
    QTest::newRow("stopped") << Inputs{good} << true << ExitStatus::Incomplete;
    QTest::newRow("stopped at once") << Inputs{} << true << ExitStatus::Incomplete;
}

void TestExitStatus::status()
{
    QFETCH(const std::vector<Report::Input>, inputs);
    QFETCH(const bool, cancelled);
    QFETCH(const ExitStatus, status);
    Report report;
    report.inputs = inputs;
    report.cancelled = cancelled;
    QCOMPARE(exitStatus(report), status);
}

void TestExitStatus::suspects_data()
{
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<bool>("isCut");
    QTest::addColumn<ExitStatus>("status");
    QTest::newRow("worth a look") << Severity::Low << false << ExitStatus::Clean;
    QTest::newRow("more than that") << Severity::Medium << false << ExitStatus::Suspects;
    QTest::newRow("grave") << Severity::Critical << false << ExitStatus::Suspects;
    QTest::newRow("something is missing") << Severity::Critical << true << ExitStatus::Incomplete;
}

void TestExitStatus::suspects()
{
    QFETCH(const Severity, severity);
    QFETCH(const bool, isCut);
    QFETCH(const ExitStatus, status);
    Report report;
    report.inputs = {{.path = "log", .lines = 5}};
    if (isCut) {
        report.inputs.front().errors = {{.code = ErrorCode::TruncatedCompression, .subject = "log"}};
    }
    report.suspects = {{.subject = "admin", .severity = severity}};
    QCOMPARE(exitStatus(report), status);
}

QTEST_APPLESS_MAIN(TestExitStatus)
#include "tst_exitstatus.moc"
