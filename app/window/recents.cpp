// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/recents.h"

#include "common/displaytext.h"
#include "report/sentences.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace limier
{

namespace
{

constexpr std::size_t MostRecents = 20;

class Recents
{
    Q_DECLARE_TR_FUNCTIONS(limier::Recents)

public:
    [[nodiscard]] static QString andMore(const QString &first, std::uint64_t more)
    {
        return tr("%1 and %n more", nullptr, pluralCount(more)).arg(first);
    }
    [[nodiscard]] static QString standardInput() { return tr("Standard input"); }
};

bool isSame(const RecentInvestigation &one, const RecentInvestigation &other)
{
    return one.paths == other.paths && one.servers == other.servers;
}

void write(const std::vector<RecentInvestigation> &recents)
{
    QSettings settings;
    settings.remove(QStringLiteral("recent")); // else those behind the last one would stay in the file
    settings.beginWriteArray(QStringLiteral("recent"), static_cast<int>(recents.size()));
    for (int place = 0; const RecentInvestigation &recent : recents) {
        settings.setArrayIndex(place++);
        settings.setValue(QStringLiteral("paths"), recent.paths);
        settings.setValue(QStringLiteral("servers"), recent.servers);
        settings.setValue(QStringLiteral("keepsSecrets"), recent.keepsSecrets);
        settings.setValue(QStringLiteral("timezone"), recent.timezone);
        settings.setValue(QStringLiteral("opened"), recent.opened.toUTC());
        settings.setValue(QStringLiteral("since"), recent.since);
        settings.setValue(QStringLiteral("until"), recent.until);
    }
    settings.endArray();
}

QString withMore(const QString &first, const QStringList &all)
{
    return all.size() == 1 ? first : Recents::andMore(first, static_cast<std::uint64_t>(all.size() - 1));
}

} // namespace

std::vector<RecentInvestigation> recentInvestigations()
{
    QSettings settings;
    std::vector<RecentInvestigation> recents;
    const int count = settings.beginReadArray(QStringLiteral("recent"));
    for (int place = 0; place < count; ++place) {
        settings.setArrayIndex(place);
        recents.push_back({.paths = settings.value(QStringLiteral("paths")).toStringList(),
                           .servers = settings.value(QStringLiteral("servers")).toStringList(),
                           .keepsSecrets = settings.value(QStringLiteral("keepsSecrets")).toBool(),
                           .timezone = settings.value(QStringLiteral("timezone")).toString(),
                           .opened = settings.value(QStringLiteral("opened")).toDateTime(),
                           .since = settings.value(QStringLiteral("since")).toUInt(),
                           .until = settings.value(QStringLiteral("until")).toUInt()});
    }
    settings.endArray();
    std::erase_if(recents,
                  [](const RecentInvestigation &recent) { return recent.paths.isEmpty() && recent.servers.isEmpty(); });
    return recents;
}

void rememberInvestigation(const RecentInvestigation &investigation)
{
    if ((investigation.paths.isEmpty() && investigation.servers.isEmpty()) || investigation.paths.contains(u"-")) {
        return;
    }
    std::vector<RecentInvestigation> recents = recentInvestigations();
    std::erase_if(recents, [&](const RecentInvestigation &recent) { return isSame(recent, investigation); });
    recents.insert(recents.begin(), investigation);
    recents.resize(std::min(recents.size(), MostRecents));
    write(recents);
}

void forgetInvestigation(const RecentInvestigation &investigation)
{
    std::vector<RecentInvestigation> recents = recentInvestigations();
    std::erase_if(recents, [&](const RecentInvestigation &recent) { return isSame(recent, investigation); });
    write(recents);
}

QStringList recentServers()
{
    QStringList servers;
    for (const RecentInvestigation &recent : recentInvestigations()) {
        servers += recent.servers;
    }
    servers.removeDuplicates();
    return servers;
}

QString pathsTitle(const QStringList &paths)
{
    if (paths.isEmpty()) {
        return {};
    }
    const QString name = QFileInfo(paths.front()).fileName();
    const QString first = paths.front() == u'-' ? Recents::standardInput()
                                                : displayText((name.isEmpty() ? paths.front() : name).toStdString());
    return withMore(first, paths);
}

QString recentTitle(const RecentInvestigation &recent)
{
    return recent.servers.isEmpty() ? pathsTitle(recent.paths)
                                    : withMore(displayText(recent.servers.front().toStdString()), recent.servers);
}

} // namespace limier
