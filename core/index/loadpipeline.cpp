// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/loadpipeline.h"

#include "log/postfixparser.h"

#include <algorithm>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t ChunksAhead = 2; // for each thread; more only costs memory
constexpr std::chrono::milliseconds ReportInterval{50};
constexpr std::chrono::milliseconds PublishInterval{250};

/// Of the file as it lies there.
std::uint64_t bytesToRead(const InputFile &file)
{
    return file.rawBytes - std::min(file.rawBytes, file.start);
}

} // namespace

LoadPipeline::LoadPipeline(const std::string &timezone, LoadOptions options)
    : m_options(std::move(options))
    , m_threads(m_options.threads > 0 ? m_options.threads : std::max(1U, std::thread::hardware_concurrency()))
    , m_builder(timezone)
    , m_lastReport(Clock::now())
    , m_lastPublished(m_lastReport)
{
}

std::vector<FileId> LoadPipeline::run(const std::vector<InputFile> &files)
{
    begin(files);
    noteHosts(files);
    std::vector<FileId> ids(files.size(), None<FileId>);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const InputFile &file = files[i];
        if (m_isOutOfMemory) {
            m_refused.push_back(
                {file.path, {.code = ErrorCode::OutOfMemory, .subject = file.path, .value = 0, .detail = {}}});
            continue;
        }
        if (m_options.stop.stop_requested()) {
            m_wasStopped = true;
            break;
        }
        m_overlap.beginFile(i);
        if (std::expected<std::unique_ptr<ByteSource>, Error> source = openInput(file, m_options.stop)) {
            m_builder.beginFile(file);
            ids[i] = m_builder.currentFileId();
            readFile(file, *std::move(source));
        } else {
            m_refused.push_back({file.path, source.error()});
        }
        m_bytesBefore += bytesToRead(file);
    }
    return ids;
}

bool LoadPipeline::resume(FileId file, const InputFile &piece)
{
    begin({piece});
    m_builder.resumeFile(file);
    std::expected<std::unique_ptr<ByteSource>, Error> source = openInput(piece, m_options.stop);
    if (source) {
        readFile(piece, *std::move(source));
    } else {
        m_builder.endFile(m_builder.currentFile().bytes, {source.error()}, 0);
    }
    return source.has_value();
}

void LoadPipeline::begin(const std::vector<InputFile> &files)
{
    m_progress = {};
    m_bytesBefore = 0;
    m_lastReport = Clock::now();
    m_lastPublished = m_lastReport;
    bool isSizeKnown = true;
    for (const InputFile &file : files) {
        m_progress.bytesTotal += bytesToRead(file);
        isSizeKnown = isSizeKnown && !file.origin.standardInput;
    }
    m_progress.bytesTotal = isSizeKnown ? m_progress.bytesTotal : 0;
    // What was read before is behind us: lines of it that come again are lines of their own.
    m_overlap = OverlapFilter(files);
}

void LoadPipeline::noteHosts(const std::vector<InputFile> &files)
{
    for (const InputFile &file : files) {
        m_host = m_host ? m_host : file.host;
        if (!file.host.empty() && file.host != *m_host && !std::exchange(m_hasSeveralHosts, true)) {
            m_builder.expectSeveralHosts();
        }
    }
}

bool LoadPipeline::bringsAnotherHost(const std::vector<InputFile> &files) const
{
    return !m_hasSeveralHosts && m_host && std::ranges::any_of(files, [this](const InputFile &file) {
        return !file.host.empty() && file.host != *m_host;
    });
}

void LoadPipeline::readFile(const InputFile &file, std::unique_ptr<ByteSource> source)
{
    m_progress.path = file.path;
    ChunkReader reader(std::move(source), file.path, file.start);
    m_knownLines = 0;
    m_isFull = hasNoRoom();
    m_nextRead = 0;
    m_nextBuild = 0;
    m_parsed.clear();
    workOnThreads(file, reader);
    m_wasStopped = m_wasStopped || std::ranges::contains(reader.errors(), ErrorCode::Cancelled, &Error::code);
    m_builder.endFile(reader.bytes(), errorsOf(file, reader), m_knownLines);
}

void LoadPipeline::workOnThreads(const InputFile &file, ChunkReader &reader)
{
    std::vector<std::jthread> helpers;
    const std::uint64_t chunks = bytesToRead(file) / ChunkReader::ChunkBytes + 1;
    const unsigned useful =
        file.isPlain ? static_cast<unsigned>(std::min<std::uint64_t>(chunks, m_threads)) : m_threads;
    try {
        for (unsigned i = 1; i < useful; ++i) {
            helpers.emplace_back([&] { work(reader); });
        }
    } catch (const std::system_error &) {
        // The system gives no more threads: those that there are do it all.
    }
    work(reader);
}

