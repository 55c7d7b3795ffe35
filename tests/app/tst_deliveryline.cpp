// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/deliveryline.h"

#include <QTest>

using namespace limier;

class TestDeliveryLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delays_data();
    void delays();
    void reply_data();
    void reply();
};

void TestDeliveryLine::delays_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<DelaySplit>("split");
    const auto row = [](const char *name, const char *line, std::optional<DelaySplit> split) {
        QTest::newRow(name) << QByteArray(line) << split.has_value() << split.value_or(DelaySplit());
    };
    row("usual", "1A: to=<a@b>, relay=c[1.2.3.4]:25, delay=1.2, delays=0.1/0.2/0.4/0.5, dsn=2.0.0, status=sent (ok)",
        DelaySplit{{0.1, 0.2, 0.4, 0.5}, 1.2});
    row("whole seconds", "1A: to=<a@b>, relay=none, delay=602, delays=2/600/0/0, dsn=4.0.0, status=deferred (no)",
        DelaySplit{{2, 600, 0, 0}, 602});
    row("in the address too",
        "1A: to=<\", delay=9, delays=9/9\"@b>, relay=none, delay=1, delays=1/0/0/0, dsn=4.0.0, status=deferred (no)",
        DelaySplit{{1, 0, 0, 0}, 1});
    row("old Postfix", "1A: to=<a@b>, relay=none, delay=3, status=deferred (no)", std::nullopt);
    row("three parts", "1A: to=<a@b>, relay=none, delay=3, delays=1/1/1, dsn=4.0.0, status=sent (no)", std::nullopt);
    row("five parts", "1A: to=<a@b>, delay=3, delays=1/1/1/0/0, dsn=4.0.0, status=sent (no)", std::nullopt);
    row("negative", "1A: to=<a@b>, delay=3, delays=-1/1/1/0, dsn=4.0.0, status=sent (no)", std::nullopt);
    row("no number", "1A: to=<a@b>, delay=inf, delays=nan/1/1/0, dsn=4.0.0, status=sent (no)", std::nullopt);
    row("cut", "1A: to=<a@b>, delay=3, delays=1/1/", std::nullopt);
    row("empty", "", std::nullopt);
}

void TestDeliveryLine::delays()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isRead);
    QFETCH(const DelaySplit, split);
    const auto read = delaysOf(line.toStdString());
    QCOMPARE(read.has_value(), isRead);
    QVERIFY(read.value_or(DelaySplit()) == split);
}

void TestDeliveryLine::reply_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("sent") << QByteArray("1A: to=<a@b>, status=sent (250 2.0.0 Ok)") << QByteArray("250 2.0.0 Ok");
    QTest::newRow("parentheses") << QByteArray("1A: to=<a@b>, status=bounced (said: 550 (no) (in reply to RCPT))")
                                 << QByteArray("said: 550 (no) (in reply to RCPT)");
    QTest::newRow("none") << QByteArray("1A: to=<a@b>, status=sent") << QByteArray();
    QTest::newRow("cut") << QByteArray("1A: to=<a@b>, status=sent (250") << QByteArray();
    QTest::newRow("backward") << QByteArray("1A: to=<a)b>, status=sent (250") << QByteArray();
    QTest::newRow("no delivery") << QByteArray("1A: removed (x)") << QByteArray();
}

void TestDeliveryLine::reply()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, reply);
    const std::string text = line.toStdString();
    QCOMPARE(QByteArray::fromStdString(std::string(replyOf(text))), reply);
}

QTEST_APPLESS_MAIN(TestDeliveryLine)
#include "tst_deliveryline.moc"
