// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trustednetworks.h"

#include <QTest>

#include <string>

using namespace limier;

Q_DECLARE_METATYPE(limier::NetworkWidth)

class TestTrustedNetworks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void covers_data();
    void covers();
    void widths_data();
    void widths();
    void letsIn_data();
    void letsIn();
};

void TestTrustedNetworks::parses_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QByteArray>("others");
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("blanks and commas") << QByteArray(" 127.0.0.0/8,\t10.1.2.3 ,, 192.168.1.0/24\n")
                                       << QByteArray("127.0.0.0/8 10.1.2.3/32 192.168.1.0/24 ") << QByteArray();
    QTest::newRow("IPv6") << QByteArray("[::1]/128 [2001:DB8::]/32 fe80::/10 [2001:db8:0:0:1:0:0:1]")
                          << QByteArray("[::1]/128 [2001:db8::]/32 [fe80::]/10 [2001:db8::1:0:0:1]/128 ")
                          << QByteArray();
    QTest::newRow("all and nothing") << QByteArray("0.0.0.0/0 ::/0 [::]") << QByteArray("0.0.0.0/0 [::]/0 [::]/128 ")
                                     << QByteArray();
    QTest::newRow("mapped") << QByteArray("[::ffff:192.0.2.1]") << QByteArray("[::ffff:c000:201]/128 ") << QByteArray();
    QTest::newRow("host bits") << QByteArray("10.1.2.3/8 192.168.1.129/25")
                               << QByteArray("10.0.0.0/8 192.168.1.128/25 ") << QByteArray();
    QTest::newRow("excluded") << QByteArray("!10.1.2.3 ![2001:db8::1] 10.0.0.0/8")
                              << QByteArray("!10.1.2.3/32 ![2001:db8::1]/128 10.0.0.0/8 ") << QByteArray();
    QTest::newRow("tables, files, names")
        << QByteArray("hash:/etc/postfix/trusted, /etc/postfix/list mx.acme.tld $mydestination") << QByteArray()
        << QByteArray("hash:/etc/postfix/trusted /etc/postfix/list mx.acme.tld $mydestination ");
    QTest::newRow("damaged")
        << QByteArray("10.0.0 10.0.0.256 10.0.0.0.0 10.0.0.0/33 10.0.0.0/ 10.0.0.0/-1 10..0.1 0010.0.0.1")
        << QByteArray()
        << QByteArray("10.0.0 10.0.0.256 10.0.0.0.0 10.0.0.0/33 10.0.0.0/ 10.0.0.0/-1 10..0.1 0010.0.0.1 ");
    QTest::newRow("damaged IPv6")
        << QByteArray("[1:2:3:4:5:6:7] [1::2::3] [12345::] [::1 [::]/129 [1:2:3:4:5:6:7:8:9] [1:2:3:4::5:6:7:8] :::")
        << QByteArray()
        << QByteArray("[1:2:3:4:5:6:7] [1::2::3] [12345::] [::1 [::]/129 [1:2:3:4:5:6:7:8:9] [1:2:3:4::5:6:7:8] ::: ");
}

void TestTrustedNetworks::parses()
{
    QFETCH(const QByteArray, value);
    const TrustedNetworks networks = parseTrustedNetworks(value.toStdString());
    std::string entries;
    for (const TrustedNetwork &network : networks.entries) {
        entries += network.text() + ' ';
    }
    std::string others;
    for (const std::string &other : networks.others) {
        others += other + ' ';
    }
    QTEST(QByteArray::fromStdString(entries), "entries");
    QTEST(QByteArray::fromStdString(others), "others");
    // What is written is read as the same again.
    QVERIFY(parseTrustedNetworks(entries).entries == networks.entries);
}

