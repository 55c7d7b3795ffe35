// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cstring>
#include <format>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Makes log files for the tests of reading, with the tools that servers use.
namespace logfiles
{

/// A source of bytes in memory that gives them in pieces, as a pipe does.
class MemorySource final : public limier::ByteSource
{
public:
    explicit MemorySource(std::string bytes, std::size_t piece = ~std::size_t{0})
        : m_bytes(std::move(bytes))
        , m_piece(piece)
    {
    }

    std::expected<std::size_t, limier::Error> read(char *buffer, std::size_t size) override
    {
        const std::size_t count = std::min({size, m_piece, m_bytes.size() - m_position});
        std::memcpy(buffer, m_bytes.data() + m_position, count);
        m_position += count;
        return count;
    }
    std::uint64_t rawPosition() const override { return m_position; }

private:
    std::string m_bytes;
    std::size_t m_piece;
    std::size_t m_position = 0;
};

struct ReadResult {
    std::string text;
    std::optional<limier::Error> error;
    std::vector<limier::Error> remarks;
};

/// Reads a source to its end, in pieces of @p piece bytes.
inline ReadResult readAll(limier::ByteSource &source, std::size_t piece = 65536)
{
    ReadResult result;
    std::string buffer(piece, '\0');
    for (;;) {
        const auto got = source.read(buffer.data(), buffer.size());
        if (!got) {
            result.error = got.error();
        }
        if (got.value_or(0) == 0) {
            break;
        }
        result.text.append(buffer, 0, *got);
    }
    result.remarks = source.remarks();
    return result;
}

inline void writeFile(const QString &path, std::string_view bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
}

/// The output of a tool; the test fails if it does.
inline std::string run(const QString &program, const QStringList &arguments, std::string_view input = {},
                       const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput().toStdString();
}

inline std::string compressed(const QString &tool, std::string_view text)
{
    return run(tool, {QStringLiteral("-c")}, text);
}

/// "May  5 00:08:55" of a UTC time.
inline std::string yearLess(const QDateTime &time)
{
    static constexpr const char *Months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::format("{} {:2} {}", Months[time.date().month() - 1], time.date().day(),
                       time.time().toString(QStringLiteral("HH:mm:ss")).toStdString());
}

inline QDateTime utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toTimeZone(QTimeZone::utc());
}

enum class Form {
    YearLess,
    Rfc3339
};

/// @p count lines of Postfix from @p first on, one every @p step seconds.
inline std::string mailLines(const QDateTime &first, int count, qint64 step = 1, Form form = Form::YearLess,
                             std::string_view host = "mx1")
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        const QDateTime time = first.addSecs(i * step);
        const std::string stamp = form == Form::YearLess
            ? yearLess(time)
            : time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString() + ".000000+00:00";
        text += std::format("{} {} postfix/qmgr[{}]: {:X}: removed\n", stamp, host, 100 + i % 7, 0xA00000 + i * 37);
    }
    return text;
}

} // namespace logfiles
