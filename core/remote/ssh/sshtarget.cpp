// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshtarget.h"

#include "remote/numbers.h"
#include "remote/ssh/sshconfig.h"

#include <QDir>
#include <QProcess>
#include <QString>
#include <QtEnvironmentVariables>

#include <algorithm>
#include <optional>
#include <utility>

#ifndef _WIN32
#include <pwd.h>
#include <unistd.h>
#endif

namespace limier
{
namespace
{
constexpr std::size_t MostJumps = 8;

std::string localUser()
{
#ifndef _WIN32
    if (const passwd *entry = getpwuid(geteuid()); entry != nullptr) {
        return entry->pw_name;
    }
#endif
    for (const char *name : {"USER", "LOGNAME", "USERNAME"}) {
        if (qEnvironmentVariableIsSet(name)) {
            return qEnvironmentVariable(name).toStdString();
        }
    }
    return {};
}

std::filesystem::path sshFolder()
{
    return std::filesystem::path(QDir::homePath().toStdString()) / ".ssh";
}

std::optional<std::uint16_t> portOf(std::string_view text)
{
    const auto port = numberOf<std::uint16_t>(text);
    return port != 0 ? port : std::nullopt;
}

// Neither is part of a command line of ours, but both are shown, and the host stands in known_hosts.
bool isGoodName(std::string_view text, std::string_view forbidden)
{
    return !text.empty() && !text.starts_with('-') && std::ranges::none_of(text, [&](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || forbidden.contains(c);
    });
}

// A name that known_hosts can have: no comment, marker or hashed name begins with it.
bool isGoodKnownName(std::string_view text, std::string_view forbidden)
{
    return isGoodName(text, forbidden) && !std::string_view("#@|").contains(text.front());
}

bool isGoodHost(std::string_view text)
{
    return isGoodKnownName(text, "/[]@,*?!\"'");
}

RemoteError badConfig(const std::filesystem::path &config, const std::string &host, std::string detail)
{
    return {.code = RemoteErrorCode::BadConfig, .host = host, .subject = config.string(), .detail = std::move(detail)};
}

// Replaces the tokens of ssh_config(5), a `~` at the begin, and `${NAME}`.
class Expander
{
public:
    explicit Expander(const SshTarget &target, std::string originalHost)
        : m_target(target)
        , m_originalHost(std::move(originalHost))
    {
    }

    [[nodiscard]] std::string operator()(std::string_view text) const
    {
        std::string result;
        if (text == "~" || text.starts_with("~/")) {
            result = QDir::homePath().toStdString();
            text.remove_prefix(1);
        }
        while (!text.empty()) {
            const std::size_t close = text.starts_with("${") ? text.find('}') : std::string_view::npos;
            if (text.starts_with('%') && text.size() > 1) {
                result += token(text[1]);
                text.remove_prefix(2);
            } else if (close != std::string_view::npos) {
                const std::string name(text.substr(2, close - 2));
                result += qEnvironmentVariable(name.c_str()).toStdString();
                text.remove_prefix(close + 1);
            } else {
                result += text.front();
                text.remove_prefix(1);
            }
        }
        return result;
    }

private:
    [[nodiscard]] std::string token(char c) const
    {
        switch (c) {
        case '%':
            return "%";
        case 'd':
            return QDir::homePath().toStdString();
        case 'h':
            return m_target.hostName;
        case 'k':
            return m_target.hostKeyAlias.empty() ? m_originalHost : m_target.hostKeyAlias;
        case 'n':
            return m_originalHost;
        case 'p':
            return std::to_string(m_target.port);
        case 'r':
            return m_target.user;
        case 'u':
            return localUser();
        default:
            return std::string("%") + c;
        }
    }

