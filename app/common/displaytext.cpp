// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/displaytext.h"

#include "report/safetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace limier
{

namespace
{

class DisplayText
{
    Q_DECLARE_TR_FUNCTIONS(limier::DisplayText)

public:
    [[nodiscard]] static QString rate(const QString &size) { return tr("%1/s").arg(size); }
    [[nodiscard]] static QString secondsLeft(const QString &count) { return tr("%1 s left").arg(count); }
    [[nodiscard]] static QString minutesLeft(const QString &count) { return tr("%1 min left").arg(count); }
};

} // namespace

QString displayText(std::string_view bytes, std::size_t limit)
{
    return QString::fromStdString(visibleText(bytes, limit));
}

QString breakable(const QString &text, int longest)
{
    constexpr QChar ZeroWidthSpace(0x200B);
    QString result;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() || c == u'-' ? 0 : run + 1;
        result += c;
        if (run >= longest && !c.isHighSurrogate()) {
            result += ZeroWidthSpace;
            run = 0;
        }
    }
    return result;
}

QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
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

QString displayRate(double bytesPerSecond)
{
    const int digits = bytesPerSecond < 1e9 ? 0 : 1;
    return DisplayText::rate(
        QLocale().formattedDataSize(static_cast<qint64>(bytesPerSecond), digits, QLocale::DataSizeSIFormat));
}

QString displayTimeLeft(double seconds)
{
    constexpr double Minute = 60;
    const auto rounded = [](double amount) { return displayNumber(static_cast<std::uint64_t>(std::ceil(amount))); };
    return seconds < 2 * Minute ? DisplayText::secondsLeft(rounded(seconds))
                                : DisplayText::minutesLeft(rounded(seconds / Minute));
}

int wholePercent(std::uint64_t part, std::uint64_t whole)
{
    if (whole == 0) {
        return -1;
    }
    const double share = static_cast<double>(part) / static_cast<double>(whole);
    return static_cast<int>(std::min(share, 1.0) * 100);
}

QString displayPercent(int percent)
{
    const QLocale locale;
    return locale.toString(percent) + QChar(0xA0) + locale.percent();
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
