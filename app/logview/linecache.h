// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logtext.h"
#include "logview/newestjob.h"
#include "logview/shownline.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace limier
{

/**
 * The lines that a view shows now, and those next to them. GUI thread. Lines are read and coloured on a thread of its
 * own, for which want() waits a few milliseconds: as long as it takes where the text is plain and in memory. Compressed
 * text is unpacked on another thread, which can take seconds. Memory: a few thousand lines.
 */
class LineCache : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Patience{10};

    explicit LineCache(QObject *parent = nullptr);
    ~LineCache() override;

    /// Forgets all lines: another log.
    void reset();
    /// The same log, or more of it.
    void setText(std::shared_ptr<const LogText> text);
    [[nodiscard]] const std::shared_ptr<const LogText> &text() const { return m_text; }
    void setLook(const LineLook &look);
    [[nodiscard]] const LineLook &look() const { return m_look; }

    /// Has @p visible read where they are not there yet, and @p nearby after them; both in ascending order.
    void want(const std::vector<LineId> &visible, const std::vector<LineId> &nearby);
    /// Null until it has been read. Valid until the next want().
    [[nodiscard]] std::shared_ptr<const ShownLine> find(LineId line) const;
    /// True while the text of its file is unpacked.
    [[nodiscard]] bool isUnpacking(LineId line) const;

Q_SIGNALS:
    /// Some of the lines that were wanted are there now.
    void arrived();

private:
    struct Part;
    struct Request;
    struct Delivery;
    /// A compressed file that was opened.
    struct Unpacked {
        std::shared_ptr<const LogText> text; ///< by which; null if that failed
        std::optional<Error> error;
    };

    [[nodiscard]] std::vector<LineId> missing(const std::vector<LineId> &lines, std::unordered_set<std::uint32_t> &closed);
    [[nodiscard]] const Unpacked *unpacked(LineId line) const;
    [[nodiscard]] bool isReadable(LineId line) const;
    [[nodiscard]] std::vector<Part> parts(const std::vector<LineId> &lines);
    void request(const std::vector<LineId> &visible, const std::vector<LineId> &nearby);
    void serve(const Request &request, const std::shared_ptr<Delivery> &delivery, const std::stop_token &stop);
    bool collect();
    void unpack(FileId file);
    void finishUnpacking(FileId file, Unpacked result);
    void trim(const std::vector<LineId> &visible, const std::vector<LineId> &nearby);

    std::shared_ptr<const LogText> m_text;
    LineLook m_look;
    std::uint64_t m_lookNumber = 1;
    int m_generation = 0; ///< of the log
    std::unordered_map<LineId, std::shared_ptr<const ShownLine>> m_lines;
    std::unordered_map<std::uint32_t, Unpacked> m_unpacked; ///< by the file's place
    FileId m_unpacking = None<FileId>;
    std::shared_ptr<Delivery> m_delivery; ///< what the request that runs has made so far
    std::vector<LineId> m_requested;
    std::shared_ptr<LinePreparer> m_preparer; ///< the reader's
    NewestJob m_unpacker;
    NewestJob m_reader;
};

} // namespace limier
