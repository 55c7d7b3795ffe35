// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/journaljsonsource.h"

#include "log/journalrecord.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

namespace json = boost::json;

/// Takes the values of the entry's own fields; a field with several values, or of bytes, is an array.
class EntryHandler
{
public:
    static constexpr std::size_t max_object_size = ~std::size_t{0};
    static constexpr std::size_t max_array_size = ~std::size_t{0};
    static constexpr std::size_t max_key_size = ~std::size_t{0};
    static constexpr std::size_t max_string_size = ~std::size_t{0};

    JournalRecord record;

    bool on_document_begin(json::error_code & /*ec*/)
    {
        m_depth = 0;
        m_key.clear();
        m_value = nullptr;
        return true;
    }
    bool on_document_end(json::error_code & /*ec*/) { return true; }
    bool on_object_begin(json::error_code & /*ec*/) { return down(); }
    bool on_object_end(std::size_t /*size*/, json::error_code & /*ec*/) { return up(); }
    bool on_array_begin(json::error_code & /*ec*/) { return down(); }
    bool on_array_end(std::size_t /*size*/, json::error_code & /*ec*/) { return up(); }
    bool on_key_part(json::string_view part, std::size_t /*size*/, json::error_code & /*ec*/)
    {
        JournalRecord::append(m_key, part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t /*size*/, json::error_code & /*ec*/)
    {
        JournalRecord::append(m_key, part);
        m_value = m_depth == 1 ? record.field(m_key) : nullptr;
        m_key.clear();
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t /*size*/, json::error_code & /*ec*/)
    {
        append(part);
        return true;
    }
    bool on_string(json::string_view part, std::size_t /*size*/, json::error_code & /*ec*/)
    {
        append(part);
        m_value = nullptr; // of several values the first one
        return true;
    }
    bool on_number_part(json::string_view /*part*/, json::error_code & /*ec*/) { return true; }
    bool on_int64(std::int64_t number, json::string_view /*part*/, json::error_code & /*ec*/)
    {
        appendByte(static_cast<std::uint64_t>(number));
        return true;
    }
    bool on_uint64(std::uint64_t number, json::string_view /*part*/, json::error_code & /*ec*/)
    {
        appendByte(number);
        return true;
    }
    bool on_double(double /*number*/, json::string_view /*part*/, json::error_code & /*ec*/) { return true; }
    bool on_bool(bool /*value*/, json::error_code & /*ec*/) { return true; }
    bool on_null(json::error_code & /*ec*/) { return true; }
    bool on_comment_part(json::string_view /*part*/, json::error_code & /*ec*/) { return true; }
    bool on_comment(json::string_view /*part*/, json::error_code & /*ec*/) { return true; }

private:
    bool down()
    {
        ++m_depth;
        return true;
    }
    bool up()
    {
        if (--m_depth <= 1) {
            m_value = nullptr;
        }
        return true;
    }
    void append(std::string_view part)
    {
        if (m_value != nullptr) {
            JournalRecord::append(*m_value, part);
        }
    }
    void appendByte(std::uint64_t number)
    {
        const char byte = static_cast<char>(number);
        if (m_depth == 2 && number < 256) {
            append({&byte, 1});
        }
    }

    std::string m_key;
    std::string *m_value = nullptr;
    int m_depth = 0;
};

json::parse_options tolerant()
{
    json::parse_options options;
    options.allow_invalid_utf8 = true;
    return options;
}

/// What stands between two entries: blanks, the mark of json-seq, the brackets of an array around them.
bool isSeparator(char c)
{
    return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == '[' || c == ']';
}

} // namespace

class JournalJsonSource::Parser : public json::basic_parser<EntryHandler>
{
public:
    Parser()
        : basic_parser(tolerant())
    {
    }
};

JournalJsonSource::JournalJsonSource(std::unique_ptr<ByteSource> inner)
    : ConvertingSource(std::move(inner))
    , m_parser(std::make_unique<Parser>())
{
}

JournalJsonSource::~JournalJsonSource() = default;

void JournalJsonSource::convert(std::string_view bytes, std::string &text)
{
    while (!bytes.empty()) {
        std::size_t taken = 1;
        if (m_state == State::InEntry) {
            taken = takeEntry(bytes, text);
        } else if (m_state == State::InOther) {
            taken = takeOther(bytes, "\n{", text);
        } else if (m_state == State::Damaged) {
            taken = takeOther(bytes, "\n", text);
        } else if (bytes[0] == '{') {
            m_parser->reset();
            m_state = State::InEntry;
            taken = 0;
        } else if (!isSeparator(bytes[0])) {
            m_state = State::InOther;
            taken = 0;
        }
        bytes.remove_prefix(taken);
    }
}

void JournalJsonSource::finish(std::string &text)
{
    m_parser->handler().record.flush(text);
    endOther(text);
}

std::size_t JournalJsonSource::takeEntry(std::string_view bytes, std::string &text)
{
    json::error_code failure;
    const std::size_t taken = m_parser->write_some(true, bytes.data(), bytes.size(), failure);
    if (failure || m_parser->done()) {
        m_parser->handler().record.flush(text);
        m_state = failure ? State::Damaged : State::Between;
    }
    return taken;
}

std::size_t JournalJsonSource::takeOther(std::string_view bytes, std::string_view stops, std::string &text)
{
    const std::size_t end = std::min(bytes.find_first_of(stops), bytes.size());
    JournalRecord::append(m_other, bytes.substr(0, end));
    if (end < bytes.size()) {
        endOther(text);
        m_state = State::Between;
    }
    return end;
}

void JournalJsonSource::endOther(std::string &text)
{
    constexpr std::string_view EventPrefix = "data:"; // of json-sse
    const std::string_view line(m_other);
    if (!line.empty() && line.substr(0, line.find_last_not_of(' ') + 1) != EventPrefix) {
        text += line;
        text += '\n';
    }
    m_other.clear();
}

} // namespace limier
