// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/fetchplan.h"
#include "remote/fetch/piecefetcher.h"

#include <QTemporaryDir>
#include <QTest>

using namespace limier;

namespace
{

constexpr std::uint64_t Piece = 100;

ListedLog listed(const char *path, std::uint64_t bytes, std::int64_t modified, const std::string &head,
                 std::uint64_t inode)
{
    ListedLog log;
    log.log = {.path = path,
               .bytes = bytes,
               .inode = inode,
               .modified = modified,
               .isCompressed = std::string_view(path).ends_with(".gz"),
               .isCurrent = std::string_view(path).ends_with(".log"),
               .first = modified - 100};
    log.head = head + " a head that is long enough to tell one log from another one";
    return log;
}

/// "mail.log 200+100", for each step until all is here.
QStringList fetchAll(FetchPlan &plan)
{
    QStringList steps;
    while (const auto step = plan.next(Piece)) {
        const QString path = QString::fromStdString(plan.logs()[step->log].listed.log.path);
        const bool isToTheEnd = step->bytes == PieceRequest::ToTheEnd;
        steps << QStringLiteral("%1 %2+%3")
                     .arg(path)
                     .arg(step->from)
                     .arg(isToTheEnd ? QStringLiteral("end") : QString::number(step->bytes));
        plan.done(*step, isToTheEnd ? 50 : step->bytes);
    }
    return steps;
}

} // namespace

class FetchPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newestFirst();
    void onlyWhatIsNew();
    void isKnownAgain_data();
    void isKnownAgain();
    void rangeLeavesOut();
    void isNarrowed();
    void staysNarrowed();
    void stepsAreGivenAgain();
    void plainInPlaceOfItsCopy();
    void givesUp();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogCache> m_cache;
};

void FetchPlanTest::init()
{
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache =
        std::move(*LogCache::open(m_folder->path().toStdString(), {.name = "mail", .hostKey = "", .timezone = "UTC"}));
}

void FetchPlanTest::newestFirst()
{
    FetchPlan plan({listed("/mail.log", 250, 300, "c", 3), listed("/mail.log.1", 150, 200, "b", 2),
                    listed("/mail.log.2.gz", 120, 100, "a", 1)},
                   *m_cache, {});
    QCOMPARE(plan.bytesTotal(), 520U);
    QCOMPARE(fetchAll(plan),
             (QStringList{QStringLiteral("/mail.log 150+100"), QStringLiteral("/mail.log 50+100"),
                          QStringLiteral("/mail.log 0+50"), QStringLiteral("/mail.log.1 50+100"),
                          QStringLiteral("/mail.log.1 0+50"), QStringLiteral("/mail.log.2.gz 0+100"),
                          QStringLiteral("/mail.log.2.gz 100+20")}));
    QCOMPARE(plan.bytesHere(), 520U);
}

void FetchPlanTest::onlyWhatIsNew()
{
    FetchPlan first({listed("/mail.log", 50, 300, "c", 3)}, *m_cache, {});
    fetchAll(first);
    FetchPlan plan({listed("/mail.log", 220, 400, "c", 3)}, *m_cache, {});
    QCOMPARE(fetchAll(plan), (QStringList{QStringLiteral("/mail.log 50+100"), QStringLiteral("/mail.log 150+70")}));
    QCOMPARE(m_cache->logs().size(), 1U);
    QCOMPARE(m_cache->logs()[0].end, 220U);
    QCOMPARE(m_cache->logs()[0].modified, 400);
}

void FetchPlanTest::isKnownAgain_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<quint64>("inode");
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<bool>("isChanged");
    const auto old = [](const char *text) { return QString::fromLatin1(text); };
    QTest::addRow("the same") << QByteArray("/mail.log") << 100ULL << QByteArray("c") << 3ULL << QStringList{} << false;
    QTest::addRow("renamed") << QByteArray("/mail.log.1") << 130ULL << QByteArray("c") << 3ULL
                             << QStringList{old("/mail.log.1 100+30")} << false;
    QTest::addRow("copied") << QByteArray("/mail.log.1") << 130ULL << QByteArray("c") << 4ULL
                            << QStringList{old("/mail.log.1 100+30")} << false;
    QTest::addRow("compressed") << QByteArray("/mail.log.2.gz") << 20ULL << QByteArray("c") << 4ULL
                                << QStringList{old("/mail.log.2.gz 100+end")} << false;
    QTest::addRow("truncated") << QByteArray("/mail.log") << 70ULL << QByteArray("c") << 3ULL
                               << QStringList{old("/mail.log 0+70")} << true;
    QTest::addRow("written anew") << QByteArray("/mail.log") << 150ULL << QByteArray("d") << 3ULL
                                  << QStringList{old("/mail.log 50+100"), old("/mail.log 0+50")} << true;
    QTest::addRow("another of its inode") << QByteArray("/mail.log.3.gz") << 70ULL << QByteArray("a") << 3ULL
                                          << QStringList{old("/mail.log.3.gz 0+70")} << true;
}

