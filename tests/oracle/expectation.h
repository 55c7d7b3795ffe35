// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QTimeZone>

namespace limier::oracle
{

/// One line of an expectation, such as: client 192.0.2.10 messages=2 users=alice,bruno
struct ExpectedLine {
    QString kind;                  ///< "totals", "user", "client", "sender", "gap", "input", "message", "delivery"
    QStringList names;             ///< words without "="
    QMap<QString, QString> values; ///< words with one
};

/**
 * The numbers that one of the logs in tests/data/rules must give: NAME.expect beside NAME.log or the folder NAME. A
 * line is words; a word with blanks stands in double quotes, with backslash escapes; "#" begins a comment. Two lines
 * say how the log is read: "timezone Europe/Paris", "mtime 2024-05-06T00:00:00Z" (the time stamp of its files).
 */
struct Expectation {
    QString timezone = QStringLiteral("UTC");
    QDateTime modified = QDateTime(QDate(2024, 6, 30), QTime(12, 0), QTimeZone::UTC);
    QList<ExpectedLine> lines;

    [[nodiscard]] QList<ExpectedLine> ofKind(const QString &kind) const;
};

/// Fails the program if the file cannot be read.
[[nodiscard]] Expectation readExpectation(const QString &path);

} // namespace limier::oracle
