// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <string_view>

namespace limier
{

enum class TableKind : std::uint8_t {
    Users,
    Clients,
    Senders,
    Messages,
    Logins,
    Rejections,
};

/// What the values of a column are: numbers as they are, all others ids of the index.
enum class ColumnKind : std::uint8_t {
    Number,
    Bytes,    ///< a size
    Time,     ///< a Stamp
    User,     ///< from here on text; place of a UserId
    ClientIp, ///< place of a ClientId, as the next two
    ClientName,
    Network,
    Sender, ///< place of an AddressId
    Reply,
    Host,
    QueueId,   ///< place of a MessageId
    Recipient, ///< the same: the first one of the mail
    Status,    ///< the same: what became of the mail
};

[[nodiscard]] constexpr bool isText(ColumnKind kind)
{
    return kind >= ColumnKind::User;
}

/// A column of a table. Its texts are sources for the translators, see headerText().
struct TableColumn {
    std::string_view key; ///< names it in saved layouts, and never changes
    const char *header;
    const char *explanation; ///< null where the header says it all
    ColumnKind kind;
    int width = 6;       ///< in digits, until the user changes it
    bool isShown = true; ///< the same
};

[[nodiscard]] std::span<const TableColumn> columnsOf(TableKind kind);

/// In the language of the installed translators.
[[nodiscard]] QString headerText(const TableColumn &column);
[[nodiscard]] QString explanationText(const TableColumn &column);
/// The column that a table is sorted by at first, and how.
struct FirstSorting {
    std::string_view key;
    Qt::SortOrder order;
};
[[nodiscard]] FirstSorting firstSortingOf(TableKind kind);

/// The place of the column named @p key; the number of columns if there is none.
[[nodiscard]] std::size_t columnIndex(TableKind kind, std::string_view key);

} // namespace limier
