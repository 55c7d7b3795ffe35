// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/servers.h"

#include "common/displaytext.h"
#include "investigation/investigation.h"
#include "report/sentences.h"
#include "server/keptsecrets.h"
#include "server/serverknowledge.h"

#include <algorithm>

namespace limier
{

namespace
{

/// The newest first. Each session that ran beside another one has a folder of its own, and so has each host key.
std::vector<CachedServer> cachedOf(const QString &address, const ServerContext &context)
{
    const auto target = context.target(address);
    if (!target) {
        return {};
    }
    std::vector<CachedServer> all = cachedServers(context.cacheFolder);
    std::erase_if(all, [&](const CachedServer &cached) { return cached.name != target->name; });
    return all;
}

} // namespace

Servers::Servers(Investigation &investigation, ServerContext context, QObject *parent)
    : QObject(parent)
    , m_investigation(investigation)
    , m_context(std::move(context))
{
    connect(this, &Servers::changed, this, &Servers::tellKnowledge);
}

ServerLink &Servers::add(const ServerRequest &request)
{
    if (m_links.empty() && m_investigation.state() != Investigation::State::Empty) {
        m_investigation.openInputs({});
    }
    m_offlineNames.clear();
    ServerLink &link = *m_links.emplace_back(std::make_unique<ServerLink>(request, m_context));
    connect(&link, &ServerLink::inputsChanged, this, &Servers::showInputs);
    connect(&link, &ServerLink::inputsGrew, this, &Servers::growInputs);
    connect(&link, &ServerLink::factsFound, this, &Servers::tellKnowledge);
    connect(&link, &ServerLink::stateChanged, this, [this, &link] { Q_EMIT stateChanged(link); });
    Q_EMIT changed();
    link.start();
    return link;
}

void Servers::openOffline(const std::vector<CachedServer> &servers)
{
    clear();
    std::vector<LogInput> all;
    for (const CachedServer &server : servers) {
        m_offlineNames += displayText(server.name);
        all.insert(all.end(), server.inputs.begin(), server.inputs.end());
    }
    m_investigation.openInputs(all);
}

void Servers::remove(ServerLink &link)
{
    const auto found = std::ranges::find(m_links, &link, &std::unique_ptr<ServerLink>::get);
    if (found == m_links.end()) {
        return;
    }
    const bool hadLogs = !link.inputs().empty();
    std::unique_ptr<ServerLink> gone = std::move(*found);
    m_links.erase(found);
    Q_EMIT changed();
    letGo(std::move(gone));
    if (hadLogs) {
        showInputs();
    }
}

void Servers::clear()
{
    std::vector<std::unique_ptr<ServerLink>> gone = std::move(m_links);
    m_links.clear();
    m_isOpen = false;
    m_offlineNames.clear();
    if (!gone.empty()) {
        Q_EMIT changed();
    }
    for (auto &link : gone) {
        letGo(std::move(link));
    }
}

void Servers::letGo(std::unique_ptr<ServerLink> link)
{
    link->disconnect(this);
    link->close();
    link.release()->deleteLater(); // after its views, which go later, too
}

std::expected<void, RemoteError> Servers::forget(ServerLink &link)
{
    const QString address = link.request().address.trimmed();
    const auto isThere = [&](const auto &other) { return other->request().address.trimmed() == address; };
    while (true) {
        const auto found = std::ranges::find_if(m_links, isThere);
        if (found == m_links.end()) {
            return forgetFetched(address, m_context);
        }
        remove(**found);
    }
}

QString Servers::title() const
{
    QStringList names = m_offlineNames;
    for (const auto &link : m_links) {
        names += link->name();
    }
    if (names.isEmpty()) {
        return {};
    }
    const QString &first = names.front();
    const auto more = static_cast<std::uint64_t>(names.size() - 1);
    return more == 0 ? first : tr("%1 and %n more", nullptr, pluralCount(more)).arg(first);
}

std::vector<LogInput> Servers::inputs() const
{
    std::vector<LogInput> all;
    for (const auto &link : m_links) {
        all.insert(all.end(), link->inputs().begin(), link->inputs().end());
    }
    return all;
}

/// The logs of all servers are one: a host of one of them is no stranger to the others.
void Servers::tellKnowledge()
{
    ServerKnowledge all;
    for (const auto &link : m_links) {
        if (link->facts()) {
            addKnowledge(*link->facts(), all);
        }
    }
    m_investigation.setServerKnowledge(all);
}

bool Servers::isFetching() const
{
    return std::ranges::any_of(m_links, [](const auto &link) {
        return !link->isWhole() && link->state() != SessionState::Failed && link->state() != SessionState::Stopped;
    });
}

QString Servers::timezone() const
{
    for (const auto &link : m_links) {
        if (link->facts() && !link->facts()->timezone.empty()) {
            return QString::fromStdString(link->facts()->timezone);
        }
    }
    return {};
}

void Servers::showInputs()
{
    const std::vector<LogInput> all = inputs();
    if (m_isOpen && !all.empty()) {
        m_investigation.replaceInputs(all);
    } else {
        m_isOpen = !all.empty();
        m_investigation.openInputs(all, timezone());
    }
}

void Servers::growInputs()
{
    if (m_isOpen) {
        m_investigation.growInputs(inputs());
    }
}

std::optional<CachedServer> cachedServer(const QString &address, const ServerContext &context)
{
    std::vector<CachedServer> all = cachedOf(address, context);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::expected<void, RemoteError> forgetFetched(const QString &address, const ServerContext &context)
{
    if (context.keychain && context.keychain->isAvailable()) {
        forgetKept(address, *context.keychain);
    }
    std::expected<void, RemoteError> outcome;
    for (const CachedServer &cached : cachedOf(address, context)) {
        if (auto forgotten = forgetServer(cached); !forgotten) {
            outcome = std::move(forgotten);
        }
    }
    return outcome;
}

} // namespace limier
