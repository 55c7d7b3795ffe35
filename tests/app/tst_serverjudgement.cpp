// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trustednetworks.h"
#include "server/serverjudgement.h"

#include <QTest>

using namespace limier;

class TestServerJudgement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wideNetworks_data();
    void wideNetworks();
    void dangerousNetworksAreWide();
    void postfix_data();
    void postfix();
    void nothingToSay();
    void clock_data();
    void clock();
    void disk_data();
    void disk();
    void rightsAndLogs();
};

namespace
{

/// "warning …" or "note …", one a line.
QString shown(const std::vector<ServerJudgement> &judgements)
{
    QStringList lines;
    for (const ServerJudgement &judgement : judgements) {
        lines << QLatin1String(judgement.weight == ServerJudgement::Weight::Warning ? "warning " : "note ")
                + judgement.text;
    }
    return lines.join(u'\n');
}

ServerFacts soundFacts()
{
    ServerFacts facts;
    facts.timezone = "Europe/Paris";
    facts.privilege = Privilege::Root;
    facts.freeBytes = 50;
    facts.diskBytes = 100;
    facts.logs = {{.path = "/var/log/mail.log", .bytes = 5, .isCurrent = true}};
    facts.postfix = {{"mynetworks", "127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128 192.0.2.10/32"},
                     {"smtpd_relay_restrictions", "permit_mynetworks, reject_unauth_destination"},
                     {"smtpd_client_message_rate_limit", "100"}};
    return facts;
}

} // namespace

void TestServerJudgement::wideNetworks_data()
{
    QTest::addColumn<bool>("isWide");
    for (const char *entry : {"10.0.0.0/8", "192.168.0.0/16", "172.16.0.0/12", "192.0.2.0/23", "0.0.0.0/0", "[::]/0",
                              "[2001:db8::]/32", "fd00::/8", "127.0.0.0/7", "[::ffff:10.0.0.0]/104"}) {
        QTest::newRow(entry) << true;
    }
    for (const char *entry : {"127.0.0.0/8", "127.0.0.1", "192.168.1.0/24", "192.0.2.10/32", "192.0.2.10", "[::1]/128",
                              "[::ffff:127.0.0.0]/104", "[fe80::]/10", "[2001:db8::]/64", "hash:/etc/postfix/nets",
                              "cidr:/etc/postfix/nets", "/etc/postfix/nets", "", "10.0.0.0/99", "10.0.0.0/-1",
                              "!10.0.0.0/8", "10.0.0.0/8x", "mail.acme.example"}) {
        QTest::newRow(entry) << false;
    }
}

void TestServerJudgement::wideNetworks()
{
    QTEST(isWideNetwork(QTest::currentDataTag()), "isWide");
}

/// A suspect is not said to come in by an entry that is too wide where the server's card finds nothing wrong with it.
void TestServerJudgement::dangerousNetworksAreWide()
{
    int dangerous = 0;
    for (const char *address : {"0.0.0.0", "8.8.8.8", "10.0.0.0", "127.0.0.0", "172.16.0.0", "192.168.0.0", "[::]",
                                "[::ffff:8.8.8.8]", "[2001:db8::]", "[fc00::]", "[fe80::]"}) {
        for (int length = 0; length <= (address[0] == '[' ? 128 : 32); ++length) {
            const std::string entry = address + ('/' + std::to_string(length));
            const NetworkWidth width = widthOf(parseTrustedNetworks(entry).entries.at(0));
            QVERIFY2(width == NetworkWidth::Fine || isWideNetwork(entry), entry.c_str());
            dangerous += width == NetworkWidth::Fine ? 0 : 1;
        }
    }
    QVERIFY(dangerous > 100);
}

void TestServerJudgement::postfix_data()
{
    QTest::addColumn<std::string>("setting");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *setting, const char *value, const char *begin, const char *part) {
        QTest::addRow("%s = %.60s", setting, value)
            << std::string(setting) << std::string(value) << QString::fromLatin1(begin) << QString::fromUtf8(part);
    };
    row("mynetworks", "127.0.0.0/8, 0.0.0.0/0", "warning mynetworks trusts every address", "(0.0.0.0/0)");
    row("mynetworks", "[::]/0", "warning mynetworks trusts every address", "([::]/0)");
    row("mynetworks", "127.0.0.0/8, 10.0.0.0/8", "warning mynetworks trusts whole networks", "(10.0.0.0/8)");
    row("mynetworks", "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 192.0.2.0/20",
        "warning mynetworks trusts whole networks", "192.168.0.0/16, …)");
    row("mynetworks", "127.0.0.0/8 hash:/etc/postfix/nets", "note mynetworks goes on in tables",
        "hash:/etc/postfix/nets");
    row("mynetworks", "![2001:db8::]/32 0.0.0.0/0", "warning mynetworks trusts every address", "(0.0.0.0/0)");
    row("smtpd_relay_restrictions", "permit_mynetworks", "warning Neither smtpd_relay_restrictions", "open relay");
    row("smtpd_relay_restrictions", "permit, reject_unauth_destination", "warning Neither", "open relay");
    row("smtpd_relay_restrictions", "", "warning Neither", "open relay");
    row("smtpd_client_message_rate_limit", "0", "note Nothing limits", "smtpd_client_message_rate_limit");
    row("relayhost", "[smtp.provider.example]:587", "note All mail", "[smtp.provider.example]:587");
    row("relayhost", "<b>\x1b[2J", "note All mail", "<b>\\x1b[2J");
    row("content_filter", "smtp-amavis:[127.0.0.1]:10024", "note Mail passes", "counted once");
    row("inet_interfaces", "loopback-only", "note It takes mail from itself", "inet_interfaces");
}

