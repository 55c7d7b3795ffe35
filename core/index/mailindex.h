// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/column.h"
#include "index/records.h"
#include "index/stringtable.h"
#include "log/inputfile.h"
#include "log/timestamp.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// Where a line stands: every so many lines one mark, by line and by offset.
struct LineMark {
    LineId line = None<LineId>;
    Stamp time = 0;           ///< of the last time-stamped line before or at the mark
    std::uint64_t offset = 0; ///< in the (decoded) text of its file
};

/// One log text that was read: an input of the report.
struct IndexedFile {
    InputFile input;         ///< how to open it again
    std::uint64_t bytes = 0; ///< the place in the text behind what was read
    std::uint32_t lines = 0;
    Stamp first = 0;
    Stamp last = 0;
    std::vector<Error> errors;
};

/// Lines of one file that stand together in the index: all of it, unless it grew while others did.
struct FilePart {
    LineId firstLine = None<LineId>;
    FileId file = None<FileId>;
    std::uint32_t linesBefore = 0; ///< in the parts of the same file before this one
    std::uint32_t firstMark = 0;   ///< place of its first LineMark
    std::uint64_t end = 0;         ///< behind it in the text
};

/// A client: the host that connected, told apart by its IP.
struct Client {
    std::uint32_t ip = NoPlace;   ///< place in the table of IPs
    std::uint32_t name = NoPlace; ///< place in the table of names; the last one logged that is not "unknown"
    bool isLoopback = false;
};

/**
 * Everything that was understood of a set of mail logs: an immutable snapshot, made by an IndexBuilder, read on any
 * thread without a lock. Raw text is not in it: LogText reads it again by line. Taking a snapshot costs microseconds
 * a million lines; it shares its memory with the snapshots before and after it.
 */
class MailIndex
{
public:
    [[nodiscard]] const std::vector<IndexedFile> &files() const { return m_files; }
    [[nodiscard]] std::size_t lineCount() const { return m_lineMessages.size(); }
    /// How many of the lines were counted in another file.
    [[nodiscard]] std::uint64_t knownLines() const { return m_knownLines; }
    [[nodiscard]] std::uint64_t postfixLines() const { return m_postfixLines; }
    /// False while the log is still being read.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// The name of the zone in which times without a zone were read.
    [[nodiscard]] const std::string &timezone() const { return m_timezone; }

    [[nodiscard]] const Column<Message> &messages() const { return m_messages; }
    [[nodiscard]] const Column<Delivery> &deliveries() const { return m_deliveries; }
    /// The deliveries with an orig_to, in the order of the deliveries.
    [[nodiscard]] const Column<OriginalRecipient> &originalRecipients() const { return m_originalRecipients; }
    [[nodiscard]] const Column<Rejection> &rejections() const { return m_rejections; }
    [[nodiscard]] const Column<AuthFailure> &authFailures() const { return m_authFailures; }
    [[nodiscard]] const Column<Gap> &gaps() const { return m_gaps; }
    /// The lines that were not understood.
    [[nodiscard]] const Column<LineId> &unrecognised() const { return m_unrecognised; }
    [[nodiscard]] const Column<LineMark> &lineMarks() const { return m_lineMarks; }
    /// For each line the message it belongs to.
    [[nodiscard]] const Column<MessageId> &lineMessages() const { return m_lineMessages; }

    [[nodiscard]] const Message &message(MessageId id) const { return m_messages[place(id)]; }
    [[nodiscard]] const Delivery &delivery(DeliveryId id) const { return m_deliveries[place(id)]; }
    /// The first message of the mail that this one is a hop of; itself if it is no hop.
    [[nodiscard]] MessageId originOf(MessageId id) const { return message(id).origin == id ? id : originOfHop(id); }

    /// The address that the delivery's recipient was expanded from; none if it was not.
    [[nodiscard]] AddressId originalRecipient(DeliveryId id) const;

    [[nodiscard]] std::string queueId(const Message &message) const;
    [[nodiscard]] std::string_view user(UserId id) const { return m_users.text(place(id)); }
    [[nodiscard]] std::string_view address(AddressId id) const { return m_addresses.text(place(id)); }
    [[nodiscard]] std::string_view relay(RelayId id) const { return m_relays.text(place(id)); }
    [[nodiscard]] std::string_view reply(ReplyId id) const { return m_replies.text(place(id)); }
    [[nodiscard]] std::string_view node(std::uint16_t id) const { return m_nodes.text(id); }
    [[nodiscard]] const Client &client(ClientId id) const { return m_clients[place(id)]; }
    [[nodiscard]] std::string_view clientIp(ClientId id) const { return m_ips.text(client(id).ip); }
    /// Empty if the host has no name that resolves.
    [[nodiscard]] std::string_view clientName(ClientId id) const;

    /// How many syslog hosts there are.
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }
    [[nodiscard]] std::size_t userCount() const { return m_users.size(); }
    [[nodiscard]] std::size_t clientCount() const { return m_clients.size(); }
    [[nodiscard]] std::size_t addressCount() const { return m_addresses.size(); }
    [[nodiscard]] std::size_t replyCount() const { return m_replies.size(); }

    [[nodiscard]] std::optional<UserId> findUser(std::string_view user) const;
    [[nodiscard]] std::optional<ClientId> findClient(std::string_view ip) const;
    [[nodiscard]] std::optional<AddressId> findAddress(std::string_view address) const;

    /// All lines, in the order of the index.
    [[nodiscard]] const Column<FilePart> &parts() const { return m_parts; }
    /// The place of the part that holds @p line.
    [[nodiscard]] std::size_t partOf(LineId line) const;
    /// The line behind the last one of the part.
    [[nodiscard]] LineId endOfPart(std::size_t part) const;
    /// The file that holds @p line.
    [[nodiscard]] FileId fileOf(LineId line) const { return m_parts[partOf(line)].file; }
    /// The number of @p line in its file, from 1 on.
    [[nodiscard]] std::uint32_t numberInFile(LineId line) const;

private:
    friend class IndexBuilder;

    [[nodiscard]] MessageId originOfHop(MessageId id) const;

    std::vector<IndexedFile> m_files;
    Column<FilePart> m_parts;
    std::string m_timezone;
    std::uint64_t m_postfixLines = 0;
    std::uint64_t m_knownLines = 0;
    bool m_complete = false;

    Column<Message> m_messages;
    Column<Delivery> m_deliveries;
    Column<OriginalRecipient> m_originalRecipients;
    Column<Rejection> m_rejections;
    Column<AuthFailure> m_authFailures;
    Column<Gap> m_gaps;
    Column<LineId> m_unrecognised;
    Column<LineMark> m_lineMarks;
    Column<MessageId> m_lineMessages;
    Column<Client> m_clients;
    StringTable m_users;
    StringTable m_addresses;
    StringTable m_relays;
    StringTable m_replies;
    StringTable m_ips;
    StringTable m_names;
    StringTable m_nodes;
    StringTable m_longIds;
};

} // namespace limier
