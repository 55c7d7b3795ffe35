// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverlink.h"

#include <expected>
#include <memory>
#include <vector>

namespace limier
{

class Investigation;

/**
 * The servers of an investigation: their logs together are what it reads, whatever server tells of more first. GUI
 * thread.
 */
class Servers final : public QObject
{
    Q_OBJECT

public:
    Servers(Investigation &investigation, ServerContext context, QObject *parent = nullptr);

    /// Connects to one more; what the investigation holds of files is closed.
    ServerLink &add(const ServerRequest &request);
    /// Opens what was fetched before of servers, without the servers.
    void openOffline(const std::vector<CachedServer> &servers);
    /// Disconnects from it and takes its logs out of the investigation.
    void remove(ServerLink &link);
    /// Disconnects from all; the logs of the investigation are left as they are.
    void clear();
    /// The same as remove(), of all links to the same address, and forgetFetched().
    [[nodiscard]] std::expected<void, RemoteError> forget(ServerLink &link);

    [[nodiscard]] const std::vector<std::unique_ptr<ServerLink>> &links() const { return m_links; }
    [[nodiscard]] bool isEmpty() const { return m_links.empty(); }
    [[nodiscard]] const ServerContext &context() const { return m_context; }
    [[nodiscard]] bool isOffline() const { return !m_offlineNames.isEmpty(); }
    /// More of what was asked for is on its way.
    [[nodiscard]] bool isFetching() const;
    /// "mail.example.com and 1 more"; empty if the logs are not those of servers.
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    /// One came or went.
    void changed();
    void stateChanged(limier::ServerLink &link);

private:
    void letGo(std::unique_ptr<ServerLink> link);
    void showInputs();
    void growInputs();
    void tellKnowledge();
    [[nodiscard]] std::vector<LogInput> inputs() const;
    [[nodiscard]] QString timezone() const;

    Investigation &m_investigation;
    ServerContext m_context;
    std::vector<std::unique_ptr<ServerLink>> m_links;
    bool m_isOpen = false;      ///< the investigation holds the logs of the links
    QStringList m_offlineNames; ///< of the servers whose logs are open without them
};

/// What was fetched last from the server at @p address; nothing if that is nothing.
[[nodiscard]] std::optional<CachedServer> cachedServer(const QString &address, const ServerContext &context);

/// Deletes all that was fetched from the server at @p address and what the keychain holds of it; it must not be
/// connected. What can be deleted is deleted although something else cannot.
[[nodiscard]] std::expected<void, RemoteError> forgetFetched(const QString &address, const ServerContext &context);

} // namespace limier
