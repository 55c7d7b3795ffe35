// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/literalfinder.h"

#include <QRegularExpression>
#include <QString>
#include <QStringDecoder>

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// Why a pattern is no regular expression.
struct PatternError {
    qsizetype position = 0; ///< in the pattern, in UTF-16 units
    QString text;           ///< PCRE's, in English
};

/// What is looked for in lines: a text or a regular expression (PCRE2). A value.
class LinePattern
{
public:
    enum class Kind : std::uint8_t {
        Text,
        RegularExpression
    };

    [[nodiscard]] static std::expected<LinePattern, PatternError> make(const QString &pattern, Kind kind,
                                                                       Qt::CaseSensitivity sensitivity);

    /// What the lines that match must hold.
    [[nodiscard]] const RegexLiterals &literals() const { return m_literals; }

private:
    friend class LineMatcher;
    LinePattern() = default;

    QString m_pattern;
    QRegularExpression::PatternOptions m_options;
    RegexLiterals m_literals;
};

/// Bytes of a line as text: UTF-8, or Latin-1 where they are none.
class LineDecoder
{
public:
    /// Valid until the next call.
    [[nodiscard]] QStringView decode(std::string_view line);

private:
    QStringDecoder m_utf8{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
    std::vector<char16_t> m_text;
};

/**
 * Tells whether a line matches. One for each thread. A quarter of a microsecond a line. PCRE bounds only some of the
 * steps that an expression may take, therefore lines far longer than what Postfix writes are not tried.
 */
class LineMatcher
{
public:
    static constexpr std::size_t LongestLine = 16384; ///< bytes

    enum class Answer : std::uint8_t {
        No,
        Yes,
        TooHard, ///< too long, or the expression needs too many steps for it
    };

    explicit LineMatcher(const LinePattern &pattern);

    /// @p line: without its line break.
    [[nodiscard]] Answer match(std::string_view line);

private:
    QRegularExpression m_expression;
    LineDecoder m_decoder;
};

} // namespace limier
