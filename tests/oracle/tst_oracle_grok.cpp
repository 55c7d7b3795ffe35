// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/oracle.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace limier;
using namespace limier::oracle;

namespace
{

/// One case of whyscream/postfix-grok-patterns: a message without its syslog header, and the fields in it.
struct GrokCase {
    QString name;
    QString data;
    Row fields;
};

/// A YAML scalar: plain, or in double quotes with backslash escapes.
QString scalar(QString text)
{
    text = text.trimmed();
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"')) {
        return text;
    }
    QString result;
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        if (text[i] != u'\\') {
            result += text[i];
            continue;
        }
        ++i;
        // Postfix writes a line break in a log as these two characters.
        if (text[i] != u'"' && text[i] != u'\\') {
            result += u'\\';
        }
        result += text[i];
    }
    return result;
}

GrokCase readCase(const QString &path)
{
    GrokCase result;
    result.name = QFileInfo(path).completeBaseName();
    for (const QString &line : QString::fromUtf8(readFile(path)).split(u'\n')) {
        const qsizetype colon = line.indexOf(u": ");
        if (colon < 0 || line.trimmed().startsWith(u'#')) {
            continue;
        }
        const QString key = line.first(colon).trimmed();
        const QString value = scalar(line.sliced(colon + 2));
        if (key == u"data") {
            result.data = value;
        } else if (line.startsWith(u' ')) {
            result.fields.insert(key, value);
        }
    }
    return result;
}

/// The case as a line of a log. Cases that are a part of a line only are put into one.
QByteArray logLine(const GrokCase &grok)
{
    static const QHash<QString, QString> Programs{
        {QStringLiteral("trivial_rewrite"), QStringLiteral("trivial-rewrite")},
        {QStringLiteral("script"), QStringLiteral("postfix-script")},
        {QStringLiteral("command_counter_data"), QStringLiteral("smtpd")},
        {QStringLiteral("delays"), QStringLiteral("smtp")},
        {QStringLiteral("relay"), QStringLiteral("lmtp")},
        {QStringLiteral("tls_features"), QStringLiteral("smtp")},
    };
    const QString kind = grok.name.first(grok.name.lastIndexOf(u'_'));
    QString message = grok.data;
    if (kind == u"command_counter_data") {
        message.prepend(u"disconnect from host.example.org[192.0.2.1] ");
    } else if (kind == u"delays") {
        message = QStringLiteral("1A2B3C4D5E: to=<a@example.org>, relay=none, delay=4, delays=%1, dsn=4.4.1, "
                                 "status=deferred (timeout)")
                      .arg(message);
    } else if (kind == u"relay") {
        message = QStringLiteral("1A2B3C4D5E: to=<a@example.org>, relay=%1, delay=4, dsn=2.0.0, status=sent (250 Ok)")
                      .arg(message);
    } else if (kind == u"tls_features" && !message.contains(u' ')) {
        message = QStringLiteral("1A2B3C4D5E: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=4, "
                                 "tls=%1, dsn=2.0.0, status=sent (250 Ok)")
                      .arg(message);
    }
    return QStringLiteral("May  5 00:08:55 host postfix/%1[1]: %2\n").arg(Programs.value(kind, kind), message).toUtf8();
}

/// The value of "key=<value>" or "key=value" in the words of a message.
QString keyValue(const QString &words, const QString &key)
{
    const QRegularExpression pattern(QStringLiteral("(?:^|[ ,])%1=(?:<([^>]*)>|([^ ,]*))").arg(key));
    const QRegularExpressionMatch match = pattern.match(words);
    return match.hasCaptured(1) ? match.captured(1) : match.captured(2);
}

class Comparison
{
public:
    Comparison(const GrokCase &grok, const ParsedText &parsed, const Event &event)
        : m_grok(grok)
        , m_parsed(parsed)
        , m_event(event)
    {
    }

    /// The names of the fields that differ.
    QStringList differences()
    {
        compareQueueId();
        compareTexts();
        compareNumbers();
        if (m_event.type == EventType::Mention && has("postfix_status")) {
            expect("status", {}, field("postfix_status"));
        }
        return m_differences;
    }

private:
    QString field(const char *name) const { return m_grok.fields.value(QLatin1StringView(name)); }
    bool has(const char *name) const { return m_grok.fields.contains(QLatin1StringView(name)); }
    QString words(const char *key) const { return keyValue(field("postfix_keyvalue_data"), QLatin1StringView(key)); }

    void expect(const char *name, const QString &ours, const QString &theirs)
    {
        if (ours != theirs) {
            m_differences << QStringLiteral("%1: ours '%2', theirs '%3'").arg(QLatin1StringView(name), ours, theirs);
        }
    }

    void compareQueueId()
    {
        if (has("postfix_queueid")) {
            const QString theirs = field("postfix_queueid");
            expect("queueid", m_parsed.queueId(m_event.queueId), theirs == u"NOQUEUE" ? QString() : theirs);
        }
        if (has("postfix_bounce_queueid")) {
            expect("bounce_queueid", m_parsed.queueId(m_event.link), field("postfix_bounce_queueid"));
        }
        static const QRegularExpression QueuedAs(QStringLiteral("queued as (\\w+)$"));
        const QRegularExpressionMatch queued = QueuedAs.match(field("postfix_smtp_response"));
        if (m_event.type == EventType::Delivery && queued.hasMatch()) {
            expect("queued as", m_parsed.queueId(m_event.link), queued.captured(1));
        }
    }

