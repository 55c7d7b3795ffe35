// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/linesearch.h"

#include "index/chunksearcher.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t ChunksAheadOfThread = 4;
constexpr std::size_t SampleBytes = std::size_t{128} << 10;
constexpr std::chrono::milliseconds ReportInterval{50};

/// Text of the log by which the rarest literal is chosen.
std::string sampleOf(const LogText &text, const std::vector<SearchChunk> &chunks, const std::stop_token &stop)
{
    std::string sample;
    for (const std::size_t i : {std::size_t{0}, chunks.size() / 2}) {
        const SearchChunk &chunk = chunks[i];
        const IndexedFile &file = text.index().files()[place(chunk.file)];
        // Nothing is unpacked only for the sample, except what the first chunk needs anyway.
        if (i > 0 && chunk.file != chunks.front().file && !file.input.isPlain) {
            continue;
        }
        const std::uint64_t from = chunk.lines.empty() ? text.index().lineMarks()[chunk.firstMark].offset : 0;
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(SampleBytes, file.bytes - from));
        const std::size_t before = sample.size();
        sample.resize(before + size);
        const auto opened = text.open(chunk.file, stop);
        if (!opened || !(*opened)->read(from, sample.data() + before, size)) {
            sample.resize(before);
        }
    }
    return sample;
}

/// One search on several threads. Threads take the next chunk; run() puts the results in order.
class SearchRun
{
public:
    SearchRun(const LogText &text, const LinePattern &pattern, std::span<const SearchChunk> chunks,
              const LiteralFinder &finder, const LineSearchOptions &options)
        : m_text(text)
        , m_pattern(pattern)
        , m_chunks(chunks)
        , m_finder(finder)
        , m_options(options)
    {
        const unsigned wanted = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
        m_threads = std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(chunks.size(), 1));
        m_done.resize(m_threads * ChunksAheadOfThread);
        for (const SearchChunk &chunk : chunks) {
            m_progress.linesTotal += chunk.size();
        }
    }

    LineSearchResult run();

private:
    using Clock = std::chrono::steady_clock;

    void work();
    void combine(const SearchChunk &chunk, ChunkMatches matches);

    const LogText &m_text;
    const LinePattern &m_pattern;
    std::span<const SearchChunk> m_chunks;
    const LiteralFinder &m_finder;
    const LineSearchOptions &m_options;
    std::size_t m_threads = 1;

    LineSearchResult m_result;
    LineSearchProgress m_progress;
    Clock::time_point m_lastReport = Clock::now();

    std::mutex m_mutex;                  ///< guards what follows
    std::condition_variable m_chunkDone; ///< the one that is combined next
    std::condition_variable m_roomMade;
    std::size_t m_next = 0;                          ///< chunk to be searched next
    std::size_t m_combined = 0;                      ///< chunks whose matches have been handed on
    std::vector<std::optional<ChunkMatches>> m_done; ///< those of chunk i at i modulo the size
    std::vector<FileId> m_failed;
};

LineSearchResult SearchRun::run()
{
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < m_threads; ++i) {
            threads.emplace_back([this] { work(); });
        }
        for (const SearchChunk &chunk : m_chunks) {
            std::unique_lock lock(m_mutex);
            std::optional<ChunkMatches> &done = m_done[m_combined % m_done.size()];
            m_chunkDone.wait(lock, [&] { return done.has_value(); });
            ChunkMatches matches = *std::exchange(done, std::nullopt);
            ++m_combined;
            lock.unlock();
            m_roomMade.notify_all();
            combine(chunk, std::move(matches));
        }
    }
    m_result.cancelled = m_options.stop.stop_requested();
    if (m_options.progress) {
        m_options.progress(m_progress);
    }
    return std::move(m_result);
}

void SearchRun::work()
{
    ChunkSearcher searcher(m_text, m_pattern, m_finder, m_options.stop);
    std::unique_lock lock(m_mutex);
    while (m_next < m_chunks.size()) {
        if (m_next >= m_combined + m_done.size()) {
            m_roomMade.wait(lock);
            continue;
        }
        const std::size_t number = m_next++;
        const SearchChunk &chunk = m_chunks[number];
        ChunkMatches matches;
        if (!m_options.stop.stop_requested() && !std::ranges::contains(m_failed, chunk.file)) {
            lock.unlock();
            matches = searcher.search(chunk);
            lock.lock();
        }
        if (matches.error) {
            m_failed.push_back(chunk.file);
        }
        m_done[number % m_done.size()] = std::move(matches);
        if (number == m_combined) {
            m_chunkDone.notify_one();
        }
    }
}

void SearchRun::combine(const SearchChunk &chunk, ChunkMatches matches)
{
    if (m_options.stop.stop_requested()) {
        return;
    }
    m_result.matches += matches.lines.size();
    m_result.tooHard += matches.tooHard;
    if (matches.error && !std::ranges::contains(m_result.errors, matches.error->subject, &Error::subject)) {
        m_result.errors.push_back(*std::move(matches.error));
    }
    if (m_options.found && !matches.lines.empty()) {
        m_options.found(matches.lines);
    }
    m_progress.lines += chunk.size();
    m_progress.matches = m_result.matches;
    if (const Clock::time_point now = Clock::now(); m_options.progress && now - m_lastReport >= ReportInterval) {
        m_lastReport = now;
        m_options.progress(m_progress);
    }
}

LineSearchResult searchChunks(const LogText &text, const LinePattern &pattern, const std::vector<SearchChunk> &chunks,
                              const LineSearchOptions &options)
{
    if (chunks.empty()) {
        if (options.progress) {
            options.progress({});
        }
        return {};
    }
    const LiteralFinder finder(pattern.literals(), sampleOf(text, chunks, options.stop));
    return SearchRun(text, pattern, chunks, finder, options).run();
}

} // namespace

LineSearch::LineSearch(std::shared_ptr<const LogText> text, LinePattern pattern)
    : m_text(std::move(text))
    , m_pattern(std::move(pattern))
{
}

LineSearchResult LineSearch::all(const LineSearchOptions &options) const
{
    return range(LineId{0}, None<LineId>, options);
}

LineSearchResult LineSearch::range(LineId first, LineId end, const LineSearchOptions &options) const
{
    return searchChunks(*m_text, m_pattern, cutIntoChunks(m_text->index(), place(first), place(end)), options);
}

LineSearchResult LineSearch::lines(std::span<const LineId> lines, const LineSearchOptions &options) const
{
    return searchChunks(*m_text, m_pattern, cutIntoChunks(m_text->index(), lines), options);
}

} // namespace limier
