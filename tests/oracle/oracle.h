// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/parsedchunk.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <string>
#include <vector>

namespace limier::oracle
{

/// The folder @p name of the collected logs that the environment variable LIMIER_CORPORA names; empty if there is none.
[[nodiscard]] QString corpus(const QString &name);

/// Why a test that found no corpus() is skipped.
[[nodiscard]] const char *missingCorpus();

/// One row of an expectation: text by column.
using Row = QMap<QString, QString>;

/**
 * Reads the table of a file in tests/oracle/expected: rows "| a | b |", the first with the names of the columns; rules
 * "| --- |" and text around the table are skipped. Fails the program if the file is missing.
 */
[[nodiscard]] QList<Row> readTable(const QString &file);

/// The whole of a file; fails the program if it cannot be read.
[[nodiscard]] QByteArray readFile(const QString &path);

/// A text and what PostfixParser reads in it.
class ParsedText
{
public:
    explicit ParsedText(QByteArray text);

    [[nodiscard]] const ParsedChunk &chunk() const { return m_chunk; }
    [[nodiscard]] QString text(const Event &event, std::uint32_t index) const;
    /// Empty if there is none.
    [[nodiscard]] QString queueId(QueueId id) const;

private:
    QByteArray m_text;
    ParsedChunk m_chunk;
};

/// The type's name as in event.h.
[[nodiscard]] QString eventName(EventType type);

/// "sent", "deferred", "bounced", "expired".
[[nodiscard]] QString statusName(Status status);

} // namespace limier::oracle
