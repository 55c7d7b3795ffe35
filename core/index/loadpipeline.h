// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexbuilder.h"
#include "index/logloader.h"
#include "index/overlapfilter.h"
#include "log/chunkreader.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace limier
{

/**
 * Reads inputs on several threads: each takes the next chunk of lines (one at a time, because decoding has an order),
 * parses it (all at once), and whoever holds the chunk that is next in line lends the builder its thread. So the
 * result does not depend on their number, and no core waits while there is something to do. Memory: a few chunks a
 * thread.
 */
class LoadPipeline
{
public:
    LoadPipeline(const std::string &timezone, LoadOptions options);

    /// Reads all of @p files, in their order, behind what was read before. Blocks. The ids they have in the index; none
    /// for those that could not be opened.
    std::vector<FileId> run(const std::vector<InputFile> &files);
    /// Reads what stands in @p piece from its start to its end behind all else, as more of @p file. Blocks. False if
    /// it cannot be opened.
    bool resume(FileId file, const InputFile &piece);
    /// Nothing of @p file will come any more.
    void close(FileId file) { m_builder.closeFile(file); }
    /// True if hops of mails in @p files may lead to what was read before, where nobody expected it.
    [[nodiscard]] bool bringsAnotherHost(const std::vector<InputFile> &files) const;
    [[nodiscard]] const IndexedFile &currentFile() const { return m_builder.currentFile(); }
    [[nodiscard]] std::shared_ptr<const MailIndex> index(bool complete) const { return m_builder.snapshot(complete); }
    /// True if there was more to read when the stop was asked for.
    [[nodiscard]] bool wasStopped() const { return m_wasStopped; }
    /// Inputs that could not be opened.
    [[nodiscard]] std::vector<RefusedInput> takeRefused() { return std::move(m_refused); }

private:
    using Clock = std::chrono::steady_clock;

    /// A chunk on its way through the stages.
    struct Work {
        std::uint64_t number = 0;
        TextChunk text;
        ParsedChunk parsed;
    };

    void begin(const std::vector<InputFile> &files);
    void noteHosts(const std::vector<InputFile> &files);
    void readFile(const InputFile &file, std::unique_ptr<ByteSource> source);
    void workOnThreads(const InputFile &file, ChunkReader &reader);
    [[nodiscard]] std::vector<Error> errorsOf(const InputFile &file, const ChunkReader &reader) const;
    void dropKnownLines(Work &work);
    [[nodiscard]] bool hasNoRoom() const;
    [[nodiscard]] bool hasTooManyLines() const;
    void work(ChunkReader &reader);
    [[nodiscard]] std::unique_ptr<Work> readNext(ChunkReader &reader);
    void deposit(std::unique_ptr<Work> work);
    void build(std::unique_lock<std::mutex> &lock);
    void report(const ChunkReader &reader);
    void publish();

    LoadOptions m_options;
    unsigned m_threads;
    IndexBuilder m_builder;
    OverlapFilter m_overlap;
    std::uint32_t m_knownLines = 0;    ///< of the current file
    std::optional<std::string> m_host; ///< of the first file
    bool m_hasSeveralHosts = false;
    std::vector<RefusedInput> m_refused;

    std::mutex m_readMutex; ///< guards the reader and m_nextRead
    std::uint64_t m_nextRead = 0;
    LoadProgress m_progress;
    Clock::time_point m_lastReport;
    std::atomic<std::uint64_t> m_lines = 0; ///< in the index
    std::atomic<bool> m_isFull = false;     ///< the current file has too many lines: what follows is not read
    std::atomic<bool> m_isOutOfMemory = false;
    std::atomic<bool> m_wasStopped = false;

    std::mutex m_buildMutex; ///< guards what follows; the builder and the overlap belong to who set m_building
    std::condition_variable m_roomChanged;
    std::map<std::uint64_t, std::unique_ptr<Work>> m_parsed;
    std::vector<std::unique_ptr<Work>> m_idle;
    std::uint64_t m_nextBuild = 0;
    bool m_building = false;
    Clock::time_point m_lastPublished; ///< guarded by m_building
    std::uint64_t m_bytesBefore = 0;   ///< of the files before this one
};

} // namespace limier
