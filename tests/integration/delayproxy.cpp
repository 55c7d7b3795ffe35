// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A long and narrow line on the loopback: delayproxy TARGET_PORT DELAY_MS MBIT. Prints the port that it listens on,
// then passes connections on to the target's; each way on its own is delayed and limited, all connections together.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <list>
#include <string>
#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

using Clock = std::chrono::steady_clock;

constexpr std::size_t PacketBytes = 16384;
/// What waits for its turn on the line, as in the buffer of a router.
constexpr std::chrono::milliseconds LongestQueue{20};

/// One way of the line: when it is free again.
struct Line {
    Clock::duration delay;
    double bytesASecond;
    Clock::time_point free;

    [[nodiscard]] bool hasRoom(Clock::time_point now) const { return free <= now + LongestQueue; }
    [[nodiscard]] Clock::time_point send(std::size_t bytes, Clock::time_point now)
    {
        const std::chrono::duration<double> takes(static_cast<double>(bytes) / bytesASecond);
        free = std::max(free, now) + std::chrono::duration_cast<Clock::duration>(takes);
        return free + delay;
    }
};

struct Packet {
    Clock::time_point due;
    std::string bytes; ///< none: the end
};

/// One way of a connection.
struct Way {
    int from;
    int to;
    Line *line;
    std::deque<Packet> packets;
    std::size_t written = 0; ///< of the first packet
    bool isEnded = false;
    bool isOver = false;

    void read(Clock::time_point now)
    {
        std::array<char, PacketBytes> buffer{};
        const ssize_t count = ::read(from, buffer.data(), buffer.size());
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        }
        const auto size = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        isEnded = size == 0;
        packets.push_back({.due = line->send(size, now), .bytes = std::string(buffer.data(), size)});
    }

    void write(Clock::time_point now)
    {
        while (!packets.empty() && packets.front().due <= now) {
            const std::string &bytes = packets.front().bytes;
            if (bytes.empty()) {
                shutdown(to, SHUT_WR);
                isOver = true;
            } else {
                const ssize_t count = ::write(to, bytes.data() + written, bytes.size() - written);
                if (count < 0 && errno != EAGAIN && errno != EINTR) {
                    isEnded = isOver = true;
                    shutdown(from, SHUT_RD);
                    packets.clear();
                    return;
                }
                written += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
                if (written < bytes.size()) {
                    return;
                }
            }
            written = 0;
            packets.pop_front();
        }
    }
};

struct Connection {
    int client;
    int server;
    std::array<Way, 2> ways;
};

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int makeSocket()
{
    const int number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (number < 0) {
        std::perror("socket");
        std::exit(1);
    }
    return number;
}

void makeQuick(int number)
{
    const int on = 1;
    setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(number, F_SETFL, O_NONBLOCK);
}

int listenSomewhere()
{
    const int listener = makeSocket();
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(listener, 64) != 0
        || getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        std::perror("listen");
        std::exit(1);
    }
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return listener;
}

void accept(int listener, int target, std::array<Line, 2> &lines, std::list<Connection> &connections)
{
    const int client = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = makeSocket();
    sockaddr_in address = loopback(target);
    if (client < 0 || connect(server, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        close(client);
        close(server);
        return;
    }
    makeQuick(client);
    makeQuick(server);
    connections.push_back({.client = client,
                           .server = server,
                           .ways = {Way{.from = client, .to = server, .line = lines.data(), .packets = {}},
                                    Way{.from = server, .to = client, .line = &lines[1], .packets = {}}}});
}

/// What is to be waited for: readable where there is room on the line, writable where a packet is due.
int waitFor(std::vector<pollfd> &polled, int listener, const std::list<Connection> &connections)
{
    const auto now = Clock::now();
    auto next = now + std::chrono::seconds(1);
    polled.assign(1, {.fd = listener, .events = POLLIN, .revents = 0});
    for (const Connection &connection : connections) {
        for (const Way &way : connection.ways) {
            const bool reads = !way.isEnded && way.line->hasRoom(now);
            const bool writes = !way.packets.empty() && way.packets.front().due <= now;
            polled.push_back({.fd = reads ? way.from : -1, .events = POLLIN, .revents = 0});
            polled.push_back({.fd = writes ? way.to : -1, .events = POLLOUT, .revents = 0});
            if (!way.packets.empty() && !writes) {
                next = std::min(next, way.packets.front().due);
            }
            if (!way.isEnded && !reads) {
                next = std::min(next, way.line->free - LongestQueue);
            }
        }
    }
    const auto left = std::max(next - now, Clock::duration::zero());
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(left).count();
    const timespec timeout{.tv_sec = nanoseconds / 1'000'000'000, .tv_nsec = nanoseconds % 1'000'000'000};
    return ppoll(polled.data(), polled.size(), &timeout, nullptr);
}

int numberOf(const char *text)
{
    int number = -1;
    std::from_chars(text, text + std::strlen(text), number);
    return number;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4 || numberOf(argv[1]) < 1 || numberOf(argv[2]) < 0 || numberOf(argv[3]) < 1) {
        std::fputs("usage: delayproxy TARGET_PORT DELAY_MS MBIT\n", stderr);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    const Line line{.delay = std::chrono::milliseconds(numberOf(argv[2])),
                    .bytesASecond = numberOf(argv[3]) * 1e6 / 8,
                    .free = Clock::now()};
    std::array<Line, 2> lines{line, line};
    std::list<Connection> connections;
    std::vector<pollfd> polled;
    const int listener = listenSomewhere();
    while (true) {
        waitFor(polled, listener, connections);
        const auto now = Clock::now();
        std::size_t at = 1;
        for (Connection &connection : connections) {
            for (Way &way : connection.ways) {
                if (polled[at++].revents != 0) {
                    way.read(now);
                }
                ++at;
                way.write(now);
            }
        }
        std::erase_if(connections, [](const Connection &each) {
            const bool isOver = each.ways[0].isOver && each.ways[1].isOver;
            if (isOver) {
                close(each.client);
                close(each.server);
            }
            return isOver;
        });
        if (polled[0].revents != 0) {
            accept(listener, numberOf(argv[1]), lines, connections);
        }
    }
}
