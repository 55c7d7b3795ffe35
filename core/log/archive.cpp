// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/archive.h"

#include "log/tarlist.h"

#include <KArchiveDirectory>
#include <KZip>
#include <KZipFileEntry>

#include <QDateTime>

#include <algorithm>
#include <array>
#include <utility>

namespace limier
{

namespace
{

/**
 * A part of a file for KArchive, which reads the whole list of an archive into memory: a budget of seeks, of which each
 * member costs at least one, stops it where the list is longer than anybody would want.
 */
class ArchiveDevice final : public QIODevice
{
public:
    ArchiveDevice(std::shared_ptr<const RandomFile> file, std::uint64_t offset, std::uint64_t size, std::uint64_t seeks)
        : m_file(std::move(file))
        , m_offset(offset)
        , m_size(size)
        , m_seeksLeft(seeks)
    {
    }

    bool isSequential() const override { return false; }
    qint64 size() const override { return static_cast<qint64>(m_size); }
    bool seek(qint64 position) override
    {
        if (m_seeksLeft == 0) {
            return false;
        }
        --m_seeksLeft;
        return QIODevice::seek(position);
    }
    bool isExhausted() const { return m_seeksLeft == 0; }

protected:
    qint64 readData(char *buffer, qint64 size) override
    {
        const auto position = static_cast<std::uint64_t>(pos());
        if (m_seeksLeft == 0 || position > m_size) {
            return -1;
        }
        const std::uint64_t wanted = std::min(static_cast<std::uint64_t>(size), m_size - position);
        const auto got = m_file->readAt(m_offset + position, buffer, static_cast<std::size_t>(wanted));
        return got ? static_cast<qint64>(*got) : -1;
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    std::shared_ptr<const RandomFile> m_file;
    std::uint64_t m_offset;
    std::uint64_t m_size;
    std::uint64_t m_seeksLeft;
};

/// Collects the members of a tree of folders.
class MemberList
{
public:
    MemberList(const RandomFile &file, std::uint64_t offset, std::uint64_t size, std::size_t limit,
               ArchiveListing &listing)
        : m_file(file)
        , m_offset(offset)
        , m_size(size)
        , m_limit(limit)
        , m_listing(listing)
    {
    }

    void addFolder(const KArchiveDirectory &folder, const std::string &path)
    {
        const QStringList names = folder.entries();
        for (const QString &name : names) {
            const KArchiveEntry *entry = folder.entry(name);
            const std::string entryPath = path + name.toStdString();
            if (entry == nullptr || !entry->symLinkTarget().isEmpty()) {
                continue;
            }
            if (m_listing.members.size() >= m_limit) {
                m_listing.isCut = true;
                return;
            }
            if (entry->isDirectory()) {
                addFolder(static_cast<const KArchiveDirectory &>(*entry), entryPath + '/');
            } else {
                addFile(static_cast<const KZipFileEntry &>(*entry), entryPath);
            }
        }
    }

private:
    void addFile(const KZipFileEntry &file, const std::string &path)
    {
        ArchiveMember member{.path = path, .unsupported = {}};
        const auto position = static_cast<std::uint64_t>(file.position());
        member.unpackedBytes = static_cast<std::uint64_t>(file.size());
        member.modified = file.date().isValid() ? file.date().toSecsSinceEpoch() : NoTime;
        member.bytes = static_cast<std::uint64_t>(file.compressedSize());
        addMethod(file, member);
        if (position > m_size || member.bytes > m_size - position) {
            m_listing.isWhole = false;
            member.bytes = m_size - std::min(position, m_size);
        }
        member.offset = m_offset + position;
        m_listing.members.push_back(std::move(member));
    }

    void addMethod(const KZipFileEntry &file, ArchiveMember &member) const
    {
        constexpr int Stored = 0;
        constexpr int Deflated = 8;
        constexpr std::uint64_t FlagsOffset = 6; // in the local header; the first bit: encrypted
        std::array<char, 1> flags{};
        const auto header = m_offset + static_cast<std::uint64_t>(file.headerStart());
        member.isDeflated = file.encoding() == Deflated;
        if (m_file.readAt(header + FlagsOffset, flags.data(), flags.size()).value_or(0) == 1 && (flags[0] & 1) != 0) {
            member.unsupported = "encrypted zip";
        } else if (file.encoding() != Stored && file.encoding() != Deflated) {
            member.unsupported = "zip method " + std::to_string(file.encoding());
        }
    }

    const RandomFile &m_file;
    std::uint64_t m_offset;
    std::uint64_t m_size;
    std::size_t m_limit;
    ArchiveListing &m_listing;
};

ArchiveListing listZip(std::shared_ptr<const RandomFile> file, std::uint64_t offset, std::uint64_t size,
                       std::size_t limit)
{
    // One that does not give its sizes in front is searched by steps of this length.
    constexpr std::uint64_t ScanStep = 1024;
    constexpr std::uint64_t SeeksOfMember = 4;
    ArchiveDevice device(file, offset, size, limit * SeeksOfMember + size / ScanStep);
    KZip zip(&device);
    ArchiveListing listing;
    // What was read before an error stands in the tree too.
    listing.isWhole = zip.open(QIODevice::ReadOnly);
    listing.isCut = device.isExhausted();
    MemberList(*file, offset, size, limit, listing).addFolder(*zip.directory(), {});
    zip.close();
    return listing;
}

} // namespace

ArchiveListing listArchive(std::shared_ptr<const RandomFile> file, std::uint64_t offset, std::uint64_t size,
                           ArchiveKind kind, std::size_t limit)
{
    ArchiveListing listing =
        kind == ArchiveKind::Tar ? listTar(*file, offset, size, limit) : listZip(std::move(file), offset, size, limit);
    std::ranges::sort(listing.members, {}, &ArchiveMember::path);
    return listing;
}

} // namespace limier
