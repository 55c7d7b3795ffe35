// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/standardinput.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace limier
{

/// Gives the kept bytes, then those that come; keeps them too as long as it only looks.
class StandardInputSource final : public ByteSource
{
public:
    StandardInputSource(std::shared_ptr<StandardInput> input, std::size_t keepLimit, std::stop_token stop)
        : m_input(std::move(input))
        , m_stop(std::move(stop))
        , m_keepLimit(keepLimit)
    {
    }

    std::expected<std::size_t, Error> read(char *buffer, std::size_t size) override
    {
        std::string &kept = m_input->m_kept;
        if (m_fromKept < kept.size()) {
            const std::size_t count = std::min(size, kept.size() - m_fromKept);
            std::memcpy(buffer, kept.data() + m_fromKept, count);
            m_fromKept += count;
            m_position += count;
            return count;
        }
        if (m_ended) {
            return 0;
        }
        if (m_keepLimit > 0) {
            size = std::min(size, m_keepLimit - std::min(m_keepLimit, kept.size()));
        } else if (!kept.empty()) {
            std::string().swap(kept);
            m_fromKept = 0;
        }
        const std::expected<std::size_t, Error> got = size == 0 ? 0 : m_input->readMore(buffer, size, m_stop);
        m_ended = !got || *got == 0;
        if (!m_ended) {
            m_position += *got;
            if (m_keepLimit > 0) {
                kept.append(buffer, *got);
                m_fromKept = kept.size();
            }
        }
        return got;
    }

    std::uint64_t rawPosition() const override { return m_position; }

private:
    std::shared_ptr<StandardInput> m_input;
    std::stop_token m_stop;
    std::size_t m_keepLimit; ///< 0: takes
    std::size_t m_fromKept = 0;
    std::uint64_t m_position = 0;
    bool m_ended = false;
};

StandardInput::StandardInput(int descriptor)
    : m_descriptor(descriptor)
{
}

std::unique_ptr<ByteSource> StandardInput::peek(std::size_t limit, std::stop_token stop)
{
    return std::make_unique<StandardInputSource>(shared_from_this(), limit, std::move(stop));
}

std::expected<std::unique_ptr<ByteSource>, Error> StandardInput::take(std::stop_token stop)
{
    if (std::exchange(m_taken, true)) {
        return std::unexpected(Error{.code = ErrorCode::ReadFailed, .subject = "-", .position = 0, .detail = {}});
    }
    return std::make_unique<StandardInputSource>(shared_from_this(), 0, std::move(stop));
}

std::expected<std::size_t, Error> StandardInput::readMore(char *buffer, std::size_t size, const std::stop_token &stop)
{
    constexpr int PollMilliseconds = 100;
    for (;;) {
        if (stop.stop_requested()) {
            return std::unexpected(Error{.code = ErrorCode::Cancelled, .subject = "-", .detail = {}});
        }
#ifdef Q_OS_UNIX
        pollfd waiting{.fd = m_descriptor, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&waiting, 1, PollMilliseconds);
        // Interrupted by a signal, which may have asked to stop: the read would wait for bytes and look no more.
        if (ready == 0 || (ready < 0 && errno == EINTR)) {
            continue;
        }
        const ssize_t got = ::read(m_descriptor, buffer, size);
#else
        constexpr std::size_t Largest = 1 << 30;
        const int got = ::_read(m_descriptor, buffer, static_cast<unsigned>(std::min(size, Largest)));
#endif
        if (got >= 0) {
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR && errno != EAGAIN) {
            return std::unexpected(
                Error{.code = ErrorCode::ReadFailed, .subject = "-", .detail = std::generic_category().message(errno)});
        }
    }
}

} // namespace limier
