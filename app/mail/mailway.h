// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/snapshot.h"
#include "mail/deliveryline.h"

#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace limier
{

/// One recipient and what became of it; texts as they may be shown.
struct WayDelivery {
    QString recipient;
    QString originalRecipient; ///< empty if it is the same
    QString relay;
    QString reply; ///< of the last attempt, verbatim
    Status status = Status::Sent;
    bool isHandedOver = false; ///< to the next hop
    std::uint32_t attempts = 0;
    Stamp time = 0; ///< of the last attempt
    LineId line = None<LineId>;
    std::optional<DelaySplit> delays;
};

/// One life of one queue ID on a mail's way.
struct WayHop {
    MessageId id = None<MessageId>;
    bool isAgain = false; ///< not the origin: handed in again by a filter or a relay
    QString queueId;
    QString host; ///< that logged it
    QString clientIp;
    QString clientName;
    QString user;
    QString sender; ///< empty: of a notification
    bool hasSender = false;
    std::uint32_t size = 0;       ///< bytes
    std::uint32_t recipients = 0; ///< as the queue manager counted them
    std::uint32_t uid = 0;        ///< who called sendmail, where flags has Message::LocalBirth
    std::uint16_t flags = 0;      ///< of Message
    Stamp first = 0;
    Stamp last = 0;
    LineId firstLine = None<LineId>;
    std::vector<WayDelivery> deliveries;

    [[nodiscard]] bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
};

/// A line of a mail, as it may be shown.
struct WayLine {
    LineId id = None<LineId>;
    QString text;
};

/// One mail from the client to every recipient. A value.
struct MailWay {
    std::vector<WayHop> hops; ///< the origin first
    QString messageId;
    std::vector<WayLine> lines; ///< the first MostLines
    std::size_t moreLines = 0;  ///< that are not in lines
    std::optional<Error> error; ///< why lines could not be read

    static constexpr std::size_t MostLines = 2000;
    static constexpr std::size_t LongestLine = 4096; ///< characters of a line that are kept
};

/**
 * Puts together the mail that @p message is a hop of, and reads its lines. Blocks: some milliseconds, but seconds if a
 * compressed log has to be unpacked first. Any thread. Incomplete if @p stop asked for it.
 */
[[nodiscard]] MailWay readMailWay(const Snapshot &snapshot, MessageId message, const std::stop_token &stop);

} // namespace limier
