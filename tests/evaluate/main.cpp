// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "printing.h"
#include "scenario.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace limier::evaluate;

namespace
{

std::vector<std::uint64_t> chosenSeeds(const Options &options)
{
    std::vector<std::uint64_t> seeds;
    std::vector<std::string> notes;
    for (std::uint64_t seed = options.first; seed <= options.last; ++seed) {
        if (options.scenario.empty() || chooseScenario(seed, notes).name.contains(options.scenario)) {
            seeds.push_back(seed);
        }
    }
    return seeds;
}

/// Runs all trials, as many at once as there are cores; they come in the order of their seeds.
std::vector<std::expected<Trial, std::string>> runAll(const std::vector<std::uint64_t> &seeds, const std::string &keep)
{
    std::vector<std::expected<Trial, std::string>> trials(seeds.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < seeds.size(); i = next++) {
            trials[i] = runTrial(seeds[i], keep);
        }
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        workers.emplace_back(work);
    }
    workers.clear(); // waits for them
    return trials;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    const auto options = parseOptions(arguments);
    if (!options) {
        std::fprintf(stderr, "limier_evaluate: %s (see --help)\n", options.error().c_str());
        return 2;
    }
    if (options->help) {
        std::fputs(usage().c_str(), stdout);
        return 0;
    }
    const auto start = std::chrono::steady_clock::now();
    Statistics statistics;
    for (const auto &trial : runAll(chosenSeeds(*options), options->keep)) {
        if (!trial) {
            std::fprintf(stderr, "limier_evaluate: %s\n", trial.error().c_str());
            return 2;
        }
        std::fputs(describe(*trial, options->verbose).c_str(), stdout);
        statistics.add(*trial);
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf("\n%sin %.0f s\n", describe(statistics).c_str(), taken.count());
    if (options->mostWrong) {
        return statistics.wrong <= *options->mostWrong ? 0 : 1;
    }
    return std::ranges::all_of(figures(statistics), &Figure::isMet) ? 0 : 1;
}
