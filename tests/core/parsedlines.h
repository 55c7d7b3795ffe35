// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/postfixparser.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <utility>

/// Lines for the tests of the parser, and what it reads in them as text.
namespace parsedlines
{

/// A line as a row's text names it: "smtpd: 4A10000001: client=…".
inline std::string lineOf(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    return "May  5 10:00:00 mx1 postfix/" + text.left(colon).toStdString() + "[501]" + text.mid(colon).toStdString()
        + "\n";
}

/// The texts of an event, separated by "|"; absent ones are empty.
inline QString textsOf(const limier::ParsedChunk &chunk, const limier::Event &event)
{
    QStringList texts;
    for (std::size_t i = event.firstText; i < chunk.texts.size(); ++i) {
        const std::string_view text = chunk.view(chunk.texts[i]);
        texts << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    return texts.join(u'|');
}

inline QString idOf(const limier::ParsedChunk &chunk, limier::QueueId id)
{
    if (id.isEmpty()) {
        return {};
    }
    return QString::fromStdString(id.isLong() ? std::string(chunk.view(chunk.longIds[id.place()])) : id.shortText());
}

/// The names of the flags of a delivery.
inline QString flagsOf(const limier::Event &event)
{
    using limier::Event;
    constexpr std::pair<std::uint8_t, const char *> Names[] = {
        {Event::LoopbackRelay, "loopback"}, {Event::RemoteRelay, "remote"},       {Event::HasOrigTo, "orig_to"},
        {Event::Forwarded, "forwarded"},    {Event::ThroughPipe, "through pipe"},
    };
    QStringList flags;
    for (const auto &[flag, name] : Names) {
        if ((event.flags & flag) != 0) {
            flags << QString::fromLatin1(name);
        }
    }
    return flags.join(u' ');
}

inline limier::ParsedChunk parse(std::string_view text)
{
    limier::ParsedChunk chunk;
    chunk.text = text;
    limier::PostfixParser().parse(chunk);
    return chunk;
}

} // namespace parsedlines
