// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator.h"

#include <chrono>
#include <cstdio>

using namespace limier::generator;

int main(int argc, char **argv)
{
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && arguments.front() == "--help") {
        std::fputs(std::string(usage()).c_str(), stdout);
        return 0;
    }
    const auto options = parseOptions(arguments);
    if (!options) {
        std::fprintf(stderr, "limier-generate: %s (see --help)\n", options.error().c_str());
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const auto summary = generate(*options);
    if (!summary) {
        std::fprintf(stderr, "limier-generate: %s\n", summary.error().c_str());
        return 1;
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const auto lines = static_cast<double>(summary->lines);
    std::fprintf(stderr, "%llu lines, %llu bytes (%.1f a line) in %.2f s\n",
                 static_cast<unsigned long long>(summary->lines), static_cast<unsigned long long>(summary->bytes),
                 static_cast<double>(summary->bytes) / std::max(lines, 1.0), taken.count());
    return 0;
}
