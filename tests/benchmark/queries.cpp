// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the queries that a window asks of an index: limier_bench_queries LOG PATTERN… [--benchmark_…].

#include "analysis/detectors.h"
#include "analysis/timeseries.h"
#include "analysis/toplist.h"
#include "index/linesearch.h"
#include "index/logloader.h"
#include "index/logtext.h"
#include "index/postings.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>

using namespace limier;

namespace
{

struct Fixture {
    std::shared_ptr<const MailIndex> index;
    std::unique_ptr<Postings> postings;
    std::shared_ptr<const LogText> text;
    TimeRange span;
    UserId busiest = None<UserId>;
};

void topUsersOfRange(benchmark::State &state, const Fixture &fixture)
{
    // Half of the log, from its middle on: neither everything nor nothing.
    const Stamp middle = fixture.span.since + (fixture.span.until - fixture.span.since) / 4;
    const TimeRange range{middle, middle + (fixture.span.until - fixture.span.since) / 2};
    for (auto iteration : state) {
        benchmark::DoNotOptimize(topUsers(*fixture.index, range, 50));
    }
}

void seriesOfUser(benchmark::State &state, const Fixture &fixture)
{
    const SeriesQuery query{.range = fixture.span, .bucket = 3600, .user = fixture.busiest};
    for (auto iteration : state) {
        benchmark::DoNotOptimize(makeTimeSeries(*fixture.postings, query));
    }
}

void suspects(benchmark::State &state, const Fixture &fixture)
{
    for (auto iteration : state) {
        const Verdict verdict = findSuspects(*fixture.postings);
        state.SetLabel(std::to_string(verdict.suspects.size()) + " suspects");
    }
}

void messageWithLines(benchmark::State &state, const Fixture &fixture)
{
    const std::size_t count = fixture.index->messages().size();
    std::size_t at = 0;
    for (auto iteration : state) {
        at = (at + 7919) % count;
        const auto mail = fixture.postings->ofMail(static_cast<MessageId>(at));
        auto lines = fixture.text->linesOf(mail);
        if (!lines || lines->empty()) {
            state.SkipWithError("a message without lines");
        }
        benchmark::DoNotOptimize(lines);
    }
}

void search(benchmark::State &state, const Fixture &fixture, const LinePattern &pattern)
{
    for (auto iteration : state) {
        const LineSearchResult result = LineSearch(fixture.text, pattern).all({});
        state.SetLabel(std::to_string(result.matches) + " lines");
    }
}

Fixture load(const char *path)
{
    LoadedLogs loaded = loadLogs({path});
    Fixture fixture;
    fixture.index = loaded.index;
    fixture.postings = std::make_unique<Postings>(loaded.index);
    fixture.text = std::make_shared<const LogText>(loaded.index);
    fixture.span = spanOf(*loaded.index);
    if (const auto top = topUsers(*loaded.index, {}, 1); !top.empty()) {
        fixture.busiest = top.front().id;
    }
    return fixture;
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (argc < 2) {
        std::fputs("usage: limier_bench_queries LOG PATTERN… [--benchmark_…]\n", stderr);
        return EXIT_FAILURE;
    }
    const Fixture fixture = load(argv[1]);
    if (!isSet(fixture.busiest)) {
        std::fprintf(stderr, "%s: nobody sends in it\n", argv[1]);
        return EXIT_FAILURE;
    }
    // The lists are made once for each index, at the first question.
    benchmark::DoNotOptimize(fixture.postings->ofUser(fixture.busiest));
    benchmark::DoNotOptimize(fixture.postings->ofMail(static_cast<MessageId>(0)));
    const auto unit = benchmark::kMillisecond;
    benchmark::RegisterBenchmark("top users", topUsersOfRange, std::cref(fixture))->Unit(unit);
    benchmark::RegisterBenchmark("hourly series of a user", seriesOfUser, std::cref(fixture))->Unit(unit);
    benchmark::RegisterBenchmark("suspects", suspects, std::cref(fixture))->Unit(unit)->UseRealTime();
    benchmark::RegisterBenchmark("message with its lines", messageWithLines, std::cref(fixture))->Unit(unit);
    for (int i = 2; i < argc; ++i) {
        const auto pattern =
            LinePattern::make(QString::fromLocal8Bit(argv[i]), LinePattern::Kind::RegularExpression, Qt::CaseSensitive);
        if (!pattern) {
            std::fprintf(stderr, "%s: not a regular expression\n", argv[i]);
            return EXIT_FAILURE;
        }
        benchmark::RegisterBenchmark(std::string("search ") + argv[i], search, std::cref(fixture), *pattern)
            ->Unit(unit)
            ->UseRealTime()
            ->Iterations(3);
    }
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
