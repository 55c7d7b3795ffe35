// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/error.h"

#include <cstddef>
#include <filesystem>
#include <set>
#include <stop_token>
#include <vector>

namespace limier
{

/// A regular file found in a folder.
struct FoundFile {
    std::filesystem::path path;
    bool hasLogName = false; ///< it is called as mail logs are; of the others only the content can tell
};

/**
 * Walks folders and what lies below them, links followed, each folder once. Looks at no file's content. Costs a call of
 * the system for each folder; a folder with too many files is left early.
 */
class FolderSearch
{
public:
    /// @p limit: files of one search whose content has to tell; a hundred times as many names are looked at.
    FolderSearch(std::size_t limit, std::stop_token stop);

    /// Adds the files in @p folder to files(), sorted by path.
    void search(const std::filesystem::path &folder);

    [[nodiscard]] const std::vector<FoundFile> &files() const { return m_files; }
    [[nodiscard]] const std::vector<Error> &errors() const { return m_errors; }

private:
    void searchOne(const std::filesystem::path &folder);
    void add(const std::filesystem::directory_entry &entry);
    void addError(ErrorCode code, const std::filesystem::path &path, std::string detail);
    bool enter(const std::filesystem::path &folder, const std::filesystem::path &parent);

    std::size_t m_limit;
    std::stop_token m_stop;
    std::vector<FoundFile> m_files;
    std::vector<Error> m_errors;
    std::set<std::filesystem::path> m_visited;    ///< without links
    std::vector<std::filesystem::path> m_folders; ///< still to be searched
    std::size_t m_names = 0;                      ///< of this search
    std::size_t m_unnamed = 0;                    ///< files of this search that are not called as logs are
    std::size_t m_hitLimit = 0;                   ///< the limit that this search ran into; 0: none
};

} // namespace limier
