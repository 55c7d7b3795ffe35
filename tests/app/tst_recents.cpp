// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsettings.h"
#include "window/progresstext.h"
#include "window/recents.h"

#include <QLocale>
#include <QTest>

using namespace limier;

/// What a window keeps of its investigations, and how it names them and their progress.
class TestRecents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings = std::make_unique<WindowSettings>(); }
    void newestFirst();
    void atMostTwenty();
    void standardInputIsNotKept();
    void forget();
    void servers();
    void damagedSettings();
    void titles_data();
    void titles();
    void progress_data();
    void progress();

private:
    std::unique_ptr<WindowSettings> m_settings;
};

namespace
{

RecentInvestigation recent(const QString &path, Stamp since = 0)
{
    return {.paths = {path},
            .timezone = QStringLiteral("Europe/Paris"),
            .opened = QDateTime(QDate(2026, 6, 14), QTime(12, 30), QTimeZone::UTC),
            .since = since,
            .until = since};
}

} // namespace

void TestRecents::newestFirst()
{
    QVERIFY(recentInvestigations().empty());
    rememberInvestigation(recent(QStringLiteral("/a")));
    rememberInvestigation(recent(QStringLiteral("/b")));
    rememberInvestigation(recent(QStringLiteral("/a"), 7));
    QCOMPARE(recentInvestigations(), (std::vector{recent(QStringLiteral("/a"), 7), recent(QStringLiteral("/b"))}));
}

void TestRecents::atMostTwenty()
{
    for (int i = 0; i < 25; ++i) {
        rememberInvestigation(recent(QString::number(i)));
    }
    const std::vector<RecentInvestigation> kept = recentInvestigations();
    QCOMPARE(kept.size(), 20U);
    QCOMPARE(kept.front().paths, QStringList{QStringLiteral("24")});
    QCOMPARE(kept.back().paths, QStringList{QStringLiteral("5")});
}

void TestRecents::standardInputIsNotKept()
{
    rememberInvestigation(recent(QStringLiteral("-")));
    rememberInvestigation({});
    QVERIFY(recentInvestigations().empty());
}

void TestRecents::forget()
{
    rememberInvestigation(recent(QStringLiteral("/a")));
    rememberInvestigation(recent(QStringLiteral("/b")));
    forgetInvestigation(recent(QStringLiteral("/b")));
    QCOMPARE(recentInvestigations(), std::vector{recent(QStringLiteral("/a"))});
    QVERIFY2(!QSettings().contains(QStringLiteral("recent/2/paths")), "what is forgotten is in no file either");
    forgetInvestigation(recent(QStringLiteral("/a")));
    QVERIFY(recentInvestigations().empty());
    QVERIFY(!QSettings().contains(QStringLiteral("recent/1/paths")));
}

void TestRecents::servers()
{
    const QStringList both{QStringLiteral("root@box"), QStringLiteral("edge:2222")};
    RecentInvestigation two{.servers = both, .keepsSecrets = true, .opened = recent({}).opened};
    rememberInvestigation(two);
    rememberInvestigation(recent(QStringLiteral("/a")));
    RecentInvestigation one = two;
    one.servers = {QStringLiteral("root@box")};
    rememberInvestigation(one);
    QCOMPARE(recentInvestigations(), (std::vector{one, recent(QStringLiteral("/a")), two}));
    QCOMPARE(recentServers(), both);
    QCOMPARE(recentTitle(two), QStringLiteral("root@box and 1 more"));
    QCOMPARE(recentTitle({.servers = {QStringLiteral("\x1b<b>")}}), QStringLiteral(R"(\x1b<b>)"));
    two.since = 7;
    rememberInvestigation(two);
    QCOMPARE(recentInvestigations().size(), 3U);
    QCOMPARE(recentInvestigations().front(), two);
    forgetInvestigation(two);
    QCOMPARE(recentInvestigations(), (std::vector{one, recent(QStringLiteral("/a"))}));
}

void TestRecents::damagedSettings()
{
    QSettings().setValue(QStringLiteral("recent/size"), 3);
    QSettings().setValue(QStringLiteral("recent/2/paths"), QStringList{QStringLiteral("/a")});
    QSettings().setValue(QStringLiteral("recent/2/since"), QStringLiteral("yesterday"));
    const std::vector<RecentInvestigation> kept = recentInvestigations();
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept[0].since, 0U);
}

void TestRecents::titles_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("title");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("file") << QStringList{QStringLiteral("/var/log/mail.log")} << QStringLiteral("mail.log");
    QTest::newRow("root") << QStringList{QStringLiteral("/")} << QStringLiteral("/");
    QTest::newRow("several") << QStringList{QStringLiteral("/a/x.log"), QStringLiteral("/y"), QStringLiteral("/z")}
                             << QStringLiteral("x.log and 2 more");
    QTest::newRow("standard input") << QStringList{QStringLiteral("-")} << QStringLiteral("Standard input");
    QTest::newRow("hostile") << QStringList{QStringLiteral("/a/\x1b[2J%1.log"), QStringLiteral("/b")}
                             << QStringLiteral(R"(\x1b[2J%1.log and 1 more)");
}

void TestRecents::titles()
{
    QFETCH(const QStringList, paths);
    QFETCH(const QString, title);
    QCOMPARE(pathsTitle(paths), title);
}

void TestRecents::progress_data()
{
    QTest::addColumn<LoadProgress>("progress");
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing yet") << LoadProgress() << 0.0 << QString();
    QTest::newRow("half") << LoadProgress{500'000'000, 1'000'000'000, 3'200'000, {}} << 100e6
                          << QStringLiteral("50\u00a0% · 100 MB/s · 3,200,000 line(s) · 5 s left");
    QTest::newRow("long") << LoadProgress{1'000'000, 1'000'000'000, 10, {}} << 1e6
                          << QStringLiteral("0\u00a0% · 1 MB/s · 10 line(s) · 17 min left");
    QTest::newRow("standard input") << LoadProgress{5'000'000, 0, 100, {}} << 2e6
                                    << QStringLiteral("2 MB/s · 100 line(s)");
    QTest::newRow("more than all") << LoadProgress{2000, 1000, 1, {}} << 1000.0
                                   << QStringLiteral("100\u00a0% · 1 kB/s · 1 line(s)");
}

void TestRecents::progress()
{
    QFETCH(const LoadProgress, progress);
    QFETCH(const double, rate);
    QFETCH(const QString, text);
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(progressText(progress, rate), text);
}

QTEST_MAIN(TestRecents)
#include "tst_recents.moc"
