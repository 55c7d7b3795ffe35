// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/linepattern.h"

#include <algorithm>

namespace limier
{

namespace
{

// On some lines a pattern such as (a+)+$ needs exponential time: PCRE gives up after so many steps.
constexpr QStringView StepLimit = u"(*LIMIT_MATCH=1000000)";

} // namespace

std::expected<LinePattern, PatternError> LinePattern::make(const QString &pattern, Kind kind,
                                                           Qt::CaseSensitivity sensitivity)
{
    const bool caseless = sensitivity == Qt::CaseInsensitive;
    const QString expression = kind == Kind::Text ? QRegularExpression::escape(pattern) : pattern;
    LinePattern result;
    result.m_options.setFlag(QRegularExpression::CaseInsensitiveOption, caseless);
    if (const QRegularExpression check(expression, result.m_options); !check.isValid()) {
        return std::unexpected(PatternError{.position = check.patternErrorOffset(), .text = check.errorString()});
    }
    result.m_pattern = expression;
    result.m_literals = requiredLiterals(expression, caseless);
    return result;
}

QStringView LineDecoder::decode(std::string_view line)
{
    const auto size = static_cast<qsizetype>(line.size());
    const QByteArrayView bytes(line.data(), size);
    const auto needed = static_cast<std::size_t>(m_utf8.requiredSpace(size));
    if (m_text.size() < needed) {
        m_text.resize(needed);
    }
    const char16_t *end = m_utf8.appendToBuffer(m_text.data(), bytes);
    if (m_utf8.hasError()) {
        m_utf8.resetState();
        std::ranges::transform(line, m_text.begin(), [](char c) { return static_cast<unsigned char>(c); });
        end = m_text.data() + line.size();
    }
    return QStringView(m_text.data(), end);
}

LineMatcher::LineMatcher(const LinePattern &pattern)
    : m_expression(StepLimit.toString() + pattern.m_pattern, pattern.m_options)
{
    m_expression.optimize();
}

LineMatcher::Answer LineMatcher::match(std::string_view line)
{
    if (line.size() > LongestLine) {
        return Answer::TooHard;
    }
    const QRegularExpressionMatch match =
        m_expression.matchView(m_decoder.decode(line), 0, QRegularExpression::NormalMatch,
                               QRegularExpression::DontCheckSubjectStringMatchOption);
    if (!match.isValid()) {
        return Answer::TooHard;
    }
    return match.hasMatch() ? Answer::Yes : Answer::No;
}

} // namespace limier
