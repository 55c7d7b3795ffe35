// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mailway.h"

#include "common/displaytext.h"

#include <algorithm>
#include <unordered_map>

namespace limier
{

namespace
{

/// Puts one mail together. One thread, one use.
class WayReader
{
public:
    WayReader(const Snapshot &snapshot, const std::stop_token &stop)
        : m_snapshot(snapshot)
        , m_index(*snapshot.index)
        , m_stop(stop)
    {
    }

    [[nodiscard]] MailWay read(MessageId message);

private:
    [[nodiscard]] WayHop hop(MessageId id) const;
    [[nodiscard]] WayDelivery delivery(DeliveryId id) const;
    [[nodiscard]] bool openFiles(const std::vector<LineId> &lines);
    void readLines(std::span<const MessageId> messages);
    void takeLine(const TextLine &line);
    void completeDeliveries();

    const Snapshot &m_snapshot;
    const MailIndex &m_index;
    std::stop_token m_stop;
    MailWay m_way;
    std::unordered_map<std::uint32_t, std::pair<std::optional<DelaySplit>, QString>> m_said; ///< by line
};

MailWay WayReader::read(MessageId message)
{
    const std::span<const MessageId> mail = m_snapshot.postings->ofMail(message);
    std::vector<MessageId> messages(mail.begin(), mail.end());
    if (messages.empty()) {
        messages.push_back(message);
    }
    const MessageId origin = m_index.originOf(message);
    std::ranges::stable_sort(messages, {}, [this, origin](MessageId id) {
        return std::pair(id != origin, place(m_index.message(id).firstLine));
    });
    for (const MessageId id : messages) {
        m_way.hops.push_back(hop(id));
    }
    readLines(messages);
    completeDeliveries();
    return std::move(m_way);
}

WayHop WayReader::hop(MessageId id) const
{
    const Message &message = m_index.message(id);
    WayHop hop{.id = id,
               .isAgain = message.origin != id,
               .queueId = displayText(m_index.queueId(message)),
               .host = displayText(m_index.node(message.node)),
               .clientIp = {},
               .clientName = {},
               .user = {},
               .sender = {},
               .hasSender = isSet(message.sender),
               .size = message.size,
               .recipients = message.recipients,
               .uid = message.uid,
               .flags = message.flags,
               .first = message.first,
               .last = message.last,
               .firstLine = message.firstLine,
               .deliveries = {}};
    if (isSet(message.client)) {
        hop.clientIp = displayText(m_index.clientIp(message.client));
        hop.clientName = displayText(m_index.clientName(message.client));
    }
    if (isSet(message.user)) {
        hop.user = displayText(m_index.user(message.user));
    }
    if (isSet(message.sender)) {
        hop.sender = displayText(m_index.address(message.sender));
    }
    for (DeliveryId at = message.firstDelivery; isSet(at); at = m_index.delivery(at).next) {
        hop.deliveries.push_back(delivery(at));
    }
    std::ranges::reverse(hop.deliveries); // the newest is linked first
    return hop;
}

WayDelivery WayReader::delivery(DeliveryId id) const
{
    const Delivery &delivery = m_index.delivery(id);
    const AddressId original = m_index.originalRecipient(id);
    return {.recipient = displayText(m_index.address(delivery.recipient)),
            .originalRecipient = isSet(original) ? displayText(m_index.address(original)) : QString(),
            .relay = isSet(delivery.relay) ? displayText(m_index.relay(delivery.relay)) : QString(),
            .reply = isSet(delivery.reply) ? displayText(m_index.reply(delivery.reply)) : QString(),
            .status = delivery.status,
            .isHandedOver = delivery.has(Delivery::HandedOver),
            .attempts = delivery.attempts,
            .time = delivery.time,
            .line = delivery.line,
            .delays = {}};
}

bool WayReader::openFiles(const std::vector<LineId> &lines)
{
    FileId last = None<FileId>;
    for (const LineId line : lines) {
        const FileId file = m_index.fileOf(line);
        if (file == last) {
            continue;
        }
        last = file;
        // Unpacks what is compressed, which reading a line would do too, but without an end before the end.
        if (const auto opened = m_snapshot.text->open(file, m_stop); !opened) {
            m_way.error = opened.error();
            return false;
        }
    }
    return true;
}

void WayReader::readLines(std::span<const MessageId> messages)
{
    const std::vector<LineId> ids = m_snapshot.text->lineIdsOf(messages);
    if (m_stop.stop_requested() || !openFiles(ids)) {
        return;
    }
    constexpr std::size_t Step = 1000;
    for (std::size_t at = 0; at < ids.size() && !m_stop.stop_requested(); at += Step) {
        const auto lines = m_snapshot.text->lines(std::span(ids).subspan(at, std::min(Step, ids.size() - at)));
        if (!lines) {
            m_way.error = lines.error();
            return;
        }
        std::ranges::for_each(*lines, [this](const TextLine &line) { takeLine(line); });
    }
}

void WayReader::takeLine(const TextLine &line)
{
    if (m_way.lines.size() < MailWay::MostLines) {
        m_way.lines.push_back({.id = line.id, .text = displayText(line.text, MailWay::LongestLine)});
    } else {
        ++m_way.moreLines;
    }
    if (line.text.contains(", status=")) {
        m_said.emplace(place(line.id), std::pair(delaysOf(line.text), displayText(replyOf(line.text))));
    }
    constexpr std::string_view Key = ": message-id=";
    const std::size_t key = m_way.messageId.isEmpty() ? line.text.find(Key) : line.text.npos;
    if (key != line.text.npos) {
        m_way.messageId = displayText(std::string_view(line.text).substr(key + Key.size()));
    }
}

void WayReader::completeDeliveries()
{
    for (WayHop &hop : m_way.hops) {
        for (WayDelivery &delivery : hop.deliveries) {
            const auto said = m_said.find(place(delivery.line));
            if (said == m_said.end()) {
                continue;
            }
            delivery.delays = said->second.first;
            if (!said->second.second.isEmpty()) {
                delivery.reply = said->second.second;
            }
        }
    }
}

} // namespace

MailWay readMailWay(const Snapshot &snapshot, MessageId message, const std::stop_token &stop)
{
    return WayReader(snapshot, stop).read(message);
}

} // namespace limier
