// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/tcpconnect.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace limier
{
namespace
{
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds Slice(50);    // an interruption is noticed at least that often
constexpr milliseconds Stagger(250); // as RFC 8305 has it

struct Address {
    sockaddr_storage bytes{};
    socklen_t size = 0;
};

// What a look-up leaves: shared with its thread, which is left behind when nobody waits any more.
struct Lookup {
    std::mutex mutex;
    std::condition_variable done;
    bool isDone = false;
    std::vector<Address> addresses;
    std::string problem;
};

std::unexpected<RemoteError> failure(RemoteErrorCode code, std::string detail = {}, std::int64_t value = -1)
{
    return std::unexpected(RemoteError{.code = code, .detail = std::move(detail), .value = value});
}

std::string systemText(int code)
{
    return std::generic_category().message(code);
}

void lookUp(const std::string &host, std::uint16_t port, Lookup &lookup)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const int code = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
    const std::scoped_lock lock(lookup.mutex);
    for (const addrinfo *entry = found; entry != nullptr; entry = entry->ai_next) {
        Address &address = lookup.addresses.emplace_back();
        std::memcpy(&address.bytes, entry->ai_addr, entry->ai_addrlen);
        address.size = entry->ai_addrlen;
    }
    if (code != 0) {
        lookup.problem = gai_strerror(code);
    } else {
        freeaddrinfo(found);
    }
    lookup.isDone = true;
    lookup.done.notify_all();
}

std::expected<std::vector<Address>, RemoteError> addressesOf(const std::string &host, std::uint16_t port,
                                                             const Interruption &interruption, Clock::time_point end)
{
    const auto lookup = std::make_shared<Lookup>();
    // getaddrinfo() cannot be ended: its thread keeps what it needs alive, and ends by itself.
    std::thread([lookup, host, port] { lookUp(host, port, *lookup); }).detach();
    std::unique_lock lock(lookup->mutex);
    while (!lookup->done.wait_for(lock, Slice, [&] { return lookup->isDone; })) {
        if (interruption.isRequested()) {
            return failure(RemoteErrorCode::Cancelled);
        }
        if (Clock::now() >= end) {
            return failure(RemoteErrorCode::NameNotFound);
        }
    }
    if (lookup->addresses.empty()) {
        return failure(RemoteErrorCode::NameNotFound, lookup->problem);
    }
    return std::move(lookup->addresses);
}

void setUp(int socket)
{
    fcntl(socket, F_SETFD, FD_CLOEXEC);
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
#ifdef SO_NOSIGPIPE
    setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
}

// The attempts of one connectTcp().
class Attempts
{
public:
    // Begins to connect to one address; a connection that is made at once is found by the next look().
    void begin(const Address &address)
    {
        Descriptor socket(::socket(address.bytes.ss_family, SOCK_STREAM, 0));
        if (!socket.isOpen()) {
            note(errno);
            return;
        }
        setUp(socket.number());
        const int on = 1;
        setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::connect(socket.number(), reinterpret_cast<const sockaddr *>(&address.bytes), address.size) == 0
            || errno == EINPROGRESS) {
            m_sockets.push_back(std::move(socket));
        } else {
            note(errno);
        }
    }

    // The socket that is connected by now, after waiting for at most a slice.
    std::optional<Descriptor> look()
    {
        std::vector<pollfd> polled;
        for (const Descriptor &socket : m_sockets) {
            polled.push_back({.fd = socket.number(), .events = POLLOUT, .revents = 0});
        }
        poll(polled.data(), static_cast<nfds_t>(polled.size()), static_cast<int>(Slice.count()));
        for (std::size_t i = polled.size(); i-- > 0;) {
            if (polled[i].revents == 0) {
                continue;
            }
            int code = 0;
            socklen_t size = sizeof code;
            getsockopt(polled[i].fd, SOL_SOCKET, SO_ERROR, &code, &size);
            if (code == 0) {
                return std::move(m_sockets[i]);
            }
            note(code);
            m_sockets.erase(m_sockets.begin() + static_cast<std::ptrdiff_t>(i));
        }
        return {};
    }

    [[nodiscard]] bool isIdle() const { return m_sockets.empty(); }

    [[nodiscard]] std::unexpected<RemoteError> problem() const
    {
        return m_problem == ECONNREFUSED ? failure(RemoteErrorCode::Refused)
            : m_problem == ETIMEDOUT     ? failure(RemoteErrorCode::TimedOut)
                                         : failure(RemoteErrorCode::Unreachable, systemText(m_problem));
    }

private:
    // That one address refuses says more than that another is out of reach.
    void note(int code)
    {
        if (m_problem == 0 || code == ECONNREFUSED) {
            m_problem = code;
        }
    }

    std::vector<Descriptor> m_sockets;
    int m_problem = 0;
};

} // namespace

