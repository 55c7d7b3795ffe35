// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/inputfile.h"
#include "log/randomfile.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <stop_token>
#include <string>

namespace limier
{

/**
 * The text of one log, open to be read at any place by any number of threads: the file itself where it is plain, else
 * a private temporary file that holds what it unpacks to.
 */
class OpenText
{
public:
    /// What a text looked like at one time: how long it was, and the hashes of its first and its last bytes.
    struct Fingerprint {
        std::uint64_t bytes = 0;
        std::uint64_t head = 0;
        std::uint64_t tail = 0;
        bool operator==(const Fingerprint &) const = default;
    };

    /**
     * Opens the first @p bytes of text of @p input: at once if it is plain; otherwise it takes the time of unpacking,
     * until @p stop, and room on the disk. An Error if they are not to be had, or another file stands there now.
     */
    [[nodiscard]] static std::expected<std::shared_ptr<const OpenText>, Error>
    open(const InputFile &input, std::uint64_t bytes, const std::stop_token &stop);

    /// Whether it is a copy, which nobody can change.
    [[nodiscard]] bool isSpooled() const { return m_spooled; }
    /// Whether there are now so many bytes of text.
    [[nodiscard]] bool holds(std::uint64_t bytes) const { return m_file->size() >= m_start + bytes; }
    /// Reads all of the @p size bytes from @p offset on; FileShrank if they are not there any more.
    [[nodiscard]] std::expected<void, Error> read(std::uint64_t offset, char *buffer, std::size_t size) const;
    /// Of the first @p bytes of text as they are now, without what was left out at its beginning. Microseconds.
    [[nodiscard]] std::expected<Fingerprint, Error> fingerprint(std::uint64_t bytes) const;
    [[nodiscard]] Error error(ErrorCode code) const { return {.code = code, .subject = m_path, .detail = {}}; }

private:
    OpenText(std::shared_ptr<const RandomFile> file, std::string path, std::uint64_t start, bool spooled,
             std::uint64_t first);

    std::shared_ptr<const RandomFile> m_file;
    std::string m_path;
    std::uint64_t m_start; ///< of the text in the file
    bool m_spooled;
    std::uint64_t m_first; ///< byte of text that was read
};

} // namespace limier
