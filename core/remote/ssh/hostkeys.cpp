// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/hostkeys.h"

#include "log/asciitext.h"
#include "remote/ssh/hostpattern.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <functional>

namespace limier
{
namespace
{
constexpr std::string_view Blanks = " \t\r";
constexpr qint64 MostBytes = 16 << 20; // of a known_hosts file; more is none

struct KnownLine {
    std::string_view marker; // "@revoked", "@cert-authority", or empty
    std::string_view names;
    std::string_view type;
    std::string_view base64;
    int number = 0;
};

std::string_view takeWord(std::string_view &text)
{
    text.remove_prefix(std::min(text.find_first_not_of(Blanks), text.size()));
    const std::size_t end = std::min(text.find_first_of(Blanks), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

// |1|salt|HMAC-SHA1 of the name|
bool matchesHashed(std::string_view name, std::string_view hashed)
{
    hashed.remove_prefix(3);
    const std::size_t bar = hashed.find('|');
    if (bar == std::string_view::npos) {
        return false;
    }
    const QByteArray salt = QByteArray::fromBase64(bytesOf(hashed.substr(0, bar)));
    const QByteArray hash = QByteArray::fromBase64(bytesOf(hashed.substr(bar + 1)));
    return QMessageAuthenticationCode::hash(bytesOf(name), salt, QCryptographicHash::Sha1) == hash;
}

bool isFor(const KnownLine &line, std::string_view name)
{
    return line.names.starts_with("|1|") ? matchesHashed(name, line.names) : matchesHostPatterns(name, line.names, ",");
}

// The lines of a file that are about a host.
void forEachLine(const std::filesystem::path &path, std::string_view name,
                 const std::function<void(const KnownLine &)> &visit)
{
    QFile file(path);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QByteArray content = file.read(MostBytes);
    std::string_view rest(content.data(), static_cast<std::size_t>(content.size()));
    for (int number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view text = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        KnownLine line;
        line.number = number;
        line.names = takeWord(text);
        if (line.names.starts_with('#')) {
            continue;
        }
        if (line.names.starts_with('@')) {
            line.marker = line.names;
            line.names = takeWord(text);
        }
        line.type = takeWord(text);
        line.base64 = takeWord(text);
        if (!line.base64.empty() && isFor(line, name)) {
            visit(line);
        }
    }
}

} // namespace

std::string knownHostName(std::string_view host, std::uint16_t port)
{
    const std::string name = lowerAscii(host);
    return port == 22 ? name : '[' + name + "]:" + std::to_string(port);
}

HostKeyVerdict lookUpHostKey(const std::vector<std::filesystem::path> &files, std::string_view name, const HostKey &key)
{
    using Kind = HostKeyVerdict::Kind;
    HostKeyVerdict verdict;
    bool isSameType = false; // of the other key that the verdict names
    for (const std::filesystem::path &file : files) {
        forEachLine(file, name, [&](const KnownLine &line) {
            const bool isSame = line.type == key.type && line.base64 == key.base64;
            const auto decide = [&](Kind kind) {
                verdict.kind = kind;
                verdict.file = file;
                verdict.line = line.number;
            };
            if (line.marker == "@cert-authority") {
                verdict.hasAuthority = true;
            } else if (line.marker == "@revoked") {
                if (isSame && verdict.kind != Kind::Revoked) {
                    decide(Kind::Revoked);
                }
            } else if (!line.marker.empty() || verdict.kind == Kind::Revoked || verdict.kind == Kind::Known) {
                // a marker of the future, or settled already
            } else if (isSame) {
                decide(Kind::Known);
            } else if (verdict.kind == Kind::Unknown || (!isSameType && line.type == key.type)) {
                decide(Kind::Changed);
                isSameType = line.type == key.type;
            }
        });
    }
    return verdict;
}

std::vector<std::string> knownKeyTypes(const std::vector<std::filesystem::path> &files, std::string_view name)
{
    std::vector<std::string> types;
    for (const std::filesystem::path &file : files) {
        forEachLine(file, name, [&](const KnownLine &line) {
            if (line.marker.empty() && !std::ranges::contains(types, line.type)) {
                types.emplace_back(line.type);
            }
        });
    }
    return types;
}

std::expected<void, std::string> addHostKey(const std::filesystem::path &path, std::string_view name,
                                            const HostKey &key)
{
    constexpr QFile::Permissions UserOnly = QFile::ReadOwner | QFile::WriteOwner;
    const QDir folder = QFileInfo(path).dir();
    if (!folder.exists() && QDir().mkpath(folder.path())) {
        QFile::setPermissions(folder.path(), UserOnly | QFile::ExeOwner);
    }
    QFile file(path);
    const auto failure = [&file] { return std::unexpected(file.errorString().toStdString()); };
    // Appending alone would join a last line without an end.
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append, UserOnly)) {
        return failure();
    }
    QByteArray line = bytesOf(name) + ' ' + bytesOf(key.type) + ' ' + bytesOf(key.base64) + '\n';
    if (file.size() > 0) {
        char last = '\n';
        file.seek(file.size() - 1);
        if (file.read(&last, 1) == 1 && last != '\n') {
            line.prepend('\n');
        }
    }
    if (file.write(line) != line.size() || !file.flush()) {
        return failure();
    }
    return {};
}

} // namespace limier
