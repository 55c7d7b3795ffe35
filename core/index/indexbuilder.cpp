// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/indexbuilder.h"

#include <algorithm>
#include <limits>

namespace limier
{

namespace
{

constexpr std::size_t PrefetchDistance = 10; // events; about the time of one memory access

LineId lineAt(std::uint32_t line)
{
    return static_cast<LineId>(line);
}

} // namespace

IndexBuilder::IndexBuilder(const std::string &timezone)
    : m_hops(m_messages, m_deliveries, m_tables)
{
    m_index.m_timezone = timezone;
}

void IndexBuilder::expectSeveralHosts()
{
    m_messages.keepClosed();
    m_hops.expectSeveralHosts();
}

void IndexBuilder::beginFile(const InputFile &input)
{
    m_file = static_cast<FileId>(m_index.m_files.size());
    m_isResumed = false;
    IndexedFile &file = m_index.m_files.emplace_back();
    file.input = input;
    file.bytes = input.start;
    m_index.m_parts.append({.firstLine = lineAt(static_cast<std::uint32_t>(lineCount())),
                            .file = m_file,
                            .linesBefore = 0,
                            .firstMark = static_cast<std::uint32_t>(m_index.m_lineMarks.size()),
                            .end = input.start});
    const std::string &zone = input.timezone.empty() ? m_index.m_timezone : input.timezone;
    const auto timesIn = [&](auto &times, const auto &key) -> TextTimes & {
        return times.try_emplace(key, TimeResolver(zone, input.firstYear)).first->second;
    };
    TextTimes &times = input.grows ? timesIn(m_growingTimes, m_file) : timesIn(m_zoneTimes, zone);
    times.resolver.restart(input.firstYear);
    times.raw = {};
    times.time = 0; // until the first line with a time
    useTimes(times);
}

void IndexBuilder::resumeFile(FileId file)
{
    m_file = file;
    m_isResumed = true;
    const FilePart &last = m_index.m_parts.back();
    if (last.file != file) {
        m_index.m_parts.append({.firstLine = lineAt(static_cast<std::uint32_t>(lineCount())),
                                .file = file,
                                .linesBefore = currentFile().lines,
                                .firstMark = static_cast<std::uint32_t>(m_index.m_lineMarks.size()),
                                .end = currentFile().bytes});
    }
    useTimes(m_growingTimes.at(file));
}

void IndexBuilder::closeFile(FileId file)
{
    m_growingTimes.erase(file);
}

void IndexBuilder::useTimes(TextTimes &times)
{
    m_times = &times;
    m_lastRaw = times.raw;
    m_at.time = times.time;
}

void IndexBuilder::endFile(std::uint64_t bytes, std::vector<Error> errors, std::uint32_t knownLines)
{
    m_times->raw = m_lastRaw;
    m_times->time = m_at.time;
    m_index.m_knownLines += knownLines;
    IndexedFile &file = m_index.m_files[place(m_file)];
    file.bytes = bytes;
    m_index.m_parts.edit(m_index.m_parts.size() - 1).end = bytes;
    for (Error &error : errors) {
        if (error.code == ErrorCode::LineTooLong) {
            error.position = lineAtOffset(static_cast<std::uint64_t>(error.position));
        }
        // Of a text that grows the same may be told of each piece.
        const auto known = std::ranges::find(file.errors, error.code, &Error::code);
        if (!m_isResumed || known == file.errors.end()) {
            file.errors.push_back(std::move(error));
        } else {
            known->value += error.code == ErrorCode::LineTooLong ? error.value : 0;
        }
    }
}

std::int64_t IndexBuilder::lineAtOffset(std::uint64_t offset) const
{
    // A line that is too long for a chunk begins one, and each chunk begins with a mark.
    const FilePart &part = m_index.m_parts.back();
    for (std::size_t i = m_index.m_lineMarks.size(); i > part.firstMark; --i) {
        if (const LineMark &mark = m_index.m_lineMarks[i - 1]; mark.offset <= offset) {
            return place(mark.line) - place(part.firstLine) + part.linesBefore + std::int64_t{1};
        }
    }
    return 1;
}

void IndexBuilder::add(const ParsedChunk &chunk)
{
    m_firstLine = static_cast<std::uint32_t>(lineCount());
    m_lineMessages.assign(chunk.lines, None<MessageId>);
    m_nodes.clear();
    for (const std::string &node : chunk.nodes) {
        m_nodes.push_back(m_tables.node(node));
    }
    resolve(chunk.firstTime);
    addMarks(chunk);
    const std::size_t events = chunk.events.size();
    for (std::size_t i = 0; i < events; ++i) {
        if (i + 2 * PrefetchDistance < events) {
            m_tables.prefetch(chunk, chunk.events[i + 2 * PrefetchDistance]);
            m_tables.prefetchText(chunk, chunk.events[i + PrefetchDistance]);
        }
        apply(chunk, chunk.events[i]);
    }
    m_index.m_lineMessages.append(m_lineMessages);
    for (const std::uint32_t line : chunk.unrecognised) {
        m_index.m_unrecognised.append(lineAt(m_firstLine + line));
    }
    m_index.m_postfixLines += chunk.postfixLines;
    resolve(chunk.lastTime);
    IndexedFile &file = m_index.m_files[place(m_file)];
    file.lines += chunk.lines;
    file.bytes = chunk.offset + chunk.text.size();
    m_index.m_parts.edit(m_index.m_parts.size() - 1).end = file.bytes;
}

void IndexBuilder::addMarks(const ParsedChunk &chunk)
{
    for (std::size_t i = 0; i < chunk.lineMarks.size(); ++i) {
        const auto line = static_cast<std::uint32_t>(i) * ParsedChunk::LinesPerMark;
        m_index.m_lineMarks.append({lineAt(m_firstLine + line), m_at.time, chunk.offset + chunk.lineMarks[i]});
    }
}

void IndexBuilder::resolve(const RawTime &time)
{
    if (time.kind == RawTime::Kind::None || (time.seconds == m_lastRaw.seconds && time.kind == m_lastRaw.kind)) {
        return;
    }
    m_lastRaw = time;
    const UtcSeconds utc = m_times->resolver.resolve(time);
    m_at.time = utc > 0 && utc < std::numeric_limits<Stamp>::max() ? static_cast<Stamp>(utc) : 0;
    IndexedFile &file = m_index.m_files[place(m_file)];
    if (m_at.time != 0) {
        file.first = file.first == 0 ? m_at.time : std::min(file.first, m_at.time);
        file.last = std::max(file.last, m_at.time);
    }
}

void IndexBuilder::apply(const ParsedChunk &chunk, const Event &event)
{
    resolve({event.seconds, 0, event.timeKind});
    m_at.line = lineAt(m_firstLine + event.line);
    m_at.node = m_nodes[event.node];
    switch (event.type) {
    case EventType::Rejection:
        onRejection(chunk, event);
        break;
    case EventType::AuthFailure:
    case EventType::AuthProblem:
        onAuthFailure(chunk, event);
        break;
    case EventType::Connect:
        m_sessions.session(m_at.node, event.pid) = {};
        break;
    case EventType::Disconnect:
        onDisconnect(chunk, event);
        break;
    case EventType::ConnectionLost:
        event.queueId.isEmpty() ? onConnectionLost(event) : applyToMessage(chunk, event);
        break;
    case EventType::ProxyAccepted:
        onProxyAccepted(chunk, event);
        break;
    case EventType::Gap:
        m_index.m_gaps.append({m_at.time, m_at.line, event.number});
        break;
    case EventType::Repeat:
        onRepeat(event);
        return;
    default:
        applyToMessage(chunk, event);
    }
    remember(event);
}

void IndexBuilder::remember(const Event &event)
{
    if (m_at.node >= m_lastEvents.size()) {
        m_lastEvents.resize(m_at.node + std::size_t{1});
    }
    const bool isRejection = event.type == EventType::Rejection;
    const std::size_t records = isRejection ? m_index.m_rejections.size() : m_index.m_authFailures.size();
    m_lastEvents[m_at.node] = {event.type, event.pid, m_at.line, records - 1};
}

MessageId IndexBuilder::messageOf(const ParsedChunk &chunk, const Event &event)
{
    if (event.queueId.isEmpty()) {
        return None<MessageId>;
    }
    const QueueId queueId = m_tables.queueId(chunk, event.queueId);
    MessageId id = m_messages.find(queueId, m_at.node);
    const bool isOver = isSet(id) && m_messages.isOver(id, m_at.time);
    // Only what qmgr and the delivery agents do shows that a new life has begun whose first line is missing.
    const bool begins =
        event.type != EventType::ForeignMention && event.type != EventType::Deleted && event.type != EventType::Removed;
    // cleanup logs the Message-ID once; what it refused for its header may have it logged afterwards.
    const bool begunAgain = isSet(id) && event.type == EventType::MessageId
        && (m_messages.message(id).has(Message::WasActive | Message::Removed)
            || (m_messages.message(id).has(Message::Refused) && m_messages.message(id).has(Message::Cleaned)));
    if (begunAgain || (isOver && begins)) {
        id = m_messages.beginNew(queueId, m_at);
        m_hops.begin(id, {}, m_at);
    } else if (!isSet(id) && begins) {
        id = m_messages.findOrBegin(queueId, m_at);
        m_hops.begin(id, {}, m_at);
    }
    if (isSet(id)) {
        m_messages.touch(id, m_at);
        m_lineMessages[event.line] = id;
    }
    return id;
}

void IndexBuilder::applyToMessage(const ParsedChunk &chunk, const Event &event)
{
    if (event.type == EventType::Client) {
        onClient(chunk, event);
        return;
    }
    if (event.type == EventType::Pickup) {
        onPickup(chunk, event);
        return;
    }
    const MessageId id = messageOf(chunk, event);
    if (!isSet(id)) {
        return;
    }
    switch (event.type) {
    case EventType::MessageId:
        onMessageId(id, event);
        break;
    case EventType::Active:
        onActive(chunk, event, id);
        break;
    case EventType::Delivery:
        onDelivery(chunk, event, id);
        break;
    case EventType::Notification:
        onNotification(chunk, event);
        break;
    case EventType::Probe:
        // sendmail -v and -bv log so of mail that somebody handed in, which stays mail.
        if (const Message &message = m_messages.message(id);
            !message.has(Message::Begun) && !isSet(message.firstDelivery)) {
            m_messages.edit(id).flags |= Message::Probe;
        }
        break;
    case EventType::Removed:
        m_messages.close(id, Message::Removed, m_at);
        break;
    case EventType::Deleted:
        m_messages.close(id, Message::Deleted, m_at);
        break;
    case EventType::ConnectionLost:
        abandon(id);
        break;
    case EventType::Expired:
        expire(id);
        break;
    case EventType::Discarded:
        m_messages.edit(id).flags |= Message::Discarded;
        break;
    case EventType::Held:
        m_messages.edit(id).flags |= Message::OnHold;
        break;
    case EventType::Released:
        m_messages.edit(id).flags &= static_cast<std::uint16_t>(~Message::OnHold);
        break;
    default:
        break;
    }
}

void IndexBuilder::expire(MessageId id)
{
    // Walked once: what is deferred afterwards in the same life is expired at once.
    if (m_messages.message(id).has(Message::Expired)) {
        return;
    }
    m_messages.edit(id).flags |= Message::Expired;
    m_deliveries.forEach(m_messages.message(id), [](Delivery &delivery) {
        if (delivery.status == Status::Deferred) {
            delivery.status = Status::Expired;
        }
    });
}

void IndexBuilder::onClient(const ParsedChunk &chunk, const Event &event)
{
    const ClientId client = m_tables.client(chunk, text(chunk, event, 0));
    if (event.queueId.isEmpty()) {
        SessionTracker::Session &session = m_sessions.session(m_at.node, event.pid, client);
        session.client = client;
        session.user = m_tables.user(chunk, text(chunk, event, 1));
        return;
    }
    const QueueId queueId = m_tables.queueId(chunk, event.queueId);
    const MessageId id = m_messages.beginNew(queueId, m_at);
    m_lineMessages[event.line] = id;
    const bool isLoopback = m_tables.clients()[place(client)].isLoopback;
    Message &message = m_messages.edit(id);
    message.client = client;
    message.user = m_tables.user(chunk, text(chunk, event, 1));
    message.flags |= Message::Begun | (isLoopback ? Message::LoopbackClient : std::uint16_t{0});
    m_sessions.session(m_at.node, event.pid, client).message = id;
    m_hops.begin(id, m_tables.queueId(chunk, event.link), m_at);
}

void IndexBuilder::onProxyAccepted(const ParsedChunk &chunk, const Event &event)
{
    const SessionTracker::Session &session = m_sessions.session(m_at.node, event.pid);
    const MessageId id =
        event.link.isEmpty() ? None<MessageId> : m_messages.find(m_tables.queueId(chunk, event.link), m_at.node);
    if (!isSet(id) || !isSet(session.client) || isSet(m_messages.message(id).user)) {
        return;
    }
    Message &message = m_messages.edit(id);
    message.client = session.client;
    message.user = session.user;
    message.flags &= static_cast<std::uint16_t>(~Message::LoopbackClient);
    m_lineMessages[event.line] = id;
}

void IndexBuilder::onPickup(const ParsedChunk &chunk, const Event &event)
{
    const MessageId id = m_messages.beginNew(m_tables.queueId(chunk, event.queueId), m_at);
    m_lineMessages[event.line] = id;
    Message &message = m_messages.edit(id);
    message.uid = event.number;
    message.flags |= Message::Begun | Message::LocalBirth;
    if (const TextRef &sender = text(chunk, event, 0); sender.hash != 0) {
        message.sender = m_tables.address(chunk, sender);
    }
    m_hops.begin(id, m_tables.queueId(chunk, event.link), m_at);
}

void IndexBuilder::onMessageId(MessageId id, const Event &event)
{
    Message &message = m_messages.edit(id);
    message.messageIdHash = event.number;
    message.flags |= Message::Cleaned;
    m_hops.knowMessageId(id, m_at);
}

void IndexBuilder::onActive(const ParsedChunk &chunk, const Event &event, MessageId id)
{
    Message &message = m_messages.edit(id);
    if (message.has(Message::WasActive)) {
        return;
    }
    message.sender = m_tables.address(chunk, text(chunk, event, 0));
    message.recipients = std::max(message.recipients, event.number);
    message.size = event.size;
    message.flags |= Message::WasActive;
    message.flags &= static_cast<std::uint16_t>(~Message::Refused);
    if (text(chunk, event, 0).length == 0 && !message.has(Message::Begun)) {
        message.flags |= Message::Notification;
    }
}

void IndexBuilder::onDelivery(const ParsedChunk &chunk, const Event &event, MessageId id)
{
    const RecipientKey recipient{m_tables.address(chunk, text(chunk, event, 0)),
                                 (event.flags & Event::HasOrigTo) != 0 ? m_tables.address(chunk, text(chunk, event, 3))
                                                                       : None<AddressId>};
    Message &message = m_messages.edit(id);
    bool isNew = false;
    const DeliveryId delivery = m_deliveries.findOrAppend(id, message, recipient, isNew);
    if (isNew && !message.has(Message::WasActive)) {
        ++message.recipients;
    }
    Delivery &record = m_deliveries.edit(delivery);
    record.relay = m_tables.relay(chunk, text(chunk, event, 1));
    record.reply = m_tables.reply(chunk, text(chunk, event, 2));
    record.time = m_at.time;
    record.line = m_at.line;
    record.status = event.status == Status::Deferred && message.has(Message::Expired) ? Status::Expired : event.status;
    const unsigned attempts = record.attempts + unsigned{event.repeat};
    record.attempts = static_cast<std::uint16_t>(std::min(attempts, 0xffffU));
    if ((event.flags & Event::RemoteRelay) != 0) {
        record.flags |= Delivery::RemoteRelay;
    }
    m_hops.handOver(chunk, event, id, delivery, m_at);
}

void IndexBuilder::onNotification(const ParsedChunk &chunk, const Event &event)
{
    const MessageId child = m_messages.findOrBegin(m_tables.queueId(chunk, event.link), m_at);
    m_messages.edit(child).flags |= Message::Notification;
}

void IndexBuilder::onRejection(const ParsedChunk &chunk, const Event &event)
{
    const MessageId id = messageOf(chunk, event);
    Rejection rejection{.time = m_at.time,
                        .line = m_at.line,
                        .client = m_tables.client(chunk, text(chunk, event, 0)),
                        .user = m_tables.user(chunk, text(chunk, event, 2)),
                        .reply = m_tables.reply(chunk, text(chunk, event, 1)),
                        .count = event.repeat,
                        .node = m_at.node};
    if (isSet(id)) {
        Message &message = m_messages.edit(id);
        rejection.client = isSet(rejection.client) ? rejection.client : message.client;
        rejection.user = isSet(rejection.user) ? rejection.user : message.user;
        if ((event.flags & Event::EndsMessage) != 0 && !message.has(Message::WasActive)) {
            message.flags |= Message::Refused;
        }
    }
    if (!isSet(rejection.client) && event.pid != 0) {
        const SessionTracker::Session &session = m_sessions.session(m_at.node, event.pid);
        rejection.client = session.client;
        rejection.user = session.user;
    }
    m_index.m_rejections.append(rejection);
}

void IndexBuilder::onAuthFailure(const ParsedChunk &chunk, const Event &event)
{
    const ClientId client = m_tables.client(chunk, text(chunk, event, 0));
    m_sessions.session(m_at.node, event.pid, client).failures += event.repeat;
    if (event.type == EventType::AuthFailure) {
        m_index.m_authFailures.append(
            {m_at.time, m_at.line, client, m_tables.user(chunk, text(chunk, event, 1)), event.repeat, m_at.node});
    }
}

void IndexBuilder::onDisconnect(const ParsedChunk &chunk, const Event &event)
{
    const bool triedToLogIn = event.number > 0;
    const ClientId client = triedToLogIn ? m_tables.client(chunk, text(chunk, event, 0)) : None<ClientId>;
    SessionTracker::Session &session = m_sessions.session(m_at.node, event.pid, client);
    // A repeated line tells of more sessions with the same counters and without lines of their own.
    const std::uint64_t failed = event.number > event.size ? event.number - event.size : 0;
    const std::uint64_t silent =
        failed - std::min<std::uint64_t>(failed, session.failures) + failed * (event.repeat - 1U);
    if (silent > 0) {
        const auto count = static_cast<std::uint32_t>(std::min<std::uint64_t>(silent, 0xffffffffU));
        m_index.m_authFailures.append({m_at.time, m_at.line, client, None<UserId>, count, m_at.node});
    }
    if ((event.flags & Event::NoData) != 0 && event.pid != 0 && isSet(session.message)) {
        abandon(session.message);
    }
    session = {};
}

void IndexBuilder::abandon(MessageId id)
{
    if (!m_messages.message(id).has(Message::WasActive)) {
        m_messages.edit(id).flags |= Message::Refused;
    }
}

void IndexBuilder::onConnectionLost(const Event &event)
{
    const MessageId id = m_sessions.session(m_at.node, event.pid).message;
    if (event.pid != 0 && isSet(id)) {
        abandon(id);
    }
}

void IndexBuilder::onRepeat(const Event &event)
{
    // The line before was the one that is repeated; where the lines of several hosts alternate, the host's last one.
    if (m_at.node >= m_lastEvents.size() || event.number == 0) {
        return;
    }
    const LastEvent last = m_lastEvents[m_at.node];
    const bool isBehind = place(last.line) + 1 == place(m_at.line);
    if (!isBehind && (m_tables.nodeCount() == 1 || event.size == 1)) {
        return;
    }
    if (last.type == EventType::AuthFailure) {
        AuthFailure again = m_index.m_authFailures[last.record];
        again.time = m_at.time;
        again.line = m_at.line;
        again.count = event.number;
        m_index.m_authFailures.append(again);
        m_sessions.session(m_at.node, last.pid, again.client).failures += event.number;
    } else if (last.type == EventType::Rejection) {
        Rejection again = m_index.m_rejections[last.record];
        again.time = m_at.time;
        again.line = m_at.line;
        again.count = event.number;
        m_index.m_rejections.append(again);
    }
}

std::shared_ptr<const MailIndex> IndexBuilder::snapshot(bool complete) const
{
    auto index = std::make_shared<MailIndex>(m_index);
    index->m_complete = complete;
    index->m_messages = m_messages.messages();
    index->m_deliveries = m_deliveries.deliveries();
    index->m_originalRecipients = m_deliveries.originalRecipients();
    index->m_clients = m_tables.clients();
    index->m_users = m_tables.userTexts();
    index->m_addresses = m_tables.addressTexts();
    index->m_relays = m_tables.relayTexts();
    index->m_replies = m_tables.replyTexts();
    index->m_ips = m_tables.ipTexts();
    index->m_names = m_tables.nameTexts();
    index->m_nodes = m_tables.nodeTexts();
    index->m_longIds = m_tables.longIdTexts();
    return index;
}

} // namespace limier
