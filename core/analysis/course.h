// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/hosts.h"
#include "analysis/mailfacts.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace limier
{

/// What is usual on this server: quantiles over its accounts, never below the fixed limits of thresholds.h.
struct Peers {
    double hour = 0;              ///< recipients in an account's busiest hour
    double day = 0;               ///< in its busiest day
    std::size_t accounts = 0;     ///< that send
    std::uint64_t deliveries = 0; ///< of all mail with a login
    std::uint64_t bounced = 0;    ///< of these, those refused left aside
    std::uint64_t refused = 0;
    /// By network: how many accounts use it, as far as Hosts can tell them apart.
    std::vector<std::uint16_t> accountsOfNetwork;
};

/// Whose mail is looked at.
struct CourseSubject {
    std::span<const std::uint32_t> mails; ///< places in MailFacts::mails, in their order
    std::string_view localPart;           ///< of an account's login; empty for clients and local users
    bool hasNetworks = false;             ///< its mail may come from several networks: an account's
};

/// Figures of some of a subject's mails.
struct Tally {
    std::uint64_t mails = 0;
    std::uint64_t recipients = 0;
    std::uint64_t deliveries = 0;
    std::uint64_t bounced = 0; ///< those that were refused left aside
    std::uint64_t refused = 0;
    std::uint64_t strangeSenders = 0; ///< mails whose sender is not the subject's own
    std::uint64_t senders = 0;        ///< different such senders
    std::uint64_t networks = 0;       ///< different ones that are not trusted
    std::uint64_t newNetworks = 0;    ///< mails from such that the subject had not used before
    std::uint64_t trusted = 0;        ///< mails from own and shared networks
    std::uint64_t ofServer = 0;       ///< of those, mails from the server's own addresses
    std::uint64_t offHours = 0;       ///< mails at hours of the day at which it had never sent
    std::uint64_t peakHour = 0;       ///< recipients in the busiest hour
    std::uint64_t peakDay = 0;
    std::uint64_t peakNetworks = 0; ///< different networks that are not trusted, in one hour
    std::uint64_t days = 0;         ///< with mail
    Stamp first = 0;
    Stamp last = 0;

    [[nodiscard]] double bounceShare() const { return share(bounced, deliveries); }
    [[nodiscard]] double refusedShare() const { return share(refused, deliveries); }
    [[nodiscard]] static double share(std::uint64_t part, std::uint64_t whole)
    {
        return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    }
};

/// A subject's mail over time, parted into what is like itself and what is not.
struct Course {
    std::vector<std::uint32_t> odd; ///< places in MailFacts::mails, in their order; empty: nothing is
    Tally oddTally;
    Tally usualTally;
    double usualHour = 0; ///< recipients in a busy hour before the odd mail; what is usual for others if it has no past
    double usualDay = 0;
    double history = 0; ///< 0: no past to compare with, to 1
};

[[nodiscard]] Peers makePeers(const MailFacts &facts, const Hosts &hosts,
                              std::span<const std::span<const std::uint32_t>> accounts);

/**
 * Reads subjects' mails in their order and marks those that are not like the ones before. One thread; its memory is
 * some bytes for each address and network of the index, its time is linear in the mails.
 */
class CourseReader
{
public:
    CourseReader(const MailIndex &index, const MailFacts &facts, const Hosts &hosts, const Peers &peers);

    [[nodiscard]] Course read(const CourseSubject &subject);

private:
    /// What the subject that is being read has done with a sender or a network.
    struct Use {
        std::uint32_t subject = 0;
        Stamp first = 0;
        std::uint32_t usual = 0;
        std::uint32_t odd = 0;
        std::uint32_t seenIn = 0; ///< the last hour, or the tally, that it was counted in
    };
    /// Volumes in half octaves: gives quantiles of the past in constant time.
    struct Volumes {
        static constexpr std::size_t Bins = 48;
        std::uint32_t counts[Bins] = {};
        std::uint32_t total = 0;
        void add(std::uint64_t volume);
        [[nodiscard]] double quantile(double share) const;
    };
    struct Mark {
        float score = 0;
        bool isOdd = false;
        bool isStrangeSender = false;
        bool isNewNetwork = false;
        bool isOffHours = false;
    };

    /// What the mails of one hour have in common.
    struct Common {
        double hourScore = 0;
        double dayScore = 0;
        bool isBusy = false; ///< the hour holds a share of its day that counts
    };

    void begin(const CourseSubject &subject);
    void readDay(std::size_t from, std::size_t to);
    void readHour(std::size_t from, std::size_t to, double dayScore);
    [[nodiscard]] Mark judge(const MailFact &mail, const Common &common);
    void learn(const MailFact &mail, const Mark &mark);
    [[nodiscard]] double volumeScore(std::uint64_t volume, const Volumes &past, double ofOthers) const;
    [[nodiscard]] std::uint64_t untrustedNetworks(std::size_t from, std::size_t to);
    [[nodiscard]] bool isTrusted(const MailFact &mail) const;
    [[nodiscard]] bool isKnown(const Use &use, Stamp time) const;
    [[nodiscard]] bool isStrangeSender(const MailFact &mail);
    [[nodiscard]] bool hasOwnName(std::uint32_t sender) const;
    [[nodiscard]] Use &use(std::vector<Use> &uses, std::uint32_t place) const;
    /// Some of the mails: the first one, and the one behind the last.
    struct Part {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    /// The odd mails that lie together and weigh most.
    [[nodiscard]] Part heaviestPart() const;
    /// Keeps of the odd mails those that lie together, and takes in those from networks that sent nearly only odd ones.
    void settle();
    /// What is usual, out of the mails that are not odd; after their tally.
    void addUsualVolumes(Course &course) const;
    [[nodiscard]] Tally tally(bool odd);
    [[nodiscard]] const MailFact &mail(std::size_t at) const { return m_facts.mails[m_subject.mails[at]]; }

    const MailIndex &m_index;
    const MailFacts &m_facts;
    const Hosts &m_hosts;
    const Peers &m_peers;
    std::vector<Use> m_senders;
    std::vector<Use> m_networks;
    CourseSubject m_subject;
    std::uint32_t m_number = 0;  ///< of the subject
    std::uint32_t m_counter = 0; ///< of hours and tallies
    std::vector<Mark> m_marks;
    Volumes m_pastHours;
    Volumes m_pastDays;
    std::uint64_t m_pastMails = 0;
    std::uint32_t m_clock[24] = {}; ///< usual mails by hour of the day
};

} // namespace limier
