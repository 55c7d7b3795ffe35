// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/course.h"

#include "analysis/accounts.h"
#include "analysis/busiestunit.h"
#include "analysis/quantile.h"
#include "analysis/thresholds.h"
#include "log/asciitext.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace limier
{

namespace
{

bool isSameLetters(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lowerAscii(x) == lowerAscii(y); });
}

void count(Tally &tally, const MailFact &mail)
{
    tally.first = tally.mails == 0 ? mail.first : std::min(tally.first, mail.first);
    tally.last = std::max(tally.last, mail.first);
    ++tally.mails;
    tally.recipients += mail.recipients;
    tally.deliveries += mail.deliveries();
    tally.refused += mail.refused;
    tally.bounced += mail.foundNobody();
}

} // namespace

void CourseReader::Volumes::add(std::uint64_t volume)
{
    const double octaves = std::log2(static_cast<double>(std::max<std::uint64_t>(volume, 1)));
    ++counts[std::min(Bins - 1, static_cast<std::size_t>(octaves * 2))];
    ++total;
}

double CourseReader::Volumes::quantile(double share) const
{
    const double wanted = share * total;
    double seen = 0;
    for (std::size_t i = 0; i < Bins; ++i) {
        seen += counts[i];
        if (seen >= wanted && seen > 0) {
            return std::exp2(static_cast<double>(i + 1) / 2);
        }
    }
    return 0;
}

CourseReader::CourseReader(const MailIndex &index, const MailFacts &facts, const Hosts &hosts, const Peers &peers)
    : m_index(index)
    , m_facts(facts)
    , m_hosts(hosts)
    , m_peers(peers)
    , m_senders(index.addressCount())
    , m_networks(hosts.networkCount)
{
}

CourseReader::Use &CourseReader::use(std::vector<Use> &uses, std::uint32_t place) const
{
    Use &use = uses[place];
    if (use.subject != m_number) {
        use = {.subject = m_number};
    }
    return use;
}

void CourseReader::begin(const CourseSubject &subject)
{
    m_subject = subject;
    ++m_number;
    m_marks.assign(subject.mails.size(), {});
    m_pastHours = {};
    m_pastDays = {};
    m_pastMails = 0;
    std::ranges::fill(m_clock, 0U);
}

Course CourseReader::read(const CourseSubject &subject)
{
    begin(subject);
    const std::size_t count = subject.mails.size();
    for (std::size_t from = 0; from < count;) {
        const Stamp day = mail(from).first / Day;
        std::size_t to = from + 1;
        while (to < count && mail(to).first / Day == day) {
            ++to;
        }
        readDay(from, to);
        from = to;
    }
    Course course;
    if (std::ranges::none_of(m_marks, &Mark::isOdd)) {
        return course;
    }
    settle();
    for (std::size_t i = 0; i < count; ++i) {
        if (m_marks[i].isOdd) {
            course.odd.push_back(subject.mails[i]);
        }
    }
    course.oddTally = tally(true);
    course.usualTally = tally(false);
    addUsualVolumes(course);
    return course;
}

double CourseReader::volumeScore(std::uint64_t volume, const Volumes &past, double ofOthers) const
{
    const double usual = past.total >= thresholds::UnitsOfAHistory
        ? std::max(past.quantile(thresholds::BusyQuantile), ofOthers * thresholds::FloorOfOwnPast)
        : ofOthers;
    const double octaves = std::log2(std::max(1.0, static_cast<double>(volume) / (2 * usual)));
    return std::min(octaves, thresholds::MostOctaves) * thresholds::ScoreOfOctave;
}

void CourseReader::readDay(std::size_t from, std::size_t to)
{
    std::uint64_t volume = 0;
    for (std::size_t i = from; i < to; ++i) {
        volume += mail(i).recipients;
    }
    const double dayScore = volumeScore(volume, m_pastDays, m_peers.day);
    std::uint64_t usual = 0;
    for (std::size_t begin = from; begin < to;) {
        const Stamp hour = mail(begin).first / Hour;
        std::size_t end = begin + 1;
        while (end < to && mail(end).first / Hour == hour) {
            ++end;
        }
        readHour(begin, end, dayScore);
        for (std::size_t i = begin; i < end; ++i) {
            usual += m_marks[i].isOdd ? 0 : mail(i).recipients;
        }
        begin = end;
    }
    if (usual > 0) {
        m_pastDays.add(usual);
    }
}

std::uint64_t CourseReader::untrustedNetworks(std::size_t from, std::size_t to)
{
    if (!m_subject.hasNetworks) {
        return 0;
    }
    ++m_counter;
    std::uint64_t networks = 0;
    for (std::size_t i = from; i < to; ++i) {
        if (isTrusted(mail(i))) {
            continue;
        }
        Use &network = use(m_networks, m_hosts.networkOf(mail(i).client));
        if (network.seenIn != m_counter) {
            network.seenIn = m_counter;
            ++networks;
        }
    }
    return networks;
}

