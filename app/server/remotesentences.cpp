// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/remotesentences.h"

#include "common/displaytext.h"

#include <QCoreApplication>

namespace limier
{

namespace
{

class RemoteSentences
{
    Q_DECLARE_TR_FUNCTIONS(RemoteSentences)

public:
    explicit RemoteSentences(const RemoteError &error)
        : m_error(error)
    {
    }

    [[nodiscard]] QString sentence() const;

private:
    [[nodiscard]] QString ofAddress() const;
    [[nodiscard]] QString ofNetwork() const;
    [[nodiscard]] QString ofHostKey() const;
    [[nodiscard]] QString ofLogin() const;
    [[nodiscard]] QString ofConnection() const;
    [[nodiscard]] QString ofCommand() const;
    [[nodiscard]] QString ofLogs() const;
    [[nodiscard]] QString ofThisComputer() const;

    /// What comes from elsewhere, as far as a sentence holds it.
    [[nodiscard]] static QString shown(const std::string &text)
    {
        constexpr std::size_t LongestInSentence = 200;
        return displayText(text, LongestInSentence);
    }
    [[nodiscard]] static QString quoted(const std::string &text)
    {
        return tr("“%1”", "a name, or what a server said").arg(shown(text));
    }
    [[nodiscard]] QString host() const { return m_error.host.empty() ? tr("The server") : shown(m_error.host); }
    [[nodiscard]] QString subject() const { return quoted(m_error.subject); }
    [[nodiscard]] QString detail() const
    {
        return m_error.detail.empty() ? tr("no reason given") : shown(m_error.detail);
    }
    [[nodiscard]] QString number() const
    {
        return displayNumber(m_error.value < 0 ? 0 : static_cast<quint64>(m_error.value));
    }
    [[nodiscard]] QString seconds() const { return tr("%1 s", "seconds").arg(number()); }

