// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/expectation.h"
#include "oracle/loaded.h"
#include "oracle/oracle.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace limier;
using namespace limier::oracle;

namespace
{

using Fields = QList<std::pair<QString, QString>>;

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString timeText(UtcSeconds time)
{
    return time == NoTime ? QString() : QDateTime::fromSecsSinceEpoch(time, QTimeZone::UTC).toString(Qt::ISODate);
}

QString joined(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts) {
        list << qtText(text);
    }
    return list.join(u',');
}

void addNumbers(Fields &fields, std::initializer_list<std::pair<const char *, std::uint64_t>> numbers)
{
    for (const auto &[name, value] : numbers) {
        fields.append({QString::fromLatin1(name), QString::number(value)});
    }
}

void addOutcome(Fields &fields, const Report::Outcome &outcome)
{
    addNumbers(fields,
               {{"sent", outcome.sent},
                {"deferred", outcome.deferred},
                {"bounced", outcome.bounced},
                {"expired", outcome.expired}});
}

QString written(const QString &name, const Fields &fields)
{
    QStringList words{name};
    for (const auto &[key, value] : fields) {
        words << QStringLiteral("%1=%2").arg(key, value);
    }
    return words.join(u' ');
}

/// The expected line in the fields of the one that was found, if any: what is not told of is as found, or 0.
QString expectedText(const QString &name, const ExpectedLine &line, const Fields &found, qsizetype strict)
{
    Fields fields;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const auto &[key, value] = found[i];
        const QString wanted = line.values.value(key, i < strict ? QStringLiteral("0") : value);
        fields.append({key, wanted == u"?" ? value : wanted});
    }
    return written(name, fields);
}

/// One thing of a report: its name, its fields, and how many of them are 0 where nothing is said of them.
struct Entry {
    QString name;
    Fields fields;
    qsizetype strict = 0;
};

/// Compares all entries of a kind; both ways, so that nothing may be missing or too much.
void compare(const QList<Entry> &entries, const QList<ExpectedLine> &lines)
{
    QStringList found;
    QStringList expected;
    for (const Entry &entry : entries) {
        found << written(entry.name, entry.fields);
    }
    for (const ExpectedLine &line : lines) {
        const QString name = line.names.value(0);
        const auto entry =
            std::ranges::find_if(entries, [&](const Entry &candidate) { return candidate.name == name; });
        expected << (entry == entries.end() ? QStringLiteral("%1 (missing)").arg(name)
                                            : expectedText(name, line, entry->fields, entry->strict));
    }
    found.sort();
    expected.sort();
    QCOMPARE(found.join(u'\n'), expected.join(u'\n'));
}

Entry totalsEntry(const Report::Totals &totals)
{
    Entry entry;
    addNumbers(entry.fields, {{"messages", totals.messages}, {"recipients", totals.recipients}});
    addOutcome(entry.fields, totals.outcome);
    addNumbers(entry.fields,
               {{"rejected", totals.rejected},
                {"auth_failures", totals.authFailures},
                {"unrecognised_lines", totals.unrecognisedLines}});
    entry.strict = entry.fields.size();
    addNumbers(entry.fields, {{"lines", totals.lines}, {"postfix_lines", totals.postfixLines}});
    return entry;
}

Entry userEntry(const Report::User &user)
{
    Entry entry{qtText(user.user), {}, 0};
    addNumbers(entry.fields, {{"messages", user.messages}, {"recipients", user.recipients}});
    addOutcome(entry.fields, user.outcome);
    addNumbers(entry.fields, {{"queued", user.queued}, {"auth_failures", user.authFailures}});
    entry.strict = entry.fields.size();
    addNumbers(entry.fields, {{"senders", user.senders}});
    entry.fields.append({QStringLiteral("clients"), joined(user.clients)});
    entry.fields.append({QStringLiteral("first"), timeText(user.first)});
    return entry;
}

