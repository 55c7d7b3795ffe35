// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/jumplink.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

namespace limier
{
namespace
{
constexpr std::size_t BufferBytes = 256 * 1024;

#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL;
#else
constexpr int SendFlags = 0;
#endif

bool isTransient(int code)
{
    return code == EAGAIN || code == EWOULDBLOCK || code == EINTR;
}

// What one turn of the pump did.
enum class Step : std::uint8_t {
    Nothing,
    Progress,
    End
};

// Bytes on their way from the jump to the socket.
class Downward
{
public:
    Downward(const SshApi &api, ssh_channel channel, int socket)
        : m_api(api)
        , m_channel(channel)
        , m_socket(socket)
        , m_buffer(BufferBytes)
    {
    }

    [[nodiscard]] bool isWaiting() const { return m_begin < m_end; }

    Step step()
    {
        if (!isWaiting()) {
            const int count = m_api.readNow(m_channel, m_buffer.data(), static_cast<std::uint32_t>(m_buffer.size()), 0);
            if (count <= 0) {
                const bool isOver = (count < 0 && count != SSH_AGAIN) || ssh_channel_is_eof(m_channel) != 0;
                return isOver ? Step::End : Step::Nothing;
            }
            m_begin = 0;
            m_end = static_cast<std::size_t>(count);
        }
        const ssize_t sent = send(m_socket, m_buffer.data() + m_begin, m_end - m_begin, SendFlags);
        if (sent < 0) {
            return isTransient(errno) ? Step::Nothing : Step::End;
        }
        m_begin += static_cast<std::size_t>(sent);
        return Step::Progress;
    }

private:
    const SshApi &m_api;
    const ssh_channel m_channel;
    const int m_socket;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

// Sends what the socket has, as much as the window lets pass without waiting.
Step moveUp(const SshApi &api, ssh_channel channel, int socket, std::vector<char> &buffer)
{
    const std::size_t room = std::min<std::size_t>(ssh_channel_window_size(channel), buffer.size());
    if (room == 0) {
        return Step::Nothing;
    }
    const ssize_t count = recv(socket, buffer.data(), room, 0);
    if (count < 0 && isTransient(errno)) {
        return Step::Nothing;
    }
    if (count <= 0 || api.write(channel, buffer.data(), static_cast<std::uint32_t>(count)) != count) {
        return Step::End;
    }
    return Step::Progress;
}

} // namespace

JumpLink::JumpLink(std::shared_ptr<SshConnection> jump, SshChannel channel, Descriptor socket)
    : m_jump(std::move(jump))
    , m_channel(std::move(channel))
    , m_socket(std::move(socket))
    , m_watch(m_jump->interruption()->watch(m_socket.number()))
    , m_thread([this](const std::stop_token &stop) { pump(stop); })
{
}

JumpLink::~JumpLink()
{
    m_thread.request_stop();
    m_watch->shutDown();
    m_jump->shutDown(); // the thread may be waiting for the jump host
    m_thread.join();
    m_channel.reset();
}

std::expected<std::unique_ptr<JumpLink>, RemoteError> JumpLink::open(std::shared_ptr<SshConnection> jump,
                                                                     const std::string &host, std::uint16_t port,
                                                                     const std::string &name, Descriptor &socket)
{
    const SshApi &api = jump->api();
    SshChannel channel(api.newChannel(jump->session()));
    if (!channel || api.openForward(channel.get(), host.c_str(), port, "127.0.0.1", 0) != SSH_OK) {
        RemoteError error = jump->failure(RemoteErrorCode::Unreachable); // the jump host cannot, or may not
        if (error.code == RemoteErrorCode::Unreachable) {
            error.host = name;
        }
        return std::unexpected(std::move(error));
    }
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) {
        return std::unexpected(jump->error(RemoteErrorCode::ConnectionLost, "no socket pair"));
    }
    socket = Descriptor(ends[0]);
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK);
    }
    return std::unique_ptr<JumpLink>(new JumpLink(std::move(jump), std::move(channel), Descriptor(ends[1])));
}

void JumpLink::pump(const std::stop_token &stop)
{
    const SshApi &api = m_jump->api();
    Downward down(api, m_channel.get(), m_socket.number());
    std::vector<char> buffer(BufferBytes);
    while (!stop.stop_requested()) {
        const Step downStep = down.step();
        const Step upStep = downStep == Step::End ? Step::End : moveUp(api, m_channel.get(), m_socket.number(), buffer);
        if (upStep == Step::End) {
            break;
        }
        if (downStep == Step::Progress || upStep == Step::Progress) {
            continue;
        }
        std::array<pollfd, 2> polled{};
        polled[0].fd = m_socket.number();
        polled[0].events = static_cast<short>((ssh_channel_window_size(m_channel.get()) > 0 ? POLLIN : 0)
                                              | (down.isWaiting() ? POLLOUT : 0));
        // While the reader is behind nothing more is taken: that is what slows the server down.
        polled[1].fd = down.isWaiting() ? -1 : ssh_get_fd(m_jump->session());
        polled[1].events = static_cast<short>(
            POLLIN | ((ssh_get_poll_flags(m_jump->session()) & SSH_WRITE_PENDING) != 0 ? POLLOUT : 0));
        poll(polled.data(), polled.size(), 1000);
    }
    // Whoever speaks over the socket sees that the way has ended.
    shutdown(m_socket.number(), SHUT_RDWR);
}

} // namespace limier
