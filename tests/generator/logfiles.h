// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace limier::generator
{

/**
 * The files of one log: a single one, or a rotated set (mail.log, mail.log.1, mail.log.2.gz …) in a folder. Owns the
 * open file; one thread. Each file gets the time of its last line as its modification time, in the gzip header too.
 */
class LogFiles
{
public:
    struct Settings {
        std::string output;   ///< the file, or the folder of a rotated set
        bool rotated = false; ///< names the files in the folder after logrotate
        bool gzip = false;    ///< of a rotated set only the third file and those after it, as delaycompress does
    };

    explicit LogFiles(Settings settings);

    /// The error is a sentence.
    [[nodiscard]] std::expected<void, std::string> open();
    /// A failure shows in finish().
    void write(const char *data, std::size_t size);
    /// Begins the next file; @p lastLine: seconds since 1970 of the last line of this one.
    void rotate(std::int64_t lastLine);
    /// Closes, compresses and names the files. The error is a sentence.
    [[nodiscard]] std::expected<void, std::string> finish(std::int64_t lastLine);

    /// The finished files, oldest first.
    [[nodiscard]] const std::vector<std::string> &paths() const { return m_paths; }

private:
    struct Part {
        std::string path;
        std::int64_t lastLine = 0;
    };
    struct Closer {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };

    [[nodiscard]] std::string partPath(std::size_t part) const;
    void close(std::int64_t lastLine);

    Settings m_settings;
    std::unique_ptr<std::FILE, Closer> m_file;
    std::vector<Part> m_parts;
    std::vector<std::string> m_paths;
    bool m_failed = false;
};

} // namespace limier::generator