std::vector<Error> LoadPipeline::errorsOf(const InputFile &file, const ChunkReader &reader) const
{
    std::vector<Error> errors = reader.errors();
    const auto add = [&](ErrorCode code, std::int64_t value) {
        errors.push_back({.code = code, .subject = file.path, .position = -1, .value = value, .detail = {}});
    };
    if (m_isOutOfMemory) {
        add(ErrorCode::OutOfMemory, m_builder.currentFile().lines);
    } else if (m_isFull) {
        add(ErrorCode::TooManyLines, m_builder.currentFile().lines);
    }
    if (m_knownLines > 0) {
        add(ErrorCode::Overlap, m_knownLines);
    }
    return errors;
}

void LoadPipeline::work(ChunkReader &reader)
{
    try {
        PostfixParser parser;
        while (std::unique_ptr<Work> work = readNext(reader)) {
            work->parsed.text = work->text.text();
            work->parsed.offset = work->text.offset;
            parser.parse(work->parsed);
            deposit(std::move(work));
        }
    } catch (const std::bad_alloc &) {
        // A chunk is missing now, so what comes behind it cannot be built either: nobody may wait for it.
        const std::unique_lock lock(m_buildMutex);
        m_isOutOfMemory = true;
        m_roomChanged.notify_all();
    }
}

std::unique_ptr<LoadPipeline::Work> LoadPipeline::readNext(ChunkReader &reader)
{
    std::unique_ptr<Work> work;
    {
        std::unique_lock lock(m_buildMutex);
        if (!m_idle.empty()) {
            work = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (!work) {
        work = std::make_unique<Work>();
    }
    const std::unique_lock lock(m_readMutex);
    if (m_isFull || m_isOutOfMemory || !reader.next(work->text)) {
        return nullptr;
    }
    if (m_options.stop.stop_requested()) { // asked only now, so that a stop after the end has stopped nothing
        m_wasStopped = true;
        return nullptr;
    }
    work->number = m_nextRead++;
    report(reader);
    return work;
}

void LoadPipeline::deposit(std::unique_ptr<Work> work)
{
    std::unique_lock lock(m_buildMutex);
    const std::uint64_t number = work->number;
    m_parsed.emplace(number, std::move(work));
    build(lock);
    // The chunk that is next in line is never held up here, so the others are sure to get on.
    m_roomChanged.wait(lock, [&] { return m_isOutOfMemory || number < m_nextBuild + ChunksAhead * m_threads; });
}

void LoadPipeline::build(std::unique_lock<std::mutex> &lock)
{
    while (!m_building && !m_isOutOfMemory && !m_parsed.empty() && m_parsed.begin()->first == m_nextBuild) {
        std::unique_ptr<Work> next = std::move(m_parsed.extract(m_parsed.begin()).mapped());
        m_building = true;
        lock.unlock();
        if (!m_isFull) {
            dropKnownLines(*next);
            m_builder.add(next->parsed);
            m_overlap.remember(next->text.text(), m_builder.lastTime());
            m_lines = m_builder.lineCount();
            m_isFull = hasTooManyLines();
            publish();
        }
        lock.lock();
        m_building = false;
        ++m_nextBuild;
        m_idle.push_back(std::move(next));
        m_roomChanged.notify_all();
    }
}

void LoadPipeline::dropKnownLines(Work &work)
{
    const std::uint32_t known =
        m_overlap.blankKnown(std::span(work.text.buffer).first(work.text.length), m_builder.lastTime());
    if (known > 0) {
        m_knownLines += known;
        PostfixParser().parse(work.parsed);
    }
}

bool LoadPipeline::hasNoRoom() const
{
    // A chunk more must still have ids for its lines.
    return !m_builder.hasRoomFor(2 * ChunkReader::ChunkBytes);
}

bool LoadPipeline::hasTooManyLines() const
{
    // Every line costs memory, however short: without a limit a few kilobytes of compressed ends of lines cost
    // gigabytes.
    constexpr std::uint64_t ShortLine = 16;
    const IndexedFile &file = m_builder.currentFile();
    return hasNoRoom()
        || (file.lines > m_options.mostShortLines && (file.bytes - file.input.start) / file.lines < ShortLine);
}

void LoadPipeline::report(const ChunkReader &reader)
{
    const Clock::time_point now = Clock::now();
    if (!m_options.progress || now - m_lastReport < ReportInterval) {
        return;
    }
    m_lastReport = now;
    m_progress.bytesRead = m_bytesBefore + reader.rawPosition();
    m_progress.lines = m_lines;
    m_options.progress(m_progress);
}

void LoadPipeline::publish()
{
    const Clock::time_point now = Clock::now();
    if (m_options.partial && now - m_lastPublished >= PublishInterval) {
        m_lastPublished = now;
        m_options.partial(m_builder.snapshot(false));
    }
}

} // namespace limier
