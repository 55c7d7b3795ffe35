// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace limier
{

/// A mail with three recipients that passes a content filter: one is sent, one deferred twice, one bounces; then a mail
/// whose names are meant to do harm.
inline constexpr char FilteredMail[] =
    R"(2026-06-13T22:10:05.000000+02:00 mail postfix/smtpd[100]: 1A2B3C4D5E: client=dsl.example.net[203.0.113.9], sasl_method=LOGIN, sasl_username=admin
2026-06-13T22:10:05.100000+02:00 mail postfix/cleanup[101]: 1A2B3C4D5E: message-id=<one@acme.tld>
2026-06-13T22:10:05.200000+02:00 mail postfix/qmgr[102]: 1A2B3C4D5E: from=<info@acme.tld>, size=120000, nrcpt=3 (queue active)
2026-06-13T22:10:06.000000+02:00 mail postfix/smtpd[104]: 2B3C4D5E6F: client=localhost[127.0.0.1], orig_queue_id=1A2B3C4D5E, orig_client=dsl.example.net[203.0.113.9]
2026-06-13T22:10:06.100000+02:00 mail postfix/cleanup[101]: 2B3C4D5E6F: message-id=<one@acme.tld>
2026-06-13T22:10:06.200000+02:00 mail postfix/qmgr[102]: 2B3C4D5E6F: from=<info@acme.tld>, size=120400, nrcpt=3 (queue active)
2026-06-13T22:10:06.300000+02:00 mail postfix/smtp[103]: 1A2B3C4D5E: to=<a@example.com>, relay=127.0.0.1[127.0.0.1]:10024, delay=1.3, delays=0.2/0.01/0.05/1.04, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 2B3C4D5E6F)
2026-06-13T22:10:06.300000+02:00 mail postfix/smtp[103]: 1A2B3C4D5E: to=<b@example.com>, relay=127.0.0.1[127.0.0.1]:10024, delay=1.3, delays=0.2/0.01/0.05/1.04, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 2B3C4D5E6F)
2026-06-13T22:10:06.300000+02:00 mail postfix/smtp[103]: 1A2B3C4D5E: to=<c@acme.tld>, relay=127.0.0.1[127.0.0.1]:10024, delay=1.3, delays=0.2/0.01/0.05/1.04, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 2B3C4D5E6F)
2026-06-13T22:10:06.310000+02:00 mail postfix/qmgr[102]: 1A2B3C4D5E: removed
2026-06-13T22:10:07.000000+02:00 mail postfix/smtp[105]: 2B3C4D5E6F: to=<a@example.com>, relay=mx.example.com[198.51.100.1]:25, delay=1.1, delays=0.2/0.05/0.4/0.45, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 99AA88BB)
2026-06-13T22:10:07.100000+02:00 mail postfix/smtp[105]: 2B3C4D5E6F: to=<b@example.com>, relay=mx.example.com[198.51.100.1]:25, delay=1.2, delays=0.2/0.05/0.4/0.55, dsn=5.1.1, status=bounced (host mx.example.com[198.51.100.1] said: 550 5.1.1 <b@example.com>: no such user (in reply to RCPT TO command))
2026-06-13T22:10:08.000000+02:00 mail postfix/lmtp[106]: 2B3C4D5E6F: to=<carol@box.acme.tld>, orig_to=<c@acme.tld>, relay=box[10.0.0.6]:2400, delay=2, delays=0.2/0.05/1.7/0.05, dsn=4.2.0, status=deferred (host box[10.0.0.6] said: 451 4.2.0 try later (in reply to RCPT TO command))
2026-06-13T22:20:08.000000+02:00 mail postfix/lmtp[107]: 2B3C4D5E6F: to=<carol@box.acme.tld>, orig_to=<c@acme.tld>, relay=box[10.0.0.6]:2400, delay=602, delays=0.2/600/1.7/0.1, dsn=4.2.0, status=deferred (host box[10.0.0.6] said: 451 4.2.0 try later (in reply to RCPT TO command))
2026-06-14T09:00:00.000000+02:00 mail postfix/smtpd[110]: 3C4D5E6F70: client=unknown[192.0.2.7], sasl_method=LOGIN, sasl_username=<img src=x>
2026-06-14T09:00:00.100000+02:00 mail postfix/cleanup[111]: 3C4D5E6F70: message-id=<b>bold</b>
2026-06-14T09:00:00.200000+02:00 mail postfix/qmgr[102]: 3C4D5E6F70: from=<=cmd()@evil.tld>, size=900, nrcpt=1 (queue active)
2026-06-14T09:00:01.000000+02:00 mail postfix/smtp[103]: 3C4D5E6F70: to=<x@example.org>, relay=mx.example.org[198.51.100.7]:25, delay=1, delays=0.1/0/0.5/0.4, dsn=2.0.0, status=sent (250 <img src=x> )"
    "\x1b[2J\xe2\x80\xae"
    R"(txt)
2026-06-14T09:00:01.100000+02:00 mail postfix/qmgr[102]: 3C4D5E6F70: removed
)";

} // namespace limier
