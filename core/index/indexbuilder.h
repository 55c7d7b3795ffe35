// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/deliverytracker.h"
#include "index/hopjoiner.h"
#include "index/logtables.h"
#include "index/mailindex.h"
#include "index/messagetracker.h"
#include "index/sessiontracker.h"
#include "log/parsedchunk.h"

#include <map>
#include <memory>
#include <string>

namespace limier
{

/**
 * Makes a MailIndex from parsed chunks, given in the order of their lines, file by file. Holds everything that the
 * next line may need, so that a log that grows is only appended to. One thread at a time; about 50 ns an event.
 */
class IndexBuilder
{
public:
    /// @p timezone: IANA name of the zone of times without one; empty: the system's.
    explicit IndexBuilder(const std::string &timezone);
    IndexBuilder(const IndexBuilder &) = delete;
    IndexBuilder &operator=(const IndexBuilder &) = delete;

    /// Says that files of several hosts will come: a mail's hops are joined across them.
    void expectSeveralHosts();
    void beginFile(const InputFile &input);
    /// What is added from now on stands behind what was added of @p file, which has to be one that grows. Its lines
    /// become a part of their own, unless nothing was added since of another file.
    void resumeFile(FileId file);
    /// Says that nothing of @p file will come any more.
    void closeFile(FileId file);
    void add(const ParsedChunk &chunk);
    /// @p bytes: of its text. The place of a LineTooLong is that of its first byte, as a ChunkReader knows it.
    /// @p knownLines: blank ones, because they were counted in another file.
    void endFile(std::uint64_t bytes, std::vector<Error> errors, std::uint32_t knownLines);
    /// What was understood so far.
    [[nodiscard]] std::shared_ptr<const MailIndex> snapshot(bool complete) const;

    [[nodiscard]] std::size_t lineCount() const { return m_index.m_lineMessages.size(); }
    /// False if the ids of lines or texts may not suffice for so many lines more.
    [[nodiscard]] bool hasRoomFor(std::size_t lines) const
    {
        return lineCount() + lines < NoPlace && m_tables.hasRoom();
    }
    [[nodiscard]] const IndexedFile &currentFile() const { return m_index.m_files[place(m_file)]; }
    [[nodiscard]] FileId currentFileId() const { return m_file; }
    /// The latest time of the current file.
    [[nodiscard]] Stamp lastTime() const { return currentFile().last; }

private:
    /// What the times of the next line of a text depend on.
    struct TextTimes {
        TimeResolver resolver;
        RawTime raw;    ///< of the last line with a time
        Stamp time = 0; ///< the same
    };

    void useTimes(TextTimes &times);
    void resolve(const RawTime &time);
    void apply(const ParsedChunk &chunk, const Event &event);
    void applyToMessage(const ParsedChunk &chunk, const Event &event);
    [[nodiscard]] MessageId messageOf(const ParsedChunk &chunk, const Event &event);

    void onClient(const ParsedChunk &chunk, const Event &event);
    void onPickup(const ParsedChunk &chunk, const Event &event);
    void onMessageId(MessageId id, const Event &event);
    void onActive(const ParsedChunk &chunk, const Event &event, MessageId id);
    void onDelivery(const ParsedChunk &chunk, const Event &event, MessageId id);
    void onNotification(const ParsedChunk &chunk, const Event &event);
    void onRejection(const ParsedChunk &chunk, const Event &event);
    void onAuthFailure(const ParsedChunk &chunk, const Event &event);
    void onDisconnect(const ParsedChunk &chunk, const Event &event);
    void onConnectionLost(const Event &event);
    void onRepeat(const Event &event);
    void remember(const Event &event);
    void onProxyAccepted(const ParsedChunk &chunk, const Event &event);
    void abandon(MessageId id);
    void expire(MessageId id);
    void addMarks(const ParsedChunk &chunk);
    [[nodiscard]] std::int64_t lineAtOffset(std::uint64_t offset) const;

    [[nodiscard]] const TextRef &text(const ParsedChunk &chunk, const Event &event, std::size_t i) const
    {
        return chunk.texts[event.firstText + i];
    }

    MailIndex m_index; ///< what is not in a tracker
    LogTables m_tables;
    MessageTracker m_messages;
    DeliveryTracker m_deliveries;
    SessionTracker m_sessions;
    HopJoiner m_hops;
    FileId m_file = None<FileId>;
    bool m_isResumed = false;
    std::map<std::string, TextTimes> m_zoneTimes; ///< of the files that do not grow, by zone
    std::map<FileId, TextTimes> m_growingTimes;
    TextTimes *m_times = nullptr;          ///< of the current file
    RawTime m_lastRaw;                     ///< of the current file
    LineContext m_at;                      ///< of the current event
    std::uint32_t m_firstLine = 0;         ///< of the current chunk
    std::vector<std::uint16_t> m_nodes;    ///< of the current chunk, by place in it
    std::vector<MessageId> m_lineMessages; ///< of the current chunk

    struct LastEvent {
        EventType type = EventType::Mention;
        std::uint32_t pid = 0;
        LineId line = None<LineId>;
        std::size_t record = 0; ///< of the column of rejections or failures
    };
    std::vector<LastEvent> m_lastEvents; ///< of each node, for "last message repeated"
};

} // namespace limier
