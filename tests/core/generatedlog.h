// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generator/generator.h"
#include "index/logloader.h"
#include "report/jsonwriter.h"
#include "report/reportbuilder.h"
#include "report/textsink.h"

#include <QBuffer>
#include <QByteArray>
#include <QTest>

#include <string>
#include <string_view>
#include <vector>

/// Logs out of the generator, and what Limier says of them.
namespace generatedlog
{

/// Generates what the options of limier-generate in @p arguments ask for; the test fails if that is nothing.
inline void generate(const QByteArray &arguments, const QString &output, const QString &truth = {})
{
    const QByteArrayList words = (arguments.simplified().split(' ') << "--output" << output.toUtf8())
        << "--truth" << truth.toUtf8();
    const std::vector<std::string_view> views(words.begin(), words.end());
    const auto options = limier::generator::parseOptions(views);
    QVERIFY2(options.has_value(), options ? "" : options.error().c_str());
    const auto summary = limier::generator::generate(*options);
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().c_str());
}

/// The report on what was loaded, as JSON.
inline QByteArray json(const limier::LoadedLogs &loaded)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    limier::TextSink sink(buffer);
    writeJson(buildReport(*loaded.index, loaded.refused), sink);
    return sink.finish() ? buffer.data() : QByteArray();
}

} // namespace generatedlog
