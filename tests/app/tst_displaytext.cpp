// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/displaytext.h"

#include "common/displaysettings.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace limier;

class TestDisplayText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesTextHarmless_data();
    void makesTextHarmless();
    void tooltipShowsMarkupAsText();
    void keepsFormulasFromSpreadsheets_data();
    void keepsFormulasFromSpreadsheets();
    void writesShares();
    void writesPercent_data();
    void writesPercent();
    void menuShowsAmpersands();
    void writesTimesInTheChosenZone();
    void tellsOfChangesOnly();
};

void TestDisplayText::makesTextHarmless_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QByteArray("admin@acme.example") << QStringLiteral("admin@acme.example");
    QTest::newRow("accents") << QByteArray("zoé") << QStringLiteral("zoé");
    QTest::newRow("markup") << QByteArray("<img src=x>") << QStringLiteral("<img src=x>");
    QTest::newRow("escape sequence") << QByteArray("a\x1b[2J") << QStringLiteral("a\\x1b[2J");
    QTest::newRow("right-to-left override") << QByteArray("a\xe2\x80\xae"
                                                          "b")
                                            << QStringLiteral("a\\u202eb");
    QTest::newRow("long") << QByteArray(10000, 'x') << QString(512, u'x') + u'…';
}

void TestDisplayText::makesTextHarmless()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    const QString text = displayText(bytes.toStdString());
    if (shown.endsWith(u'…')) {
        QVERIFY(text.endsWith(u'…'));
        QCOMPARE_LE(text.size(), shown.size());
        return;
    }
    QCOMPARE(text, shown);
}

void TestDisplayText::tooltipShowsMarkupAsText()
{
    const QString hostile = QStringLiteral("<img src=x><b>bold</b> & more");
    const QString tip = plainToolTip(hostile);
    QVERIFY(Qt::mightBeRichText(tip));
    QTextDocument document;
    document.setHtml(tip);
    QCOMPARE(document.toPlainText(), hostile);
    QVERIFY(plainToolTip({}).isEmpty());
}

void TestDisplayText::keepsFormulasFromSpreadsheets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("exported");
    QTest::newRow("formula") << QStringLiteral("=cmd()") << QStringLiteral("'=cmd()");
    QTest::newRow("plus") << QStringLiteral("+1") << QStringLiteral("'+1");
    QTest::newRow("minus") << QStringLiteral("-1+cmd") << QStringLiteral("'-1+cmd");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
    QTest::newRow("wide") << QStringLiteral("＝cmd()") << QStringLiteral("'＝cmd()");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
    QTest::newRow("address") << QStringLiteral("a@b") << QStringLiteral("a@b");
    QTest::newRow("nothing") << QString() << QString();
}

void TestDisplayText::keepsFormulasFromSpreadsheets()
{
    QFETCH(QString, text);
    QTEST(spreadsheetText(text), "exported");
}

void TestDisplayText::writesShares()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(displayShare(1, 4), QStringLiteral("25.0\u00a0%"));
    QCOMPARE(displayShare(0, 0), QStringLiteral("–"));
    QLocale::setDefault(QLocale(QLocale::French));
    QCOMPARE(displayShare(1, 4), QStringLiteral("25,0\u00a0%"));
    QCOMPARE(displayNumber(1234), QStringLiteral("1\u202f234"));
    QLocale::setDefault(QLocale::c());
}

void TestDisplayText::writesPercent_data()
{
    QTest::addColumn<quint64>("part");
    QTest::addColumn<quint64>("whole");
    QTest::addColumn<int>("percent");
    QTest::newRow("none") << quint64{0} << quint64{10} << 0;
    QTest::newRow("nearly all") << quint64{999} << quint64{1000} << 99;
    QTest::newRow("all") << quint64{7} << quint64{7} << 100;
    QTest::newRow("a log that has grown") << quint64{20} << quint64{10} << 100;
    QTest::newRow("not known") << quint64{5} << quint64{0} << -1;
    QTest::newRow("large") << quint64{1} << std::numeric_limits<quint64>::max() << 0;
}

void TestDisplayText::writesPercent()
{
    QFETCH(const quint64, part);
    QFETCH(const quint64, whole);
    QTEST(wholePercent(part, whole), "percent");
    QCOMPARE(displayPercent(42), QStringLiteral("42\u00a0%"));
}

void TestDisplayText::menuShowsAmpersands()
{
    QCOMPARE(menuText(QStringLiteral("a&b && c")), QStringLiteral("a&&b &&&& c"));
}

void TestDisplayText::writesTimesInTheChosenZone()
{
    DisplaySettings display;
    display.setServerZone(QTimeZone("Europe/Paris"));
    const Stamp noon = 1781438400; // 2026-06-14 12:00 UTC
    QCOMPARE(display.time(noon), QStringLiteral("2026-06-14 14:00:00"));
    QCOMPARE(display.clock(noon), QStringLiteral("14:00:00"));
    display.setZone(DisplaySettings::Zone::Utc);
    QCOMPARE(display.time(noon), QStringLiteral("2026-06-14 12:00:00"));
    QVERIFY(display.time(0).isEmpty());
    QCOMPARE(display.span(noon, noon + 1800), QStringLiteral("14 Jun 12:00 – 12:30"));
}

void TestDisplayText::tellsOfChangesOnly()
{
    DisplaySettings display;
    const QSignalSpy changes(&display, &DisplaySettings::changed);
    display.setCountBy(TopBy::Recipients);
    QCOMPARE(changes.size(), 0);
    display.setCountBy(TopBy::Messages);
    QCOMPARE(changes.size(), 1);
}

QTEST_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
