// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/tarlist.h"

#include "log/contentkind.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t BlockBytes = 512;
/// Long names and pax records beyond this are no real archive's.
constexpr std::uint64_t LargestExtension = std::uint64_t{1} << 20;

struct Field {
    std::size_t offset;
    std::size_t size;
};

constexpr Field NameField{0, 100};
constexpr Field SizeField{124, 12};
constexpr Field TimeField{136, 12};
constexpr Field TypeField{156, 1};
constexpr Field MagicField{257, 5};
constexpr Field PrefixField{345, 155};

class TarHeader
{
public:
    [[nodiscard]] bool read(const RandomFile &file, std::uint64_t offset)
    {
        return file.readAt(offset, m_block.data(), m_block.size()).value_or(0) == m_block.size();
    }
    [[nodiscard]] std::string_view bytes() const { return {m_block.data(), m_block.size()}; }
    [[nodiscard]] bool isEnd() const { return m_block[0] == '\0'; }
    [[nodiscard]] char type() const { return m_block[TypeField.offset]; }

    /// A field up to its NUL.
    [[nodiscard]] std::string_view text(const Field &field) const
    {
        const std::string_view all = bytes().substr(field.offset, field.size);
        return all.substr(0, all.find('\0'));
    }

    [[nodiscard]] std::string path() const
    {
        const bool hasPrefix = text(MagicField) == "ustar" && m_block[PrefixField.offset] != '\0'
            && bytes().substr(MagicField.offset + MagicField.size, 1) == std::string_view("\0", 1);
        const std::string name(text(NameField));
        return hasPrefix ? std::string(text(PrefixField)) + '/' + name : name;
    }

    /// An octal number, or GNU tar's binary one whose first bit is set; nothing if it is neither.
    [[nodiscard]] std::optional<std::uint64_t> number(const Field &field) const
    {
        const std::string_view digits = bytes().substr(field.offset, field.size);
        if ((static_cast<unsigned char>(digits[0]) & 0x80) != 0) {
            std::uint64_t value = 0;
            for (const char c : digits.substr(field.size - sizeof value)) {
                value = value << 8 | static_cast<unsigned char>(c);
            }
            return value;
        }
        const std::string_view trimmed = digits.substr(std::min(digits.find_first_not_of(' '), digits.size()));
        std::uint64_t value = 0;
        const auto [end, failure] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), value, 8);
        const bool isEmpty = trimmed.empty() || trimmed[0] == '\0';
        return failure == std::errc() || isEmpty ? std::optional(value) : std::nullopt;
    }

private:
    std::array<char, BlockBytes> m_block{};
};

/// What the extension headers say of the member that follows.
struct Extension {
    std::string path;
    std::optional<std::uint64_t> size;
};

/// Reads pax records, "LENGTH KEY=VALUE\n" each.
void readPax(std::string_view records, Extension &extension)
{
    while (!records.empty()) {
        std::size_t length = 0;
        const auto [end, failure] = std::from_chars(records.data(), records.data() + records.size(), length);
        const auto digits = static_cast<std::size_t>(end - records.data());
        if (failure != std::errc() || length <= digits + 1 || length > records.size()) {
            return;
        }
        const std::string_view record = records.substr(digits + 1, length - digits - 2);
        const std::size_t equals = record.find('=');
        const std::string_view key = record.substr(0, equals);
        const std::string_view value = record.substr(std::min(equals, record.size() - 1) + 1);
        if (key == "path") {
            extension.path = value;
        } else if (key == "size") {
            std::uint64_t size = 0;
            std::from_chars(value.data(), value.data() + value.size(), size);
            extension.size = size;
        }
        records.remove_prefix(length);
    }
}

class TarLister
{
public:
    TarLister(const RandomFile &file, std::uint64_t offset, std::uint64_t size, std::size_t limit)
        : m_file(file)
        , m_position(offset)
        , m_end(offset + size)
        , m_limit(limit)
    {
    }

    ArchiveListing list()
    {
        m_listing.isWhole = false;
        // Folders and links count too: a hostile archive may hold nothing else.
        for (std::size_t headers = 0; m_position + BlockBytes <= m_end; ++headers) {
            if (headers >= 4 * m_limit || m_listing.members.size() >= m_limit) {
                m_listing.isCut = true;
                break;
            }
            if (!m_header.read(m_file, m_position)) {
                break;
            }
            if (m_header.isEnd()) {
                m_listing.isWhole = true;
                break;
            }
            if (!isTarHeader(m_header.bytes()) || !takeEntry()) {
                break;
            }
        }
        // Some writers leave out the empty blocks at the end.
        m_listing.isWhole |= m_position == m_end && !m_listing.isCut;
        return std::move(m_listing);
    }

private:
    /// Goes over one header and its data; false if the archive does not go on.
    bool takeEntry()
    {
        const std::optional<std::uint64_t> written = m_header.number(SizeField);
        const char type = m_header.type();
        const bool isExtension = type == 'x' || type == 'g' || type == 'L' || type == 'K';
        const std::uint64_t size = !isExtension && m_extension.size ? *m_extension.size : written.value_or(0);
        const std::uint64_t data = m_position + BlockBytes;
        const std::uint64_t room = m_end - data;
        if (!written) {
            return false;
        }
        if (isExtension) {
            takeExtension(type, data, std::min(size, room));
        } else if (type == '0' || type == '\0' || type == '7' || type == 'S') {
            addMember(data, std::min(size, room), type == 'S');
        }
        m_extension = isExtension ? std::move(m_extension) : Extension();
        // Of links and the like some writers give the size of what they point to, and no data follow.
        const bool hasData = type != '1' && type != '2' && type != '3' && type != '4' && type != '6';
        const std::uint64_t blocks = hasData ? size / BlockBytes + (size % BlockBytes != 0 ? 1 : 0) : 0;
        if (blocks > room / BlockBytes) {
            return false;
        }
        m_position = data + blocks * BlockBytes;
        return true;
    }

    void takeExtension(char type, std::uint64_t data, std::uint64_t size)
    {
        if (type == 'g' || type == 'K' || size > LargestExtension) {
            return;
        }
        std::string bytes(static_cast<std::size_t>(size), '\0');
        bytes.resize(m_file.readAt(data, bytes.data(), bytes.size()).value_or(0));
        if (type == 'x') {
            readPax(bytes, m_extension);
        } else {
            m_extension.path = bytes.substr(0, bytes.find('\0'));
        }
    }

    void addMember(std::uint64_t data, std::uint64_t size, bool isSparse)
    {
        std::string path = m_extension.path.empty() ? m_header.path() : m_extension.path;
        if (path.ends_with('/')) { // a folder of a v7 archive
            return;
        }
        m_listing.members.push_back({.path = QString::fromStdString(path).toStdString(),
                                     .offset = data,
                                     .bytes = size,
                                     .unpackedBytes = size,
                                     .modified = static_cast<UtcSeconds>(m_header.number(TimeField).value_or(0)),
                                     .unsupported = isSparse ? "sparse tar member" : ""});
    }

    const RandomFile &m_file;
    std::uint64_t m_position;
    std::uint64_t m_end;
    std::size_t m_limit;
    TarHeader m_header;
    Extension m_extension;
    ArchiveListing m_listing;
};

} // namespace

ArchiveListing listTar(const RandomFile &file, std::uint64_t offset, std::uint64_t size, std::size_t limit)
{
    return TarLister(file, offset, size, limit).list();
}

} // namespace limier