std::expected<Descriptor, RemoteError> connectTcp(const std::string &host, std::uint16_t port,
                                                  const Interruption &interruption, milliseconds patience)
{
    const auto end = Clock::now() + patience;
    const auto addresses = addressesOf(host, port, interruption, end);
    if (!addresses) {
        return std::unexpected(addresses.error());
    }
    Attempts attempts;
    auto next = addresses->begin();
    auto nextTime = Clock::now();
    while (!interruption.isRequested()) {
        const auto now = Clock::now();
        if (now >= end) {
            return failure(RemoteErrorCode::TimedOut, {}, patience / std::chrono::seconds(1));
        }
        if (next != addresses->end() && (now >= nextTime || attempts.isIdle())) {
            attempts.begin(*next++);
            nextTime = now + Stagger;
            continue;
        }
        if (attempts.isIdle()) {
            return attempts.problem();
        }
        if (auto connected = attempts.look()) {
            return std::move(*connected);
        }
    }
    return failure(RemoteErrorCode::Cancelled);
}

Descriptor connectLocal(const std::string &path)
{
    sockaddr_un address{};
    if (path.empty() || path.size() >= sizeof address.sun_path) {
        return {};
    }
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, path.size());
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (!socket.isOpen()) {
        return {};
    }
    setUp(socket.number());
    if (::connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        return {};
    }
    return socket;
}

std::expected<void, RemoteError> awaitSshBanner(int socket, const Interruption &interruption, milliseconds patience)
{
    // RFC 4253 lets a server say something else first; who is silent after it does not speak SSH.
    constexpr std::string_view Greeting = "SSH-";
    constexpr milliseconds AfterOtherLines(2000);
    auto end = Clock::now() + patience;
    std::size_t seen = 0;
    std::string said;
    while (true) {
        if (interruption.isRequested()) {
            return failure(RemoteErrorCode::Cancelled);
        }
        std::array<char, 2048> bytes{};
        const ssize_t count = recv(socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)) {
            return count == 0 ? failure(RemoteErrorCode::ConnectionLost)
                              : failure(RemoteErrorCode::ConnectionLost, systemText(errno));
        }
        if (count > 0) {
            said.assign(bytes.data(), static_cast<std::size_t>(count));
            if (said.starts_with(Greeting) || said.contains("\nSSH-")) {
                return {};
            }
            if (seen == 0 && !Greeting.starts_with(said)) {
                end = std::min(end, Clock::now() + AfterOtherLines);
            }
        }
        if (Clock::now() >= end || said.size() == bytes.size()) {
            return said.empty() ? failure(RemoteErrorCode::TimedOut, {}, patience / std::chrono::seconds(1))
                                : failure(RemoteErrorCode::NotSsh, said.substr(0, said.find_first_of("\r\n")));
        }
        // What is there already would wake poll() at once, for ever.
        pollfd polled{.fd = socket, .events = POLLIN, .revents = 0};
        if (said.size() > seen) {
            seen = said.size();
        } else if (seen > 0) {
            std::this_thread::sleep_for(milliseconds(10));
            continue;
        }
        if (seen == 0) {
            poll(&polled, 1, static_cast<int>(Slice.count()));
        }
    }
}

} // namespace limier
