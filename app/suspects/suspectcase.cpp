// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/suspectcase.h"

#include "report/reportbuilder.h"
#include "report/suspecttext.h"

#include <utility>

namespace limier
{

namespace
{

/// With more chips than these nobody sees what the filter is.
constexpr std::size_t MostTerms = 20;

template <typename Id, typename Name>
std::vector<FilterTerm> termsOf(FilterField field, const std::vector<Id> &ids, Name name)
{
    std::vector<FilterTerm> terms;
    if (ids.size() <= MostTerms) {
        for (const Id id : ids) {
            terms.push_back({field, false, std::string(name(id))});
        }
    }
    return terms;
}

} // namespace

SuspectCase::SuspectCase(std::shared_ptr<const SnapshotVerdict> verdict, std::size_t place)
    : m_verdict(std::move(verdict))
    , m_place(place)
{
}

QString SuspectCase::sentence() const
{
    return suspectSentence(suspectRow(suspect(), index()));
}

QString SuspectCase::reason(std::size_t place) const
{
    const Signal &signal = suspect().signals[place];
    return reasonSentence({signal.code, signal.value, signal.usual, signal.weight, signal.detail});
}

QStringList SuspectCase::sentences() const
{
    QStringList all{sentence()};
    for (std::size_t place = 0; place < suspect().signals.size(); ++place) {
        all += QStringLiteral("%1 %2").arg(suspect().signals[place].weight < 0 ? u'\u2212' : u'+').arg(reason(place));
    }
    return all;
}

std::vector<FilterTerm> SuspectCase::terms() const
{
    const auto users = [this] {
        return termsOf(FilterField::User, suspect().users, [this](UserId id) { return index().user(id); });
    };
    const auto clients = [this] {
        return termsOf(FilterField::Client, suspect().clients, [this](ClientId id) { return index().clientIp(id); });
    };
    const std::string &subject = suspect().subject;
    switch (suspect().kind) {
    case SuspectKind::CompromisedAccount:
        if (auto terms = users(); !terms.empty()) {
            return terms;
        }
        // A webmail that logs no login: the sender names the account.
        return index().findAddress(subject) ? std::vector{FilterTerm{FilterField::Sender, false, subject}}
                                            : std::vector<FilterTerm>();
    case SuspectKind::RelayingClient:
        if (auto terms = clients(); !terms.empty()) {
            return terms;
        }
        return {{FilterField::Login, false, "relayed"}};
    case SuspectKind::LocalInjection:
        return {{FilterField::Login, false, "local"}};
    case SuspectKind::BruteForce:
        if (auto terms = clients(); !terms.empty()) {
            return terms;
        }
        return users();
    case SuspectKind::Backscatter:
        if (subject.contains('@')) {
            return {{FilterField::Recipient, false, subject}};
        }
        if (subject.contains('.')) {
            return {{FilterField::RecipientDomain, false, subject}};
        }
        return {};
    case SuspectKind::Reputation:
        break;
    }
    return {};
}

} // namespace limier
