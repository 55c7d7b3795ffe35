// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/hosts.h"
#include "analysis/trustednetworks.h"

#include <QTest>

using namespace limier;

class TestHosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void privateAddresses_data();
    void privateAddresses();
    void networks_data();
    void networks();
};

void TestHosts::privateAddresses_data()
{
    QTest::addColumn<QByteArray>("ip");
    QTest::addColumn<bool>("isPrivate");
    QTest::newRow("10") << QByteArray("10.1.2.3") << true;
    QTest::newRow("172.16") << QByteArray("172.16.0.1") << true;
    QTest::newRow("172.32") << QByteArray("172.32.0.1") << false;
    QTest::newRow("192.168") << QByteArray("192.168.255.1") << true;
    QTest::newRow("mapped") << QByteArray("::ffff:10.0.0.1") << true;
    QTest::newRow("public") << QByteArray("203.0.113.1") << false;
    QTest::newRow("unique local") << QByteArray("fd12:3456::1") << true;
    QTest::newRow("IPv6") << QByteArray("2001:db8::1") << false;
    QTest::newRow("link-local") << QByteArray("169.254.3.4") << true;
    QTest::newRow("link-local IPv6 with its interface") << QByteArray("fe80::1%eth0") << true;
    QTest::newRow("socket") << QByteArray("unix:/run/saslauthd") << true;
    QTest::newRow("loopback") << QByteArray("127.0.0.1") << false;
    QTest::newRow("IPv6 loopback") << QByteArray("::1") << false;
    QTest::newRow("no address") << QByteArray("10.evil") << false;
    QTest::newRow("too many digits") << QByteArray("10.0.0.0001") << false;
}

void TestHosts::privateAddresses()
{
    QFETCH(const QByteArray, ip);
    QTEST(isPrivateAddress(ip.toStdString()), "isPrivate");
}

void TestHosts::networks_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("same /24") << QByteArray("192.0.2.1") << QByteArray("192.0.2.254") << true;
    QTest::newRow("next /24") << QByteArray("192.0.2.1") << QByteArray("192.0.3.1") << false;
    QTest::newRow("same /64") << QByteArray("2001:db8:1:2::3") << QByteArray("2001:db8:1:2:ffff::1") << true;
    QTest::newRow("next /64") << QByteArray("2001:db8:1:2::3") << QByteArray("2001:db8:1:3::3") << false;
}

void TestHosts::networks()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    QTEST(networkNumber(one.toStdString()) == networkNumber(other.toStdString()), "isSame");
}

QTEST_GUILESS_MAIN(TestHosts)
#include "tst_hosts.moc"