void TestServerJudgement::postfix()
{
    QFETCH(const std::string, setting);
    QFETCH(const std::string, value);
    ServerFacts facts = soundFacts();
    std::erase_if(facts.postfix, [&](const PostfixSetting &old) { return old.name == setting; });
    facts.postfix.push_back({setting, value});
    const std::vector<ServerJudgement> judgements = judgePostfix(facts);
    QCOMPARE(judgements.size(), 1U);
    QFETCH(const QString, begin);
    QFETCH(const QString, part);
    QVERIFY2(shown(judgements).startsWith(begin), qPrintable(shown(judgements)));
    QVERIFY2(shown(judgements).contains(part), qPrintable(shown(judgements)));
}

void TestServerJudgement::nothingToSay()
{
    QCOMPARE(shown(judgePostfix(soundFacts())), QString());
    QCOMPARE(shown(judgeServer(soundFacts())), QString());
    // Either list may guard; without Postfix there is nothing to judge.
    ServerFacts facts = soundFacts();
    facts.postfix = {
        {"smtpd_relay_restrictions", ""},
        {"smtpd_recipient_restrictions", "permit_sasl_authenticated,permit_mynetworks,reject_unauth_destination"}};
    QCOMPARE(shown(judgePostfix(facts)), QString());
    facts.postfix.clear();
    QCOMPARE(shown(judgePostfix(facts)), QString());
    facts.postfix = {{"smtpd_sasl_auth_enable", "yes"}, {"smtpd_tls_auth_only", "yes"}};
    QCOMPARE(shown(judgePostfix(facts)), QString());
    facts.postfix = {{"smtpd_sasl_auth_enable", "yes"}, {"smtpd_tls_auth_only", "no"}};
    QVERIFY(shown(judgePostfix(facts)).startsWith(QStringLiteral("note Logins")));
}

void TestServerJudgement::clock_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << qint64{0} << QString();
    QTest::newRow("nearly") << qint64{-5} << QString();
    QTest::newRow("ahead") << qint64{6} << QStringLiteral("warning Its clock is 6 s ahead of this computer's.");
    QTest::newRow("minutes") << qint64{-125}
                             << QStringLiteral("warning Its clock is 2 min 5 s behind this computer's.");
    QTest::newRow("hours") << qint64{3660}
                           << QStringLiteral("warning Its clock is 1 h 1 min ahead of this computer's.");
    QTest::newRow("days") << qint64{-90000} << QStringLiteral("warning Its clock is 1 d 1 h behind this computer's.");
}

void TestServerJudgement::clock()
{
    QFETCH(const qint64, offset);
    ServerFacts facts = soundFacts();
    facts.clockOffset = offset;
    QTEST(shown(judgeServer(facts)), "expected");
}

void TestServerJudgement::disk_data()
{
    QTest::addColumn<quint64>("left");
    QTest::addColumn<quint64>("all");
    QTest::addColumn<bool>("isWarned");
    QTest::newRow("a tenth") << quint64{100} << quint64{1000} << false;
    QTest::newRow("less") << quint64{99} << quint64{1000} << true;
    QTest::newRow("full") << quint64{0} << quint64{1000} << true;
    QTest::newRow("not known") << quint64{0} << quint64{0} << false;
}

void TestServerJudgement::disk()
{
    ServerFacts facts = soundFacts();
    QFETCH(const quint64, left);
    QFETCH(const quint64, all);
    facts.freeBytes = left;
    facts.diskBytes = all;
    QTEST(!judgeServer(facts).empty(), "isWarned");
}

void TestServerJudgement::rightsAndLogs()
{
    ServerFacts facts = soundFacts();
    facts.privilege = Privilege::Unprivileged;
    facts.timezone.clear();
    facts.logs.push_back({.path = "/var/log/mail.log.1", .isReadable = false});
    facts.isJournalOnly = true;
    const QString text = shown(judgeServer(facts));
    QCOMPARE(text.count(QStringLiteral("warning ")), 4);
    QVERIFY(text.contains(QStringLiteral("not root")));
    QVERIFY(text.contains(QStringLiteral("1 of 2 log files")));
    QVERIFY(text.contains(QStringLiteral("time zone is not known")));
    QVERIFY(text.contains(QStringLiteral("The log files are old")));
    facts.logs.clear();
    QVERIFY(shown(judgeServer(facts)).contains(QStringLiteral("note The mail log is in journald only")));
}

QTEST_GUILESS_MAIN(TestServerJudgement)
#include "tst_serverjudgement.moc"
