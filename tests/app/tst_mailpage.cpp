// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filteredmail.h"
#include "app/openedlog.h"
#include "mail/factsview.h"
#include "mail/linesview.h"
#include "mail/mailmodel.h"
#include "mail/mailpage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeView>

using namespace limier;

/// One mail's way, as the page reads and shows it.
class TestMailPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void way();
    void treeShowsHopsAndDeliveries();
    void opensAtTheHopThatWasAskedFor();
    void factsOfADelivery();
    void linesJumpIntoTheLog();
    void theNewestRequestWins();
    void hostileText();
    void logThatWentAway();
    void clear();

private:
    [[nodiscard]] MessageId message(std::string_view queueId) const;
    void show(std::string_view queueId);
    [[nodiscard]] MailModel &model() const { return *m_page->findChild<MailModel *>(); }
    [[nodiscard]] QTreeView &tree() const { return *m_page->findChild<QTreeView *>(); }
    [[nodiscard]] LinesView &lines() const { return *m_page->findChild<LinesView *>(); }
    [[nodiscard]] QStringList facts() const;
    /// The texts of a row of the tree.
    [[nodiscard]] QStringList row(int hop, int delivery) const;

    std::unique_ptr<OpenedLog> m_log;
    std::unique_ptr<MailPage> m_page;
};

void TestMailPage::init()
{
    m_page.reset();
    m_log = std::make_unique<OpenedLog>();
    QVERIFY(m_log->open(FilteredMail));
    m_page = std::make_unique<MailPage>(m_log->investigation, m_log->display);
    m_page->resize(1200, 600);
    m_page->show();
}

MessageId TestMailPage::message(std::string_view queueId) const
{
    const std::vector<MessageId> lives = m_log->evaluation().snapshot.postings->withQueueId(queueId);
    return lives.empty() ? None<MessageId> : lives.front();
}

void TestMailPage::show(std::string_view queueId)
{
    Q_EMIT m_log->investigation.messageRequested(message(queueId));
    QVERIFY(QTest::qWaitFor([this] { return !model().way().hops.empty() && !model().way().lines.empty(); }));
}

QStringList TestMailPage::facts() const
{
    QStringList texts;
    for (const QLabel *const label : m_page->findChild<FactsView *>()->findChildren<QLabel *>()) {
        texts += label->text().remove(QChar(0x200B));
    }
    return texts;
}

QStringList TestMailPage::row(int hop, int delivery) const
{
    QStringList texts;
    for (int column = 0; column < MailModel::ColumnCount; ++column) {
        texts += model().index(delivery, column, model().index(hop, 0)).data().toString();
    }
    return texts;
}

void TestMailPage::way()
{
    const MailWay way = readMailWay(m_log->evaluation().snapshot, message("2B3C4D5E6F"), {});
    QVERIFY(!way.error);
    QCOMPARE(way.messageId, QStringLiteral("<one@acme.tld>"));
    QCOMPARE(way.lines.size(), 14U);
    QCOMPARE(way.moreLines, 0U);
    QCOMPARE(way.hops.size(), 2U);
    const WayHop &origin = way.hops[0];
    QCOMPARE(origin.queueId, QStringLiteral("1A2B3C4D5E"));
    QCOMPARE(origin.host, QStringLiteral("mail"));
    QCOMPARE(origin.clientName, QStringLiteral("dsl.example.net"));
    QCOMPARE(origin.clientIp, QStringLiteral("203.0.113.9"));
    QCOMPARE(origin.user, QStringLiteral("admin"));
    QCOMPARE(origin.sender, QStringLiteral("info@acme.tld"));
    QCOMPARE(origin.size, 120000U);
    QCOMPARE(origin.recipients, 3U);
    QCOMPARE(origin.deliveries.size(), 3U);
    QVERIFY(origin.deliveries[0].isHandedOver);
    const WayHop &filtered = way.hops[1];
    QCOMPARE(filtered.queueId, QStringLiteral("2B3C4D5E6F"));
    QCOMPARE(filtered.deliveries.size(), 3U);
    const auto carol =
        std::ranges::find(filtered.deliveries, QStringLiteral("carol@box.acme.tld"), &WayDelivery::recipient);
    QVERIFY(carol != filtered.deliveries.end());
    QCOMPARE(carol->originalRecipient, QStringLiteral("c@acme.tld"));
    QCOMPARE(carol->status, Status::Deferred);
    QCOMPARE(carol->attempts, 2U);
    QCOMPARE(carol->reply,
             QStringLiteral("host box[10.0.0.6] said: 451 4.2.0 try later (in reply to RCPT TO command)"));
    QVERIFY(carol->delays);
    QCOMPARE(carol->delays->total, 602.0);
    QCOMPARE(carol->delays->parts, (std::array{0.2, 600.0, 1.7, 0.1}));
}

