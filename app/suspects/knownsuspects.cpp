// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/knownsuspects.h"

#include "index/mailindex.h"
#include "report/suspecttext.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace limier
{

namespace
{

constexpr std::size_t MostKnown = 500;
constexpr qsizetype LongestNote = 1000;
const QString ListKey = QStringLiteral("knownSuspects");
const QString HostKey = QStringLiteral("host");
const QString KindKey = QStringLiteral("kind");
const QString SubjectKey = QStringLiteral("subject");
const QString NoteKey = QStringLiteral("note");

std::optional<SuspectKind> kindOf(std::string_view name)
{
    constexpr std::array Kinds{SuspectKind::CompromisedAccount, SuspectKind::RelayingClient,
                               SuspectKind::LocalInjection,     SuspectKind::BruteForce,
                               SuspectKind::Backscatter,        SuspectKind::Reputation};
    const auto *const found = std::ranges::find(Kinds, name, kindName);
    return found != Kinds.end() ? std::optional(*found) : std::nullopt;
}

void write(const std::vector<KnownSuspect> &all)
{
    QSettings settings;
    settings.remove(ListKey);
    settings.beginWriteArray(ListKey, static_cast<int>(all.size()));
    for (int place = 0; place < static_cast<int>(all.size()); ++place) {
        const KnownSuspect &known = all[static_cast<std::size_t>(place)];
        const std::string_view kind = kindName(known.kind);
        settings.setArrayIndex(place);
        settings.setValue(HostKey, QByteArray::fromStdString(known.host));
        settings.setValue(KindKey, QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())));
        settings.setValue(SubjectKey, QByteArray::fromStdString(known.subject));
        settings.setValue(NoteKey, known.note.left(LongestNote));
    }
    settings.endArray();
}

} // namespace

std::vector<KnownSuspect> knownSuspects()
{
    std::vector<KnownSuspect> all;
    QSettings settings;
    const int size = std::min(settings.beginReadArray(ListKey), static_cast<int>(MostKnown));
    for (int place = 0; place < size; ++place) {
        settings.setArrayIndex(place);
        if (const auto kind = kindOf(settings.value(KindKey).toString().toStdString())) {
            all.push_back({settings.value(HostKey).toByteArray().toStdString(), *kind,
                           settings.value(SubjectKey).toByteArray().toStdString(), settings.value(NoteKey).toString()});
        }
    }
    settings.endArray();
    return all;
}

void rememberKnown(const KnownSuspect &known)
{
    std::vector<KnownSuspect> all = knownSuspects();
    std::erase_if(all, [&known](const KnownSuspect &other) { return other.isOf(known); });
    all.insert(all.begin(), known);
    all.resize(std::min(all.size(), MostKnown));
    write(all);
}

void forgetKnown(const KnownSuspect &known)
{
    std::vector<KnownSuspect> all = knownSuspects();
    std::erase_if(all, [&known](const KnownSuspect &other) { return other.isOf(known); });
    write(all);
}

KnownSuspect knownFrom(const Suspect &suspect, const MailIndex &index, const QString &note)
{
    const std::uint16_t node = suspect.messages.empty() ? 0 : index.message(suspect.messages.front()).node;
    return {node < index.nodeCount() ? std::string(index.node(node)) : std::string(), suspect.kind, suspect.subject,
            note};
}

const KnownSuspect *findKnown(const std::vector<KnownSuspect> &all, const Suspect &suspect, const MailIndex &index)
{
    const auto isOfThisLog = [&index](const KnownSuspect &known) {
        if (index.nodeCount() == 0) {
            return known.host.empty();
        }
        for (std::size_t node = 0; node < index.nodeCount(); ++node) {
            if (index.node(static_cast<std::uint16_t>(node)) == known.host) {
                return true;
            }
        }
        return false;
    };
    const auto found = std::ranges::find_if(all, [&](const KnownSuspect &known) {
        return known.kind == suspect.kind && known.subject == suspect.subject && isOfThisLog(known);
    });
    return found != all.end() ? &*found : nullptr;
}

} // namespace limier
