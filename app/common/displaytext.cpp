// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/displaytext.h"

#include "report/safetext.h"

#include <QLocale>

namespace limier
{

QString displayText(std::string_view bytes, std::size_t limit)
{
    return QString::fromStdString(visibleText(bytes, limit));
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

QString displayNumber(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString displaySize(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString displayShare(std::uint64_t part, std::uint64_t whole)
{
    if (whole == 0) {
        return QStringLiteral("–");
    }
    const QLocale locale;
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return locale.toString(percent, 'f', 1) + QChar(0xA0) + locale.percent();
}

QString spreadsheetText(const QString &text)
{
    constexpr QStringView Starts = u"=+-@\t\r＝＋－＠";
    return !text.isEmpty() && Starts.contains(text.front()) ? u'\'' + text : text;
}

} // namespace limier
