// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/logloader.h"

#include "index/loadpipeline.h"

#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace limier
{

LoadedLogs loadLogs(const std::vector<std::string> &paths, const LoadOptions &options)
{
    FindOptions find;
    find.timezone = options.timezone;
    find.stop = options.stop;
    InputSet inputs = findInputs(paths, find);
    const bool wasStopped = options.stop.stop_requested();

    LoadedLogs loaded;
    loaded.refused = std::move(inputs.refused);
    const std::string zone = options.timezone.empty() ? QTimeZone::systemTimeZoneId().toStdString() : options.timezone;
    LoadPipeline pipeline(zone, options);
    pipeline.run(inputs.files);
    std::ranges::move(pipeline.takeRefused(), std::back_inserter(loaded.refused));
    loaded.cancelled = wasStopped || pipeline.wasStopped();
    loaded.index = pipeline.index(!loaded.cancelled);
    return loaded;
}

} // namespace limier