    const SshTarget &m_target;
    const std::string m_originalHost;
};

std::vector<std::filesystem::path> identityFiles(const SshConfig &config, const Expander &expand)
{
    std::vector<std::filesystem::path> files;
    if (config.identityFiles().empty()) {
        for (const char *name : {"id_ed25519", "id_ecdsa", "id_rsa"}) {
            files.push_back(sshFolder() / name);
        }
    }
    for (const std::string &file : config.identityFiles()) {
        if (file != "none") {
            files.emplace_back(expand(file));
        }
    }
    return files;
}

std::string agentSocket(const SshConfig &config, const Expander &expand)
{
    const std::string given = config.value("identityagent");
    if (given == "none") {
        return {};
    }
    if (given.empty() || given == "SSH_AUTH_SOCK") {
        return qEnvironmentVariable("SSH_AUTH_SOCK").toStdString();
    }
    return given.starts_with('$') && !given.starts_with("${")
        ? qEnvironmentVariable(given.substr(1).c_str()).toStdString()
        : expand(given);
}

std::vector<std::filesystem::path> knownHosts(const SshConfig &config, const Expander &expand)
{
    std::vector<std::filesystem::path> files;
    const auto add = [&](const char *keyword, std::initializer_list<std::filesystem::path> defaults) {
        const auto &words = config.words(keyword);
        if (words.empty()) {
            files.insert(files.end(), defaults);
        }
        for (const std::string &word : words) {
            if (word != "none") {
                files.emplace_back(expand(word));
            }
        }
    };
    add("userknownhostsfile", {sshFolder() / "known_hosts", sshFolder() / "known_hosts2"});
    if (files.empty()) {
        files.emplace_back(
            QProcess::nullDevice().toStdString()); // so that new keys do not go to the first of all users' files
    }
    add("globalknownhostsfile", {"/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2"});
    return files;
}

// The jump host of the way to have a jump before ProxyJump was invented: `ssh -W %h:%p jump`.
std::optional<std::string> jumpOfCommand(const std::vector<std::string> &words)
{
    std::string jump;
    bool forwards = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (i == 0) {
            if (word != "ssh" && !word.ends_with("/ssh")) {
                return {};
            }
        } else if (word == "-W" && i + 1 < words.size() && (words[i + 1] == "%h:%p" || words[i + 1] == "[%h]:%p")) {
            forwards = true;
            ++i;
        } else if (word.starts_with('-') && word != "-q") {
            return {};
        } else if (word != "-q") {
            if (!jump.empty()) {
                return {};
            }
            jump = word;
        }
    }
    return forwards && !jump.empty() ? std::optional(jump) : std::nullopt;
}

std::expected<std::string, RemoteError> jumpsOf(const SshConfig &config, const std::filesystem::path &file,
                                                const std::string &host)
{
    const std::string jumps = config.value("proxyjump");
    const auto &command = config.words("proxycommand");
    if (!jumps.empty() || command.empty() || command.front() == "none") {
        return jumps == "none" ? std::string() : jumps;
    }
    auto jump = jumpOfCommand(command);
    if (!jump) {
        return std::unexpected(badConfig(file, host, "ProxyCommand"));
    }
    return std::move(*jump);
}

class Resolver
{
public:
    explicit Resolver(const std::filesystem::path &config)
        : m_config(config)
    {
    }

    [[nodiscard]] std::expected<SshTarget, RemoteError> resolve(const SshAddress &address, bool withJumps);

private:
    [[nodiscard]] std::expected<void, RemoteError> addJumps(SshTarget &target, const std::string &list);

