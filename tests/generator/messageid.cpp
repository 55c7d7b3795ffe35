// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messageid.h"

#include "timetext.h"
#include "world.h"

namespace limier::generator
{

namespace
{

void addHex(std::string &id, int digits, Random &random)
{
    for (; digits > 0; digits -= 16) {
        std::uint64_t bits = random.next();
        for (int i = 0; i < std::min(digits, 16); ++i, bits >>= 4) {
            id += "0123456789abcdef"[bits & 15];
        }
    }
}

void addUuid(std::string &id, Random &random)
{
    addHex(id, 8, random);
    for (const int digits : {4, 4, 4, 12}) {
        id += '-';
        addHex(id, digits, random);
    }
}

/// "2026-06-01T08:30:00Z" as "20260601083000".
void addDigits(std::string &id, std::int64_t time)
{
    for (const char c : utcText(time)) {
        if (c >= '0' && c <= '9') {
            id += c;
        }
    }
}

} // namespace

void writeMessageIdText(std::string &id, IdStyle style, const MessageIdParts &parts, Random &random)
{
    id = '<';
    switch (style) {
    case IdStyle::Uuid:
        addUuid(id, random);
        id.append("@").append(parts.domain);
        break;
    case IdStyle::Webmail:
        addHex(id, 16, random);
        id += '.';
        addHex(id, 8, random);
        id.append("@").append(World::OwnDomain);
        break;
    case IdStyle::Outlook:
        id += "AM6PR04MB";
        addHex(id, 16, random);
        id.append("@AM6PR04MB").append(std::to_string(1000 + random.below(9000)));
        id += ".eurprd04.officecloud.example";
        break;
    case IdStyle::BigMail:
        id += "CA+";
        addHex(id, 27, random);
        id += "@mail.bigmail.example";
        break;
    case IdStyle::Postfix:
        addDigits(id, parts.time);
        id.append(".").append(parts.queueId).append("@").append(World::OwnHost);
        break;
    }
    id += '>';
}

} // namespace limier::generator