void FetchPlanTest::isKnownAgain()
{
    QFETCH(const QByteArray, path);
    QFETCH(const quint64, bytes);
    QFETCH(const QByteArray, head);
    QFETCH(const quint64, inode);
    QFETCH(const QStringList, steps);
    QFETCH(const bool, isChanged);
    FetchPlan first({listed("/mail.log", 100, 300, "c", 3)}, *m_cache, {});
    fetchAll(first);
    FetchPlan plan({listed(path.constData(), bytes, 400, head.toStdString(), inode)}, *m_cache, {});
    QCOMPARE(plan.changed().size(), isChanged ? 1U : 0U);
    QCOMPARE(fetchAll(plan), steps);
    QCOMPARE(m_cache->logs().size(), isChanged ? 2U : 1U);
    // And once more there is nothing to do.
    FetchPlan again({listed(path.constData(), bytes, 400, head.toStdString(), inode)}, *m_cache, {});
    QCOMPARE(fetchAll(again), QStringList());
}

void FetchPlanTest::rangeLeavesOut()
{
    const std::vector<ListedLog> logs{listed("/mail.log", 50, 300, "c", 3), listed("/mail.log.1", 50, 200, "b", 2),
                                      listed("/mail.log.2.gz", 50, 100, "a", 1)};
    FetchPlan plan(logs, *m_cache, {.since = 150, .until = 190});
    QCOMPARE(fetchAll(plan), QStringList{QStringLiteral("/mail.log.1 0+50")});
    FetchPlan wider(logs, *m_cache, {.since = 150, .until = 0});
    QCOMPARE(fetchAll(wider), QStringList{QStringLiteral("/mail.log 0+50")});
}

void FetchPlanTest::isNarrowed()
{
    FetchPlan plan({listed("/mail.log", 500, 300, "c", 3)}, *m_cache, {.since = 250, .until = 280});
    QVERIFY(plan.canNarrow(0));
    plan.narrow(0, 230, 380);
    QCOMPARE(plan.bytesTotal(), 150U);
    QCOMPARE(fetchAll(plan), (QStringList{QStringLiteral("/mail.log 280+100"), QStringLiteral("/mail.log 230+50")}));
}

void FetchPlanTest::staysNarrowed()
{
    {
        FetchPlan plan({listed("/mail.log", 500, 300, "c", 3)}, *m_cache, {.since = 250, .until = 0});
        plan.narrow(0, 400, 500);
        fetchAll(plan);
    }
    // Nothing older is wanted, so nobody need look for the place again; also where it is compressed by now.
    FetchPlan same({listed("/mail.log.1.gz", 60, 310, "c", 4)}, *m_cache, {.since = 260, .until = 0});
    QVERIFY(!same.canNarrow(0));
    QCOMPARE(fetchAll(same), QStringList{QStringLiteral("/mail.log.1.gz 500+end")});
    FetchPlan older({listed("/mail.log.1.gz", 60, 310, "c", 4)}, *m_cache, {.since = 10, .until = 0});
    QCOMPARE(fetchAll(older), QStringList{QStringLiteral("/mail.log.1.gz 0+400")});
}

void FetchPlanTest::stepsAreGivenAgain()
{
    FetchPlan plan({listed("/mail.log", 250, 300, "c", 3)}, *m_cache, {});
    const auto one = plan.next(Piece);
    const auto two = plan.next(Piece);
    QCOMPARE(two->from, 50U);
    plan.done(*one, one->bytes);
    plan.reset();
    QCOMPARE(plan.next(Piece)->from, 50U);
    QCOMPARE(m_cache->logs()[0].start, 150U);
    QCOMPARE(m_cache->logs()[0].end, 250U);
}

void FetchPlanTest::plainInPlaceOfItsCopy()
{
    FetchPlan plan({listed("/mail.log", 50, 300, "c", 3), listed("/mail.log.1", 60, 200, "b", 2),
                    listed("/mail.log.1.gz", 20, 200, "b", 1)},
                   *m_cache, {});
    QCOMPARE(fetchAll(plan), (QStringList{QStringLiteral("/mail.log 0+50"), QStringLiteral("/mail.log.1 0+60")}));
}

void FetchPlanTest::givesUp()
{
    FetchPlan plan({listed("/mail.log", 50, 300, "c", 3), listed("/mail.log.1", 60, 200, "b", 2)}, *m_cache, {});
    plan.giveUp(0);
    QCOMPARE(plan.bytesTotal(), 60U);
    QCOMPARE(fetchAll(plan), QStringList{QStringLiteral("/mail.log.1 0+60")});
}

QTEST_GUILESS_MAIN(FetchPlanTest)
#include "tst_fetchplan.moc"
