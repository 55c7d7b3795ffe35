// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/celltext.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "index/stringtable.h"

#include <QLocale>

namespace limier
{

namespace
{

/// Guards what stands behind a semicolon as well: where it separates cells, that begins one.
QString guarded(const QString &text)
{
    QStringList parts = text.split(u';');
    for (QString &part : parts) {
        part = spreadsheetText(part);
    }
    return parts.join(u';');
}

} // namespace

QString shownText(const TableSource &source, std::size_t row, std::size_t column, const DisplaySettings &display)
{
    const ColumnKind kind = source.columns()[column].kind;
    if (isText(kind)) {
        std::string buffer;
        const std::string_view text = source.logText(row, column, buffer);
        return text.empty() ? source.ownText(row, column) : displayText(text);
    }
    const std::uint64_t value = source.value(row, column);
    if (kind == ColumnKind::Time) {
        return display.time(static_cast<Stamp>(value));
    }
    return kind == ColumnKind::Bytes && value >= 1000 ? displaySize(value) : displayNumber(value);
}

QString exportedText(const TableSource &source, std::size_t row, std::size_t column, const DisplaySettings &display)
{
    const ColumnKind kind = source.columns()[column].kind;
    if (isText(kind)) {
        std::string buffer;
        const std::string_view text = source.logText(row, column, buffer);
        return text.empty() ? source.ownText(row, column) : guarded(displayText(text, StringTable::MaxLength));
    }
    const std::uint64_t value = source.value(row, column);
    return kind == ColumnKind::Time ? display.time(static_cast<Stamp>(value)) : QString::number(value);
}

QString exportedHeader(const TableColumn &column, const DisplaySettings &display)
{
    const QString header = headerText(column);
    return column.kind == ColumnKind::Time
        ? QStringLiteral("%1 (%2)").arg(header, QString::fromUtf8(display.timeZone().id()))
        : header;
}

QString cellToolTip(const TableSource &source, std::size_t row, std::size_t column, const DisplaySettings &display)
{
    const ColumnKind kind = source.columns()[column].kind;
    if (!isText(kind)) {
        return {};
    }
    QString text = breakable(shownText(source, row, column, display));
    const auto place = static_cast<std::uint32_t>(source.value(row, column));
    if (kind == ColumnKind::ClientIp && place != NoPlace) {
        const std::string_view name = source.index().clientName(ClientId{place});
        text += name.empty() ? QString() : QStringLiteral(" (%1)").arg(breakable(displayText(name)));
    }
    return plainToolTip(text);
}

} // namespace limier
