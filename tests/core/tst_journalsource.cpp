// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfiles.h"
#include "log/journalexportsource.h"
#include "log/journaljsonsource.h"

#include <QtEndian>

using namespace limier;
using namespace logfiles;
using namespace std::string_literals;

namespace
{

std::string fromExport(const std::string &bytes, std::size_t piece = ~std::size_t{0})
{
    JournalExportSource source(std::make_unique<MemorySource>(bytes, piece));
    return readAll(source, 1000).text;
}

std::string fromJson(const std::string &bytes, std::size_t piece = ~std::size_t{0})
{
    JournalJsonSource source(std::make_unique<MemorySource>(bytes, piece));
    return readAll(source, 1000).text;
}

std::string binaryField(const std::string &name, const std::string &value)
{
    std::string size(8, '\0');
    qToLittleEndian<quint64>(value.size(), size.data());
    return name + '\n' + size + value + '\n';
}

const std::string ExportEntry = "__CURSOR=s=1;i=2\n"
                                "__REALTIME_TIMESTAMP=1714860535123456\n"
                                "__MONOTONIC_TIMESTAMP=5\n"
                                "_BOOT_ID=x\n"
                                "PRIORITY=6\n"
                                "SYSLOG_FACILITY=2\n"
                                "SYSLOG_IDENTIFIER=postfix/smtpd\n"
                                "SYSLOG_PID=123\n"
                                "_PID=7\n"
                                "_COMM=smtpd\n"
                                "_HOSTNAME=mx1\n"
                                "MESSAGE=connect from unknown[1.2.3.4]\n"
                                "_SOURCE_REALTIME_TIMESTAMP=1714860535000001\n";
const std::string ExpectedLine =
    "2024-05-04T22:08:55.000001+00:00 mx1 postfix/smtpd[123]: connect from unknown[1.2.3.4]\n";

const std::string JsonEntry =
    R"({"__CURSOR":"s=1;i=2","__REALTIME_TIMESTAMP":"1714860535123456","_BOOT_ID":"x","PRIORITY":"6",)"
    R"("SYSLOG_IDENTIFIER":"postfix/smtpd","SYSLOG_PID":"123","_PID":"7","_COMM":"smtpd","_HOSTNAME":"mx1",)"
    R"("MESSAGE":"connect from unknown[1.2.3.4]","_SOURCE_REALTIME_TIMESTAMP":"1714860535000001"})";

} // namespace

class JournalSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportEntries();
    void exportFields_data();
    void exportFields();
    void exportBrokenOff();
    void exportHostileSize();
    void jsonForms_data();
    void jsonForms();
    void jsonFields_data();
    void jsonFields();
    void jsonDamage_data();
    void jsonDamage();
    void longMessageIsCut();
    void innerErrorIsPassedOn();
};

void JournalSourceTest::exportEntries()
{
    const std::string entries = ExportEntry + "\n" + ExportEntry + "\n";
    for (const std::size_t piece : {1U, 2U, 3U, 50U, 100000U}) {
        QCOMPARE(fromExport(entries, piece), ExpectedLine + ExpectedLine);
    }
    QCOMPARE(fromExport(ExportEntry), ExpectedLine); // without the empty line at its end
}

void JournalSourceTest::exportFields_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const std::string &entry, const std::string &line) {
        QTest::newRow(name) << QByteArray::fromStdString(entry) << QByteArray::fromStdString(line);
    };
    const std::string head = "__REALTIME_TIMESTAMP=1714860535123456\n_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=postfix/smtpd\n";
    const std::string line = "2024-05-04T22:08:55.123456+00:00 mx1 postfix/smtpd";
    row("binary message", head + binaryField("MESSAGE", "two\nlines \xff\0 end"s), line + ": two lines \xff  end\n");
    row("empty binary message", head + binaryField("MESSAGE", ""), line + ": \n");
    row("binary field nobody wants", head + binaryField("COREDUMP", std::string(1000, '\n')) + "MESSAGE=x\n",
        line + ": x\n");
    row("pid of the sender", head + "_PID=42\nMESSAGE=x\n", line + "[42]: x\n");
    row("an equals sign in the message", head + "MESSAGE=to=<a@b>, status=sent\n", line + ": to=<a@b>, status=sent\n");
    row("command for want of an identifier",
        "__REALTIME_TIMESTAMP=1714860535123456\n_HOSTNAME=mx1\n_COMM=smtpd\nMESSAGE=x\n",
        "2024-05-04T22:08:55.123456+00:00 mx1 smtpd: x\n");
    row("no host", "__REALTIME_TIMESTAMP=1714860535123456\nSYSLOG_IDENTIFIER=a\nMESSAGE=x\n",
        "2024-05-04T22:08:55.123456+00:00 localhost a: x\n");
    row("an identifier of two words stays one word",
        "__REALTIME_TIMESTAMP=1714860535123456\n_HOSTNAME=mx1\n" + binaryField("SYSLOG_IDENTIFIER", "my\nname x")
            + "MESSAGE=x\n",
        "2024-05-04T22:08:55.123456+00:00 mx1 my_name_x: x\n");
    row("no message, no line", head, "");
    row("a time that is none",
        "__REALTIME_TIMESTAMP=17148605351234567890123\n_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=a\nMESSAGE=x\n", "mx1 a: x\n");
    row("a field twice: the first", head + "MESSAGE=x\nMESSAGE=y\n", line + ": x\n");
}

void JournalSourceTest::exportFields()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const QByteArray, line);
    for (const std::size_t piece : {1U, 7U, 100000U}) {
        QCOMPARE(QByteArray::fromStdString(fromExport(entry.toStdString() + "\n", piece)), line);
    }
}