Entry clientEntry(const Report::Client &client)
{
    Entry entry{qtText(client.ip), {}, 0};
    addNumbers(entry.fields,
               {{"messages", client.messages},
                {"authenticated", client.authenticated},
                {"unauthenticated", client.unauthenticated},
                {"relayed", client.relayed},
                {"recipients", client.recipients}});
    addOutcome(entry.fields, client.outcome);
    addNumbers(entry.fields, {{"rejected", client.rejected}, {"auth_failures", client.authFailures}});
    entry.strict = entry.fields.size();
    entry.fields.append({QStringLiteral("users"), joined(client.users)});
    return entry;
}

Entry senderEntry(const Report::Sender &sender)
{
    Entry entry{qtText(sender.sender), {}, 0};
    addNumbers(entry.fields,
               {{"messages", sender.messages},
                {"recipients", sender.recipients},
                {"users", sender.users},
                {"clients", sender.clients}});
    entry.strict = entry.fields.size();
    return entry;
}

/// What the index says of a message, in the words of an expectation.
QStringList messageWords(const MailIndex &index, MessageId id)
{
    constexpr std::pair<std::uint16_t, const char *> Flags[] = {
        {Message::Notification, "notification"}, {Message::Probe, "probe"},
        {Message::Refused, "refused"},           {Message::OnHold, "held"},
        {Message::Discarded, "discarded"},       {Message::LocalBirth, "local"},
    };
    const Message &message = index.message(id);
    QStringList words;
    for (const auto &[flag, word] : Flags) {
        if (message.has(flag)) {
            words << QString::fromLatin1(word);
        }
    }
    if (message.has(Message::Begun) && !message.has(Message::WasActive) && !message.has(Message::Refused)) {
        words << QStringLiteral("incomplete");
    }
    if (const MessageId origin = index.originOf(id); origin != id) {
        words << QStringLiteral("hop_of=%1").arg(qtText(index.queueId(index.message(origin))));
    }
    return words;
}

/// The words that are expected of a message and that none of the lives of its queue ID has.
QStringList missingWords(const MailIndex &index, const ExpectedLine &line)
{
    QStringList wanted = line.names.sliced(1);
    for (const auto &[key, value] : line.values.asKeyValueRange()) {
        wanted << QStringLiteral("%1=%2").arg(key, value);
    }
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        if (qtText(index.queueId(index.messages()[i])) == line.names.first()) {
            for (const QString &word : messageWords(index, static_cast<MessageId>(i))) {
                wanted.removeAll(word);
            }
        }
    }
    return wanted;
}

QStringList deliveriesOf(const MailIndex &index, const QString &queueId, const QString &recipient)
{
    QStringList found;
    for (std::size_t i = 0; i < index.deliveries().size(); ++i) {
        const Delivery &delivery = index.deliveries()[i];
        if (qtText(index.queueId(index.message(delivery.message))) == queueId
            && qtText(index.address(delivery.recipient)) == recipient) {
            found << QStringLiteral("status=%1 attempts=%2").arg(statusName(delivery.status)).arg(delivery.attempts);
        }
    }
    return found;
}

} // namespace

