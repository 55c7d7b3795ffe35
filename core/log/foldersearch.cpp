// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/foldersearch.h"

#include "log/logname.h"
#include "log/pathtext.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace limier
{

namespace fs = std::filesystem;

namespace
{

constexpr std::size_t NamesPerFile = 100;

bool isInside(const fs::path &path, const fs::path &folder)
{
    return std::ranges::mismatch(path, folder).in2 == folder.end();
}

} // namespace

FolderSearch::FolderSearch(std::size_t limit, std::stop_token stop)
    : m_limit(limit)
    , m_stop(std::move(stop))
{
}

void FolderSearch::search(const fs::path &folder)
{
    const auto firstOfSearch = static_cast<std::ptrdiff_t>(m_files.size());
    m_names = 0;
    m_unnamed = 0;
    m_hitLimit = 0;
    if (!enter(folder, {})) {
        addError(ErrorCode::Duplicate, folder, textOfPath(folder));
        return;
    }
    while (!m_folders.empty() && m_names < m_limit * NamesPerFile && !m_stop.stop_requested()) {
        const fs::path next = std::move(m_folders.back());
        m_folders.pop_back();
        searchOne(next);
    }
    if (!m_folders.empty() && !m_stop.stop_requested()) {
        m_hitLimit = m_limit * NamesPerFile;
    }
    m_folders.clear();
    if (m_hitLimit > 0) {
        addError(ErrorCode::FolderTooLarge, folder, {});
        m_errors.back().value = static_cast<std::int64_t>(m_hitLimit);
    }
    std::sort(m_files.begin() + firstOfSearch, m_files.end(),
              [](const FoundFile &a, const FoundFile &b) { return a.path < b.path; });
}

void FolderSearch::searchOne(const fs::path &folder)
{
    std::error_code failure;
    fs::directory_iterator entry(folder, failure);
    while (!failure && entry != fs::directory_iterator() && !m_stop.stop_requested()) {
        if (m_names == m_limit * NamesPerFile) {
            m_hitLimit = m_names;
            return;
        }
        ++m_names;
        add(*entry);
        entry.increment(failure);
    }
    if (failure) {
        addError(ErrorCode::NotReadable, folder, failure.message());
    }
}

void FolderSearch::add(const fs::directory_entry &entry)
{
    // Asked in this way the entry mostly knows it from the folder, without a call of the system.
    std::error_code failure;
    if (entry.is_directory(failure)) {
        enter(entry.path(), entry.path().parent_path());
    } else if (failure == std::errc::too_many_symbolic_link_levels) {
        addError(ErrorCode::LinkLoop, entry.path(), {});
    } else if (entry.is_regular_file(failure)) {
        const bool hasLogName = isMailLogName(parseLogName(textOfPath(entry.path().filename())).base);
        if (!hasLogName && ++m_unnamed > m_limit) {
            m_hitLimit = m_limit;
            return;
        }
        m_files.push_back({.path = entry.path(), .hasLogName = hasLogName});
    }
}

/// False if the folder was searched before. A link to a folder that it lies in is told.
bool FolderSearch::enter(const fs::path &folder, const fs::path &parent)
{
    std::error_code failure;
    const fs::path real = fs::canonical(folder, failure);
    if (failure) {
        addError(ErrorCode::NotReadable, folder, failure.message());
        return true;
    }
    if (!m_visited.insert(real).second) {
        if (!parent.empty() && isInside(fs::canonical(parent, failure), real)) {
            addError(ErrorCode::LinkLoop, folder, {});
        }
        return false;
    }
    m_folders.push_back(folder);
    return true;
}

void FolderSearch::addError(ErrorCode code, const fs::path &path, std::string detail)
{
    m_errors.push_back({.code = code, .subject = textOfPath(path), .detail = std::move(detail)});
}

} // namespace limier
