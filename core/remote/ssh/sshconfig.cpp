// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshconfig.h"

#include "remote/ssh/hostpattern.h"
#include "remote/ssh/sshtarget.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace limier
{
namespace
{
constexpr int MostDepth = 16;   // of Include, as OpenSSH has it
constexpr int MostFiles = 1000; // files that include each other could be read for ever
constexpr qint64 MostBytes = 4 << 20;

struct ConfigLine {
    std::string keyword; // lower case
    std::vector<std::string> words;
    bool isGood = true;
};

// `Keyword value`, `Keyword=value`, values in double or single quotes, comments at the end.
ConfigLine parseLine(std::string_view text)
{
    constexpr std::string_view Blanks = " \t\r\f";
    const auto skipBlanks = [&] { text.remove_prefix(std::min(text.find_first_not_of(Blanks), text.size())); };
    ConfigLine line;
    skipBlanks();
    if (text.starts_with('#')) {
        return line;
    }
    const std::size_t end = std::min(text.find_first_of(" \t\r\f="), text.size());
    line.keyword = QByteArray(text.data(), static_cast<qsizetype>(end)).toLower().toStdString();
    text.remove_prefix(end);
    skipBlanks();
    if (text.starts_with('=')) {
        text.remove_prefix(1);
    }
    while (true) {
        skipBlanks();
        if (text.empty() || text.starts_with('#')) {
            break;
        }
        std::string word;
        char quote = '\0';
        std::size_t at = 0;
        for (; at < text.size() && (quote != '\0' || !Blanks.contains(text[at])); ++at) {
            const char c = text[at];
            if (c == '\\' && at + 1 < text.size() && std::string_view("\"'\\ ").contains(text[at + 1])) {
                word += text[++at];
            } else if (quote != '\0' ? c == quote : (c == '"' || c == '\'')) {
                quote = quote != '\0' ? '\0' : c;
            } else {
                word += c;
            }
        }
        line.isGood = line.isGood && quote == '\0';
        text.remove_prefix(at);
        line.words.push_back(std::move(word));
    }
    line.isGood = line.isGood && (line.keyword.empty() || !line.words.empty());
    return line;
}

QString expanded(const std::string &path, const std::filesystem::path &folder)
{
    const QString text = QString::fromStdString(path);
    if (text.startsWith(QLatin1String("~/"))) {
        return QDir::homePath() + text.sliced(1);
    }
    return QDir::isAbsolutePath(text) ? text : QString::fromStdString((folder / path).string());
}

// The files that a pattern of Include names. Only the last part of a path may have patterns, which is what is used.
QStringList includedFiles(const std::string &pattern, const std::filesystem::path &folder)
{
    const QFileInfo whole(expanded(pattern, folder));
    if (whole.isFile()) {
        return {whole.filePath()};
    }
    QStringList files;
    const QDir dir = whole.dir();
    for (const QString &name : dir.entryList({whole.fileName()}, QDir::Files | QDir::Hidden, QDir::Name)) {
        if (!name.startsWith(QLatin1Char('.')) || whole.fileName().startsWith(QLatin1Char('.'))) {
            files.append(dir.filePath(name));
        }
    }
    return files;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

} // namespace

class SshConfigReader
{
public:
    // @p folder: of relative includes.
    SshConfigReader(std::filesystem::path folder, std::string host)
        : m_folder(std::move(folder))
        , m_host(std::move(host))
    {
    }

    // @p isActive: what it says is for our host, until it says otherwise. @p mayMatch: false in what is included after
    // a Host that is for others: that is read for its names, and says nothing.
    void read(const std::filesystem::path &path, bool isActive = true, bool mayMatch = true, int depth = 0)
    {
        QFile file(path);
        if (++m_files > MostFiles || !QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) {
            return;
        }
        int number = 0;
        for (const QByteArray &text : file.read(MostBytes).split('\n')) {
            ++number;
            const ConfigLine line = parseLine({text.data(), static_cast<std::size_t>(text.size())});
            const auto problem = [&](std::string what) {
                if (!m_error) {
                    m_error = RemoteError{.code = RemoteErrorCode::BadConfig,
                                          .subject = path.string(),
                                          .detail = std::move(what),
                                          .value = number};
                }
            };
            if (line.keyword.empty()) {
                continue;
            }
            if (!line.isGood) {
                problem(line.keyword);
            } else if (line.keyword == "host") {
                isActive = mayMatch && matchesHostPatterns(m_host, joined(line.words), " ");
                noteNames(line.words);
            } else if (line.keyword == "match") {
                isActive = mayMatch && line.words.size() == 1
                    && QString::fromStdString(line.words.front()).compare(QLatin1String("all"), Qt::CaseInsensitive)
                        == 0;
            } else if (line.keyword == "include" && depth == MostDepth) {
                problem(line.keyword);
            } else if (line.keyword == "include") {
                include(line.words, isActive && mayMatch, depth);
            } else if (isActive) {
                take(line);
            }
        }
    }

    SshConfig m_config;
    std::vector<std::string> m_names;
    std::optional<RemoteError> m_error;

private:
    void include(const std::vector<std::string> &patterns, bool isActive, int depth)
    {
        for (const std::string &pattern : patterns) {
            for (const QString &file : includedFiles(pattern, m_folder)) {
                read(file.toStdString(), isActive, isActive, depth + 1);
            }
        }
    }

    void noteNames(const std::vector<std::string> &words)
    {
        for (const std::string &word : words) {
            const bool isName = word.find_first_of("*?!") == std::string::npos;
            if (isName && !word.empty() && !std::ranges::contains(m_names, word)) {
                m_names.push_back(word);
            }
        }
    }

    void take(const ConfigLine &line)
    {
        if (line.keyword == "identityfile") {
            if (!std::ranges::contains(m_config.m_identityFiles, line.words.front())) {
                m_config.m_identityFiles.push_back(line.words.front());
            }
        } else if (m_config.words(line.keyword).empty()) {
            m_config.m_values.emplace_back(line.keyword, line.words);
        }
    }

    const std::filesystem::path m_folder;
    const std::string m_host;
    int m_files = 0;
};

std::expected<SshConfig, RemoteError> SshConfig::read(const std::filesystem::path &path, const std::string &host)
{
    SshConfigReader reader(path.parent_path(), host);
    reader.read(path);
    if (reader.m_error) {
        reader.m_error->host = host;
        return std::unexpected(*reader.m_error);
    }
    return reader.m_config;
}

std::vector<std::string> SshConfig::hosts(const std::filesystem::path &path)
{
    SshConfigReader reader(path.parent_path(), {});
    reader.read(path);
    return reader.m_names;
}

const std::vector<std::string> &SshConfig::words(const std::string &keyword) const
{
    static const std::vector<std::string> None;
    const auto found = std::ranges::find(m_values, keyword, &std::pair<std::string, std::vector<std::string>>::first);
    return found != m_values.end() ? found->second : None;
}

std::string SshConfig::value(const std::string &keyword) const
{
    const auto &found = words(keyword);
    return found.empty() ? std::string() : found.front();
}

} // namespace limier
