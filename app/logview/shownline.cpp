// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/shownline.h"

#include "common/displaytext.h"

namespace limier
{

namespace
{

void cut(QString &text, qsizetype length)
{
    if (text.size() <= length) {
        return;
    }
    text.truncate(text.at(length - 1).isHighSurrogate() ? length - 1 : length);
}

std::vector<ShownLine::Part> findMatches(const QString &text, const QRegularExpression &searched)
{
    std::vector<ShownLine::Part> parts;
    if (searched.pattern().isEmpty()) {
        return parts;
    }
    auto matches = searched.globalMatch(text, 0, QRegularExpression::NormalMatch,
                                        QRegularExpression::DontCheckSubjectStringMatchOption);
    while (matches.hasNext() && parts.size() < LinePreparer::MostMatches) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0) {
            parts.push_back({.start = static_cast<int>(match.capturedStart()),
                             .length = static_cast<int>(match.capturedLength())});
        }
    }
    return parts;
}

} // namespace

ShownLine LinePreparer::prepare(const TextLine &line, const LineLook &look)
{
    if (!m_highlighter) {
        m_highlighter = std::make_unique<LineHighlighter>();
    }
    ShownLine shown;
    shown.bytes = line.text.size();
    // So many bytes hold at least LongestText + 1 characters if there are any.
    const std::string_view bytes = std::string_view(line.text).substr(0, 4 * (LongestText + 1));
    shown.text = displayText(bytes, LongestText + 1);
    shown.isCut = !line.isWhole || shown.text.size() > static_cast<qsizetype>(LongestText);
    cut(shown.text, LongestText);
    shown.formats = m_highlighter->formats(shown.text, look.isDark);
    shown.matches = findMatches(shown.text, look.searched);
    return shown;
}

QRegularExpression markingExpression(const QString &pattern, bool isExpression, Qt::CaseSensitivity sensitivity)
{
    if (pattern.isEmpty()) {
        return {};
    }
    // A line has many places to begin at, and a screen many lines: fewer steps than a search has.
    const QString limit = QStringLiteral("(*LIMIT_MATCH=20000)");
    return QRegularExpression(limit + (isExpression ? pattern : QRegularExpression::escape(pattern)),
                              sensitivity == Qt::CaseInsensitive ? QRegularExpression::CaseInsensitiveOption
                                                                 : QRegularExpression::NoPatternOption);
}

} // namespace limier
