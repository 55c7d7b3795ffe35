// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvwriter.h"

#include "report/report.h"
#include "report/safetext.h"
#include "report/suspecttext.h"
#include "report/textsink.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>

namespace limier
{

namespace
{

enum Column : std::size_t {
    Table,
    Name,
    Hostname,
    Messages,
    Authenticated,
    Unauthenticated,
    Relayed,
    Recipients,
    Sent,
    Deferred,
    Bounced,
    Expired,
    Queued,
    Rejected,
    AuthFailures,
    Users,
    Clients,
    Senders,
    First,
    Last,
    Lines,
    PostfixLines,
    UnrecognisedLines,
    Bytes,
    Line,
    Lost,
    UserNames,
    ClientIps,
    Errors,
    Kind,
    SeverityName,
    Confidence,
    ColumnCount,
};

constexpr std::string_view Header =
    "table,name,hostname,messages,authenticated,unauthenticated,relayed,recipients,sent,deferred,bounced,expired,"
    "queued,rejected,auth_failures,users,clients,senders,first,last,lines,postfix_lines,unrecognised_lines,bytes,"
    "line,lost,user_names,client_ips,errors,kind,severity,confidence";
static_assert(std::ranges::count(Header, ',') == ColumnCount - 1);

/// The bytes of a cell that needs neither quotes nor escapes.
constexpr std::array<bool, 256> PlainBytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) {
        plain[byte] = byte != '"' && byte != ',' && byte != ';';
    }
    return plain;
}();

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return PlainBytes[static_cast<unsigned char>(c)]; });
}

