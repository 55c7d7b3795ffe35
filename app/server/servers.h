// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverlink.h"

#include <expected>
#include <memory>
#include <vector>

namespace limier
{

class DisplaySettings;
class Investigation;

/**
 * The servers of an investigation: their logs together are what it reads, whatever server tells of more first. GUI
 * thread.
 */
class Servers final : public QObject
{
    Q_OBJECT

public:
    Servers(Investigation &investigation, DisplaySettings &display, ServerContext context, QObject *parent = nullptr);

    /// Connects to one more; what the investigation held of files goes when its first logs come.
    ServerLink &add(const ServerRequest &request);
    /// Opens what was fetched before of a server, without the server.
    void openOffline(const CachedServer &server);
    /// Disconnects from it and takes its logs out of the investigation.
    void remove(ServerLink &link);
    /// Disconnects from all; the investigation is left as it is.
    void clear();
    /// The same as remove(), and deletes what was fetched and what the keychain holds of it.
    [[nodiscard]] std::expected<void, RemoteError> forget(ServerLink &link);

    [[nodiscard]] const std::vector<std::unique_ptr<ServerLink>> &links() const { return m_links; }
    [[nodiscard]] bool isEmpty() const { return m_links.empty(); }
    [[nodiscard]] const ServerContext &context() const { return m_context; }
    /// "mail.example.com and 1 more"; empty without a server.
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    /// One came or went.
    void changed();
    void stateChanged(limier::ServerLink &link);

private:
    void letGo(std::unique_ptr<ServerLink> link);
    void showInputs();
    void growInputs();
    void showZone(const ServerLink &link);
    [[nodiscard]] std::vector<LogInput> inputs() const;
    [[nodiscard]] bool isWhole() const;

    Investigation &m_investigation;
    DisplaySettings &m_display;
    ServerContext m_context;
    std::vector<std::unique_ptr<ServerLink>> m_links;
};

/// Deletes what was fetched from a server and what the keychain holds of it; it must not be connected.
[[nodiscard]] std::expected<void, RemoteError> forgetCached(const CachedServer &server, const ServerContext &context);

} // namespace limier
