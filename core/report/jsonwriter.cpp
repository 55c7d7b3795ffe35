// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/jsonwriter.h"

#include "report/report.h"
#include "report/safetext.h"
#include "report/sentences.h"
#include "report/suspecttext.h"
#include "report/textsink.h"

#include <QBuffer>

#include <array>
#include <cmath>
#include <format>
#include <string_view>
#include <thread>

namespace limier
{

namespace
{

/// The bytes that stand for themselves between quotes: all of ASCII but controls, the quote and the backslash.
constexpr std::array<bool, 256> PlainBytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) {
        plain[byte] = byte != '"' && byte != '\\';
    }
    return plain;
}();

class JsonWriter
{
public:
    JsonWriter(const Report &report, TextSink &sink)
        : m_report(report)
        , m_sink(sink)
    {
    }

    void write();

private:
    void head();
    void input(const Report::Input &input);
    void error(const Error &error);
    void totals();
    void user(const Report::User &user);
    void client(const Report::Client &client);
    void sender(const Report::Sender &sender);
    void suspect(const Report::Suspect &suspect);
    void story(const Report::Suspect &suspect);
    void reason(const Report::Reason &reason);
    void evidence(const Report::Evidence &evidence);
    void gap(const Report::Gap &gap);
    void outcome(const Report::Outcome &outcome);

    void string(std::string_view text);
    void escape(const CodePoint &character);
    void escapeUnit(char32_t unit);
    void strings(const std::vector<std::string> &texts);
    void number(std::string_view key, std::uint64_t number);
    /// Null where it is no number.
    void real(std::string_view key, double number);
    void time(std::string_view key, UtcSeconds time);
    /// One record a line.
    template <typename Record>
    void records(std::string_view key, const std::vector<Record> &list, void (JsonWriter::*writeOne)(const Record &));

    const Report &m_report;
    TextSink &m_sink;
};

void JsonWriter::write()
{
    // The senders are the longest table next to the clients: a thread of their own writes them aside.
    QBuffer senders;
    senders.open(QIODevice::WriteOnly);
    std::jthread aside([&] {
        TextSink sink(senders);
        JsonWriter(m_report, sink).records("senders", m_report.senders, &JsonWriter::sender);
        static_cast<void>(sink.finish()); // memory does not refuse
    });
    head();
    records("inputs", m_report.inputs, &JsonWriter::input);
    totals();
    records("users", m_report.users, &JsonWriter::user);
    records("clients", m_report.clients, &JsonWriter::client);
    aside.join();
    m_sink.append(std::string_view(senders.data()));
    records("suspects", m_report.suspects, &JsonWriter::suspect);
    records("gaps", m_report.gaps, &JsonWriter::gap);
    m_sink.append(R"("timezone":)");
    string(m_report.timezone);
    time(R"(,"since":)", m_report.since);
    time(R"(,"until":)", m_report.until);
    m_sink.append(m_report.cancelled ? R"(,"cancelled":true})" : R"(,"cancelled":false})");
    m_sink.append('\n');
}

void JsonWriter::head()
{
    m_sink.append(R"({"format":"limier-report","version":1,)"
                  "\n");
}

void JsonWriter::input(const Report::Input &input)
{
    m_sink.append(R"({"path":)");
    string(input.path);
    number(R"(,"bytes":)", input.bytes);
    number(R"(,"lines":)", input.lines);
    time(R"(,"first":)", input.first);
    time(R"(,"last":)", input.last);
    m_sink.append(R"(,"errors":[)");
    for (std::size_t i = 0; i < input.errors.size(); ++i) {
        m_sink.append(i == 0 ? "" : ",");
        error(input.errors[i]);
    }
    m_sink.append("]}");
}

void JsonWriter::error(const Error &error)
{
    m_sink.append(R"({"code":)");
    string(errorName(error.code));
    m_sink.append(R"(,"text":)");
    string(errorSentence(error).toStdString());
    if (error.position >= 0) {
        number(R"(,"position":)", static_cast<std::uint64_t>(error.position));
    }
    if (error.value >= 0) {
        number(R"(,"value":)", static_cast<std::uint64_t>(error.value));
    }
    if (!error.detail.empty()) {
        m_sink.append(R"(,"detail":)");
        string(error.detail);
    }
    m_sink.append('}');
}

