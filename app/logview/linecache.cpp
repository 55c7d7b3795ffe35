// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linecache.h"

#include <QMetaObject>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t MostKept = 2000;
constexpr std::size_t Batch = 16; // lines may have a megabyte each

} // namespace

/// Lines of one file, and by what they are read.
struct LineCache::Part {
    std::shared_ptr<const LogText> text;
    std::vector<LineId> lines;
};

struct LineCache::Request {
    std::vector<Part> visible;
    std::vector<Part> nearby;
    LineLook look;
    std::uint64_t lookNumber = 0;
    std::shared_ptr<LinePreparer> preparer;

    [[nodiscard]] ShownLines read(const Part &part) const;
};

struct LineCache::Delivery {
    std::mutex mutex;
    std::condition_variable changed;
    ShownLines lines;
    bool hasVisible = false; ///< all that are visible have been made

    void add(ShownLines more)
    {
        const std::scoped_lock lock(mutex);
        std::ranges::move(more, std::back_inserter(lines));
    }
};

ShownLines LineCache::Request::read(const Part &part) const
{
    ShownLines result;
    const LogText::Lines lines = part.text->lines(part.lines);
    for (std::size_t i = 0; i < part.lines.size(); ++i) {
        ShownLine shown;
        if (lines) {
            shown = preparer->prepare((*lines)[i], look);
        } else {
            shown.error = lines.error();
        }
        shown.look = lookNumber;
        result.emplace_back(part.lines[i], std::make_shared<const ShownLine>(std::move(shown)));
    }
    return result;
}

LineCache::LineCache(QObject *parent)
    : QObject(parent)
    , m_preparer(std::make_shared<LinePreparer>())
{
}

LineCache::~LineCache() = default;

void LineCache::reset()
{
    ++m_generation;
    m_reader.cancel();
    m_unpacker.cancel();
    m_delivery.reset();
    m_requested.clear();
    m_lines.clear();
    m_unpacked.clear();
    m_unpacking = None<FileId>;
    m_text.reset();
}

void LineCache::setText(std::shared_ptr<const LogText> text)
{
    m_text = std::move(text);
    // What could not be read may be readable now.
    std::erase_if(m_lines, [](const auto &entry) { return entry.second->error.has_value(); });
    std::erase_if(m_unpacked, [](const auto &entry) { return entry.second.error.has_value(); });
    if (m_text && m_text->index().isComplete()) {
        std::erase_if(m_unpacked, [this](const auto &entry) {
            return entry.second.text->index().files()[entry.first].bytes != m_text->index().files()[entry.first].bytes;
        });
        for (auto &[file, unpacked] : m_unpacked) {
            unpacked.text = m_text; // else an earlier snapshot would be kept for it
        }
    }
}

void LineCache::setLook(const LineLook &look)
{
    if (look == m_look) {
        return;
    }
    m_look = look;
    ++m_lookNumber;
    Q_EMIT arrived(); // asks for the lines anew; until they come the old ones are shown
}

std::shared_ptr<const ShownLine> LineCache::find(LineId line) const
{
    const auto found = m_lines.find(line);
    return found == m_lines.end() ? nullptr : found->second;
}

const LineCache::Unpacked *LineCache::unpacked(LineId line) const
{
    const FileId file = m_text->index().fileOf(line);
    const auto found = m_unpacked.find(place(file));
    if (found == m_unpacked.end()) {
        return nullptr;
    }
    // A text that was opened while the file was read may end before the line.
    const Unpacked &unpacked = found->second;
    return unpacked.error || place(line) < unpacked.text->index().lineCount() ? &unpacked : nullptr;
}

bool LineCache::isReadable(LineId line) const
{
    return m_text->index().files()[place(m_text->index().fileOf(line))].input.isPlain || unpacked(line) != nullptr;
}

bool LineCache::isUnpacking(LineId line) const
{
    return m_text && place(line) < m_text->index().lineCount() && isSet(m_unpacking)
        && m_text->index().fileOf(line) == m_unpacking;
}

std::vector<LineId> LineCache::missing(const std::vector<LineId> &lines, std::unordered_set<std::uint32_t> &closed)
{
    std::vector<LineId> missing;
    for (const LineId line : lines) {
        if (const auto found = m_lines.find(line); found != m_lines.end()
            && (found->second->look == m_lookNumber || found->second->error)) {
            continue;
        }
        if (isReadable(line)) {
            missing.push_back(line);
        } else {
            closed.insert(place(m_text->index().fileOf(line)));
        }
    }
    return missing;
}

