// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>

#include <QTextLayout>

#include <unordered_map>
#include <vector>

namespace limier
{

/// A part of a line and what it is.
struct HighlightSpan {
    int start = 0;
    int length = 0;
    KSyntaxHighlighting::Format format; ///< its name says what: "Queue ID"
};

/**
 * Colours lines by the syntax definition of Postfix's mail logs (resources/syntax). Owns the repository of definitions
 * and themes, which takes some ten milliseconds to read. One thread, any one; some 20 microseconds a line, and for
 * lines made to cost time not much more a character.
 */
class LineHighlighter final : private KSyntaxHighlighting::AbstractHighlighter
{
public:
    LineHighlighter();

    /// @p line: as shown, without a line break.
    [[nodiscard]] const std::vector<HighlightSpan> &spans(const QString &line);
    /// The same as formats of the repository's default theme, light or dark.
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const QString &line, bool dark);

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
    [[nodiscard]] const QTextCharFormat &charFormat(const KSyntaxHighlighting::Format &format);
    void setDark(bool dark);

    KSyntaxHighlighting::Repository m_repository;
    std::vector<HighlightSpan> m_spans; ///< of the last line
    std::unordered_map<int, QTextCharFormat> m_charFormats; ///< of the theme, by the format's id
    bool m_dark = false;
};

} // namespace limier
