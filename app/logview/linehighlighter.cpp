// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linehighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

namespace limier
{

using KSyntaxHighlighting::Format;
using KSyntaxHighlighting::Repository;

LineHighlighter::LineHighlighter()
{
    setDefinition(m_repository.definitionForName(QStringLiteral("Postfix Mail Log")));
    setTheme(m_repository.defaultTheme(Repository::LightTheme));
}

const std::vector<HighlightSpan> &LineHighlighter::spans(const QString &line)
{
    m_spans.clear();
    highlightLine(line, {}); // every line begins anew, whatever a hostile one left open
    return m_spans;
}

QList<QTextLayout::FormatRange> LineHighlighter::formats(const QString &line, bool dark)
{
    setDark(dark);
    QList<QTextLayout::FormatRange> ranges;
    for (const HighlightSpan &span : spans(line)) {
        if (!span.format.isDefaultTextStyle(theme())) {
            ranges.append({.start = span.start, .length = span.length, .format = charFormat(span.format)});
        }
    }
    return ranges;
}

void LineHighlighter::applyFormat(int offset, int length, const Format &format)
{
    if (length > 0) {
        m_spans.push_back({.start = offset, .length = length, .format = format});
    }
}

const QTextCharFormat &LineHighlighter::charFormat(const Format &format)
{
    const auto [entry, isNew] = m_charFormats.try_emplace(format.id());
    if (isNew) {
        QTextCharFormat &made = entry->second;
        if (format.hasTextColor(theme())) {
            made.setForeground(format.textColor(theme()));
        }
        if (format.hasBackgroundColor(theme())) {
            made.setBackground(format.backgroundColor(theme()));
        }
        if (format.isBold(theme())) {
            made.setFontWeight(QFont::Bold);
        }
        made.setFontItalic(format.isItalic(theme()));
        made.setFontUnderline(format.isUnderline(theme()));
    }
    return entry->second;
}

void LineHighlighter::setDark(bool dark)
{
    if (dark != m_dark) {
        m_dark = dark;
        setTheme(m_repository.defaultTheme(dark ? Repository::DarkTheme : Repository::LightTheme));
        m_charFormats.clear();
    }
}

} // namespace limier