    void compareTexts()
    {
        switch (m_event.type) {
        case EventType::Client:
            expect("client", m_parsed.text(m_event, 0), words("client"));
            break;
        case EventType::Rejection:
            if (has("postfix_client_ip")) {
                expect("client", m_parsed.text(m_event, 0), clientText());
            }
            expect("has a reason", m_parsed.text(m_event, 1).isEmpty() ? QString() : QStringLiteral("yes"),
                   QStringLiteral("yes"));
            break;
        case EventType::AuthFailure:
            expect("client", m_parsed.text(m_event, 0), clientText());
            break;
        case EventType::Pickup:
        case EventType::Active:
            expect("from", m_parsed.text(m_event, 0), words("from"));
            break;
        case EventType::Delivery:
            compareDelivery();
            break;
        default:
            break;
        }
    }

    void compareDelivery()
    {
        if (has("postfix_keyvalue_data")) {
            expect("to", m_parsed.text(m_event, 0), words("to"));
            expect("relay", m_parsed.text(m_event, 1), words("relay"));
            const bool original = (m_event.flags & Event::HasOrigTo) != 0;
            expect("orig_to", original ? m_parsed.text(m_event, 3) : QString(), words("orig_to"));
        }
        if (has("postfix_status")) {
            expect("status", statusName(m_event.status), field("postfix_status"));
        }
        if (has("postfix_relay_service")) {
            expect("relay", m_parsed.text(m_event, 1), m_grok.data);
        }
    }

    void compareNumbers()
    {
        if (m_event.type == EventType::Active) {
            expect("nrcpt", QString::number(m_event.number), words("nrcpt"));
            expect("size", QString::number(m_event.size), words("size"));
        } else if (m_event.type == EventType::Pickup) {
            expect("uid", QString::number(m_event.number), words("uid"));
        } else if (m_event.type == EventType::MessageId) {
            expect("has a message-id", QString::number(m_event.number != 0),
                   QString::number(!field("postfix_message-id").isEmpty()));
        } else if (m_event.type == EventType::Disconnect) {
            const QString tried = field("postfix_cmd_auth").isEmpty() ? QStringLiteral("0") : field("postfix_cmd_auth");
            expect("auth tried", QString::number(m_event.number), tried);
            expect("auth accepted", QString::number(m_event.size),
                   has("postfix_cmd_auth_accepted") ? field("postfix_cmd_auth_accepted") : tried);
        }
    }

    QString clientText() const
    {
        return QStringLiteral("%1[%2]").arg(field("postfix_client_hostname"), field("postfix_client_ip"));
    }

    const GrokCase &m_grok;
    const ParsedText &m_parsed;
    const Event &m_event;
    QStringList m_differences;
};

} // namespace

/// Each of the messages that the patterns for logstash are tested with, read by PostfixParser.
class tst_OracleGrok : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = corpus(QStringLiteral("whyscream-postfix-grok-patterns/test"));
        if (m_folder.isEmpty()) {
            QSKIP(missingCorpus());
        }
        for (const Row &row : readTable(QStringLiteral("grok.txt"))) {
            m_expected.insert(row.value(QStringLiteral("case")), row);
        }
    }

    void everyCaseIsListed()
    {
        const QStringList files = QDir(m_folder).entryList({QStringLiteral("*.yaml")});
        QSet<QString> names;
        for (const QString &file : files) {
            names.insert(QFileInfo(file).completeBaseName());
        }
        QCOMPARE(names, QSet<QString>(m_expected.keyBegin(), m_expected.keyEnd()));
    }

    void fields_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &file : QDir(m_folder).entryList({QStringLiteral("*.yaml")})) {
            QTest::newRow(qPrintable(QFileInfo(file).completeBaseName())) << m_folder + u'/' + file;
        }
    }

    void fields()
    {
        QFETCH(const QString, path);
        const GrokCase grok = readCase(path);
        const Row expected = m_expected.value(grok.name);
        const ParsedText parsed(logLine(grok));
        const ParsedChunk &chunk = parsed.chunk();

        QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
        QCOMPARE(chunk.postfixLines, 1U);
        QVERIFY(chunk.events.size() <= 1);
        // A mention of no queue ID says nothing.
        const bool nothing =
            chunk.events.empty() || (chunk.events[0].type == EventType::Mention && chunk.events[0].queueId.isEmpty());
        QCOMPARE(nothing ? QStringLiteral("nothing") : eventName(chunk.events[0].type),
                 expected.value(QStringLiteral("event")));
        QStringList differences;
        if (!nothing) {
            differences = Comparison(grok, parsed, chunk.events[0]).differences();
        } else if (const QString id = grok.fields.value(QStringLiteral("postfix_queueid"));
                   !id.isEmpty() && id != u"NOQUEUE") {
            differences << QStringLiteral("queueid: ours '', theirs '%1'").arg(id);
        }
        // What differs stands in the list with the reason why ours is right, and nothing else stands there.
        QVERIFY2(differences.isEmpty() != expected.value(QStringLiteral("reason")).startsWith(u"differs: "),
                 qUtf8Printable(differences.isEmpty() ? QStringLiteral("listed, but the same as theirs")
                                                      : differences.join(u"; ")));
    }

private:
    QString m_folder;
    QHash<QString, Row> m_expected;
};

QTEST_GUILESS_MAIN(tst_OracleGrok)
#include "tst_oracle_grok.moc"
