// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshconnection.h"

#include "remote/ssh/jumplink.h"
#include "remote/ssh/tcpconnect.h"

#include <QProcess>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace limier
{
namespace
{
using Clock = std::chrono::steady_clock;

// Those with authentication built in are several times as fast, and AES is faster than ChaCha20 where it is in
// hardware.
constexpr const char *Ciphers = "aes128-gcm@openssh.com,aes256-gcm@openssh.com,chacha20-poly1305@openssh.com,"
                                "aes256-ctr,aes192-ctr,aes128-ctr";

// The kinds of host keys to ask for, those that are known first: else a server that has got a key of a better kind
// would look like another server.
std::string hostKeyAlgorithms(const std::vector<std::string> &known)
{
    struct Algorithm {
        const char *name;
        const char *keyType;
    };
    constexpr std::array<Algorithm, 6> All{{{"ssh-ed25519", "ssh-ed25519"},
                                            {"ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256"},
                                            {"ecdsa-sha2-nistp384", "ecdsa-sha2-nistp384"},
                                            {"ecdsa-sha2-nistp521", "ecdsa-sha2-nistp521"},
                                            {"rsa-sha2-512", "ssh-rsa"},
                                            {"rsa-sha2-256", "ssh-rsa"}}};
    std::string list;
    for (const bool wanted : {true, false}) {
        for (const Algorithm &algorithm : All) {
            if (std::ranges::contains(known, algorithm.keyType) == wanted) {
                list += (list.empty() ? "" : ",") + std::string(algorithm.name);
            }
        }
    }
    return list;
}

// A path as a value that libssh replaces `%` in.
std::string escaped(const std::filesystem::path &path)
{
    std::string escaped;
    for (const char c : path.string()) {
        escaped += c;
        escaped += c == '%' ? "%" : "";
    }
    return escaped;
}

void dropLog(int, const char *, const char *, void *)
{
    // What libssh tells of its work is for nobody, least of all for standard error.
}

} // namespace

std::string excerpt(std::string_view text)
{
    constexpr std::size_t Most = 300;
    while (text.ends_with('\n') || text.ends_with('\r') || text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return std::string(text.substr(0, Most));
}

SshConnection::SshConnection(const SshSeam &seam, SshTarget target, std::unique_ptr<JumpLink> link,
                             std::shared_ptr<Interruption> interruption)
    : m_seam(seam)
    , m_target(std::move(target))
    , m_interruption(std::move(interruption))
    , m_link(std::move(link))
{
}

SshConnection::~SshConnection()
{
    if (m_session != nullptr) {
        ssh_disconnect(m_session);
        ssh_free(m_session);
    }
}

std::expected<std::shared_ptr<SshConnection>, RemoteError>
SshConnection::open(const SshSeam &seam, const SshTarget &target, Descriptor socket, std::unique_ptr<JumpLink> link,
                    std::shared_ptr<Interruption> interruption)
{
    // The callback and the level belong to the thread.
    ssh_set_log_callback(&dropLog);
    ssh_set_log_level(SSH_LOG_NOLOG);
    const std::shared_ptr<SshConnection> connection(
        new SshConnection(seam, target, std::move(link), std::move(interruption)));
    connection->m_watch = connection->m_interruption->watch(socket.number());
    if (auto spoken = awaitSshBanner(socket.number(), *connection->m_interruption, seam.patience.connect); !spoken) {
        spoken.error().host = target.name;
        spoken.error().detail = excerpt(spoken.error().detail);
        return std::unexpected(std::move(spoken.error()));
    }
    connection->m_session = seam.api.newSession();
    if (connection->m_session == nullptr) {
        return std::unexpected(connection->error(RemoteErrorCode::ConnectionLost, "out of memory"));
    }
    if (!connection->setOptions(socket.number())) {
        return std::unexpected(connection->error(RemoteErrorCode::ConnectionLost, connection->lastText()));
    }
    (void)socket.release(); // libssh closes it
    connection->m_heardTime = Clock::now();
    if (seam.api.connect(connection->m_session) != SSH_OK) {
        const std::string text = connection->lastText();
        if (!connection->m_interruption->isRequested() && text.contains("no match for method")) {
            return std::unexpected(connection->error(RemoteErrorCode::NoCommonAlgorithm, text));
        }
        return std::unexpected(
            text.starts_with("Timeout")
                ? connection->error(RemoteErrorCode::Hung, {}, seam.patience.answer / std::chrono::seconds(1))
                : connection->failure());
    }
    return connection;
}

bool SshConnection::setOptions(int socket)
{
    const auto set = [this](ssh_options_e option, const void *value) {
        return m_seam.api.setOption(m_session, option, value) == SSH_OK;
    };
    const std::string noFile = QProcess::nullDevice().toStdString();
    const bool no = false;
    const int on = 1;
    const long seconds = std::max<long>(1, static_cast<long>(m_seam.patience.answer / std::chrono::seconds(1)));
    const unsigned int port = m_target.port;
    const std::string hostKeys = hostKeyAlgorithms(knownKeyTypes(m_target.knownHosts, knownName()));
    // libssh asks for a host although it has the socket; the real name might be one that it cannot parse.
    // Without a folder of its own it knows no other keys than those that it is told, which are for the agent.
    const bool isSet = set(SSH_OPTIONS_PROCESS_CONFIG, &no) && set(SSH_OPTIONS_SSH_DIR, noFile.c_str())
        && set(SSH_OPTIONS_HOST, "server") && set(SSH_OPTIONS_PORT, &port)
        && set(SSH_OPTIONS_USER, m_target.user.c_str()) && set(SSH_OPTIONS_TIMEOUT, &seconds)
        && set(SSH_OPTIONS_NODELAY, &on) && set(SSH_OPTIONS_COMPRESSION, "no") && set(SSH_OPTIONS_CIPHERS_C_S, Ciphers)
        && set(SSH_OPTIONS_CIPHERS_S_C, Ciphers) && set(SSH_OPTIONS_HOSTKEYS, hostKeys.c_str())
        && set(SSH_OPTIONS_KNOWNHOSTS, noFile.c_str()) && set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, noFile.c_str())
        && std::ranges::all_of(m_target.identityFiles,
                               [&](const auto &file) { return set(SSH_OPTIONS_ADD_IDENTITY, escaped(file).c_str()); })
        && set(SSH_OPTIONS_FD, &socket);
    ssh_set_counters(m_session, &m_packets, &m_raw);
    return isSet;
}

std::string SshConnection::knownName() const
{
    // As OpenSSH does: an alias stands for itself, whatever the port.
    return m_target.hostKeyAlias.empty() ? knownHostName(m_target.hostName, m_target.port)
                                         : knownHostName(m_target.hostKeyAlias, 22);
}

std::expected<HostKey, RemoteError> SshConnection::hostKey(std::string &fingerprint) const
{
    ssh_key key = nullptr;
    if (api().serverKey(m_session, &key) != SSH_OK) {
        return std::unexpected(failure());
    }
    const std::unique_ptr<ssh_key_struct, void (*)(ssh_key)> owned(key, &ssh_key_free);
    unsigned char *hash = nullptr;
    std::size_t size = 0;
    char *base64 = nullptr;
    if (api().keyHash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != SSH_OK) {
        return std::unexpected(failure());
    }
    char *text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
    ssh_clean_pubkey_hash(&hash);
    fingerprint = text != nullptr ? text : "";
    ssh_string_free_char(text);
    if (api().exportPublicKey(key, &base64) != SSH_OK) {
        return std::unexpected(failure());
    }
    HostKey found{.type = ssh_key_type_to_char(ssh_key_type(key)), .base64 = base64};
    ssh_string_free_char(base64);
    return found;
}

std::expected<SshChannel, RemoteError> SshConnection::openSession()
{
    noteHeard();
    SshChannel channel(api().newChannel(m_session));
    if (!channel || api().openSession(channel.get()) != SSH_OK) {
        return std::unexpected(failure());
    }
    return channel;
}

void SshConnection::noteHeard() const
{
    if (m_raw.in_bytes != m_heardBytes) {
        m_heardBytes = m_raw.in_bytes;
        m_heardTime = Clock::now();
    }
}

std::expected<void, RemoteError> SshConnection::checkAlive()
{
    noteHeard();
    if (Clock::now() - m_heardTime < patience().silence) {
        return {};
    }
    const std::uint64_t before = m_raw.in_bytes;
    api().sendKeepalive(m_session); // waits for the answer, as long as for any
    noteHeard();
    if (m_interruption->isRequested() || api().isConnected(m_session) == 0) {
        return std::unexpected(failure());
    }
    if (m_raw.in_bytes == before) {
        return std::unexpected(
            error(RemoteErrorCode::Hung, {}, (Clock::now() - m_heardTime) / std::chrono::seconds(1)));
    }
    return {};
}

RemoteError SshConnection::error(RemoteErrorCode code, std::string detail, std::int64_t value) const
{
    return {.code = code, .host = m_target.name, .detail = excerpt(detail), .value = value};
}

RemoteError SshConnection::failure() const
{
    if (m_interruption->isRequested()) {
        return error(RemoteErrorCode::Cancelled);
    }
    noteHeard();
    // A request without an answer leaves the connection as it is: only the clock tells. libssh rounds to milliseconds.
    const auto silence = Clock::now() - m_heardTime;
    if (m_session != nullptr && api().isConnected(m_session) != 0
        && silence + std::chrono::milliseconds(100) >= patience().answer) {
        return error(RemoteErrorCode::Hung, {}, silence / std::chrono::seconds(1));
    }
    return error(RemoteErrorCode::ConnectionLost, lastText());
}

RemoteError SshConnection::failure(RemoteErrorCode refused) const
{
    RemoteError error = failure();
    if (error.code == RemoteErrorCode::ConnectionLost && api().isConnected(m_session) != 0) {
        error.code = refused;
    }
    return error;
}

std::string SshConnection::lastText() const
{
    const char *text = m_session != nullptr ? ssh_get_error(m_session) : nullptr;
    return text != nullptr ? text : "";
}

void SshConnection::shutDown()
{
    m_watch->shutDown();
}

} // namespace limier