void JsonWriter::totals()
{
    const Report::Totals &totals = m_report.totals;
    number(R"("totals":{"lines":)", totals.lines);
    number(R"(,"postfix_lines":)", totals.postfixLines);
    number(R"(,"unrecognised_lines":)", totals.unrecognisedLines);
    number(R"(,"messages":)", totals.messages);
    number(R"(,"recipients":)", totals.recipients);
    outcome(totals.outcome);
    number(R"(,"rejected":)", totals.rejected);
    number(R"(,"auth_failures":)", totals.authFailures);
    m_sink.append("},\n");
}

void JsonWriter::user(const Report::User &user)
{
    m_sink.append(R"({"user":)");
    string(user.user);
    number(R"(,"messages":)", user.messages);
    number(R"(,"recipients":)", user.recipients);
    outcome(user.outcome);
    number(R"(,"queued":)", user.queued);
    m_sink.append(R"(,"clients":)");
    strings(user.clients);
    number(R"(,"senders":)", user.senders);
    number(R"(,"auth_failures":)", user.authFailures);
    time(R"(,"first":)", user.first);
    time(R"(,"last":)", user.last);
    m_sink.append('}');
}

void JsonWriter::client(const Report::Client &client)
{
    m_sink.append(R"({"ip":)");
    string(client.ip);
    m_sink.append(R"(,"name":)");
    string(client.name);
    number(R"(,"messages":)", client.messages);
    number(R"(,"authenticated":)", client.authenticated);
    number(R"(,"unauthenticated":)", client.unauthenticated);
    number(R"(,"relayed":)", client.relayed);
    number(R"(,"recipients":)", client.recipients);
    outcome(client.outcome);
    number(R"(,"rejected":)", client.rejected);
    number(R"(,"auth_failures":)", client.authFailures);
    m_sink.append(R"(,"users":)");
    strings(client.users);
    m_sink.append('}');
}

void JsonWriter::sender(const Report::Sender &sender)
{
    m_sink.append(R"({"sender":)");
    string(sender.sender);
    number(R"(,"messages":)", sender.messages);
    number(R"(,"recipients":)", sender.recipients);
    number(R"(,"users":)", sender.users);
    number(R"(,"clients":)", sender.clients);
    m_sink.append('}');
}

void JsonWriter::suspect(const Report::Suspect &suspect)
{
    m_sink.append(R"({"kind":)");
    string(kindName(suspect.kind));
    m_sink.append(R"(,"subject":)");
    string(suspect.subject);
    m_sink.append(R"(,"severity":)");
    string(severityName(suspect.severity));
    real(R"(,"confidence":)", suspect.confidence);
    m_sink.append(R"(,"text":)");
    string(suspectSentence(suspect).toStdString());
    time(R"(,"first":)", suspect.first);
    time(R"(,"last":)", suspect.last);
    number(R"(,"messages":)", suspect.messages);
    number(R"(,"recipients":)", suspect.recipients);
    outcome(suspect.outcome);
    number(R"(,"queued":)", suspect.queued);
    number(R"(,"auth_failures":)", suspect.authFailures);
    number(R"(,"networks":)", suspect.networks);
    m_sink.append(R"(,"users":)");
    strings(suspect.users);
    m_sink.append(R"(,"clients":)");
    strings(suspect.clients);
    story(suspect);
    m_sink.append(R"(,"reasons":[)");
    for (std::size_t i = 0; i < suspect.reasons.size(); ++i) {
        m_sink.append(i == 0 ? "\n  " : ",\n  ");
        reason(suspect.reasons[i]);
    }
    m_sink.append(R"(],"evidence":[)");
    for (std::size_t i = 0; i < suspect.evidence.size(); ++i) {
        m_sink.append(i == 0 ? "\n  " : ",\n  ");
        evidence(suspect.evidence[i]);
    }
    m_sink.append("]}");
}

void JsonWriter::story(const Report::Suspect &suspect)
{
    time(R"(,"first_failure":)", suspect.firstFailure);
    time(R"(,"first_success":)", suspect.firstSuccess);
    time(R"(,"peak":)", suspect.peak);
}