    const RemoteError &m_error;
};

QString RemoteSentences::sentence() const
{
    switch (m_error.code) {
    case RemoteErrorCode::BadAddress:
    case RemoteErrorCode::BadConfig:
    case RemoteErrorCode::NameNotFound:
        return ofAddress();
    case RemoteErrorCode::Refused:
    case RemoteErrorCode::Unreachable:
    case RemoteErrorCode::TimedOut:
    case RemoteErrorCode::NotSsh:
    case RemoteErrorCode::NoCommonAlgorithm:
        return ofNetwork();
    case RemoteErrorCode::HostKeyChanged:
    case RemoteErrorCode::HostKeyRevoked:
    case RemoteErrorCode::HostKeyDeclined:
    case RemoteErrorCode::HostKeyNotSaved:
        return ofHostKey();
    case RemoteErrorCode::LoginRefused:
    case RemoteErrorCode::KeyUnreadable:
    case RemoteErrorCode::SudoRefused:
        return ofLogin();
    case RemoteErrorCode::ConnectionLost:
    case RemoteErrorCode::Hung:
    case RemoteErrorCode::NoShell:
    case RemoteErrorCode::Cancelled:
        return ofConnection();
    case RemoteErrorCode::CommandFailed:
    case RemoteErrorCode::CommandMissing:
    case RemoteErrorCode::Nonsense:
        return ofCommand();
    case RemoteErrorCode::PermissionDenied:
    case RemoteErrorCode::NoSuchFile:
    case RemoteErrorCode::NoLogs:
    case RemoteErrorCode::LogChanged:
    case RemoteErrorCode::DigestDiffers:
        return ofLogs();
    case RemoteErrorCode::LocalDiskFull:
    case RemoteErrorCode::LocalWriteFailed:
        return ofThisComputer();
    }
    return {};
}

QString RemoteSentences::ofAddress() const
{
    switch (m_error.code) {
    case RemoteErrorCode::BadAddress:
        return tr("%1 is no address of a server. Give it as host, user@host or user@host:port; an IPv6 address with a "
                  "port stands in brackets.")
            .arg(subject());
    case RemoteErrorCode::BadConfig:
        if (m_error.value > 0) {
            return tr("Line %2 of %1 cannot be used: %3. Mend it, or give the server's address in full.")
                .arg(subject(), number(), detail());
        }
        return tr("%1 cannot be used: %2. Mend it, or give the server's address in full.").arg(subject(), detail());
    default:
        return tr("The name %1 was not found: %2. Check how it is written, and whether this computer is in the network "
                  "that knows it.")
            .arg(host(), detail());
    }
}

QString RemoteSentences::ofNetwork() const
{
    switch (m_error.code) {
    case RemoteErrorCode::Refused:
        return tr("%1 refused the connection: nothing listens on that port. Check the port, and whether sshd runs "
                  "there.")
            .arg(host());
    case RemoteErrorCode::Unreachable:
        return tr("%1 cannot be reached: %2. Check the network, the VPN and the firewall.").arg(host(), detail());
    case RemoteErrorCode::TimedOut:
        return tr("%1 did not answer within %2. Check the address, the VPN and the firewall, then try again.")
            .arg(host(), seconds());
    case RemoteErrorCode::NotSsh:
        return tr("What listens at %1 is no SSH server; it said: %2. Check the port.").arg(host(), detail());
    default:
        return tr("%1 and this computer agree on no way to encrypt or to exchange keys: %2. Allow a newer one on the "
                  "server, or update it.")
            .arg(host(), detail());
    }
}

QString RemoteSentences::ofHostKey() const
{
    switch (m_error.code) {
    case RemoteErrorCode::HostKeyChanged:
        return tr("The key of %1 is another than the one known so far: %4. Somebody may be listening in, so there was "
                  "no "
                  "login. If the server was really installed anew, remove line %3 of %2 and connect again.")
            .arg(host(), subject(), number(), detail());
    case RemoteErrorCode::HostKeyRevoked:
        return tr("The key of %1 is marked as revoked in line %3 of %2, so there was no login. Ask who runs the server "
                  "for its present key.")
            .arg(host(), subject(), number());
    case RemoteErrorCode::HostKeyDeclined:
        return tr("You did not accept the key of %1, so there was no login. Connect again when you have compared it.")
            .arg(host());
    default:
        return tr("The key of %1 was accepted, but could not be saved in %2, so it will be asked for again. Check the "
                  "rights of that file.")
            .arg(host(), subject());
    }
}

QString RemoteSentences::ofLogin() const
{
    switch (m_error.code) {
    case RemoteErrorCode::LoginRefused:
        if (m_error.detail.empty()) {
            return tr("%1 refused the login. Check the user name, the password and the keys.").arg(host());
        }
        return tr("%1 refused the login. It allows: %2. Check the user name, the password and the keys.")
            .arg(host(), detail());
    case RemoteErrorCode::KeyUnreadable:
        return tr("The key file %1 cannot be used: %2. Check its passphrase, its form and its rights.")
            .arg(subject(), detail());
    default:
        return tr("The account may not become root by sudo on %1: %2. Limier goes on with the account's own rights; "
                  "what "
                  "it cannot read is listed. Log in as root, or allow sudo, for the rest.")
            .arg(host(), detail());
    }
}

QString RemoteSentences::ofConnection() const
{
    switch (m_error.code) {
    case RemoteErrorCode::ConnectionLost:
        return tr("The connection to %1 was lost: %2. What was fetched stays; connect again to go on from there.")
            .arg(host(), detail());
    case RemoteErrorCode::Hung:
        if (!m_error.subject.empty()) {
            return tr("The command %2 on %1 was not done within %3. Look whether the server is overloaded, then "
                      "connect "
                      "again.")
                .arg(host(), subject(), seconds());
        }
        return tr("%1 is connected, but has been silent for %2. Look whether it is overloaded, then connect again.")
            .arg(host(), seconds());
    case RemoteErrorCode::NoShell:
        return tr("%1 lets this account run no commands: only files can be fetched, and nothing is known of Postfix or "
                  "the queue. Log in with an account that has a shell for the rest.")
            .arg(host());
    default:
        return tr("You stopped the connection to %1. What was fetched stays; connect again to go on from there.")
            .arg(host());
    }
}

QString RemoteSentences::ofCommand() const
{
    switch (m_error.code) {
    case RemoteErrorCode::CommandFailed:
        if (m_error.value <= 0) {
            return tr("The command %2 failed on %1: %3. What it would have told is missing; try it on the server.")
                .arg(host(), subject(), detail());
        }
        return tr("The command %2 failed on %1 with exit status %3: %4. What it would have told is missing; try it on "
                  "the server.")
            .arg(host(), subject(), number(), detail());
    case RemoteErrorCode::CommandMissing:
        return tr("A program that the command %2 needs is not installed on %1. What it would have told is missing; "
                  "install the program, or look yourself.")
            .arg(host(), subject());
    default:
        if (m_error.detail.empty()) {
            return tr("The answer of %1 to the command %2 makes no sense. It was left out; look on the server "
                      "yourself.")
                .arg(host(), subject());
        }
        return tr("The answer of %1 to the command %2 makes no sense; it begins: %3. It was left out; look on the "
                  "server "
                  "yourself.")
            .arg(host(), subject(), quoted(m_error.detail));
    }
}

QString RemoteSentences::ofLogs() const
{
    switch (m_error.code) {
    case RemoteErrorCode::PermissionDenied:
        return tr("The account may not read %2 on %1. Log in as root, or with an account that may use sudo or belongs "
                  "to "
                  "the group of that file (mostly adm).")
            .arg(host(), subject());
    case RemoteErrorCode::NoSuchFile:
        return tr("%2 is not, or no longer, on %1. If it was rotated away, fetch again.").arg(host(), subject());
    case RemoteErrorCode::NoLogs:
        return tr("There is no mail log on %1. Looked at: %2. Check whether rsyslog, syslog-ng or journald runs, and "
                  "whether this is the host that sends mail.")
            .arg(host(), detail());
    case RemoteErrorCode::LogChanged:
        return tr("%2 on %1 was changed otherwise than by lines at its end. It was fetched anew; figures from before "
                  "may "
                  "differ.")
            .arg(host(), subject());
    default:
        return tr("What arrived of %2 is not what %1 has: its digest differs. It was thrown away; fetch it again.")
            .arg(host(), subject());
    }
}

QString RemoteSentences::ofThisComputer() const
{
    if (m_error.code == RemoteErrorCode::LocalDiskFull) {
        return tr("The disk of this computer is full at %1. What was fetched stays usable; free some space, or forget "
                  "old servers, then connect again.")
            .arg(subject());
    }
    return tr("%1 on this computer cannot be written: %2. What was fetched stays usable; check the rights of the "
              "folder, "
              "then connect again.")
        .arg(subject(), detail());
}

} // namespace

QString sentence(const RemoteError &error)
{
    return RemoteSentences(error).sentence();
}

} // namespace limier