void TestTrustedNetworks::covers_data()
{
    QTest::addColumn<QByteArray>("network");
    QTest::addColumn<QByteArray>("ip");
    QTest::addColumn<bool>("isCovered");
    const auto row = [](const char *network, const char *ip, bool isCovered) {
        QTest::addRow("%s in %s", ip, network) << QByteArray(network) << QByteArray(ip) << isCovered;
    };
    row("10.0.0.0/8", "10.255.0.1", true);
    row("10.0.0.0/8", "11.0.0.1", false);
    row("192.168.1.128/25", "192.168.1.128", true);
    row("192.168.1.128/25", "192.168.1.127", false);
    row("192.0.2.1", "192.0.2.1", true);
    row("192.0.2.1", "192.0.2.2", false);
    row("0.0.0.0/0", "203.0.113.9", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("0.0.0.0/0", "unknown", false);
    row("::/0", "2001:db8::1", true);
    row("::/0", "203.0.113.9", false);
    row("[2001:db8:1::]/47", "2001:db8::ffff", true);
    row("[2001:db8:1::]/48", "2001:db8::ffff", false);
    row("10.0.0.0/8", "::ffff:10.1.2.3", true);
    row("!10.0.0.0/8", "10.1.2.3", true);
}

void TestTrustedNetworks::covers()
{
    QFETCH(const QByteArray, network);
    QFETCH(const QByteArray, ip);
    const TrustedNetworks networks = parseTrustedNetworks(network.toStdString());
    QCOMPARE(networks.entries.size(), 1U);
    QTEST(networks.entries.front().covers(ip.toStdString()), "isCovered");
}

void TestTrustedNetworks::widths_data()
{
    QTest::addColumn<QByteArray>("network");
    QTest::addColumn<NetworkWidth>("width");
    const auto row = [](const char *network, NetworkWidth width) {
        QTest::newRow(network) << QByteArray(network) << width;
    };
    row("0.0.0.0/0", NetworkWidth::Everything);
    row("[::]/0", NetworkWidth::Everything);
    row("10.0.0.0/8", NetworkWidth::WholePrivateRange);
    row("172.16.0.0/12", NetworkWidth::WholePrivateRange);
    row("192.168.0.0/16", NetworkWidth::WholePrivateRange);
    row("[fc00::]/7", NetworkWidth::WholePrivateRange);
    row("10.0.0.0/9", NetworkWidth::Fine);
    row("192.168.1.0/24", NetworkWidth::Fine);
    row("127.0.0.0/8", NetworkWidth::Fine);
    row("[fe80::]/10", NetworkWidth::Fine);
    row("8.0.0.0/6", NetworkWidth::ManyPublic); // 10.0.0.0/8 and its public neighbours
    row("192.0.0.0/8", NetworkWidth::ManyPublic);
    row("203.0.112.0/23", NetworkWidth::ManyPublic);
    row("203.0.113.0/24", NetworkWidth::Fine);
    row("203.0.113.9/32", NetworkWidth::Fine);
    row("[2001:db8::]/32", NetworkWidth::ManyPublic);
    row("[2001:db8::]/64", NetworkWidth::Fine);
}

void TestTrustedNetworks::widths()
{
    QFETCH(const QByteArray, network);
    QTEST(widthOf(parseTrustedNetworks(network.toStdString()).entries.at(0)), "width");
}

void TestTrustedNetworks::letsIn_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("entries");
    QTest::newRow("none") << QByteArray("127.0.0.0/8 192.168.0.0/16") << QByteArray();
    QTest::newRow("narrowest first") << QByteArray("0.0.0.0/0 10.0.0.0/8 10.1.2.3 10.1.0.0/16")
                                     << QByteArray("10.1.2.3/32 10.1.0.0/16 10.0.0.0/8 0.0.0.0/0 ");
    QTest::newRow("excluded before") << QByteArray("!10.1.0.0/16 10.0.0.0/8") << QByteArray();
    QTest::newRow("excluded too late") << QByteArray("10.0.0.0/8 !10.1.0.0/16 0.0.0.0/0") << QByteArray("10.0.0.0/8 ");
    QTest::newRow("others excluded") << QByteArray("!10.2.0.0/16 10.0.0.0/8") << QByteArray("10.0.0.0/8 ");
}

void TestTrustedNetworks::letsIn()
{
    QFETCH(const QByteArray, value);
    std::string entries;
    for (const TrustedNetwork &network : entriesCovering(parseTrustedNetworks(value.toStdString()), "10.1.2.3")) {
        entries += network.text() + ' ';
    }
    QTEST(QByteArray::fromStdString(entries), "entries");
}

QTEST_GUILESS_MAIN(TestTrustedNetworks)
#include "tst_trustednetworks.moc"
