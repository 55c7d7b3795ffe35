// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/servercard.h"

#include "common/displaysettings.h"
#include "common/theme.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace limier;

class TestServerCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void showsFacts();
    void showsLittle();
    void showsAllSettings();
    void queueIsRenewed();
    void zoneIsFollowed();
    void hostile();
    void fits_data();
    void fits();
};

namespace
{

ServerFacts usualFacts()
{
    ServerFacts facts;
    facts.system = "Debian GNU/Linux 12 (bookworm)";
    facts.kernel = "Linux 6.1.0-21-amd64 x86_64";
    facts.hostName = "mail.acme.example";
    facts.timezone = "Europe/Paris";
    facts.clockOffset = 62;
    facts.privilege = Privilege::SudoPassword;
    facts.user = "support";
    facts.addresses = {"192.0.2.10", "2001:db8::10"};
    facts.postfixVersion = "3.7.11";
    facts.postfix = {
        {"mail_version", "3.7.11"},
        {"mynetworks", "127.0.0.0/8, 10.0.0.0/8, 192.0.2.10/32"},
        {"relayhost", ""},
        {"smtpd_recipient_restrictions", "permit_sasl_authenticated,permit_mynetworks,reject_unauth_destination"},
        {"smtpd_relay_restrictions", "permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination"},
        {"smtpd_sasl_auth_enable", "yes"},
        {"smtpd_tls_auth_only", "no"},
        {"smtpd_client_message_rate_limit", "0"}};
    facts.queue = QueueLength{.incoming = 3, .active = 20, .deferred = 12345, .hold = 7};
    facts.logs = {{.path = "/var/log/mail.log", .bytes = 104857600, .modified = 1717580000, .isCurrent = true},
                  {.path = "/var/log/mail.log.1", .bytes = 52428800, .modified = 1717372800},
                  {.path = "/var/log/mail.log.2.gz", .bytes = 4194304, .modified = 1716768000, .isReadable = false}};
    facts.freeBytes = 3'000'000'000;
    facts.diskBytes = 50'000'000'000;
    facts.hasBlueMind = true;
    facts.blueMindVersion = "5.1.6-12345~bookworm1";
    facts.hasBmCli = true;
    facts.bmCliVersion = facts.blueMindVersion;
    facts.hasTickStack = true;
    facts.problems = {{.code = RemoteErrorCode::PermissionDenied, .host = "mail", .subject = "/var/log/mail.log.2.gz"},
                      {.code = RemoteErrorCode::Hung, .host = "mail", .subject = "journal", .value = 10}};
    return facts;
}

/// All that the card says to who looks at it.
QString textOf(const ServerCard &card)
{
    QStringList texts;
    for (const QLabel *label : card.widget()->findChildren<QLabel *>()) {
        if (label->isVisibleTo(&card)) {
            texts << label->text().remove(QChar(0x200B));
        }
    }
    return texts.join(u'\n');
}

} // namespace

void TestServerCard::showsFacts()
{
    DisplaySettings settings;
    settings.setServerZone(QTimeZone("Europe/Paris"));
    ServerCard card(settings);
    card.setFacts("mail", usualFacts());
    const QString text = textOf(card);
    for (const char *part :
         {"Debian GNU/Linux 12 (bookworm)", "mail.acme.example", "support: root by sudo with a password",
          "Europe/Paris", "1 min 2 s ahead", "+62 s against", "3.7.11", "(10.0.0.0/8)",
          "3 incoming, 20 active, 12,345 deferred, 7 on hold", "/var/log/mail.log", "2024-06-05 11:33:20", "3 files",
          "before 2024-05-27 02:00:00", "1 of 3 log files",
          "5.1.6-12345~bookworm1, bm-cli of the same version, kapacitor", "6.0",
          "may not read “/var/log/mail.log.2.gz”", "“journal”"}) {
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + u'\n' + text));
    }
    QVERIFY(!text.contains(QStringLiteral("open relay")));
}

void TestServerCard::showsLittle()
{
    DisplaySettings settings;
    ServerCard card(settings);
    card.setFacts("mail", ServerFacts());
    const QString text = textOf(card);
    QVERIFY(text.contains(QStringLiteral("Not found on this server.")));
    QVERIFY(text.contains(QStringLiteral("not installed")));
    QVERIFY(text.contains(QStringLiteral("not found")));
    QVERIFY(!text.contains(QStringLiteral("1970")));
    QVERIFY(!text.contains(QStringLiteral("Not found out")));
}

