// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/posixchecksum.h"

#include <QTest>

#include <string>

using namespace limier;

class PosixChecksumTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatOfCksum_data();
    void isThatOfCksum();
};

/// Values printed by `cksum` of coreutils.
void PosixChecksumTest::isThatOfCksum_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("checksum");
    QTest::addRow("nothing") << QByteArray() << 4294967295U;
    QTest::addRow("one byte") << QByteArray("a") << 1220704766U;
    QTest::addRow("nine") << QByteArray("123456789") << 930766865U;
    QTest::addRow("zeros") << QByteArray(1000, '\0') << 2610763910U;
    QTest::addRow("high bytes") << QByteArray(77, '\xff') << 1930178757U;
}

void PosixChecksumTest::isThatOfCksum()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const quint32, checksum);
    const std::string text = bytes.toStdString();
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{8}, std::size_t{5000}}) {
        PosixChecksum sum;
        for (std::size_t at = 0; at < text.size(); at += piece) {
            sum.add(std::string_view(text).substr(at, piece));
        }
        QCOMPARE(sum.value(), checksum);
        QCOMPARE(sum.size(), text.size());
    }
}

QTEST_GUILESS_MAIN(PosixChecksumTest)
#include "tst_posixchecksum.moc"
