// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdownwriter.h"

#include "report/markdowntable.h"
#include "report/report.h"
#include "report/safetext.h"
#include "report/sentences.h"
#include "report/suspecttext.h"
#include "report/textsink.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <span>

namespace limier
{

namespace
{

using Align = MarkdownTable::Align;

constexpr std::size_t RowLimit = 20;
/// A folder may hold thousands of logs.
constexpr std::size_t InputLimit = 50;
/// Longer names would tear the tables apart, and only a forged one is longer.
constexpr std::size_t NameLimit = 80;
/// Some lines show what it is; JSON has more of them.
constexpr std::size_t EvidenceLimit = 8;
constexpr std::size_t LineLimit = 300;

class MarkdownWriter
{
    Q_DECLARE_TR_FUNCTIONS(MarkdownReport)

public:
    MarkdownWriter(const Report &report, TextSink &sink);

    void write();

private:
    void summary();
    void suspects();
    void suspect(const Report::Suspect &suspect);
    void story(const Report::Suspect &suspect);
    void totals();
    void inputs();
    void problems();
    void gaps();
    void users();
    void clients();
    void senders();

    void line(const QString &text);
    void item(const QString &text) { line(QStringLiteral("- ") + text); }
    void heading(const QString &title);
    /// A heading that says how many of how many rows follow.
    void heading(const QString &title, std::size_t count, std::size_t limit);

    [[nodiscard]] QString number(std::uint64_t number) const;
    [[nodiscard]] QString time(UtcSeconds time) const;
    [[nodiscard]] QString timeWithOffset(UtcSeconds time) const;
    [[nodiscard]] static QString name(std::string_view bytes);
    /// The first of several names, and how many more there are.
    [[nodiscard]] QString names(const std::vector<std::string> &names) const;

