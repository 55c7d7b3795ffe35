// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logfiles.h"

#include <KCompressionDevice>

#include <QFile>

#include <array>
#include <chrono>
#include <filesystem>

namespace limier::generator
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t PlainFiles = 2;

void setModified(const std::string &path, std::int64_t seconds)
{
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    std::error_code ignored;
    fs::last_write_time(path, std::chrono::clock_cast<std::chrono::file_clock>(time), ignored);
}

bool compress(const std::string &from, const std::string &to)
{
    QFile plain(QString::fromStdString(from));
    KCompressionDevice packed(QString::fromStdString(to), KCompressionDevice::GZip);
    packed.setOrigFileName(QByteArray());
    if (!plain.open(QIODevice::ReadOnly) || !packed.open(QIODevice::WriteOnly)) {
        return false;
    }
    constexpr qint64 Block = 1 << 20;
    while (!plain.atEnd()) {
        const QByteArray block = plain.read(Block);
        if (block.isEmpty() || packed.write(block) != block.size()) {
            return false;
        }
    }
    packed.close();
    return packed.error() == QFileDevice::NoError;
}

/// KCompressionDevice writes the time of now into the header: the same log would not give the same bytes.
bool setHeaderTime(const std::string &path, std::int64_t seconds)
{
    constexpr qint64 TimeAt = 4;
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadWrite) || !file.seek(TimeAt)) {
        return false;
    }
    const auto time = static_cast<std::uint32_t>(seconds);
    const std::array<char, 4> bytes{static_cast<char>(time & 0xff), static_cast<char>(time >> 8 & 0xff),
                                    static_cast<char>(time >> 16 & 0xff), static_cast<char>(time >> 24 & 0xff)};
    return file.write(bytes.data(), bytes.size()) == static_cast<qint64>(bytes.size());
}

} // namespace

LogFiles::LogFiles(Settings settings)
    : m_settings(std::move(settings))
{
}

std::expected<void, std::string> LogFiles::open()
{
    std::error_code failure;
    if (m_settings.rotated) {
        fs::create_directories(m_settings.output, failure);
    }
    const std::string path = partPath(m_parts.size());
    m_file.reset(std::fopen(path.c_str(), "wb"));
    if (m_file == nullptr) {
        m_failed = true;
        return std::unexpected("cannot write " + path);
    }
    m_parts.push_back({path, 0});
    return {};
}

std::string LogFiles::partPath(std::size_t part) const
{
    return m_settings.rotated ? m_settings.output + "/mail.log.part" + std::to_string(part)
                              : m_settings.output + (m_settings.gzip ? ".part" : "");
}

void LogFiles::write(const char *data, std::size_t size)
{
    m_failed = m_failed || std::fwrite(data, 1, size, m_file.get()) != size;
}

void LogFiles::close(std::int64_t lastLine)
{
    m_failed = m_failed || std::fflush(m_file.get()) != 0;
    m_file.reset();
    m_parts.back().lastLine = lastLine;
}

void LogFiles::rotate(std::int64_t lastLine)
{
    if (m_failed) {
        return;
    }
    close(lastLine);
    m_failed = !open().has_value();
}

std::expected<void, std::string> LogFiles::finish(std::int64_t lastLine)
{
    if (!m_failed) {
        close(lastLine);
    }
    for (std::size_t i = 0; i < m_parts.size() && !m_failed; ++i) {
        const std::size_t age = m_parts.size() - 1 - i;
        const bool packed = m_settings.gzip && (!m_settings.rotated || age >= PlainFiles);
        std::string path = m_settings.output;
        if (m_settings.rotated) {
            path += age == 0 ? "/mail.log" : "/mail.log." + std::to_string(age);
            path += packed ? ".gz" : "";
        }
        std::error_code failure;
        if (packed) {
            m_failed = !compress(m_parts[i].path, path) || !setHeaderTime(path, m_parts[i].lastLine)
                || !fs::remove(m_parts[i].path, failure);
        } else if (path != m_parts[i].path) {
            fs::rename(m_parts[i].path, path, failure);
            m_failed = failure.value() != 0;
        }
        setModified(path, m_parts[i].lastLine);
        m_paths.push_back(path);
    }
    if (m_failed) {
        return std::unexpected("writing below " + m_settings.output + " failed");
    }
    return {};
}

} // namespace limier::generator