void CourseReader::readHour(std::size_t from, std::size_t to, double dayScore)
{
    std::uint64_t volume = 0;
    for (std::size_t i = from; i < to; ++i) {
        volume += mail(i).recipients;
    }
    const double networks = static_cast<double>(untrustedNetworks(from, to));
    // A heavy day does not make the few mails of its quiet hours odd.
    const double hourScore = volumeScore(volume, m_pastHours, m_peers.hour);
    const bool isBusy = hourScore > 0 || volumeScore(4 * volume, m_pastHours, m_peers.hour) > 0;
    const Common common{hourScore + thresholds::NetworksInAnHour(networks), dayScore, isBusy};
    std::uint64_t usual = 0;
    for (std::size_t i = from; i < to; ++i) {
        m_marks[i] = judge(mail(i), common);
        learn(mail(i), m_marks[i]);
        usual += m_marks[i].isOdd ? 0 : mail(i).recipients;
    }
    if (usual > 0) {
        m_pastHours.add(usual);
    }
}

bool CourseReader::isTrusted(const MailFact &mail) const
{
    return !m_subject.hasNetworks || m_hosts.placeOf(mail.client) != HostPlace::Outside
        || m_peers.accountsOfNetwork[m_hosts.networkOf(mail.client)] >= thresholds::AccountsOfAnOffice;
}

bool CourseReader::isKnown(const Use &use, Stamp time) const
{
    return use.usual > 0 && use.usual >= use.odd && use.first + thresholds::AgeOfTheKnown <= time;
}

bool CourseReader::hasOwnName(std::uint32_t sender) const
{
    return !m_subject.localPart.empty()
        && isSameLetters(localPartOf(m_index.address(AddressId{sender})), m_subject.localPart);
}

bool CourseReader::isStrangeSender(const MailFact &mail)
{
    if (mail.sender == NoPlace) {
        return false;
    }
    const Use &sender = use(m_senders, mail.sender);
    return !isKnown(sender, mail.first) && !hasOwnName(mail.sender);
}

CourseReader::Mark CourseReader::judge(const MailFact &mail, const Common &common)
{
    Mark mark;
    double score = common.hourScore;
    const bool hasPast = m_pastMails >= thresholds::MailsOfAHistory;
    if (!isTrusted(mail)) {
        const Use &network = use(m_networks, m_hosts.networkOf(mail.client));
        mark.isNewNetwork = !isKnown(network, mail.first);
        score += !mark.isNewNetwork ? thresholds::ScoreOfKnownNetwork
            : hasPast               ? thresholds::ScoreOfNewNetwork
                                    : thresholds::ScoreOfNetworkWithoutPast;
    }
    mark.isStrangeSender = isStrangeSender(mail);
    if (mark.isStrangeSender) {
        score += hasPast ? thresholds::ScoreOfStrangeSender : thresholds::ScoreOfSenderWithoutPast;
    }
    score += common.isBusy || mark.isStrangeSender || mark.isNewNetwork ? common.dayScore : 0;
    score += mail.refused > 0 ? thresholds::ScoreOfRefusal : 0;
    score += mail.bounced * 5 >= mail.deliveries() && mail.bounced > 0 ? thresholds::ScoreOfBounce : 0;
    const std::size_t hour = mail.first / Hour % 24;
    mark.isOffHours = m_pastMails >= thresholds::MailsOfAClock
        && m_clock[hour] + m_clock[(hour + 1) % 24] + m_clock[(hour + 23) % 24] == 0;
    score += mark.isOffHours ? thresholds::ScoreOfOffHours : 0;
    mark.score = static_cast<float>(score);
    mark.isOdd = score >= thresholds::ScoreOfOddMail;
    return mark;
}

void CourseReader::learn(const MailFact &mail, const Mark &mark)
{
    const auto note = [&](Use &use) {
        use.first = use.first == 0 ? mail.first : use.first;
        ++(mark.isOdd ? use.odd : use.usual);
    };
    if (mail.sender != NoPlace) {
        note(use(m_senders, mail.sender));
    }
    if (m_subject.hasNetworks && mail.client != NoPlace) {
        note(use(m_networks, m_hosts.networkOf(mail.client)));
    }
    if (mark.isOdd) {
        return;
    }
    ++m_pastMails;
    ++m_clock[mail.first / Hour % 24];
}

CourseReader::Part CourseReader::heaviestPart() const
{
    double best = 0;
    Part heaviest;
    double sum = 0;
    std::size_t from = 0;
    Stamp last = 0;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (!m_marks[i].isOdd) {
            continue;
        }
        if (last != 0 && mail(i).first > last + thresholds::LongestPause) {
            sum = 0;
        }
        from = sum == 0 ? i : from;
        sum += static_cast<double>(m_marks[i].score) * std::max(1U, mail(i).recipients);
        last = mail(i).first;
        if (sum > best) {
            best = sum;
            heaviest = {from, i + 1};
        }
    }
    return heaviest;
}