void JournalSourceTest::exportBrokenOff()
{
    const std::string whole = ExportEntry + "\n";
    for (std::size_t size = 0; size < ExportEntry.size(); ++size) {
        const std::string text = fromExport(whole + ExportEntry.substr(0, size));
        QVERIFY(text.starts_with(ExpectedLine));
        QVERIFY(std::ranges::count(text, '\n') <= 2);
    }
}

void JournalSourceTest::exportHostileSize()
{
    const std::string text = fromExport("MESSAGE\n\xff\xff\xff\xff\xff\xff\xff\xff" + std::string(3000000, 'x'));
    QVERIFY(text.size() > 1000000);
    QVERIFY(text.size() < 1100000);
}

void JournalSourceTest::jsonForms_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    std::string pretty = JsonEntry;
    for (std::size_t at = 0; (at = pretty.find(",\"", at)) != std::string::npos; at += 4) {
        pretty.replace(at, 1, ",\n\t");
    }
    row("json", JsonEntry + "\n" + JsonEntry + "\n");
    row("without a line end", JsonEntry + "\n" + JsonEntry);
    row("json-pretty", pretty + "\n" + pretty + "\n");
    row("json-seq", "\x1e" + JsonEntry + "\n\x1e" + JsonEntry + "\n");
    row("json-sse", "data: " + JsonEntry + "\n\ndata: " + JsonEntry + "\n\n");
    row("an array", "[" + JsonEntry + ",\n" + JsonEntry + "]\n");
}

void JournalSourceTest::jsonForms()
{
    QFETCH(const QByteArray, text);
    for (const std::size_t piece : {1U, 2U, 3U, 100U, 100000U}) {
        QCOMPARE(fromJson(text.toStdString(), piece), ExpectedLine + ExpectedLine);
    }
}

void JournalSourceTest::jsonFields_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *message, const std::string &expected) {
        QTest::newRow(name) << QByteArray(message) << QByteArray::fromStdString(expected);
    };
    row("escapes", R"("a \"b\" \\ \/ \u00e9 \t c")", "a \"b\" \\ / \xc3\xa9 \t c");
    row("line ends", R"("a\nb\r\nc")", "a b  c");
    row("bytes", "[ 97, 255, 10, 98, 0, 99 ]", "a\xff b c");
    row("invalid UTF-8", "\"a\xff z\"", "a\xff z");
    row("several values: the first", R"(["first", "second"])", "first");
    row("null, as for a field that is too long", "null", "");
    row("a field inside a value is none of the entry", R"({"MESSAGE":"inner"})", "");
    row("a pair of surrogates", R"("\ud83d\ude00")", "\xf0\x9f\x98\x80");
}

void JournalSourceTest::jsonFields()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, expected);
    const std::string entry = R"({"__REALTIME_TIMESTAMP":"1714860535123456","_HOSTNAME":"mx1","MESSAGE":)"
        + message.toStdString() + R"(,"SYSLOG_IDENTIFIER":"a","N":[1,[2],{"x":3}]})";
    for (const std::size_t piece : {1U, 100000U}) {
        QCOMPARE(QByteArray::fromStdString(fromJson(entry, piece)),
                 "2024-05-04T22:08:55.123456+00:00 mx1 a: " + expected + "\n");
    }
}

void JournalSourceTest::jsonDamage_data()
{
    QTest::addColumn<QByteArray>("damage");
    for (const char *damage :
         {"some words", "{\"MESSAGE\": nonsense}", "{]", "{\"a\":\"\x01\"}", "}}}", "{\"MESSAGE\":\"cut of"}) {
        QTest::newRow(damage) << QByteArray(damage);
    }
}

void JournalSourceTest::jsonDamage()
{
    QFETCH(const QByteArray, damage);
    // The damaged line is there to be counted, the entries around it are read.
    const std::string text = fromJson(JsonEntry + "\n" + damage.toStdString() + "\n" + JsonEntry + "\n");
    QVERIFY2(text.starts_with(ExpectedLine), text.c_str());
    QVERIFY2(text.ends_with(ExpectedLine), text.c_str());
    QVERIFY2(text.size() > 2 * ExpectedLine.size(), text.c_str());
}

void JournalSourceTest::longMessageIsCut()
{
    const std::string text = fromJson(R"({"MESSAGE":")" + std::string(5000000, 'x') + R"(","_HOSTNAME":"mx1"})");
    QVERIFY(text.size() > JournalRecord::LongestField);
    QVERIFY(text.size() < JournalRecord::LongestField + 100);
    QVERIFY(text.ends_with("x\n"));
}

void JournalSourceTest::innerErrorIsPassedOn()
{
    class FailingSource final : public ByteSource
    {
    public:
        std::expected<std::size_t, Error> read(char *buffer, std::size_t /*size*/) override
        {
            if (m_given) {
                return std::unexpected(Error{.code = ErrorCode::ReadFailed, .subject = "x", .detail = {}});
            }
            m_given = true;
            std::ranges::copy(ExportEntry, buffer);
            return ExportEntry.size();
        }
        std::uint64_t rawPosition() const override { return 0; }

    private:
        bool m_given = false;
    };
    JournalExportSource source(std::make_unique<FailingSource>());
    const ReadResult result = readAll(source);
    QCOMPARE(result.text, ExpectedLine);
    QVERIFY(result.error);
    QVERIFY(result.error->code == ErrorCode::ReadFailed);
}

QTEST_GUILESS_MAIN(JournalSourceTest)
#include "tst_journalsource.moc"
