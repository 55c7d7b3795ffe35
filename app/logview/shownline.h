// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/linecursor.h"
#include "logview/linehighlighter.h"

#include <QRegularExpression>
#include <QString>
#include <QTextLayout>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace limier
{

/// How lines are to be prepared.
struct LineLook {
    bool isDark = false;
    QRegularExpression searched; ///< its matches are marked; empty for none

    bool operator==(const LineLook &) const = default;
};

/// A line ready to be painted, or why it is not there. Immutable once it was handed on.
struct ShownLine {
    struct Part {
        int start = 0;
        int length = 0;
    };

    QString text; ///< harmful characters visible, on one line, at most LongestText characters
    QList<QTextLayout::FormatRange> formats;
    std::vector<Part> matches;
    std::uint64_t bytes = 0;    ///< of the whole line
    bool isCut = false;         ///< the text is not all of it
    std::optional<Error> error; ///< instead of the text
    std::uint64_t look = 0;     ///< number of the LineLook it was made for
};

using ShownLines = std::vector<std::pair<LineId, std::shared_ptr<const ShownLine>>>;

/**
 * Makes ShownLines out of raw ones. One thread, any one; owns a LineHighlighter, made when the first line comes. Some
 * 30 microseconds a line; a few milliseconds for one made to cost time.
 */
class LinePreparer
{
public:
    static constexpr std::size_t LongestText = 4000;
    static constexpr std::size_t MostMatches = 500; ///< marked in one line

    [[nodiscard]] ShownLine prepare(const TextLine &line, const LineLook &look);

private:
    std::unique_ptr<LineHighlighter> m_highlighter;
};

/// The expression that finds in shown text what a search finds in lines; it gives up early where that takes long.
[[nodiscard]] QRegularExpression markingExpression(const QString &pattern, bool isExpression,
                                                   Qt::CaseSensitivity sensitivity);

} // namespace limier
