// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/suspect.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace limier
{

/// The observations. An order for readers: what sending shows, then logins, then what other servers say.
enum class SignalCode : std::uint8_t {
    HourVolume,        ///< recipients in the busiest hour; usual: a busy hour before
    DayVolume,         ///< recipients in the busiest day; usual: a busy day before
    Networks,          ///< different networks of the odd mail that are neither own nor shared by others
    NewNetworks,       ///< share of the odd mail from networks the account had not used
    StrangeSenders,    ///< share of the odd mail whose sender is not the account's
    ManySenders,       ///< different such senders
    OffHours,          ///< share of the odd mail at hours at which the account had never sent
    Bounces,           ///< share of the deliveries that found nobody; usual: of its mail before, or of the server's
    Refusals,          ///< share that other servers refused as spam, or as too much
    NewRecipients,     ///< share of the recipients that the subject had not written to before
    GuessedBefore,     ///< failed logins, of this account or from these networks, before the first odd mail
    ForeignRecipients, ///< recipients elsewhere, of a client without a login
    SuddenStart,       ///< share of the log that had passed before the client first sent to others
    OpenRelay,         ///< different networks outside that hand in mail for others without a login
    TrustedEntry,      ///< how wide the entry of mynetworks is that lets it in, a NetworkWidth; detail: the entry
    Gateway,           ///< accounts that log in from the same address
    FewSpoilt,         ///< against: share of deliveries that bounced or were refused is that of any mail
    TrustedOnly,       ///< against: share of the odd mail from networks that the account had or that many share
    FewRecipients,     ///< against: recipients reached in all
    KnownBulk,         ///< against: earlier days on which the subject sent as much
    SameRecipients,    ///< against: recipients a delivery, where the same ones get mail again and again
    SameSender,        ///< against: one sender only
    Failures,          ///< failed logins
    FailurePace,       ///< failed logins in the busiest hour
    TriedUsers,        ///< different users they name
    GuessingHosts,     ///< different addresses they come from
    OwnPassword,       ///< against: mails from the same address or network by the user that fails
    PrivateClient,     ///< against: the client is in a private network
    Notifications,     ///< notifications in the busiest hour; usual: in others
    OneReceiver,       ///< share of them that go to one address
    BlockedShare,      ///< share of a destination's deliveries that are put off or refused
    BlockedDeliveries, ///< so many of them
    NeverTook,         ///< against: deliveries that the destination took at other times
    Listed,            ///< deliveries that were refused because a list names this server; detail: the list
    ListedShare,       ///< of all that went to other servers since then
};

/// How much a figure says: nothing up to one value, all of its weight from another one on, between them evenly, or by
/// its logarithm where it spans orders of magnitude.
struct Ramp {
    double from = 0;
    double to = 1;
    double weight = 0;
    bool isLogarithmic = false;

    [[nodiscard]] double operator()(double value) const
    {
        const double share =
            isLogarithmic ? std::log(std::max(value, 1e-9) / from) / std::log(to / from) : (value - from) / (to - from);
        return std::clamp(share, 0.0, 1.0) * weight;
    }
};

/**
 * Every threshold and weight of the detectors, with its reason. Weights are log-odds: 0.7 doubles the odds, 2.3 makes
 * them ten times as high.
 */
namespace thresholds
{

// --- What is known of hosts and domains.

/// So many accounts under BlueMind's internal logins from one address make it the webmail's: a bot that guesses has
/// one or two.
inline constexpr std::size_t InternalLoginsOfServer = 3;
/// Looking at some ten thousand deliveries shows every domain that matters and takes a few milliseconds.
inline constexpr std::size_t DeliveriesLookedAtForDomains = 20000;
/// A backend serves the domains of one company; a host that gets mail for more is a way out.
inline constexpr std::size_t MostDomainsOfABackend = 50;
/// Who has a domain gets mail from all the world; 10 networks already are more than a machine that relays.
inline constexpr std::size_t ClientsOfAnOwnDomain = 10;
/// … and an edge's own domains share nearly all of what it takes in: the largest mail provider never gets so much.
inline constexpr double ShareOfAnOwnDomain = 0.2;
/// A network that five accounts use is an office or a mobile carrier. Several accounts stolen at once share fewer.
inline constexpr std::uint16_t AccountsOfAnOffice = 5;

// --- What is usual.

/// Fewer accounts than this are no crowd to compare with: the fixed limits count.
inline constexpr std::size_t FewestPeers = 10;
/// Nine accounts of ten never have an hour like that: the tenth may be a newsletter's.
inline constexpr double PeerQuantile = 0.9;
/// Recipients that a diligent person may reach in an hour, and in a day, without a list.
inline constexpr double HourWithoutPeers = 25;
inline constexpr double DayWithoutPeers = 80;
/// Bounces of clean mail are some per cent; more is no standard but a symptom.
inline constexpr double MostUsualBounces = 0.05;
inline constexpr double MostUsualRefusals = 0.02;
/// Four busy hours (or days) are the least that has a quantile.
inline constexpr std::uint32_t UnitsOfAHistory = 4;
/// The volume that a subject's own busy hours and days stay below.
inline constexpr double BusyQuantile = 0.9;
/// Who hardly ever writes may once write as much as a third of what others do.
inline constexpr double FloorOfOwnPast = 0.3;
/// From so many mails on an account has habits.
inline constexpr std::uint64_t MailsOfAHistory = 5;
inline constexpr double MailsOfFullHistory = 40;
/// … and habits of the hours of the day: fewer leave gaps by chance.
inline constexpr std::uint64_t MailsOfAClock = 60;
/// A network or sender is known half a day later: an attack that only goes on does not make itself known.
inline constexpr Stamp AgeOfTheKnown = 12 * 3600;

// --- What makes one mail odd. Scores add up.

/// Neither a new network nor an alias alone makes a mail odd; both together do, and so does each with a large volume.
inline constexpr double ScoreOfOddMail = 1.5;
inline constexpr double ScoreOfKnownNetwork = -0.5;
inline constexpr double ScoreOfNewNetwork = 1.0;
inline constexpr double ScoreOfNetworkWithoutPast = 0.4;
inline constexpr double ScoreOfStrangeSender = 1.0;
inline constexpr double ScoreOfSenderWithoutPast = 0.6;
inline constexpr double ScoreOfRefusal = 1.2;
inline constexpr double ScoreOfBounce = 0.5;
inline constexpr double ScoreOfOffHours = 0.4;
/// Each doubling beyond twice the usual.
inline constexpr double ScoreOfOctave = 0.7;
inline constexpr double MostOctaves = 3;
/// One person uses a phone and a computer; three networks in an hour that nobody else uses are more than that.
inline constexpr Ramp NetworksInAnHour{.from = 2, .to = 6, .weight = 2};
/// Odd mail that pauses for longer than a weekend is another story.
inline constexpr Stamp LongestPause = 72 * 3600;

// --- Signals of sending.

/// Mail of one person does not become spam without any of these: what an account starts from.
inline constexpr double AccountPrior = -4.0;
inline constexpr Ramp HourVolume{.from = 2, .to = 30, .weight = 2.0, .isLogarithmic = true}; ///< times the usual
inline constexpr Ramp DayVolume{.from = 2, .to = 20, .weight = 1.6, .isLogarithmic = true};
inline constexpr Ramp Networks{.from = 2, .to = 9, .weight = 3.5, .isLogarithmic = true};
inline constexpr Ramp NewNetworks{.from = 0.3, .to = 0.9, .weight = 1.0};
inline constexpr Ramp StrangeSenders{.from = 0.1, .to = 0.7, .weight = 1.8};
inline constexpr Ramp ManySenders{.from = 2, .to = 12, .weight = 2.2, .isLogarithmic = true};
inline constexpr Ramp OffHours{.from = 0.2, .to = 0.8, .weight = 0.8};
inline constexpr Ramp Bounces{.from = 0.03, .to = 0.12, .weight = 2.5};  ///< beyond the usual share
inline constexpr Ramp Refusals{.from = 0.02, .to = 0.12, .weight = 2.8}; ///< beyond the usual share
inline constexpr Ramp GuessedBefore{.from = 4, .to = 60, .weight = 2.0, .isLogarithmic = true};
/// Shares of few deliveries say little: with fewer than this they count in proportion.
inline constexpr double DeliveriesOfAShare = 25;
inline constexpr Ramp FewRecipients{.from = 60, .to = 8, .weight = -2.5, .isLogarithmic = true};
inline constexpr Ramp FewSpoilt{.from = 0.04, .to = 0.01, .weight = -1.5};
inline constexpr double DeliveriesOfCleanMail = 40; ///< that it takes to call mail clean
inline constexpr Ramp TrustedOnly{.from = 0.7, .to = 1, .weight = -1.2};
inline constexpr Ramp KnownBulk{.from = 3, .to = 8, .weight = -2.0};
/// The least that volumes are compared with: three mails in an hour are no multiple of one.
inline constexpr double QuietestHour = 6;
inline constexpr double QuietestDay = 20;
/// Failures longer ago than this have nothing to do with it.
inline constexpr Stamp OldestGuess = 30 * 86400;

// --- Relaying clients and local senders.

/// A machine that hands in mail for others is no crime, but each of these machines is looked at.
inline constexpr double RelayPrior = -4.0;
/// Web servers do not write to the world unless somebody wrote a program that does.
inline constexpr double LocalPrior = -4.0;
/// Fewer mails are a test.
inline constexpr std::size_t FewestRelayed = 3;
/// Of an open relay's mail one host that hands in most of it is to be named by itself.
inline constexpr double ShareOfItsOwnCase = 0.5;
inline constexpr Ramp ForeignRecipients{.from = 20, .to = 400, .weight = 1.5, .isLogarithmic = true};
/// One that begins in the middle of the log was not set up for this when the log began.
inline constexpr Ramp SuddenStart{.from = 0.03, .to = 0.2, .weight = 1.0};
inline constexpr Ramp OpenRelay{.from = 3, .to = 12, .weight = 4.0, .isLogarithmic = true};
inline constexpr std::size_t NetworksOfAnOpenRelay = 5;
/// That somebody named a client in mynetworks says little; that it came in by an entry for others says more.
inline constexpr double WeightOfTrustedEntry = 0.1;
inline constexpr double WeightOfWideEntry = 0.3;
/// More entries than these that let in one address show nothing new.
inline constexpr std::size_t MostTrustedEntries = 3;
/// So many people log in from one host only if others stand behind it.
inline constexpr std::size_t AccountsOfAGateway = 5;
inline constexpr double WeightOfGateway = 0.2;
/// Devices and lists write to the same ones again; recipients that each get one mail are bought ones.
inline constexpr Ramp SameRecipients{.from = 1.5, .to = 4, .weight = -2.0};
inline constexpr double WeightOfSameSender = -1.0;

// --- Guessed passwords.

inline constexpr double BruteForcePrior = -4.5;
inline constexpr Ramp Failures{.from = 10, .to = 250, .weight = 6.0, .isLogarithmic = true};
inline constexpr Ramp FailurePace{.from = 10, .to = 60, .weight = 1.5, .isLogarithmic = true};
inline constexpr Ramp TriedUsers{.from = 2, .to = 8, .weight = 1.5, .isLogarithmic = true};
inline constexpr Ramp GuessingHosts{.from = 5, .to = 20, .weight = 1.0, .isLogarithmic = true};
/// A device of the house whose password was changed fails for months, and is no attack from outside.
inline constexpr double WeightOfPrivateClient = -3.0;
inline constexpr Ramp OwnPassword{.from = 0, .to = 3, .weight = -4.0};
/// Fewer failures than this are a forgotten password.
inline constexpr std::uint64_t FewestFailures = 15;
inline constexpr double FewestFailuresAnHour = 2;
/// Guessing goes on against every server; what most guessers do is the background.
inline constexpr double GuesserQuantile = 0.8;
inline constexpr double TimesOfOtherNetworks = 4;
inline constexpr double ShareOfANamedNetwork = 0.85;

// --- Surges.

/// Four whole hours show what is quiet.
inline constexpr std::size_t HoursOfABaseline = 4;
/// A surge may last for two thirds of a log: what the quiet third does is usual.
inline constexpr double QuietHours = 0.33;
/// Guessing goes on against every server, by day and night alike; where a log is too short to show how much, this much.
inline constexpr double GuessesAnHour = 10;
inline constexpr double GuessesPerAccount = 0.05;
inline constexpr double FewestGuessesAnHour = 5;
/// Fewer failures from many places are the weather.
inline constexpr double FewestDistributed = 40;
inline constexpr double TimesOfQuietGuessing = 1.5;
/// How much of a surge's failures is an attack: by how many times the usual, and by how many standard deviations.
inline constexpr Ramp SurgeOfGuessing{.from = 1.5, .to = 3, .weight = 1};
inline constexpr Ramp DeviationsOfGuessing{.from = 4, .to = 12, .weight = 1};
/// Of all messages some per cent are notifications.
inline constexpr double UsualShareOfNotifications = 0.04;
inline constexpr double LargeShareOfNotifications = 0.12;

// --- Backscatter and congestion.

inline constexpr double BackscatterPrior = -4.0;
inline constexpr Ramp Notifications{.from = 30, .to = 300, .weight = 5.0, .isLogarithmic = true};
inline constexpr Ramp NotificationsTimes{.from = 3, .to = 20, .weight = 1.5, .isLogarithmic = true};
inline constexpr Ramp OneReceiver{.from = 0.3, .to = 0.8, .weight = 1.0};
/// From such a share on a storm is that receiver's.
inline constexpr double ShareOfANamedReceiver = 0.5;
inline constexpr double FewestNotificationsAnHour = 4;
/// A destination that took mail and does so no longer.
inline constexpr double CongestionPrior = -4.0;
inline constexpr Ramp BlockedDeliveries{.from = 6, .to = 40, .weight = 4.0, .isLogarithmic = true};
inline constexpr Ramp BlockedShare{.from = 0.5, .to = 0.9, .weight = 2.0};
/// One that never took any is dead: it fills nobody's queue for the first time.
inline constexpr Ramp NeverTook{.from = 10, .to = 2, .weight = -4.0};
/// Two attempts are a greylist.
inline constexpr std::uint16_t AttemptsOfABlock = 3;
/// What a delivery that succeeds takes away from those that are blocked around it.
inline constexpr double DeliveryInABlockade = 1.5;
inline constexpr std::uint64_t FewestBlocked = 8;
/// More destinations than these are no congestion by one of them.
inline constexpr std::size_t MostBlockedDestinations = 20;

// --- Reputation.

/// A server that says so is right nearly always; one alone may have a list of its own. Counted by mails: one mail to
/// many is refused many times.
inline constexpr double ReputationPrior = -3.0;
inline constexpr Ramp Listed{.from = 1.5, .to = 20, .weight = 5.0, .isLogarithmic = true};
inline constexpr Ramp ListedShare{.from = 0.005, .to = 0.05, .weight = 1.5};

// --- Whether anybody knows the recipients.

/// Looking at that many accounts and mails shows what share of recipients is known, in a millisecond or two.
inline constexpr std::size_t AccountsAskedForFamiliar = 300;
inline constexpr std::size_t MailsAskedForFamiliar = 60;
inline constexpr std::uint64_t RecipientsAskedForFamiliar = 5;
/// An honest list names people of whom others here know fewer than of those one writes to by hand.
inline constexpr double FamiliarOfAList = 0.4;
/// From so many on that should be known it is no chance that none is.
inline constexpr double FamiliarForCertainty = 6;
inline constexpr Ramp NewRecipients{.from = 0.55, .to = 0.9, .weight = 2.5};
inline constexpr Ramp FamiliarRecipients{.from = 0.4, .to = 0.8, .weight = -2.5};

// --- What is shown.

/// A signal that moves the odds by less than a tenth is not worth a line.
inline constexpr double LeastWeight = 0.1;
/// From the sum of the weights to the share that is guilty, fitted to generated logs: signals that agree say more than
/// their sum, and what has a log-odds of 0 is guilty more often than not.
inline constexpr double CalibrationSlope = 1.6;
inline constexpr double CalibrationShift = 0.5;
/// Nobody is more certain than that out of a log alone.
inline constexpr double MostConfidence = 0.995;

/// Below this nobody need look.
inline constexpr double LeastConfidence = 0.1;
inline constexpr double MediumConfidence = 0.5;
inline constexpr double HighConfidence = 0.8;
inline constexpr double CriticalConfidence = 0.9;
/// Recipients that make a sure case grave, and those that do while it still goes on.
inline constexpr std::uint64_t CriticalRecipients = 1000;
inline constexpr std::uint64_t CriticalRecipientsGoingOn = 200;
/// An incident whose last mail is younger than this at the end of the log goes on.
inline constexpr Stamp GoingOn = 3600;
/// Accounts with odd mail that are looked at closely.
inline constexpr std::size_t MostCandidates = 1000;
/// More cards than this nobody reads, and only a forged log has more.
inline constexpr std::size_t MostSuspects = 200;

} // namespace thresholds

} // namespace limier
