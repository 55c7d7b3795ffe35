// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linehighlighter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace limier;
using namespace Qt::StringLiterals;

/// Compares what the highlighter says of lines with files beside them; LIMIER_UPDATE_SPANS=1 writes those anew.
class TestLineHighlighter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheParts_data();
    void namesTheParts();
    void coversEachLineOnce();
    void beginsEveryLineAnew();
    void differsByTheme();
    void staysLinear_data();
    void staysLinear();

private:
    LineHighlighter m_highlighter;
};

namespace
{

QStringList readLines(const QString &name)
{
    QFile file(QStringLiteral(LIMIER_TEST_DATA "/highlight/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no file %s", qPrintable(file.fileName()));
    }
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

/// "‹Time›Jun  4 00:01:30‹Text› ‹Host›mail".
QString marked(const QString &line, const std::vector<HighlightSpan> &spans)
{
    QString text;
    QString last;
    for (const HighlightSpan &span : spans) {
        if (span.format.name() != last) {
            last = span.format.name();
            text += u'‹' + last + u'›';
        }
        text += line.mid(span.start, span.length);
    }
    return text;
}

} // namespace

void TestLineHighlighter::namesTheParts_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("lines of Postfix") << u"postfix"_s;
    QTest::newRow("damaged and hostile lines") << u"hostile"_s;
}

void TestLineHighlighter::namesTheParts()
{
    QFETCH(QString, name);
    const QStringList lines = readLines(name + u".log"_s);
    QStringList found;
    for (const QString &line : lines) {
        found += marked(line, m_highlighter.spans(line));
    }
    if (qEnvironmentVariableIsSet("LIMIER_UPDATE_SPANS")) {
        QFile file(QStringLiteral(LIMIER_TEST_DATA "/highlight/") + name + u".spans"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(found.join(u'\n').toUtf8()) > 0);
    }
    const QStringList expected = readLines(name + u".spans"_s);
    QCOMPARE(found.size(), expected.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i], expected[i]);
    }
}

void TestLineHighlighter::coversEachLineOnce()
{
    for (const QString &line : readLines(u"postfix.log"_s) + readLines(u"hostile.log"_s)) {
        int end = 0;
        for (const HighlightSpan &span : m_highlighter.spans(line)) {
            QVERIFY2(span.start == end && span.length > 0, qPrintable(line));
            end = span.start + span.length;
        }
        QCOMPARE(end, static_cast<int>(line.size()));
    }
}

void TestLineHighlighter::beginsEveryLineAnew()
{
    const QString line = u"Jun  4 00:01:30 mail postfix/qmgr[1]: C65741E0A6D: removed"_s;
    const QString alone = marked(line, m_highlighter.spans(line));
    const QString open = u"Jun  4 00:01:30 mail postfix/smtpd[1]: C65741E0A6D: sasl_username=open"_s;
    QVERIFY(!m_highlighter.spans(open).empty());
    QCOMPARE(marked(line, m_highlighter.spans(line)), alone);
}

void TestLineHighlighter::differsByTheme()
{
    const QString line = u"Jun  4 00:01:30 mail postfix/smtp[1]: C65741E0A6D: to=<a@b.example>, status=sent (250 Ok)"_s;
    const auto light = m_highlighter.formats(line, false);
    const auto dark = m_highlighter.formats(line, true);
    QCOMPARE(light.size(), dark.size());
    QVERIFY(light.size() >= 6);
    QVERIFY(light[0].format.foreground().color().lightness() != dark[0].format.foreground().color().lightness());
    QCOMPARE(m_highlighter.formats(line, false), light);
}

void TestLineHighlighter::staysLinear_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"a", "a ", "<", "<a", "a=", "a.", "1.", "1", "@", "a@", "status=sent (", "\\x1b", "[", "[::",
                                "sasl_username=", "queued as ", "message-id=<", "SASL A", "250 ", "authentication "}) {
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
}

/// Somebody repeats what a rule begins with: four times as long may take some eight times as long, not sixteen.
void TestLineHighlighter::staysLinear()
{
    QFETCH(QString, pattern);
    const auto time = [&](int length) {
        const QString line = u"Jun  4 00:01:30 mail postfix/smtpd[1]: C65741E0A6D: "_s
            + pattern.repeated(length / static_cast<int>(pattern.size()));
        qint64 best = std::numeric_limits<qint64>::max();
        for (int run = 0; run < 5; ++run) {
            QElapsedTimer timer;
            timer.start();
            (void)m_highlighter.spans(line);
            best = std::min(best, timer.nsecsElapsed());
        }
        return best;
    };
    const qint64 shorter = time(4000);
    const qint64 longer = time(16000);
    const QByteArray figures = QByteArray::number(shorter) + " ns, then " + QByteArray::number(longer) + " ns";
    QVERIFY2(longer < 10 * shorter + 1'000'000, figures.constData());
    QVERIFY2(shorter < 50'000'000, figures.constData());
}

QTEST_MAIN(TestLineHighlighter)
#include "tst_linehighlighter.moc"
