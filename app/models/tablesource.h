// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/evaluation.h"
#include "models/tablecolumns.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// What "show lines" shows of a row: messages, or where there are none, one line.
struct RowLines {
    std::vector<MessageId> messages;
    LineId line = None<LineId>;
};

/**
 * The rows of one table in their natural order, out of one evaluation: ids and figures, no text. Immutable, any
 * thread.
 */
class TableSource
{
public:
    TableSource(TableKind kind, std::shared_ptr<const Evaluation> evaluation);
    virtual ~TableSource() = default;
    TableSource(const TableSource &) = delete;
    TableSource &operator=(const TableSource &) = delete;

    [[nodiscard]] TableKind kind() const { return m_kind; }
    [[nodiscard]] const std::shared_ptr<const Evaluation> &evaluation() const { return m_evaluation; }
    [[nodiscard]] const MailIndex &index() const { return m_evaluation->index(); }
    [[nodiscard]] std::span<const TableColumn> columns() const { return m_columns; }

    [[nodiscard]] virtual std::size_t size() const = 0;
    /// The number, the time or the place of the id in a cell; see ColumnKind. NoPlace: none.
    [[nodiscard]] virtual std::uint64_t value(std::size_t row, std::size_t column) const = 0;
    /// What the row stands for, in this evaluation and all later ones.
    [[nodiscard]] virtual std::uint64_t id(std::size_t row) const = 0;
    /// Milliseconds, tens of them for the first row of a large log.
    [[nodiscard]] virtual RowLines lines(std::size_t row) const = 0;
    /// The message that a row of messages is.
    [[nodiscard]] virtual MessageId message(std::size_t row) const;
    /// Text of a cell that is not the log's but ours, in the language of the translators; else empty.
    [[nodiscard]] virtual QString ownText(std::size_t row, std::size_t column) const;

    /// The log's text in a cell, unsafe as it is; in @p buffer where it is not the index's own.
    [[nodiscard]] std::string_view logText(std::size_t row, std::size_t column, std::string &buffer) const;
    /// How many different places a text column can have; 0 where it makes no sense to remember them.
    [[nodiscard]] std::size_t placeCount(ColumnKind kind) const;
    [[nodiscard]] std::string_view textOf(ColumnKind kind, std::uint32_t place, std::string &buffer) const;

    /// What "only this" in a cell means; nothing for numbers and empty cells.
    [[nodiscard]] std::optional<FilterTerm> term(std::size_t row, std::size_t column) const;

protected:
    /// The messages of the evaluation's filter among @p messages, hops included.
    [[nodiscard]] std::vector<MessageId> selected(std::span<const MessageId> messages) const;
    [[nodiscard]] LineId firstFailure(UserId user, ClientId client, std::optional<std::uint16_t> node = {}) const;
    [[nodiscard]] LineId firstRejection(ClientId client) const;

private:
    TableKind m_kind;
    std::span<const TableColumn> m_columns;
    std::shared_ptr<const Evaluation> m_evaluation;
};

/// Looks at every user, client … or message once: 10 ms for a million. On any thread.
[[nodiscard]] std::shared_ptr<const TableSource> makeTableSource(TableKind kind,
                                                                 std::shared_ptr<const Evaluation> evaluation);

/// At most how many rows that gives, in no time.
[[nodiscard]] std::size_t mostRows(TableKind kind, const Evaluation &evaluation);

} // namespace limier
