// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshprocess.h"

#include <QRandomGenerator>
#include <QString>

#include <algorithm>
#include <array>
#include <utility>

namespace limier
{
namespace
{
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t MostErrorText = 64 * 1024;
constexpr std::size_t MostPreface = 64 * 1024;
constexpr milliseconds Slice(200); // standard error is taken that often

std::string randomWord()
{
    return "limier-" + QString::number(QRandomGenerator::system()->generate64(), 16).toStdString();
}

// The command line for the account's shell, whichever that is. The script begins with printing the mark; where sudo
// gets a password it then drops its input up to the mark, in case sudo did not read the password.
std::string commandLine(std::string_view script, SshProcess::Rights rights, const std::string &mark)
{
    std::string inner = "echo " + mark + '\n';
    if (rights == SshProcess::Rights::SudoPassword) {
        inner += "while IFS= read -r line && [ \"$line\" != " + mark + " ]; do :; done\n";
    }
    inner += "LC_ALL=C PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin\nexport LC_ALL PATH\n";
    inner += script;
    const std::string shell = "sh -c " + shellQuoted(inner);
    switch (rights) {
    case SshProcess::Rights::Login:
        return shell;
    case SshProcess::Rights::Sudo:
        return "sudo -n -- " + shell;
    case SshProcess::Rights::SudoPassword:
        // -k: asks although it may have been told not long ago, so that what it reads is always the password.
        return "sudo -k -S -p " + mark + " -- " + shell;
    }
    return shell;
}

int signalNumber(std::string_view name)
{
    struct Signal {
        std::string_view name;
        int number;
    };
    constexpr std::array<Signal, 9> Signals{{{"HUP", 1},
                                             {"INT", 2},
                                             {"QUIT", 3},
                                             {"ABRT", 6},
                                             {"KILL", 9},
                                             {"SEGV", 11},
                                             {"PIPE", 13},
                                             {"ALRM", 14},
                                             {"TERM", 15}}};
    const auto *const found = std::ranges::find(Signals, name, &Signal::name);
    return found != Signals.end() ? found->number : 0;
}

std::size_t countOf(std::string_view text, std::string_view word)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
        ++count;
    }
    return count;
}

std::string without(std::string text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
        text.erase(at, word.size());
    }
    return text;
}

} // namespace

SshProcess::SshProcess(std::shared_ptr<SshConnection> connection, SshChannel channel, std::string mark)
    : m_connection(std::move(connection))
    , m_channel(std::move(channel))
    , m_mark(std::move(mark))
{
}

SshProcess::~SshProcess()
{
    // A server closes pipes, but ends nothing: a command that waits for something else would stay.
    if (!m_isAtEnd && !m_connection->interruption()->isRequested()) {
        ssh_channel_request_send_signal(m_channel.get(), "TERM");
    }
}

std::expected<std::unique_ptr<SshProcess>, RemoteError> SshProcess::start(std::shared_ptr<SshConnection> connection,
                                                                          std::string_view script, Rights rights,
                                                                          const Secret *password)
{
    SshConnection &shared = *connection;
    auto channel = shared.openSession();
    if (!channel) {
        return std::unexpected(channel.error());
    }
    std::string mark = randomWord();
    shared.noteHeard(); // or the answer to the channel would pass for a sign of life in answer to this
    if (shared.api().requestExec(channel->get(), commandLine(script, rights, mark).c_str()) != SSH_OK) {
        return std::unexpected(shared.failure(RemoteErrorCode::NoShell));
    }
    std::unique_ptr<SshProcess> process(new SshProcess(std::move(connection), std::move(*channel), std::move(mark)));
    if (rights == Rights::SudoPassword && password != nullptr) {
        if (auto given = process->giveSudoPassword(*password); !given) {
            return std::unexpected(given.error());
        }
    }
    return process;
}

std::expected<void, RemoteError> SshProcess::giveSudoPassword(const Secret &password)
{
    if (auto written = write(password.view()); !written) {
        return written;
    }
    if (auto written = write("\n"); !written) {
        return written;
    }
    const auto end = Clock::now() + m_connection->patience().answer;
    while (true) {
        const auto begun = awaitMark(Slice);
        if (!begun && begun.error().code != RemoteErrorCode::TimedOut) {
            return std::unexpected(begun.error());
        }
        if (begun && *begun) {
            m_errorText.clear(); // sudo's prompt, and its lecture
            return write(m_mark + '\n');
        }
        // A second prompt says that the password was wrong.
        if (begun || countOf(m_errorText, m_mark) > 1) {
            return std::unexpected(
                m_connection->error(RemoteErrorCode::SudoRefused, without(m_errorText + m_preface, m_mark)));
        }
        if (Clock::now() >= end) {
            return std::unexpected(m_connection->error(RemoteErrorCode::Hung, {},
                                                       m_connection->patience().answer / std::chrono::seconds(1)));
        }
    }
}