/// Each counting rule and each kind of line, as short logs in tests/data/rules with the numbers that they must give.
class tst_CountingRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void log_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &file :
             QDir(QStringLiteral(LIMIER_TEST_DATA "/rules")).entryList({QStringLiteral("*.expect")})) {
            const QString name = file.chopped(7);
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void log()
    {
        QFETCH(const QString, name);
        const Expectation expectation =
            readExpectation(QStringLiteral("%1/%2.expect").arg(QStringLiteral(LIMIER_TEST_DATA "/rules"), name));
        QTemporaryDir folder;
        QVERIFY(copyLog(name, folder.path(), expectation.modified));
        const Loaded loaded = load({folder.path()}, expectation.timezone);

        QCOMPARE(loaded.refused, QStringList());
        compareReport(loaded.report, expectation);
        compareIndex(*loaded.index, expectation);
    }

private:
    /// Copies a fixture, so that its files have the time stamp that gives their lines the year.
    static bool copyLog(const QString &name, const QString &to, const QDateTime &modified)
    {
        const QString source = QStringLiteral("%1/%2").arg(QStringLiteral(LIMIER_TEST_DATA "/rules"), name);
        QFileInfoList files = QDir(source).entryInfoList(QDir::Files);
        if (files.isEmpty()) {
            files << QFileInfo(source + QStringLiteral(".log"));
        }
        return std::ranges::all_of(files, [&](const QFileInfo &file) {
            QFile copy(QStringLiteral("%1/%2").arg(to, file.fileName()));
            return QFile::copy(file.filePath(), copy.fileName()) && copy.open(QIODevice::ReadWrite)
                && copy.setFileTime(modified, QFileDevice::FileModificationTime);
        });
    }

    static void compareReport(const Report &report, const Expectation &expectation)
    {
        compare({totalsEntry(report.totals)}, expectation.ofKind(QStringLiteral("totals")));
        compare(entriesOf(report.users, userEntry), expectation.ofKind(QStringLiteral("user")));
        compare(entriesOf(report.clients, clientEntry), expectation.ofKind(QStringLiteral("client")));
        if (const QList<ExpectedLine> senders = expectation.ofKind(QStringLiteral("sender")); !senders.isEmpty()) {
            compare(entriesOf(report.senders, senderEntry), senders);
        }
        for (const ExpectedLine &line : expectation.ofKind(QStringLiteral("client"))) {
            for (const Report::Client &client : report.clients) {
                if (qtText(client.ip) == line.names.first()) {
                    QCOMPARE(qtText(client.name), line.values.value(QStringLiteral("name")));
                }
            }
        }
        compareGaps(report, expectation);
        compareInputs(report, expectation);
    }

    template <typename Items, typename Function>
    static QList<Entry> entriesOf(const Items &items, Function entryOf)
    {
        QList<Entry> entries;
        for (const auto &item : items) {
            entries << entryOf(item);
        }
        return entries;
    }

    static void compareGaps(const Report &report, const Expectation &expectation)
    {
        QStringList found;
        QStringList expected;
        for (const Report::Gap &gap : report.gaps) {
            found << QStringLiteral("line=%1 lost=%2").arg(gap.line).arg(gap.lost);
        }
        for (const ExpectedLine &line : expectation.ofKind(QStringLiteral("gap"))) {
            expected << QStringLiteral("line=%1 lost=%2")
                            .arg(line.values.value(QStringLiteral("line")), line.values.value(QStringLiteral("lost")));
        }
        QCOMPARE(found, expected);
    }

    static void compareInputs(const Report &report, const Expectation &expectation)
    {
        for (const ExpectedLine &line : expectation.ofKind(QStringLiteral("input"))) {
            const auto input = std::ranges::find_if(report.inputs, [&](const Report::Input &candidate) {
                return line.names.isEmpty() || QFileInfo(qtText(candidate.path)).fileName() == line.names.first();
            });
            QVERIFY(input != report.inputs.end());
            QCOMPARE(timeText(input->first), line.values.value(QStringLiteral("first")));
            QCOMPARE(timeText(input->last), line.values.value(QStringLiteral("last")));
        }
    }

    static void compareIndex(const MailIndex &index, const Expectation &expectation)
    {
        for (const ExpectedLine &line : expectation.ofKind(QStringLiteral("message"))) {
            QVERIFY2(missingWords(index, line).isEmpty(),
                     qPrintable(
                         QStringLiteral("%1 is not %2").arg(line.names.first(), missingWords(index, line).join(u' '))));
        }
        for (const ExpectedLine &line : expectation.ofKind(QStringLiteral("delivery"))) {
            const QString wanted =
                QStringLiteral("status=%1 attempts=%2")
                    .arg(line.values.value(QStringLiteral("status")), line.values.value(QStringLiteral("attempts")));
            QCOMPARE(deliveriesOf(index, line.names.value(0), line.names.value(1)), QStringList{wanted});
        }
    }
};

QTEST_GUILESS_MAIN(tst_CountingRules)
#include "tst_countingrules.moc"
