// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/yearwalk.h"

#include "log/calendar.h"
#include "log/lineheader.h"
#include "log/linereader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace limier
{

namespace
{

constexpr std::int64_t Day = 86400;
constexpr std::int64_t Year = 366 * Day;
constexpr std::uint64_t SampleDistance = std::uint64_t{64} << 10;
constexpr std::uint64_t MostSamples = 512;
constexpr std::size_t SampleBytes = std::size_t{4} << 10;
constexpr std::size_t TailBytes = std::size_t{64} << 10;

bool isLeapDay(const RawTime &time)
{
    return time.kind == RawTime::Kind::YearLess && time.seconds >= calendar::LeapDayStart
        && time.seconds < calendar::MarchStart;
}

/// Looks at single lines of a file. Ranges are halved while the times at their ends are far apart.
class Sampler
{
public:
    Sampler(const RandomFile &file, std::uint64_t offset, std::uint64_t size)
        : m_file(file)
        , m_offset(offset)
        , m_size(size)
    {
    }

    YearWalk walk()
    {
        const std::uint64_t parts = std::clamp(m_size / SampleDistance, std::uint64_t{1}, MostSamples);
        Sample before = at(0);
        m_walk.add(before.time);
        for (std::uint64_t i = 1; i <= parts; ++i) {
            const Sample sample = i == parts ? last() : at(m_size / parts * i);
            step(before, sample);
            before = sample;
        }
        return m_walk;
    }

private:
    struct Sample {
        std::uint64_t position = 0;
        RawTime time;
    };

    void step(const Sample &before, const Sample &sample)
    {
        constexpr std::int64_t FarApart = 60 * Day;
        const std::int64_t apart = (sample.time.seconds - before.time.seconds + Year) % Year;
        const bool bothYearLess =
            before.time.kind == RawTime::Kind::YearLess && sample.time.kind == RawTime::Kind::YearLess;
        const std::uint64_t distance = sample.position - std::min(before.position, sample.position);
        if (bothYearLess && apart > FarApart && distance > 2 * SampleBytes) {
            const Sample middle = at(before.position + distance / 2);
            step(before, middle);
            step(middle, sample);
            return;
        }
        if (bothYearLess && before.time.seconds < calendar::LeapDayStart
            && sample.time.seconds >= calendar::MarchStart) {
            lookForLeapDay(before, sample);
        }
        m_walk.add(sample.time);
    }

    /// A 29 February between the two says which years are possible.
    void lookForLeapDay(const Sample &before, const Sample &sample)
    {
        const std::uint64_t distance = sample.position - std::min(before.position, sample.position);
        if (distance > 2 * SampleBytes) {
            const Sample middle = at(before.position + distance / 2);
            if (isLeapDay(middle.time)) {
                m_walk.add(middle.time);
            } else if (middle.time.kind == RawTime::Kind::YearLess) {
                const bool isEarlier = middle.time.seconds < calendar::LeapDayStart;
                lookForLeapDay(isEarlier ? middle : before, isEarlier ? sample : middle);
            }
            return;
        }
        std::string_view bytes = bytesAt(before.position, static_cast<std::size_t>(distance) + SampleBytes);
        while (!bytes.empty()) {
            const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
            LineHeader header;
            if (parseLineHeader(bytes.substr(0, end), header) && isLeapDay(header.time)) {
                m_walk.add(header.time);
                return;
            }
            bytes.remove_prefix(end);
        }
    }

    std::string_view bytesAt(std::uint64_t position, std::size_t size)
    {
        m_buffer.resize(static_cast<std::size_t>(std::min<std::uint64_t>(size, m_size - position)));
        const std::size_t got = m_file.readAt(m_offset + position, m_buffer.data(), m_buffer.size()).value_or(0);
        return {m_buffer.data(), got};
    }

    /// The first line with a time that begins behind @p position, in the next bytes.
    Sample at(std::uint64_t position)
    {
        std::string_view bytes = bytesAt(position, SampleBytes);
        bool isWhole = position == 0;
        while (!bytes.empty()) {
            const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
            LineHeader header;
            if (isWhole && parseLineHeader(bytes.substr(0, end), header)) {
                return {.position = position, .time = header.time};
            }
            isWhole = true;
            bytes.remove_prefix(end);
        }
        return {.position = position, .time = {}};
    }

    Sample last()
    {
        const std::uint64_t position = m_size - std::min<std::uint64_t>(m_size, TailBytes);
        std::string_view bytes = bytesAt(position, TailBytes);
        while (!bytes.empty()) {
            bytes.remove_suffix(bytes.ends_with('\n') ? 1 : 0);
            const std::size_t begin = bytes.rfind('\n') + 1;
            LineHeader header;
            if (parseLineHeader(bytes.substr(begin), header)) {
                return {.position = m_size, .time = header.time};
            }
            bytes = bytes.substr(0, begin);
        }
        return {.position = m_size, .time = {}};
    }

    const RandomFile &m_file;
    std::uint64_t m_offset;
    std::uint64_t m_size;
    std::string m_buffer;
    YearWalk m_walk;
};

} // namespace

void YearWalk::add(const RawTime &time)
{
    // As TimeResolver counts them.
    constexpr std::int64_t TurnUp = 183 * Day;
    constexpr std::int64_t TurnDown = 274 * Day;
    if (datedAfter != NoTime || time.kind == RawTime::Kind::None) {
        return;
    }
    if (time.kind != RawTime::Kind::YearLess) {
        if (last >= 0) {
            datedAfter = time.seconds;
        }
        return;
    }
    if (last >= 0 && time.seconds < last - TurnUp) {
        ++wraps;
    } else if (last >= 0 && time.seconds > last + TurnDown) {
        --wraps;
    }
    last = time.seconds;
    if (isLeapDay(time) && wraps >= 0) {
        wrapsToLeapDay = wraps;
    }
}

YearWalk walkAllLines(ByteSource &source)
{
    YearWalk walk;
    LineReader reader(source);
    while (const std::optional<std::string_view> line = reader.next()) {
        LineHeader header;
        if (parseLineHeader(*line, header)) {
            walk.add(header.time);
        }
    }
    return walk;
}

YearWalk walkSamples(const RandomFile &file, std::uint64_t offset, std::uint64_t size)
{
    return Sampler(file, offset, size).walk();
}

} // namespace limier