    const std::filesystem::path &m_config;
    std::vector<std::string> m_way; // the hosts whose jumps are being looked for
};

std::expected<SshTarget, RemoteError> Resolver::resolve(const SshAddress &address, bool withJumps)
{
    const auto config = SshConfig::read(m_config, address.host);
    if (!config) {
        return std::unexpected(config.error());
    }
    SshTarget target{.name = address.text(), .hostName = address.host};
    if (const std::string hostName = config->value("hostname"); !hostName.empty()) {
        target.hostName = Expander(target, address.host)(hostName);
        if (!isGoodHost(target.hostName)) {
            return std::unexpected(badConfig(m_config, address.host, "HostName " + hostName));
        }
    }
    target.port = address.port;
    if (const std::string port = config->value("port"); target.port == 0 && !port.empty()) {
        const auto number = portOf(port);
        if (!number) {
            return std::unexpected(badConfig(m_config, address.host, "Port " + port));
        }
        target.port = *number;
    }
    target.port = target.port == 0 ? 22 : target.port;
    target.user = !address.user.empty() ? address.user : config->value("user");
    target.user = target.user.empty() ? localUser() : target.user;
    target.hostKeyAlias = config->value("hostkeyalias");
    if (!target.hostKeyAlias.empty() && !isGoodKnownName(target.hostKeyAlias, ",*?!")) { // may be [host]:port
        return std::unexpected(badConfig(m_config, address.host, "HostKeyAlias " + target.hostKeyAlias));
    }
    const Expander expand(target, address.host);
    target.identityFiles = identityFiles(*config, expand);
    target.onlyThese = config->value("identitiesonly") == "yes" || config->value("identitiesonly") == "true";
    target.agentSocket = agentSocket(*config, expand);
    target.knownHosts = knownHosts(*config, expand);
    if (!withJumps) {
        return target;
    }
    const auto jumps = jumpsOf(*config, m_config, address.host);
    if (!jumps) {
        return std::unexpected(jumps.error());
    }
    if (!jumps->empty()) {
        if (auto added = addJumps(target, *jumps); !added) {
            return std::unexpected(added.error());
        }
    }
    return target;
}

// As OpenSSH does: the first of a chain may have jumps of its own, those after it are reached through the one before.
std::expected<void, RemoteError> Resolver::addJumps(SshTarget &target, const std::string &list)
{
    const auto refused = [&] { return std::unexpected(badConfig(m_config, target.name, "ProxyJump " + list)); };
    if (std::ranges::contains(m_way, target.name)) {
        return refused();
    }
    m_way.push_back(target.name);
    std::string_view rest = list;
    for (bool isFirst = true; !rest.empty(); isFirst = false) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const auto address = parseAddress(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!address) {
            return refused();
        }
        auto jump = resolve(*address, isFirst);
        if (!jump) {
            return std::unexpected(jump.error());
        }
        for (SshTarget &before : std::exchange(jump->jumps, {})) {
            target.jumps.push_back(std::move(before));
        }
        target.jumps.push_back(std::move(*jump));
        if (target.jumps.size() > MostJumps) {
            return refused();
        }
    }
    m_way.pop_back();
    return {};
}

} // namespace

std::string SshAddress::text() const
{
    const bool isBracketed = port != 0 && host.contains(':');
    return (user.empty() ? "" : user + '@') + (isBracketed ? '[' + host + ']' : host)
        + (port == 0 ? "" : ':' + std::to_string(port));
}

std::expected<SshAddress, RemoteError> parseAddress(std::string_view text)
{
    const auto refused = [whole = text] {
        return std::unexpected(RemoteError{.code = RemoteErrorCode::BadAddress, .subject = std::string(whole)});
    };
    constexpr std::string_view Scheme = "ssh://";
    if (text.starts_with(Scheme)) {
        text.remove_prefix(Scheme.size());
        text.remove_suffix(text.ends_with('/') ? 1 : 0);
    }
    SshAddress address;
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
        address.user = text.substr(0, at);
        text.remove_prefix(at + 1);
        if (!isGoodName(address.user, {})) {
            return refused();
        }
    }
    std::string_view host = text;
    std::optional<std::string_view> port;
    if (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos || (close + 1 < text.size() && text[close + 1] != ':')) {
            return refused();
        }
        host = text.substr(1, close - 1);
        port = close + 1 < text.size() ? std::optional(text.substr(close + 2)) : std::nullopt;
    } else if (const std::size_t colon = text.find(':');
               colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos) {
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
    }
    if (!isGoodHost(host)) {
        return refused();
    }
    address.host = host;
    if (port) {
        const auto number = portOf(*port);
        if (!number) {
            return refused();
        }
        address.port = *number;
    }
    return address;
}

std::expected<SshTarget, RemoteError> resolveTarget(const SshAddress &address, const std::filesystem::path &config)
{
    auto target = Resolver(config).resolve(address, true);
    if (!target) {
        target.error().host = address.text();
    }
    return target;
}

std::filesystem::path userSshConfig()
{
    return sshFolder() / "config";
}

std::vector<std::string> configuredHosts(const std::filesystem::path &config)
{
    return SshConfig::hosts(config);
}

} // namespace limier
