// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/error.h"
#include "log/timestamp.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>

class QFile;

namespace limier
{

/**
 * An open regular file, read at any place by any number of threads, never mapped: a file that shrinks gives short
 * reads, not a signal. Errors leave the subject to the caller.
 */
class RandomFile
{
public:
    /// Tells two files of one machine apart; all zero where the system does not tell.
    struct Identity {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        bool operator==(const Identity &) const = default;
        [[nodiscard]] bool isKnown() const { return inode != 0; }
    };

    /// Does not wait: a FIFO or a device is refused as NotAFile.
    [[nodiscard]] static std::expected<std::shared_ptr<const RandomFile>, Error>
    open(const std::filesystem::path &path);
    /// A private file that nobody else can read and that is gone with this object.
    [[nodiscard]] static std::expected<std::shared_ptr<RandomFile>, Error> makeTemporary();
    /// Bytes that a temporary file may take without filling more than half of what the disk has left.
    [[nodiscard]] static std::uint64_t temporaryRoom();
    /// The identity of what stands under @p path now.
    [[nodiscard]] static Identity identityOf(const std::filesystem::path &path);

    ~RandomFile();
    RandomFile(const RandomFile &) = delete;
    RandomFile &operator=(const RandomFile &) = delete;

    /// Fills @p buffer as far as the file goes; fewer bytes only at its end.
    [[nodiscard]] std::expected<std::size_t, Error> readAt(std::uint64_t offset, char *buffer, std::size_t size) const;
    /// Only for a temporary file, by one thread, before it is read.
    [[nodiscard]] std::expected<void, Error> append(std::string_view bytes);

    [[nodiscard]] std::uint64_t size() const; ///< now
    [[nodiscard]] UtcSeconds modified() const;
    [[nodiscard]] Identity identity() const;

private:
    explicit RandomFile(std::unique_ptr<QFile> file);

    std::unique_ptr<QFile> m_file;
    mutable std::mutex m_mutex; ///< guards the position of m_file where there is no read at a position
};

} // namespace limier
