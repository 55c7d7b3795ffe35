// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/queueid.h"

#include <QTest>

#include <string>

using namespace limier;

class TestQueueId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isRecognised_data();
    void isRecognised();
    void isTakenForNone_data();
    void isTakenForNone();
    void keepsTheTextOfAShortOne_data();
    void keepsTheTextOfAShortOne();
    void tellsPlacesFromShortOnes();
};

void TestQueueId::isRecognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("isShort");
    const auto row = [](const char *name, const char *text, int length, bool isShort) {
        QTest::newRow(name) << QByteArray(text) << length << isShort;
    };
    row("shortest", "4F7E81", 6, true);
    row("usual", "3F4DA2C0C5B: client=", 11, true);
    row("digits only", "123456789: removed", 9, true);
    row("longest that fits into a value", "0123456789ABCDE", 15, true);
    row("a 64-bit inode", "0123456789ABCDEF: removed", 16, false);
    row("longest of hexadecimal digits", "FFFFFFFFFFFFFFFFFFFFF", 21, false);
    row("long", "4WJmN76jQ1z2xdh: client=", 15, false);
    row("shortest long", "0000000z00", 10, false);
    row("longest long", "3Pt2mN2VXxznjllbcdfg: removed", 20, false);
    row("long, of upper case digits", "4BCDF1234z0", 11, false);
    row("up to a comma", "A1B2C3D4, next", 8, true);
    row("up to a bracket", "A1B2C3D4)", 8, true);
}

void TestQueueId::isRecognised()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, length);
    QFETCH(const bool, isShort);
    const ScannedQueueId found = scanQueueId({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(found.length, static_cast<std::size_t>(length));
    QCOMPARE(!found.shortId.isEmpty(), isShort);
    QVERIFY(!found.shortId.isLong());
    if (isShort) {
        QCOMPARE(QByteArray::fromStdString(found.shortId.shortText()), text.first(length));
    }
}

void TestQueueId::isTakenForNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too short") << QByteArray("A1B2C: removed");
    QTest::newRow("NOQUEUE") << QByteArray("NOQUEUE: reject:");
    QTest::newRow("a word") << QByteArray("statistics: max connection rate");
    QTest::newRow("warning") << QByteArray("warning: dict_nis_init");
    QTest::newRow("lower case") << QByteArray("a1b2c3d4: removed");
    QTest::newRow("too many hexadecimal digits") << QByteArray(22, 'A');
    QTest::newRow("too long") << QByteArray("3Pt2mN2VXxznjllbcdfgh: removed");
    QTest::newRow("too short for a long one") << QByteArray("00000z000");
    QTest::newRow("long without its z") << QByteArray("4WJmN76jQ1x2xdh: client=");
    QTest::newRow("endless") << QByteArray(100000, 'F');
    QTest::newRow("NUL in it") << QByteArray("A1B2C\0D4", 8);
    QTest::newRow("a high byte in it") << QByteArray("A1B2C\xc4");
    QTest::newRow("blank before it") << QByteArray(" A1B2C3D4: removed");
}

void TestQueueId::isTakenForNone()
{
    QFETCH(const QByteArray, text);
    const ScannedQueueId found = scanQueueId({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(found.length, 0U);
    QVERIFY(found.shortId.isEmpty());
}

void TestQueueId::keepsTheTextOfAShortOne_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"000000", "0000001", "FFFFFFFFFFFFFFF", "000000000000000", "00A000", "100000"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestQueueId::keepsTheTextOfAShortOne()
{
    QFETCH(const QByteArray, text);
    const QueueId id = scanQueueId(text.toStdString()).shortId;
    QVERIFY(!id.isEmpty());
    QCOMPARE(QByteArray::fromStdString(id.shortText()), text);
    // A leading zero is part of it.
    QVERIFY(id != scanQueueId("0" + text.toStdString()).shortId);
}

void TestQueueId::tellsPlacesFromShortOnes()
{
    const QueueId first = QueueId::atPlace(0);
    QVERIFY(first.isLong());
    QVERIFY(!first.isEmpty());
    QCOMPARE(first.place(), 0U);
    QCOMPARE(QueueId::atPlace(0xfffffffeU).place(), 0xfffffffeU);
    QVERIFY(QueueId::atPlace(1) != first);
    QVERIFY(QueueId().isEmpty());
    QVERIFY(QueueId().shortText().empty());
}

QTEST_GUILESS_MAIN(TestQueueId)
#include "tst_queueid.moc"