void JsonWriter::reason(const Report::Reason &reason)
{
    m_sink.append(R"({"code":)");
    string(signalName(reason.code));
    m_sink.append(R"(,"text":)");
    string(reasonSentence(reason).toStdString());
    real(R"(,"value":)", reason.value);
    real(R"(,"usual":)", reason.usual);
    real(R"(,"weight":)", reason.weight);
    m_sink.append('}');
}

void JsonWriter::evidence(const Report::Evidence &evidence)
{
    m_sink.append(R"({"path":)");
    string(evidence.path);
    number(R"(,"line":)", evidence.line);
    m_sink.append(R"(,"text":)");
    string(evidence.text);
    m_sink.append('}');
}

void JsonWriter::gap(const Report::Gap &gap)
{
    m_sink.append(R"({"path":)");
    string(gap.path);
    number(R"(,"line":)", gap.line);
    number(R"(,"lost":)", gap.lost);
    m_sink.append('}');
}

void JsonWriter::outcome(const Report::Outcome &outcome)
{
    number(R"(,"sent":)", outcome.sent);
    number(R"(,"deferred":)", outcome.deferred);
    number(R"(,"bounced":)", outcome.bounced);
    number(R"(,"expired":)", outcome.expired);
}

void JsonWriter::string(std::string_view text)
{
    m_sink.append('"');
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && PlainBytes[static_cast<unsigned char>(text[plain])]) {
            ++plain;
        }
        m_sink.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (!text.empty()) {
            const CodePoint character = firstCodePoint(text);
            if (character.isValid && character.value >= 0x80 && !isHarmful(character.value)) {
                m_sink.append(text.substr(0, character.length));
            } else {
                escape(character);
            }
            text.remove_prefix(character.length);
        }
    }
    m_sink.append('"');
}

void JsonWriter::escape(const CodePoint &character)
{
    if (!character.isValid) {
        m_sink.append("\uFFFD");
        return;
    }
    switch (character.value) {
    case '"':
        m_sink.append(R"(\")");
        return;
    case '\\':
        m_sink.append(R"(\\)");
        return;
    case '\n':
        m_sink.append(R"(\n)");
        return;
    case '\r':
        m_sink.append(R"(\r)");
        return;
    case '\t':
        m_sink.append(R"(\t)");
        return;
    default:
        break;
    }
    if (character.value > 0xFFFF) {
        const char32_t offset = character.value - 0x10000;
        escapeUnit(0xD800 + (offset >> 10));
        escapeUnit(0xDC00 + (offset & 0x3FF));
    } else {
        escapeUnit(character.value);
    }
}

void JsonWriter::escapeUnit(char32_t unit)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    m_sink.append("\\u");
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        m_sink.append(Digits[(unit >> shift) & 0xF]);
    }
}

void JsonWriter::strings(const std::vector<std::string> &texts)
{
    m_sink.append('[');
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_sink.append(i == 0 ? "" : ",");
        string(texts[i]);
    }
    m_sink.append(']');
}

void JsonWriter::number(std::string_view key, std::uint64_t number)
{
    m_sink.append(key);
    m_sink.appendNumber(number);
}

void JsonWriter::real(std::string_view key, double number)
{
    m_sink.append(key);
    m_sink.append(std::isfinite(number) ? std::format("{:.4g}", number) : std::string("null"));
}

void JsonWriter::time(std::string_view key, UtcSeconds time)
{
    m_sink.append(key);
    if (time == NoTime) {
        m_sink.append("null");
        return;
    }
    m_sink.append('"');
    m_sink.appendTime(time);
    m_sink.append('"');
}

template <typename Record>
void JsonWriter::records(std::string_view key, const std::vector<Record> &list,
                         void (JsonWriter::*writeOne)(const Record &))
{
    m_sink.append('"');
    m_sink.append(key);
    m_sink.append(R"(":[)");
    for (std::size_t i = 0; i < list.size(); ++i) {
        m_sink.append(i == 0 ? "\n" : ",\n");
        (this->*writeOne)(list[i]);
    }
    m_sink.append("],\n");
}

} // namespace

void writeJson(const Report &report, TextSink &sink)
{
    JsonWriter(report, sink).write();
}

} // namespace limier