/// True if a spreadsheet takes a cell that begins like this for a formula; the wide forms are those of East Asian
/// input.
bool beginsFormula(std::string_view text)
{
    constexpr std::array<std::string_view, 10> Starts{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(Starts, [text](std::string_view start) { return text.starts_with(start); });
}

/// One row: cells are written in the order of the columns, those left out stay empty.
class Row
{
public:
    Row(TextSink &sink, std::string_view table)
        : m_sink(sink)
    {
        m_sink.append(table);
    }
    ~Row()
    {
        moveTo(ColumnCount - 1);
        m_sink.append("\r\n");
    }
    Row(const Row &) = delete;
    Row &operator=(const Row &) = delete;

    Row &number(Column column, std::uint64_t number)
    {
        moveTo(column);
        m_sink.appendNumber(number);
        return *this;
    }
    Row &time(Column column, UtcSeconds time)
    {
        moveTo(column);
        if (time != NoTime) {
            m_sink.appendTime(time);
        }
        return *this;
    }
    Row &text(Column column, std::string_view text);
    Row &list(Column column, const std::vector<std::string> &texts);
    Row &outcome(const Report::Outcome &outcome)
    {
        return number(Sent, outcome.sent)
            .number(Deferred, outcome.deferred)
            .number(Bounced, outcome.bounced)
            .number(Expired, outcome.expired);
    }

private:
    void moveTo(std::size_t column)
    {
        static constexpr std::string_view Commas = ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,";
        static_assert(Commas.size() >= ColumnCount);
        m_sink.append(Commas.substr(0, column - m_column));
        m_column = column;
    }

    TextSink &m_sink;
    std::size_t m_column = Table;
};

Row &Row::text(Column column, std::string_view text)
{
    moveTo(column);
    if (isPlain(text) && !beginsFormula(text)) {
        m_sink.append(text);
        return *this;
    }
    std::string cell;
    if (beginsFormula(text)) {
        cell += '\'';
    }
    // Where a semicolon separates cells, as in many countries, what stands behind one begins a cell as well.
    for (std::size_t end = text.find(';'); end != text.npos; end = text.find(';')) {
        cell += visibleText(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
        if (beginsFormula(text)) {
            cell += '\'';
        }
    }
    cell += visibleText(text);
    if (cell.find_first_of(",\";") == cell.npos) {
        m_sink.append(cell);
        return *this;
    }
    m_sink.append('"');
    for (const char c : cell) {
        m_sink.append(c);
        if (c == '"') {
            m_sink.append(c);
        }
    }
    m_sink.append('"');
    return *this;
}

Row &Row::list(Column column, const std::vector<std::string> &texts)
{
    std::string joined;
    for (const std::string &text : texts) {
        joined += joined.empty() ? "" : " ";
        joined += text;
    }
    return text(column, joined);
}

void writeTotals(const Report &report, TextSink &sink)
{
    const Report::Totals &totals = report.totals;
    Row(sink, "total")
        .number(Messages, totals.messages)
        .number(Recipients, totals.recipients)
        .outcome(totals.outcome)
        .number(Rejected, totals.rejected)
        .number(AuthFailures, totals.authFailures)
        .number(Lines, totals.lines)
        .number(PostfixLines, totals.postfixLines)
        .number(UnrecognisedLines, totals.unrecognisedLines)
        .text(Errors, report.cancelled ? errorName(ErrorCode::Cancelled) : "");
}

void writeInput(const Report::Input &input, TextSink &sink)
{
    std::vector<std::string> errors;
    for (const Error &error : input.errors) {
        errors.emplace_back(errorName(error.code));
    }
    Row(sink, "input")
        .text(Name, input.path)
        .time(First, input.first)
        .time(Last, input.last)
        .number(Lines, input.lines)
        .number(Bytes, input.bytes)
        .list(Errors, errors);
}

void writeUser(const Report::User &user, TextSink &sink)
{
    Row(sink, "user")
        .text(Name, user.user)
        .number(Messages, user.messages)
        .number(Recipients, user.recipients)
        .outcome(user.outcome)
        .number(Queued, user.queued)
        .number(AuthFailures, user.authFailures)
        .number(Clients, user.clients.size())
        .number(Senders, user.senders)
        .time(First, user.first)
        .time(Last, user.last)
        .list(ClientIps, user.clients);
}

void writeClient(const Report::Client &client, TextSink &sink)
{
    Row(sink, "client")
        .text(Name, client.ip)
        .text(Hostname, client.name)
        .number(Messages, client.messages)
        .number(Authenticated, client.authenticated)
        .number(Unauthenticated, client.unauthenticated)
        .number(Relayed, client.relayed)
        .number(Recipients, client.recipients)
        .outcome(client.outcome)
        .number(Rejected, client.rejected)
        .number(AuthFailures, client.authFailures)
        .number(Users, client.users.size())
        .list(UserNames, client.users);
}

void writeSuspect(const Report::Suspect &suspect, TextSink &sink)
{
    Row(sink, "suspect")
        .text(Name, suspect.subject)
        .number(Messages, suspect.messages)
        .number(Recipients, suspect.recipients)
        .outcome(suspect.outcome)
        .number(Queued, suspect.queued)
        .number(AuthFailures, suspect.authFailures)
        .time(First, suspect.first)
        .time(Last, suspect.last)
        .list(UserNames, suspect.users)
        .list(ClientIps, suspect.clients)
        .text(Kind, kindName(suspect.kind))
        .text(SeverityName, severityName(suspect.severity))
        .text(Confidence, std::format("{:.3g}", suspect.confidence));
}

} // namespace

void writeCsv(const Report &report, TextSink &sink)
{
    sink.append(Header);
    sink.append("\r\n");
    writeTotals(report, sink);
    for (const Report::Input &input : report.inputs) {
        writeInput(input, sink);
    }
    for (const Report::Gap &gap : report.gaps) {
        Row(sink, "gap").text(Name, gap.path).number(Line, gap.line).number(Lost, gap.lost);
    }
    for (const Report::Suspect &suspect : report.suspects) {
        writeSuspect(suspect, sink);
    }
    for (const Report::User &user : report.users) {
        writeUser(user, sink);
    }
    for (const Report::Client &client : report.clients) {
        writeClient(client, sink);
    }
    for (const Report::Sender &sender : report.senders) {
        Row(sink, "sender")
            .text(Name, sender.sender.empty() ? "<>" : sender.sender)
            .number(Messages, sender.messages)
            .number(Recipients, sender.recipients)
            .number(Users, sender.users)
            .number(Clients, sender.clients);
    }
}

} // namespace limier