void LineCache::want(const std::vector<LineId> &visible, const std::vector<LineId> &nearby)
{
    if (!m_text) {
        return;
    }
    trim(visible, nearby);
    std::unordered_set<std::uint32_t> closed;
    const std::vector<LineId> now = missing(visible, closed);
    if (!closed.empty() && (!isSet(m_unpacking) || !closed.contains(place(m_unpacking)))) {
        unpack(static_cast<FileId>(*std::ranges::min_element(closed)));
    }
    const std::vector<LineId> later = missing(nearby, closed);
    if (!now.empty() || !later.empty()) {
        request(now, later);
    }
}

std::vector<LineCache::Part> LineCache::parts(const std::vector<LineId> &lines)
{
    std::vector<Part> parts;
    FileId current = None<FileId>;
    for (const LineId line : lines) {
        const Unpacked *unpacked = this->unpacked(line);
        if (unpacked && unpacked->error) {
            ShownLine failed;
            failed.error = unpacked->error;
            m_lines[line] = std::make_shared<const ShownLine>(std::move(failed));
            continue;
        }
        const FileId file = m_text->index().fileOf(line);
        if (file != current || parts.back().lines.size() == Batch) {
            parts.push_back({.text = unpacked ? unpacked->text : m_text, .lines = {}});
            current = file;
        }
        parts.back().lines.push_back(line);
    }
    return parts;
}

void LineCache::request(const std::vector<LineId> &visible, const std::vector<LineId> &nearby)
{
    std::vector<LineId> all = visible;
    all.insert(all.end(), nearby.begin(), nearby.end());
    if (m_delivery && all == m_requested) {
        return; // under way, and too slow to be waited for again
    }
    if (m_delivery) {
        collect();
    }
    const auto delivery = std::make_shared<Delivery>();
    m_delivery = delivery;
    m_requested = std::move(all);
    m_reader.run([this, delivery,
                  request = Request{.visible = parts(visible),
                                    .nearby = parts(nearby),
                                    .look = m_look,
                                    .lookNumber = m_lookNumber,
                                    .preparer = m_preparer}](const std::stop_token &stop) {
        serve(request, delivery, stop);
    });
    if (!visible.empty()) {
        {
            std::unique_lock lock(delivery->mutex);
            delivery->changed.wait_for(lock, Patience, [&delivery] { return delivery->hasVisible; });
        }
        collect();
    }
}

void LineCache::serve(const Request &request, const std::shared_ptr<Delivery> &delivery, const std::stop_token &stop)
{
    const auto read = [&](const std::vector<Part> &parts) {
        for (const Part &part : parts) {
            if (!stop.stop_requested()) {
                delivery->add(request.read(part));
            }
        }
    };
    read(request.visible);
    {
        const std::scoped_lock lock(delivery->mutex);
        delivery->hasVisible = true;
    }
    delivery->changed.notify_one();
    const auto hand = [this, delivery] {
        if (m_delivery == delivery && collect()) {
            Q_EMIT arrived();
        }
    };
    QMetaObject::invokeMethod(this, hand, Qt::QueuedConnection);
    read(request.nearby);
    const auto finish = [this, delivery] {
        if (m_delivery == delivery) {
            collect();
            m_delivery.reset();
            m_requested.clear();
        }
    };
    QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
}

bool LineCache::collect()
{
    ShownLines lines;
    {
        const std::scoped_lock lock(m_delivery->mutex);
        lines = std::exchange(m_delivery->lines, {});
    }
    for (auto &[id, line] : lines) {
        m_lines[id] = std::move(line);
    }
    return !lines.empty();
}

void LineCache::unpack(FileId file)
{
    m_unpacking = file;
    m_unpacker.run([this, file, text = m_text, generation = m_generation](const std::stop_token &stop) {
        const auto opened = text->open(file, stop);
        Unpacked result{.text = text, .error = {}};
        if (!opened) {
            result.error = opened.error();
        }
        if (stop.stop_requested()) {
            return;
        }
        const auto finish = [this, file, generation, result = std::move(result)] {
            if (generation == m_generation) {
                finishUnpacking(file, result);
            }
        };
        QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
    });
}

void LineCache::finishUnpacking(FileId file, Unpacked result)
{
    m_unpacked[place(file)] = std::move(result);
    if (m_unpacking == file) {
        m_unpacking = None<FileId>;
    }
    Q_EMIT arrived();
}

void LineCache::trim(const std::vector<LineId> &visible, const std::vector<LineId> &nearby)
{
    if (m_lines.size() <= MostKept) {
        return;
    }
    std::erase_if(m_lines, [&](const auto &entry) {
        return !std::ranges::binary_search(visible, entry.first) && !std::ranges::binary_search(nearby, entry.first);
    });
}

} // namespace limier