void TestMailPage::treeShowsHopsAndDeliveries()
{
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    show("1A2B3C4D5E");
    QCOMPARE(model().rowCount(), 2);
    QCOMPARE(model().index(0, 0).data().toString(),
             QStringLiteral("1. Handed in by dsl.example.net [203.0.113.9], logged in as admin"));
    QVERIFY(model()
                .index(0, 0)
                .data(MailModel::DetailRole)
                .toString()
                .startsWith(QStringLiteral("1A2B3C4D5E · 2026-06-13 20:10:05 · from info@acme.tld · 120.0 kB")));
    QVERIFY(model().index(1, 0).data().toString().startsWith(QStringLiteral("2. Handed in again on mail, by ")));
    for (int hop = 0; hop < 2; ++hop) {
        QVERIFY(tree().isExpanded(model().index(hop, 0)));
        QVERIFY(tree().isFirstColumnSpanned(hop, {}));
        QCOMPARE(model().rowCount(model().index(hop, 0)), 3);
    }
    QCOMPARE(row(1, 0).first(5),
             (QStringList{QStringLiteral("a@example.com"), QStringLiteral("sent"),
                          QStringLiteral("mx.example.com[198.51.100.1]:25"),
                          QStringLiteral("250 2.0.0 Ok: queued as 99AA88BB"), QStringLiteral("1")}));
    QCOMPARE(row(1, 1)[MailModel::StatusColumn], QStringLiteral("bounced"));
    QCOMPARE(row(1, 2)[MailModel::StatusColumn], QStringLiteral("deferred"));
    QCOMPARE(row(1, 2)[MailModel::DelayColumn], QStringLiteral("10 min"));
    QCOMPARE(row(0, 0)[MailModel::StatusColumn], QStringLiteral("handed on"));
}

void TestMailPage::opensAtTheHopThatWasAskedFor()
{
    show("2B3C4D5E6F");
    QCOMPARE(tree().currentIndex(), model().index(1, 0));
    QVERIFY(facts().contains(QStringLiteral("2B3C4D5E6F")));
    QVERIFY(lines().textCursor().block().text().contains(QStringLiteral("2B3C4D5E6F: client=")));
}

void TestMailPage::factsOfADelivery()
{
    show("1A2B3C4D5E");
    tree().setCurrentIndex(model().index(2, 0, model().index(1, 0)));
    const QStringList shown = facts();
    for (const char *text :
         {"carol@box.acme.tld", "c@acme.tld", "box[10.0.0.6]:2400", "deferred", "2", "2026-06-13 20:20:08"}) {
        QVERIFY2(shown.contains(QLatin1StringView(text)), text);
    }
    QVERIFY(lines().textCursor().block().text().contains(QStringLiteral("delay=602")));
}

void TestMailPage::linesJumpIntoTheLog()
{
    show("1A2B3C4D5E");
    QSignalSpy jumps(&m_log->investigation, &Investigation::lineRequested);
    lines().setTextCursor(QTextCursor(lines().document()->findBlockByNumber(2)));
    QTest::keyClick(&lines(), Qt::Key_Return);
    QCOMPARE(jumps.size(), 1);
    QCOMPARE(jumps[0][0].value<LineId>(), LineId{2});
    QSignalSpy all(&m_log->investigation, &Investigation::linesRequested);
    m_page->findChild<QToolButton *>()->click();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][0].value<std::vector<MessageId>>().size(), 2U);
}

void TestMailPage::theNewestRequestWins()
{
    Q_EMIT m_log->investigation.messageRequested(message("1A2B3C4D5E"));
    Q_EMIT m_log->investigation.messageRequested(message("3C4D5E6F70"));
    QVERIFY(QTest::qWaitFor([this] { return model().way().hops.size() == 1U; }));
    QTest::qWait(50);
    QCOMPARE(model().way().hops[0].queueId, QStringLiteral("3C4D5E6F70"));
}

void TestMailPage::hostileText()
{
    show("3C4D5E6F70");
    QVERIFY(model().index(0, 0).data().toString().contains(QStringLiteral("<img src=x>")));
    tree().setCurrentIndex(model().index(0, 0, model().index(0, 0)));
    const QString toolTip =
        model().index(0, MailModel::ReplyColumn, model().index(0, 0)).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(QStringLiteral("&lt;img")), qPrintable(toolTip));
    for (const QLabel *const label : m_page->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    const QString all = lines().toPlainText() + facts().join(u' ');
    QVERIFY(all.contains(QStringLiteral(R"(\x1b[2J\u202etxt)")));
    QVERIFY(!all.contains(QChar(0x1b)) && !all.contains(QChar(0x202e)));
}

void TestMailPage::logThatWentAway()
{
    const QString path = m_log->investigation.paths().front();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.close();
    Q_EMIT m_log->investigation.messageRequested(message("1A2B3C4D5E"));
    QVERIFY(QTest::qWaitFor([this] { return model().rowCount() == 2; }));
    QVERIFY(model().way().error);
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(QStringLiteral("Its lines cannot be shown. "));
    }));
}

void TestMailPage::clear()
{
    show("1A2B3C4D5E");
    m_page->clear();
    QCOMPARE(model().rowCount(), 0);
    QCOMPARE(lines().toPlainText(), QString());
    QVERIFY(!isSet(m_page->message()));
}

QTEST_MAIN(TestMailPage)
#include "tst_mailpage.moc"
