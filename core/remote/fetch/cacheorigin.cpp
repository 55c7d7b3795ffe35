// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/cacheorigin.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace limier
{

namespace
{

constexpr int OriginVersion = 1;

// 64-bit numbers as text: JSON's have 53 bits.
QJsonValue number(auto value)
{
    return QString::number(value);
}

// Bytes from the server need not be text.
QJsonValue bytes(const std::string &value)
{
    return QString::fromLatin1(QByteArray::fromStdString(value).toBase64());
}

std::string bytes(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1()).toStdString();
}

QJsonObject toJson(const CachedLog &log)
{
    return {{QStringLiteral("file"), QString::fromStdString(log.file)},
            {QStringLiteral("path"), bytes(log.path)},
            {QStringLiteral("inode"), number(log.inode)},
            {QStringLiteral("head"), bytes(log.head)},
            {QStringLiteral("modified"), number(log.modified)},
            {QStringLiteral("first"), number(log.first)},
            {QStringLiteral("start"), number(log.start)},
            {QStringLiteral("reachesBack"), number(log.reachesBack)},
            {QStringLiteral("end"), number(log.end)},
            {QStringLiteral("compressed"), log.isCompressed},
            {QStringLiteral("current"), log.isCurrent},
            {QStringLiteral("whole"), log.isWhole}};
}

CachedLog logFromJson(const QJsonObject &json)
{
    const auto natural = [&](const char *key) { return json[QLatin1StringView(key)].toString().toULongLong(); };
    const auto integer = [&](const char *key) { return json[QLatin1StringView(key)].toString().toLongLong(); };
    return {.file = json[QStringLiteral("file")].toString().toStdString(),
            .path = bytes(json[QStringLiteral("path")]),
            .inode = natural("inode"),
            .head = bytes(json[QStringLiteral("head")]),
            .modified = integer("modified"),
            .first = integer("first"),
            .start = natural("start"),
            .reachesBack = integer("reachesBack"),
            .end = natural("end"),
            .isCompressed = json[QStringLiteral("compressed")].toBool(),
            .isCurrent = json[QStringLiteral("current")].toBool(),
            .isWhole = json[QStringLiteral("whole")].toBool()};
}

QString originPath(const std::filesystem::path &folder)
{
    return QString::fromStdU16String((folder / OriginName).u16string());
}

} // namespace

RemoteError localFailure(const QFileDevice &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {.code = isFull ? RemoteErrorCode::LocalDiskFull : RemoteErrorCode::LocalWriteFailed,
            .host = {},
            .subject = file.fileName().toStdString(),
            .detail = file.errorString().toStdString()};
}

std::optional<CacheRecord> readOrigin(const std::filesystem::path &folder)
{
    QFile file(originPath(folder));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json[QStringLiteral("version")].toInt() != OriginVersion) {
        return std::nullopt;
    }
    CacheRecord record;
    record.origin = {.name = bytes(json[QStringLiteral("name")]),
                     .hostKey = json[QStringLiteral("hostKey")].toString().toStdString(),
                     .timezone = json[QStringLiteral("timezone")].toString().toStdString()};
    record.saved = json[QStringLiteral("saved")].toString().toLongLong();
    for (const auto &each : json[QStringLiteral("logs")].toArray()) {
        CachedLog log = logFromJson(each.toObject());
        const bool isPlainName = !log.file.empty() && log.file.find_first_of("/\\") == std::string::npos;
        if (isPlainName && log.start <= log.end) {
            record.logs.push_back(std::move(log));
        }
    }
    return record;
}

std::expected<void, RemoteError> writeOrigin(const std::filesystem::path &folder, const CacheRecord &record)
{
    QJsonArray logs;
    for (const CachedLog &log : record.logs) {
        logs.append(toJson(log));
    }
    const QJsonObject json{{QStringLiteral("version"), OriginVersion},
                           {QStringLiteral("name"), bytes(record.origin.name)},
                           {QStringLiteral("hostKey"), QString::fromStdString(record.origin.hostKey)},
                           {QStringLiteral("timezone"), QString::fromStdString(record.origin.timezone)},
                           {QStringLiteral("saved"), number(record.saved)},
                           {QStringLiteral("logs"), logs}};
    QSaveFile file(originPath(folder));
    const QByteArray text = QJsonDocument(json).toJson();
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.commit()) {
        return {};
    }
    RemoteError error = localFailure(file);
    error.host = record.origin.name;
    return std::unexpected(std::move(error));
}

std::vector<LogInput> inputsOf(const std::filesystem::path &folder, const CacheOrigin &origin,
                               std::vector<CachedLog> logs, bool isFollowed)
{
    std::erase_if(logs, [](const CachedLog &log) { return log.bytes() == 0 || (log.isCompressed && !log.isWhole); });
    std::ranges::stable_sort(logs, {}, &CachedLog::modified);
    std::vector<LogInput> inputs;
    for (const CachedLog &log : logs) {
        const std::u8string path = (folder / log.file).u8string();
        inputs.push_back({.path = std::string(path.begin(), path.end()),
                          .shownAs = origin.name + ": " + log.path,
                          .timezone = origin.timezone,
                          .start = log.start,
                          .modified = log.modified,
                          .grows = isFollowed && (log.isCurrent || log.growsUntil)});
    }
    return inputs;
}

} // namespace limier
