// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/localserver.h"
#include "remote/fetch/journalphase.h"
#include "remote/fetch/logfollower.h"
#include "remote/fetch/loglister.h"
#include "remote/fetch/piecefetcher.h"
#include "remote/fetch/timefinder.h"

#include <QFile>
#include <QTest>

#include <array>

using namespace limier;
using namespace limier::test;

namespace
{

struct Shown {
    const char *purpose;
    std::string script;
};

/// What a fetch and a follow run, for a server like most.
std::vector<Shown> shownCommands()
{
    LocalServer server;
    ServerFacts facts;
    facts.hasNice = facts.hasIonice = true;
    facts.logs.emplace_back().path = "/var/log/mail.log";
    facts.logs[0].isCurrent = true;
    PieceFetcher fetcher(server, facts, [] { return true; });
    PieceRequest piece{.path = "/var/log/mail.log", .from = 1'000'000, .bytes = 4'194'304};
    piece.transport = Transport::Zstd;
    const std::string zstd = fetcher.script(piece);
    piece.transport = Transport::Gzip;
    const std::string gzip = fetcher.script(piece);
    piece.transport = Transport::AsIs;
    const std::string asIs = fetcher.script(piece);
    const PieceRequest rest{.path = "/var/log/mail.log.2.gz",
                            .from = 1'000'000,
                            .bytes = PieceRequest::ToTheEnd,
                            .unpacker = "gzip -dc",
                            .transport = Transport::Zstd};
    const std::array<std::uint64_t, 2> places{1'000'000, 2'000'000};
    return {{"Lists the logs, and how each one begins", listScript(facts, 1'714'867'200)},
            {"Looks for the place in a large log where the range begins", sampleScript("/var/log/mail.log", places)},
            {"Fetches a piece of a log, compressed by zstd", zstd},
            {"The same, compressed by gzip", gzip},
            {"The same, of a compressed log or without a compressor", asIs},
            {"Fetches what a log that was compressed meanwhile had got since", fetcher.script(rest)},
            {"Follows a log", LogFollower::script("/var/log/mail.log", 12345, 1'000'000)},
            {"Fetches the journal where it is the only log", journalCommand("-n 20000")}};
}

} // namespace

class FetchCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentation();
};

/// The list in CONTRIBUTING.md is the list that runs. With LIMIER_UPDATE_GOLDEN=1 it is written.
void FetchCommandsTest::documentation()
{
    QByteArray expected;
    for (const Shown &shown : shownCommands()) {
        expected += QByteArray(shown.purpose) + ":\n\n```sh\n" + QByteArray::fromStdString(shown.script).trimmed()
            + "\n```\n\n";
    }
    QFile file(QStringLiteral(LIMIER_TEST_DATA "/../../CONTRIBUTING.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    const QByteArray begin("<!-- fetch: begin -->\n\n");
    const qsizetype from = text.indexOf(begin) + begin.size();
    const qsizetype to = text.indexOf("<!-- fetch: end -->");
    QVERIFY(from >= begin.size() && to >= from);
    if (qEnvironmentVariableIsSet("LIMIER_UPDATE_GOLDEN")) {
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text.replace(from, to - from, expected));
        return;
    }
    QCOMPARE(text.mid(from, to - from), expected);
}

QTEST_GUILESS_MAIN(FetchCommandsTest)
#include "tst_fetchcommands.moc"
