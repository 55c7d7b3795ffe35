// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportbuilder.h"

#include "core/logfolder.h"

#include <QTest>

#include <format>
#include <string>
#include <vector>

using namespace limier;

class TestReportBuilder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsInputs();
    void ordersUsersClientsAndSenders();
    void leavesOutWhoDidNothing();
    void keepsToARange();
    void listsGapsByFileAndLine();
    void keepsTheMostActiveSenders();
};

namespace
{

std::string line(std::string_view clock, std::string_view text)
{
    return std::format("2026-06-01T{}Z mx {}\n", clock, text);
}

/// A mail of one recipient.
std::string mail(std::string_view clock, std::string_view id, std::string_view client, std::string_view user,
                 std::string_view sender)
{
    return line(clock,
                std::format("postfix/smtpd[1]: {}: client={}{}{}", id, client,
                            user.empty() ? "" : ", sasl_method=PLAIN, sasl_username=", user))
        + line(clock, std::format("postfix/qmgr[2]: {}: from=<{}>, size=1, nrcpt=1 (queue active)", id, sender))
        + line(clock,
               std::format("postfix/smtp[3]: {}: to=<x@y>, relay=y[198.51.100.1]:25, delay=1, "
                           "delays=0/0/0/1, dsn=2.0.0, status=sent (ok)",
                           id))
        + line(clock, std::format("postfix/qmgr[2]: {}: removed", id));
}

template <typename Record>
std::vector<std::string> column(const std::vector<Record> &records, std::string Record::*member)
{
    std::vector<std::string> names;
    for (const Record &record : records) {
        names.push_back(record.*member);
    }
    return names;
}

using Names = std::vector<std::string>;

constexpr UtcSeconds Midnight = 1780272000; // 2026-06-01T00:00:00Z

std::string day()
{
    return mail("08:00:00", "A10001", "pc[192.0.2.9]", "zoe", "zoe@acme")
        + mail("09:00:00", "A10002", "pc[192.0.2.10]", "al", "al@acme")
        + mail("10:00:00", "A10003", "pc[192.0.2.10]", "al", "")
        + mail("11:00:00", "A10004", "pc[192.0.2.1]", "Bob", "zoe@acme")
        + mail("12:00:00", "A10005", "box[192.0.2.10]", "", "box@acme")
        + line("13:00:00",
               "postfix/smtpd[1]: warning: bad[203.0.113.7]: SASL LOGIN authentication failed: x, "
               "sasl_username=nobody");
}

} // namespace

void TestReportBuilder::listsInputs()
{
    const LogFolder folder;
    folder.write(day());
    const RefusedInput refused{"missing.log", {.code = ErrorCode::NotFound, .subject = "missing.log"}};
    const Report report = buildReport(*folder.load(), {refused});
    QCOMPARE(report.inputs.size(), 2U);
    QCOMPARE(report.inputs[0].path, folder.path().toStdString());
    QCOMPARE(report.inputs[0].bytes, static_cast<std::uint64_t>(day().size()));
    QCOMPARE(report.inputs[0].lines, 21U);
    QCOMPARE(report.inputs[0].first, Midnight + 8 * 3600);
    QCOMPARE(report.inputs[0].last, Midnight + 13 * 3600);
    QVERIFY(report.inputs[0].errors.empty());
    QCOMPARE(report.inputs[1].path, std::string("missing.log"));
    QCOMPARE(report.inputs[1].errors, std::vector{refused.error});
    QCOMPARE(report.inputs[1].first, NoTime);
    QCOMPARE(report.timezone, std::string("UTC"));
    QCOMPARE(report.totals.lines, 21U);
    QCOMPARE(report.totals.messages, 5U);
    QCOMPARE(report.totals.outcome.sent, 5U);
    QCOMPARE(report.totals.authFailures, 1U);
}

void TestReportBuilder::ordersUsersClientsAndSenders()
{
    const LogFolder folder;
    folder.write(day());
    const Report report = buildReport(*folder.load(), {});
    // By messages, then by the bytes of the name: upper case before lower case.
    QCOMPARE(column(report.users, &Report::User::user), (Names{"al", "Bob", "zoe", "nobody"}));
    QCOMPARE(column(report.clients, &Report::Client::ip),
             (Names{"192.0.2.10", "192.0.2.1", "192.0.2.9", "203.0.113.7"}));
    QCOMPARE(column(report.senders, &Report::Sender::sender), (Names{"zoe@acme", "", "al@acme", "box@acme"}));
    const Report::Client &first = report.clients.front();
    QCOMPARE(first.name, std::string("box")); // the last one logged
    QCOMPARE(first.messages, 3U);
    QCOMPARE(first.authenticated, 2U);
    QCOMPARE(first.unauthenticated, 1U);
    QCOMPARE(first.relayed, 1U);
    QCOMPARE(first.users, Names{"al"});
    QCOMPARE(report.users.front().clients, Names{"192.0.2.10"});
    QCOMPARE(report.users.front().senders, 2U);
    QCOMPARE(report.users.front().first, Midnight + 9 * 3600);
    QCOMPARE(report.users.front().last, Midnight + 10 * 3600);
    QCOMPARE(report.users.back().first, NoTime);
    QCOMPARE(report.users.back().authFailures, 1U);
    QCOMPARE(report.senders.front().users, 2U);
    QCOMPARE(report.senders.front().clients, 2U);
}

