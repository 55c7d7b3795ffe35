// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"
#include "log/randomfile.h"

#include <filesystem>
#include <memory>
#include <string>

namespace limier
{

/**
 * The bytes of a file, or of a part of it, up to the size that it has when the source is made. Each read is one system
 * call into the caller's buffer. Remarks: the file grew; another one stands under its name.
 */
class FileSource final : public ByteSource
{
public:
    /// A part: @p size bytes from @p offset.
    FileSource(std::shared_ptr<const RandomFile> file, std::uint64_t offset, std::uint64_t size, std::string subject);
    /// All from @p offset on of the file that stands under @p path; @p size is what it had when it was found.
    FileSource(std::shared_ptr<const RandomFile> file, std::uint64_t offset, std::uint64_t size, std::string subject,
               std::filesystem::path path);

    std::expected<std::size_t, Error> read(char *buffer, std::size_t size) override;
    std::uint64_t rawPosition() const override;
    std::vector<Error> remarks() const override;

private:
    std::shared_ptr<const RandomFile> m_file;
    std::filesystem::path m_path; ///< empty for a part
    std::string m_subject;
    std::uint64_t m_start;
    std::uint64_t m_position;
    std::uint64_t m_end;
};

} // namespace limier
