// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/logprobe.h"

#include "log/lineheader.h"
#include "log/linereader.h"
#include "log/mailers.h"
#include "log/postfixparser.h"

#include <algorithm>
#include <string_view>

namespace limier
{

namespace
{

constexpr std::size_t FirstLineBytes = 1024;

/// Control characters that no text has; NUL is not among them, since a crash leaves runs of it in a good log.
bool isBinaryByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\0' && byte != '\t' && byte != '\r' && byte != '\f' && byte != '\x1b';
}

/// Counts over the lines what tells text from binary data.
struct BinaryCount {
    std::uint64_t bytes = 0;
    std::uint64_t controls = 0;
    std::uint64_t nuls = 0;

    void add(std::string_view line)
    {
        bytes += line.size();
        controls += static_cast<std::uint64_t>(std::ranges::count_if(line, isBinaryByte));
        nuls += static_cast<std::uint64_t>(std::ranges::count(line, '\0'));
    }
    [[nodiscard]] bool isBinary() const { return controls * 50 > bytes || nuls * 10 > bytes; }
};

} // namespace

LogProbe probeLog(ByteSource &source, std::size_t limit)
{
    LogProbe probe;
    BinaryCount count;
    LineReader reader(source);
    while (reader.position() < limit) {
        const std::optional<std::string_view> line = reader.next();
        if (!line) {
            break;
        }
        count.add(*line);
        if (probe.firstLine.empty()) {
            probe.firstLine = line->substr(0, FirstLineBytes);
        }
        if (probe.otherMailer.empty()) {
            probe.otherMailer = otherMailerOf(*line);
        }
        LineHeader header;
        if (!parseLineHeader(*line, header)) {
            continue;
        }
        if (probe.firstTime.kind == RawTime::Kind::None) {
            probe.firstTime = header.time;
            probe.host = header.host;
        }
        if (header.time.kind == RawTime::Kind::YearLess && probe.firstYearLess.kind == RawTime::Kind::None) {
            probe.firstYearLess = header.time;
        }
        if (const Service service = serviceOf(header.program); service != Service::Foreign) {
            probe.kind = LogProbe::Kind::Postfix;
            return probe;
        }
        if (isMailProgram(header.program)) {
            probe.kind = LogProbe::Kind::MailServer;
        }
    }
    probe.error = reader.error();
    if (!probe.otherMailer.empty()) {
        probe.kind = LogProbe::Kind::OtherMailer;
    } else if (reader.position() > 0 && probe.kind != LogProbe::Kind::MailServer) {
        probe.kind = count.isBinary() ? LogProbe::Kind::Binary : LogProbe::Kind::Text;
    }
    return probe;
}

} // namespace limier
