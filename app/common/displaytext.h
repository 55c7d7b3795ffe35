// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace limier
{

/// Longer texts of a log are cut in tables and charts; whole they are in the log view.
inline constexpr std::size_t LongestShown = 512;

/// Text of a log as a widget may show it: on one line, harmful characters visible (see visibleText()), cut at @p limit
/// characters. Widgets that guess at rich text get it through plainToolTip() or with Qt::PlainText.
[[nodiscard]] QString displayText(std::string_view bytes, std::size_t limit = LongestShown);

/// @p text with places where a word longer than @p longest may be broken: a label that wraps would be as wide as its
/// longest word. What is copied out of it has these places, too.
[[nodiscard]] QString breakable(const QString &text, int longest = 40);

/// @p text for a menu or a button, where "&" marks a key.
[[nodiscard]] QString menuText(QString text);

/// @p text for setToolTip(), which takes what looks like HTML for HTML.
[[nodiscard]] QString plainToolTip(const QString &text);

/// A number as the default locale writes it: "12,345".
[[nodiscard]] QString displayNumber(std::uint64_t number);

/// An amount of data: "12.3 kB".
[[nodiscard]] QString displaySize(std::uint64_t bytes);

/// "12 MB/s".
[[nodiscard]] QString displayRate(double bytesPerSecond);

/// "40 s left", "3 min left".
[[nodiscard]] QString displayTimeLeft(double seconds);

/// How many percent @p part is of @p whole, rounded down, 0 to 100; -1 if the whole is not known: 0.
[[nodiscard]] int wholePercent(std::uint64_t part, std::uint64_t whole);

/// "12 %".
[[nodiscard]] QString displayPercent(int percent);

/// A share of a whole: "12.3 %"; "–" of nothing.
[[nodiscard]] QString displayShare(std::uint64_t part, std::uint64_t whole);

/// For a spreadsheet or the clipboard: a field that a spreadsheet would run as a formula gets an apostrophe in front.
[[nodiscard]] QString spreadsheetText(const QString &text);

} // namespace limier
