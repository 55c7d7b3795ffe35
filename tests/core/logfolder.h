// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logfiles.h"
#include "index/logloader.h"

#include <QTemporaryDir>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A folder of log files for one test, gone with it.
class LogFolder
{
public:
    [[nodiscard]] QString path(const QString &name = QStringLiteral("mail.log")) const
    {
        return m_folder.filePath(name);
    }
    void write(std::string_view bytes, const QString &name = QStringLiteral("mail.log")) const
    {
        logfiles::writeFile(path(name), bytes);
    }
    [[nodiscard]] std::shared_ptr<const limier::MailIndex> load() const
    {
        limier::LoadOptions options;
        options.timezone = "UTC";
        return limier::loadLogs({m_folder.path().toStdString()}, options).index;
    }

private:
    QTemporaryDir m_folder;
};

/// The lines of @p text without their ends.
inline std::vector<std::string> splitLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        lines.emplace_back(line);
    }
    return lines;
}

/// The numbers of ids.
template <typename Id>
std::vector<std::uint32_t> places(std::span<const Id> ids)
{
    std::vector<std::uint32_t> result;
    for (const Id id : ids) {
        result.push_back(limier::place(id));
    }
    return result;
}