void SshProcess::drainErrors()
{
    std::array<char, 4096> bytes{};
    int count = 0;
    while ((count = m_connection->api().readNow(m_channel.get(), bytes.data(), bytes.size(), 1)) > 0) {
        const std::size_t room = MostErrorText - std::min(MostErrorText, m_errorText.size());
        m_errorText.append(bytes.data(), std::min(room, static_cast<std::size_t>(count)));
    }
}

// Bytes of standard output; 0 at its end.
std::expected<std::size_t, RemoteError> SshProcess::readChannel(std::span<char> buffer, milliseconds patience)
{
    const SshApi &api = m_connection->api();
    const auto end = Clock::now() + patience;
    while (!m_isAtEnd) {
        if (m_connection->interruption()->isRequested()) {
            return std::unexpected(m_connection->failure());
        }
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        const int slice = static_cast<int>(std::clamp(left, milliseconds(0), Slice).count());
        const int count =
            api.read(m_channel.get(), buffer.data(),
                     static_cast<std::uint32_t>(std::min<std::size_t>(buffer.size(), 1U << 20)), 0, slice);
        drainErrors();
        if (count > 0) {
            return static_cast<std::size_t>(count);
        }
        if (count == SSH_ERROR && api.isConnected(m_connection->session()) == 0) {
            return std::unexpected(m_connection->failure());
        }
        if (ssh_channel_is_eof(m_channel.get()) != 0 || ssh_channel_is_closed(m_channel.get()) != 0) {
            m_isAtEnd = true;
        } else if (count == SSH_ERROR) {
            return std::unexpected(m_connection->failure());
        } else if (auto alive = m_connection->checkAlive(); !alive) {
            return std::unexpected(alive.error());
        } else if (Clock::now() >= end) {
            return std::unexpected(
                m_connection->error(RemoteErrorCode::TimedOut, {}, patience / std::chrono::seconds(1)));
        }
    }
    return 0;
}

// Reads up to the mark; false if the output ends without.
std::expected<bool, RemoteError> SshProcess::awaitMark(milliseconds patience)
{
    const std::string line = m_mark + '\n';
    const auto end = Clock::now() + patience;
    std::array<char, 16384> bytes{};
    while (!m_hasBegun) {
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        const auto count = readChannel(bytes, std::max(left, milliseconds(0)));
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            return false;
        }
        m_preface.append(bytes.data(), *count);
        if (const std::size_t at = m_preface.find(line); at != std::string::npos) {
            m_rest = m_preface.substr(at + line.size());
            m_preface.resize(at);
            m_hasBegun = true;
        } else if (m_preface.size() > MostPreface) {
            RemoteError error = m_connection->error(RemoteErrorCode::Nonsense, m_preface);
            error.subject = "sh";
            return std::unexpected(std::move(error));
        }
    }
    return true;
}

std::expected<std::size_t, RemoteError> SshProcess::read(std::span<char> buffer, milliseconds patience)
{
    const auto begun = awaitMark(patience);
    if (!begun) {
        return std::unexpected(begun.error());
    }
    if (!m_rest.empty()) {
        const std::size_t count = std::min(m_rest.size(), buffer.size());
        m_rest.copy(buffer.data(), count);
        m_rest.erase(0, count);
        return count;
    }
    return readChannel(buffer, patience);
}

std::expected<void, RemoteError> SshProcess::write(std::string_view input)
{
    constexpr std::size_t Piece = 32 * 1024;
    while (!input.empty()) {
        const auto piece = static_cast<std::uint32_t>(std::min(input.size(), Piece));
        m_connection->noteHeard();
        const int written = m_connection->api().write(m_channel.get(), input.data(), piece);
        if (written <= 0) {
            // A command that has ended takes no more; what it left is still to be read.
            if (ssh_channel_is_closed(m_channel.get()) != 0
                && m_connection->api().isConnected(m_connection->session())) {
                return {};
            }
            return std::unexpected(m_connection->failure());
        }
        input.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

std::expected<void, RemoteError> SshProcess::closeInput()
{
    if (std::exchange(m_isInputClosed, true) || ssh_channel_is_closed(m_channel.get()) != 0) {
        return {};
    }
    if (m_connection->api().sendEof(m_channel.get()) != SSH_OK) {
        return std::unexpected(m_connection->failure());
    }
    return {};
}

std::expected<int, RemoteError> SshProcess::exitStatus()
{
    m_connection->noteHeard();
    std::uint32_t status = 0;
    char *signal = nullptr;
    const int code = m_connection->api().exitState(m_channel.get(), &status, &signal, nullptr);
    drainErrors();
    const std::string name = signal != nullptr ? signal : "";
    ssh_string_free_char(signal);
    if (code == SSH_ERROR) {
        return std::unexpected(m_connection->failure());
    }
    if (code != SSH_OK) {
        RemoteError error = m_connection->error(RemoteErrorCode::Nonsense, "no exit status");
        error.subject = "sh";
        return std::unexpected(std::move(error));
    }
    return name.empty() ? static_cast<int>(status) : 128 + signalNumber(name);
}

} // namespace limier