void TestReportBuilder::leavesOutWhoDidNothing()
{
    const LogFolder folder;
    // A client that only connected, and an address that only received.
    folder.write(day() + line("14:00:00", "postfix/smtpd[1]: disconnect from idle[192.0.2.77] auth=1 commands=1"));
    const auto index = folder.load();
    QVERIFY(index->findClient("192.0.2.77").has_value());
    const Report report = buildReport(*index, {});
    QVERIFY(!std::ranges::contains(column(report.clients, &Report::Client::ip), "192.0.2.77"));
    QVERIFY(!std::ranges::contains(column(report.senders, &Report::Sender::sender), "x@y"));
}

void TestReportBuilder::keepsToARange()
{
    const LogFolder folder;
    folder.write(day());
    const auto index = folder.load();
    const Report report = buildReport(*index, {}, Midnight + 9 * 3600, Midnight + 11 * 3600);
    QCOMPARE(report.since, Midnight + 9 * 3600);
    QCOMPARE(report.until, Midnight + 11 * 3600);
    QCOMPARE(report.totals.messages, 2U);
    QCOMPARE(report.totals.authFailures, 0U);
    QCOMPARE(report.totals.lines, 21U);
    QCOMPARE(column(report.users, &Report::User::user), Names{"al"});
    QCOMPARE(column(report.clients, &Report::Client::ip), Names{"192.0.2.10"});
    // Limits beyond what the index can hold are no limits.
    QCOMPARE(buildReport(*index, {}, -5, std::numeric_limits<UtcSeconds>::max()).totals.messages, 5U);
    QCOMPARE(buildReport(*index, {}, Midnight + 86400, Midnight).totals.messages, 0U);
}

void TestReportBuilder::listsGapsByFileAndLine()
{
    const LogFolder folder;
    const std::string gap = line("15:00:00", "rsyslogd: imuxsock lost 145 messages from pid 1 due to rate-limiting");
    folder.write(day() + gap, QStringLiteral("a.log"));
    folder.write("2026-06-02T00:00:00Z mx systemd-journald[3]: Suppressed 7 messages from postfix\n"
                 "2026-06-02T00:00:01Z mx postfix/qmgr[2]: A10009: removed\n",
                 QStringLiteral("b.log"));
    const Report report = buildReport(*folder.load(), {});
    QCOMPARE(report.gaps.size(), 2U);
    QCOMPARE(report.gaps[0].path, folder.path(QStringLiteral("a.log")).toStdString());
    QCOMPARE(report.gaps[0].line, 22U);
    QCOMPARE(report.gaps[0].lost, 145U);
    QCOMPARE(report.gaps[1].path, folder.path(QStringLiteral("b.log")).toStdString());
    QCOMPARE(report.gaps[1].line, 1U);
    QCOMPARE(report.gaps[1].lost, 7U);
}

void TestReportBuilder::keepsTheMostActiveSenders()
{
    std::string text;
    for (std::size_t i = 0; i < MostSenders + 5; ++i) {
        text += line("08:00:00",
                     std::format("postfix/qmgr[2]: B{:06X}: from=<{:06}@acme>, size=1, nrcpt=1 (queue active)", i, i));
    }
    text += line("09:00:00", "postfix/qmgr[2]: AFFFFF: from=<zz@acme>, size=1, nrcpt=1 (queue active)");
    text += line("09:00:00", "postfix/qmgr[2]: AFFFFE: from=<zz@acme>, size=1, nrcpt=1 (queue active)");
    const LogFolder folder;
    folder.write(text);
    const Report report = buildReport(*folder.load(), {});
    QCOMPARE(report.senders.size(), MostSenders);
    QCOMPARE(report.senders[0].sender, std::string("zz@acme"));
    QCOMPARE(report.senders[0].messages, 2U);
    QCOMPARE(report.senders[1].sender, std::string("000000@acme"));
    QCOMPARE(report.senders.back().sender, std::format("{:06}@acme", MostSenders - 2));
    QCOMPARE(report.totals.messages, static_cast<std::uint64_t>(MostSenders + 7));
}

QTEST_GUILESS_MAIN(TestReportBuilder)
#include "tst_reportbuilder.moc"