    const Report &m_report;
    TextSink &m_sink;
    QLocale m_locale;
    QTimeZone m_zone;
};

template <typename Record>
std::span<const Record> head(const std::vector<Record> &records, std::size_t limit)
{
    return std::span(records).first(std::min(records.size(), limit));
}

MarkdownWriter::MarkdownWriter(const Report &report, TextSink &sink)
    : m_report(report)
    , m_sink(sink)
    , m_zone(report.timezone.empty() ? QTimeZone::systemTimeZone()
                                     : QTimeZone(QByteArray::fromStdString(report.timezone)))
{
    if (!m_zone.isValid()) {
        m_zone = QTimeZone::utc();
    }
}

void MarkdownWriter::write()
{
    line(QStringLiteral("# ") + tr("Limier report"));
    line({});
    summary();
    suspects();
    totals();
    inputs();
    problems();
    gaps();
    users();
    clients();
    senders();
}

void MarkdownWriter::summary()
{
    std::uint64_t bytes = 0;
    UtcSeconds first = NoTime;
    UtcSeconds last = NoTime;
    for (const Report::Input &input : m_report.inputs) {
        bytes += input.bytes;
        if (input.first != NoTime) {
            first = first == NoTime ? input.first : std::min(first, input.first);
        }
        last = std::max(last, input.last);
    }
    const Report::Totals &totals = m_report.totals;
    item(tr("Read: %1 of text in %2 lines, %3 of them from Postfix, %4 not understood")
             .arg(m_locale.formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat),
                  number(totals.lines), number(totals.postfixLines), number(totals.unrecognisedLines)));
    if (first != NoTime) {
        item(tr("Logged: from %1 to %2").arg(timeWithOffset(first), timeWithOffset(last)));
    }
    if (m_report.since != NoTime) {
        item(tr("Counted: only from %1").arg(timeWithOffset(m_report.since)));
    }
    if (m_report.until != NoTime) {
        item(tr("Counted: only before %1").arg(timeWithOffset(m_report.until)));
    }
    item(tr("Time zone: %1").arg(name(m_zone.id().toStdString())));
    if (m_report.cancelled) {
        item(tr("**Stopped before the end of the logs: everything below is partial.**"));
    }
}

void MarkdownWriter::suspects()
{
    if (m_report.suspects.empty()) {
        return;
    }
    heading(tr("Suspects"), m_report.suspects.size(), RowLimit);
    for (const Report::Suspect &each : head(m_report.suspects, RowLimit)) {
        suspect(each);
    }
}

void MarkdownWriter::suspect(const Report::Suspect &suspect)
{
    line(QStringLiteral("### ")
         + tr("%1: %2", "severity: kind of suspect").arg(severityText(suspect.severity), kindText(suspect.kind)));
    line({});
    line(suspectSentence(suspect, SentenceForm::Markdown));
    line({});
    for (const Report::Reason &reason : suspect.reasons) {
        item(QStringLiteral("%1 %2").arg(reason.weight > 0 ? QStringLiteral("(+)") : QStringLiteral("(−)"),
                                         reasonSentence(reason, SentenceForm::Markdown)));
    }
    story(suspect);
    for (const Report::Evidence &evidence : head(suspect.evidence, EvidenceLimit)) {
        item(tr("%1, line %2: %3", "file, number, text of the line")
                 .arg(name(evidence.path), number(evidence.line),
                      QString::fromStdString(codeSpan(evidence.text, LineLimit))));
    }
    line({});
}

void MarkdownWriter::story(const Report::Suspect &suspect)
{
    const auto moment = [this](const QString &what, UtcSeconds when) {
        if (when != NoTime) {
            item(what.arg(time(when)));
        }
    };
    moment(tr("First failed login: %1"), suspect.firstFailure);
    moment(tr("First success: %1"), suspect.firstSuccess);
    moment(tr("First of it: %1"), suspect.first);
    moment(tr("Peak: %1"), suspect.peak);
    moment(tr("Last of it: %1"), suspect.last);
}

void MarkdownWriter::totals()
{
    const Report::Totals &totals = m_report.totals;
    heading(tr("Totals"));
    MarkdownTable table({{tr("What"), Align::Left}, {tr("Number")}});
    table.addRow({tr("Messages"), number(totals.messages)});
    table.addRow({tr("Recipients"), number(totals.recipients)});
    table.addRow({tr("Sent"), number(totals.outcome.sent)});
    table.addRow({tr("Deferred"), number(totals.outcome.deferred)});
    table.addRow({tr("Bounced"), number(totals.outcome.bounced)});
    table.addRow({tr("Expired"), number(totals.outcome.expired)});
    table.addRow({tr("Rejections"), number(totals.rejected)});
    table.addRow({tr("Failed logins"), number(totals.authFailures)});
    table.write(m_sink);
}

void MarkdownWriter::inputs()
{
    if (m_report.inputs.empty()) {
        return;
    }
    heading(tr("Inputs"), m_report.inputs.size(), InputLimit);
    MarkdownTable table(
        {{tr("Input"), Align::Left}, {tr("Text")}, {tr("Lines")}, {tr("First line")}, {tr("Last line")}});
    for (const Report::Input &input : head(m_report.inputs, InputLimit)) {
        table.addRow({name(input.path),
                      m_locale.formattedDataSize(static_cast<qint64>(input.bytes), 1, QLocale::DataSizeSIFormat),
                      number(input.lines), time(input.first), time(input.last)});
    }
    table.write(m_sink);
}

void MarkdownWriter::problems()
{
    std::vector<const Error *> errors;
    for (const Report::Input &input : m_report.inputs) {
        for (const Error &error : input.errors) {
            errors.push_back(&error);
        }
    }
    if (errors.empty()) {
        return;
    }
    heading(tr("Problems with the inputs"), errors.size(), InputLimit);
    for (const Error *error : head(errors, InputLimit)) {
        item(errorSentence(*error, SentenceForm::Markdown));
    }
}

void MarkdownWriter::gaps()
{
    if (m_report.gaps.empty()) {
        return;
    }
    heading(tr("Gaps: lines that the log daemon dropped"), m_report.gaps.size(), RowLimit);
    MarkdownTable table({{tr("Input"), Align::Left}, {tr("Line")}, {tr("Lines lost")}});
    for (const Report::Gap &gap : head(m_report.gaps, RowLimit)) {
        table.addRow({name(gap.path), number(gap.line), number(gap.lost)});
    }
    table.write(m_sink);
}

void MarkdownWriter::users()
{
    if (m_report.users.empty()) {
        return;
    }
    heading(tr("Users"), m_report.users.size(), RowLimit);
    MarkdownTable table({{tr("User"), Align::Left},
                         {tr("Messages")},
                         {tr("Recipients")},
                         {tr("Sent")},
                         {tr("Deferred")},
                         {tr("Bounced")},
                         {tr("Senders")},
                         {tr("Failed logins")},
                         {tr("First message")},
                         {tr("Last message")},
                         {tr("Clients"), Align::Left}});
    for (const Report::User &user : head(m_report.users, RowLimit)) {
        table.addRow({name(user.user), number(user.messages), number(user.recipients), number(user.outcome.sent),
                      number(user.outcome.deferred), number(user.outcome.bounced), number(user.senders),
                      number(user.authFailures), time(user.first), time(user.last), names(user.clients)});
    }
    table.write(m_sink);
}

void MarkdownWriter::clients()
{
    if (m_report.clients.empty()) {
        return;
    }
    heading(tr("Clients"), m_report.clients.size(), RowLimit);
    MarkdownTable table({{tr("Client"), Align::Left},
                         {tr("Messages")},
                         {tr("With login")},
                         {tr("Without")},
                         {tr("Relayed")},
                         {tr("Recipients")},
                         {tr("Sent")},
                         {tr("Deferred")},
                         {tr("Bounced")},
                         {tr("Rejections")},
                         {tr("Failed logins")},
                         {tr("Name"), Align::Left},
                         {tr("Users"), Align::Left}});
    for (const Report::Client &client : head(m_report.clients, RowLimit)) {
        table.addRow({name(client.ip), number(client.messages), number(client.authenticated),
                      number(client.unauthenticated), number(client.relayed), number(client.recipients),
                      number(client.outcome.sent), number(client.outcome.deferred), number(client.outcome.bounced),
                      number(client.rejected), number(client.authFailures),
                      client.name.empty() ? QString() : name(client.name), names(client.users)});
    }
    table.write(m_sink);
}

void MarkdownWriter::senders()
{
    if (m_report.senders.empty()) {
        return;
    }
    heading(tr("Senders"), m_report.senders.size(), RowLimit);
    MarkdownTable table(
        {{tr("Sender"), Align::Left}, {tr("Messages")}, {tr("Recipients")}, {tr("Users")}, {tr("Clients")}});
    for (const Report::Sender &sender : head(m_report.senders, RowLimit)) {
        table.addRow({name(sender.sender.empty() ? "<>" : sender.sender), number(sender.messages),
                      number(sender.recipients), number(sender.users), number(sender.clients)});
    }
    table.write(m_sink);
}

void MarkdownWriter::line(const QString &text)
{
    m_sink.append(text.toStdString());
    m_sink.append('\n');
}

void MarkdownWriter::heading(const QString &title)
{
    line(QStringLiteral("\n## %1\n").arg(title));
}

void MarkdownWriter::heading(const QString &title, std::size_t count, std::size_t limit)
{
    heading(count <= limit
                ? tr("%1 (%2)", "title (number of rows)").arg(title, number(count))
                : tr("%1 (the first %2 of %3)", "title (number of rows)").arg(title, number(limit), number(count)));
}

QString MarkdownWriter::number(std::uint64_t number) const
{
    return m_locale.toString(static_cast<qulonglong>(number));
}

QString MarkdownWriter::time(UtcSeconds time) const
{
    return time == NoTime ? QString()
                          : QDateTime::fromSecsSinceEpoch(time, m_zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString MarkdownWriter::timeWithOffset(UtcSeconds time) const
{
    return QDateTime::fromSecsSinceEpoch(time, m_zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ttt"));
}

QString MarkdownWriter::name(std::string_view bytes)
{
    return QString::fromStdString(codeSpan(bytes, NameLimit));
}

QString MarkdownWriter::names(const std::vector<std::string> &names) const
{
    constexpr std::size_t Shown = 3;
    QStringList shown;
    for (const std::string &each : head(names, Shown)) {
        shown += name(each);
    }
    if (names.size() > Shown) {
        const std::size_t more = names.size() - Shown;
        shown += tr("%1 more", nullptr, pluralCount(more)).arg(number(more));
    }
    return shown.join(QStringLiteral(", "));
}

} // namespace

void writeMarkdown(const Report &report, TextSink &sink)
{
    MarkdownWriter(report, sink).write();
}

} // namespace limier
