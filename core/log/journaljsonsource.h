// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/convertingsource.h"

namespace limier
{

/**
 * The output of "journalctl -o json" (also json-pretty, json-seq, json-sse) as log lines in UTC. Text that is no JSON
 * object is passed on as a line of its own, so that it is counted among the lines not understood; an entry that breaks
 * off or is damaged gives what was read of it.
 */
class JournalJsonSource final : public ConvertingSource
{
public:
    explicit JournalJsonSource(std::unique_ptr<ByteSource> inner);
    ~JournalJsonSource() override;

private:
    class Parser;
    enum class State : std::uint8_t {
        Between,
        InEntry,
        InOther,
        Damaged
    };

    void convert(std::string_view bytes, std::string &text) override;
    void finish(std::string &text) override;
    std::size_t takeEntry(std::string_view bytes, std::string &text);
    std::size_t takeOther(std::string_view bytes, std::string_view stops, std::string &text);
    void endOther(std::string &text);

    std::unique_ptr<Parser> m_parser;
    std::string m_other; ///< a line that is no entry
    State m_state = State::Between;
};

} // namespace limier
