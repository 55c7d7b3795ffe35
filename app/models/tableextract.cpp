// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tableextract.h"

#include "common/displaysettings.h"
#include "models/celltext.h"

#include <QSaveFile>

namespace limier
{

namespace
{

constexpr std::size_t RowsBetweenStops = 0x200;

/// The display settings of one that is written: another thread must not read those of the window.
class ZoneSettings
{
public:
    explicit ZoneSettings(const QTimeZone &zone) { m_settings.setServerZone(zone); }
    [[nodiscard]] const DisplaySettings &get() const { return m_settings; }

private:
    DisplaySettings m_settings;
};

QString csvField(QString text)
{
    const bool isPlain = std::ranges::none_of(
        text, [](QChar c) { return c == u'"' || c == u',' || c == u';' || c == u'\n' || c == u'\r' || c == u'\t'; });
    return isPlain ? text : u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList fields;
    for (const QString &cell : cells) {
        fields << csvField(cell);
    }
    return fields.join(u',').toUtf8() + "\r\n";
}

QStringList headers(const TableExtract &extract, const DisplaySettings &display)
{
    QStringList cells;
    for (const std::size_t column : extract.columns) {
        cells << exportedHeader(extract.source->columns()[column], display);
    }
    return cells;
}

QStringList cellsOf(const TableExtract &extract, std::uint32_t row, const DisplaySettings &display)
{
    QStringList cells;
    for (const std::size_t column : extract.columns) {
        cells << exportedText(*extract.source, row, column, display);
    }
    return cells;
}

} // namespace

QString toTabSeparated(const TableExtract &extract, const std::stop_token &stop)
{
    const ZoneSettings settings(extract.zone);
    QString text = headers(extract, settings.get()).join(u'\t') + u'\n';
    for (const std::uint32_t row : *extract.rows) {
        if (stop.stop_requested()) {
            return {};
        }
        text += cellsOf(extract, row, settings.get()).join(u'\t') + u'\n';
    }
    return text;
}

std::expected<CsvOutcome, QString> writeCsv(const TableExtract &extract, const QString &path,
                                            std::atomic<std::size_t> &done, const std::stop_token &stop)
{
    const ZoneSettings settings(extract.zone);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return std::unexpected(file.errorString());
    }
    file.write("\xEF\xBB\xBF" + csvLine(headers(extract, settings.get())));
    std::size_t written = 0;
    for (const std::uint32_t row : *extract.rows) {
        if (written++ % RowsBetweenStops == 0) {
            done = written - 1;
            if (stop.stop_requested()) {
                return CsvOutcome::Cancelled;
            }
        }
        const QByteArray line = csvLine(cellsOf(extract, row, settings.get()));
        if (file.write(line) != line.size()) {
            return std::unexpected(file.errorString());
        }
    }
    done = written;
    return file.commit() ? std::expected<CsvOutcome, QString>(CsvOutcome::Written)
                         : std::unexpected(file.errorString());
}

} // namespace limier