void CourseReader::settle()
{
    // Of odd mails that lie far apart only the heaviest part is one incident.
    const auto [from, to] = heaviestPart();
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        Mark &mark = m_marks[i];
        const bool isInside = i >= from && i < to;
        mark.isOdd = mark.isOdd && isInside;
        if (isInside && !mark.isOdd && m_subject.hasNetworks && !isTrusted(mail(i))) {
            const Use &network = use(m_networks, m_hosts.networkOf(mail(i).client));
            mark.isOdd = network.odd > 2 * network.usual;
        }
    }
}

void CourseReader::addUsualVolumes(Course &course) const
{
    Volumes hours;
    Volumes days;
    std::uint64_t hourVolume = 0;
    std::uint64_t dayVolume = 0;
    const std::size_t count = m_marks.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (m_marks[i].isOdd) {
            continue;
        }
        hourVolume += mail(i).recipients;
        dayVolume += mail(i).recipients;
        const Stamp time = mail(i).first;
        const bool isLast = i + 1 == count;
        if (isLast || mail(i + 1).first / Hour != time / Hour) {
            hours.add(std::exchange(hourVolume, 0));
        }
        if (isLast || mail(i + 1).first / Day != time / Day) {
            days.add(std::exchange(dayVolume, 0));
        }
    }
    const auto usual = [](const Volumes &volumes, double ofOthers) {
        return volumes.total >= thresholds::UnitsOfAHistory ? volumes.quantile(thresholds::BusyQuantile) : ofOthers;
    };
    course.usualHour = usual(hours, m_peers.hour);
    course.usualDay = usual(days, m_peers.day);
    course.history = std::min(1.0, static_cast<double>(course.usualTally.mails) / thresholds::MailsOfFullHistory);
}

Tally CourseReader::tally(bool odd)
{
    Tally tally;
    BusiestUnit hours(Hour);
    BusiestUnit days(Day);
    std::uint64_t hourNetworks = 0;
    const std::uint32_t all = ++m_counter;
    std::uint32_t inHour = all;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (m_marks[i].isOdd != odd) {
            continue;
        }
        const MailFact &mail = this->mail(i);
        const Mark &mark = m_marks[i];
        count(tally, mail);
        days.add(mail.first, mail.recipients);
        if (hours.add(mail.first, mail.recipients)) {
            hourNetworks = 0;
            inHour = ++m_counter;
        }
        tally.offHours += mark.isOffHours ? 1 : 0;
        tally.newNetworks += mark.isNewNetwork ? 1 : 0;
        if (mark.isStrangeSender) {
            ++tally.strangeSenders;
            Use &sender = use(m_senders, mail.sender);
            tally.senders += sender.seenIn != all ? 1 : 0;
            sender.seenIn = all;
        }
        if (isTrusted(mail)) {
            ++tally.trusted;
            tally.ofServer += m_hosts.isOwn(mail.client) ? 1U : 0U;
            continue;
        }
        Use &network = use(m_networks, m_hosts.networkOf(mail.client));
        tally.networks += network.seenIn < all ? 1 : 0;
        if (network.seenIn != inHour) {
            tally.peakNetworks = std::max(tally.peakNetworks, ++hourNetworks);
        }
        network.seenIn = inHour;
    }
    tally.peakHour = hours.most();
    tally.days = days.count();
    tally.peakDay = days.most();
    return tally;
}

Peers makePeers(const MailFacts &facts, const Hosts &hosts, std::span<const std::span<const std::uint32_t>> accounts)
{
    Peers peers;
    peers.accountsOfNetwork.resize(hosts.networkCount);
    std::vector<std::uint32_t> lastAccount(hosts.networkCount, NoPlace);
    std::vector<double> hours;
    std::vector<double> days;
    for (std::uint32_t account = 0; account < accounts.size(); ++account) {
        BusiestUnit ofHours(Hour);
        BusiestUnit ofDays(Day);
        for (const std::uint32_t at : accounts[account]) {
            const MailFact &mail = facts.mails[at];
            ofHours.add(mail.first, mail.recipients);
            ofDays.add(mail.first, mail.recipients);
            peers.deliveries += mail.deliveries();
            peers.bounced += mail.foundNobody();
            peers.refused += mail.refused;
            const std::uint32_t network = hosts.networkOf(mail.client);
            if (network != NoPlace && lastAccount[network] != account) {
                lastAccount[network] = account;
                std::uint16_t &users = peers.accountsOfNetwork[network];
                users = static_cast<std::uint16_t>(std::min(users + 1, 0xffff));
            }
        }
        if (!accounts[account].empty()) {
            hours.push_back(static_cast<double>(ofHours.most()));
            days.push_back(static_cast<double>(ofDays.most()));
        }
    }
    peers.accounts = hours.size();
    const auto usual = [](std::vector<double> &busiest, double withoutPeers) {
        return busiest.size() < thresholds::FewestPeers
            ? withoutPeers
            : std::max(quantile(std::move(busiest), thresholds::PeerQuantile), withoutPeers);
    };
    peers.hour = usual(hours, thresholds::HourWithoutPeers);
    peers.day = usual(days, thresholds::DayWithoutPeers);
    return peers;
}

} // namespace limier