void TestServerCard::showsAllSettings()
{
    DisplaySettings settings;
    ServerCard card(settings);
    card.setFacts("mail", usualFacts());
    QVERIFY(!textOf(card).contains(QStringLiteral("smtpd_recipient_restrictions")));
    auto *button = card.widget()->findChild<QToolButton *>();
    QVERIFY(button != nullptr);
    button->click();
    QVERIFY(textOf(card).contains(QStringLiteral("smtpd_recipient_restrictions")));
    QVERIFY(textOf(card).contains(QStringLiteral("(empty)")));
    // It stays open, and keeps the focus, when the figures are renewed.
    card.setQueue({});
    QVERIFY(card.widget()->findChild<QToolButton *>() == button);
    card.setFacts("mail", usualFacts());
    QVERIFY(textOf(card).contains(QStringLiteral("smtpd_recipient_restrictions")));
}

void TestServerCard::queueIsRenewed()
{
    DisplaySettings settings;
    ServerCard card(settings);
    card.setFacts("mail", usualFacts());
    card.setQueue({.deferred = 9});
    QVERIFY(textOf(card).contains(QStringLiteral("9 deferred")));
    card.setQueue({});
    QVERIFY(textOf(card).contains(QStringLiteral("empty")));
}

void TestServerCard::zoneIsFollowed()
{
    DisplaySettings settings;
    ServerCard card(settings);
    card.setFacts("mail", usualFacts());
    settings.setZone(DisplaySettings::Zone::Utc);
    QVERIFY(textOf(card).contains(QStringLiteral("2024-06-05 09:33:20")));
}

void TestServerCard::hostile()
{
    const std::string evil = "<b>x</b><img src=x>\x1b[2J\u202e" + std::string(10000, 'y');
    ServerFacts facts;
    facts.system = facts.kernel = facts.hostName = facts.timezone = facts.user = evil;
    facts.addresses.assign(1000, evil);
    facts.postfixVersion = facts.blueMindVersion = facts.bmCliVersion = evil;
    facts.hasBlueMind = facts.hasBmCli = true;
    facts.postfix.assign(25, {.name = evil, .value = evil});
    facts.postfix.push_back({"mynetworks", "10.0.0.0/8 hash:" + evil});
    facts.logs.assign(3, {.path = evil, .bytes = ~0ULL, .modified = std::numeric_limits<std::int64_t>::max()});
    facts.queue = QueueLength{.deferred = ~0ULL};
    facts.clockOffset = std::numeric_limits<std::int64_t>::min() + 1;
    facts.problems.assign(3, {.code = RemoteErrorCode::Nonsense, .host = evil, .subject = evil, .detail = evil});
    DisplaySettings settings;
    ServerCard card(settings);
    card.setFacts(evil, facts);
    card.widget()->findChild<QToolButton *>()->click();
    for (const QLabel *label : card.widget()->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat() == Qt::PlainText || label->text().isEmpty(), true);
        QVERIFY(!label->text().contains(QChar(0x202E)) && !label->text().contains(QChar(0x1B)));
        QVERIFY(label->text().size() < 30000);
    }
    // A word that cannot be broken where there is no room: it can be scrolled to.
    card.resize(360, 700);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QVERIFY(card.widget()->width() < 1000);
}

void TestServerCard::fits_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// As wide as a side panel nothing is cut; a picture of it is kept where LIMIER_SCREENSHOTS names a folder.
void TestServerCard::fits()
{
    QFETCH(const bool, isDark);
    Theme::instance().setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    DisplaySettings settings;
    ServerCard card(settings);
    card.setFacts("root@mail.acme.example", usualFacts());
    card.widget()->findChild<QToolButton *>()->click();
    QVERIFY(card.sizeHint().width() <= 400 && card.sizeHint().height() <= 720);
    card.resize(360, card.sizeHint().height());
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QVERIFY(card.widget()->width() <= card.viewport()->width());
    if (qEnvironmentVariableIsSet("LIMIER_SCREENSHOTS")) {
        card.resize(360, card.widget()->heightForWidth(360));
        card.grab().save(qEnvironmentVariable("LIMIER_SCREENSHOTS")
                         + QLatin1String(isDark ? "/card-dark.png" : "/card-light.png"));
    }
    Theme::instance().setMode(Theme::Mode::System);
}

QTEST_MAIN(TestServerCard)
#include "tst_servercard.moc"
