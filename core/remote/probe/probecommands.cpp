// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/serverfacts.h"

#include <array>

namespace limier
{

namespace
{

constexpr std::size_t KiB = 1024;

// One postconf for all of them: what a version does not know it only warns of. -x (Postfix 2.10) resolves $names.
constexpr const char *SettingsScript =
    R"sh(command -v postconf >/dev/null 2>&1 || exit 127
s='mail_version mynetworks mynetworks_style relayhost relay_domains mydestination mydomain myhostname inet_interfaces
smtpd_recipient_restrictions smtpd_relay_restrictions smtpd_client_restrictions smtpd_sender_restrictions
smtpd_sasl_auth_enable smtpd_tls_auth_only content_filter message_size_limit default_process_limit
smtpd_client_message_rate_limit smtpd_client_connection_rate_limit maximal_queue_lifetime queue_directory
maillog_file enable_long_queue_ids compatibility_level'
postconf -x $s 2>&1 || postconf $s 2>&1)sh";

constexpr const char *QueueScript =
    R"sh(q=$(postconf -h queue_directory 2>/dev/null)
q=${q:-/var/spool/postfix}
echo "time $(date +%s)"
if [ -r "$q/deferred" ] && [ -x "$q/deferred" ]; then
    for d in incoming active deferred hold maildrop; do
        [ -d "$q/$d" ] && echo "$d $(find "$q/$d" -type f | wc -l)"
    done
    exit 0
fi
command -v postqueue >/dev/null 2>&1 || { echo "unreadable $q"; exit 0; }
postqueue -p 2>&1 | awk '
/^[0-9A-Za-z]+[*!#]* +[0-9]+ (Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z][a-z] [ 0-9][0-9] [0-9][0-9]:/ {
    if ($1 ~ /[*]/) a++; else if ($1 ~ /!/) h++; else d++
}
/^postqueue: / { print }
/^Mail queue is empty/ { e = 1 }
/^-- / { e = 1; print "summary " $0 }
END { if (e) printf "active %d\ndeferred %d\nhold %d\n", a, d, h }')sh";

// Comments end at a line's begin only: a # within a line may be part of a template.
constexpr const char *LogConfigurationScript =
    R"sh(cat /etc/rsyslog.conf /etc/rsyslog.d/*.conf /etc/syslog-ng/syslog-ng.conf /etc/syslog-ng/conf.d/*.conf \
    /etc/syslog.conf 2>/dev/null | sed -e 's/^[[:space:]]*//' | grep -v -e '^#' -e '^$'
exit 0)sh";

constexpr const char *LogsScript =
    R"sh(IFS='
'
p=$({
    printf '%s\n' /var/log/mail.log /var/log/maillog /var/log/mail /var/log/mail.info /var/log/postfix.log \
        /var/log/syslog /var/log/messages
    postconf -xh maillog_file 2>/dev/null
    cat /etc/rsyslog.conf /etc/rsyslog.d/*.conf /etc/syslog-ng/syslog-ng.conf /etc/syslog-ng/conf.d/*.conf \
        /etc/syslog.conf 2>/dev/null | grep -v '^[[:space:]]*#' | grep -oE '/[A-Za-z0-9_.+/-]+' |
        grep -vE '^/(dev|proc|sys|run|usr|bin|sbin|lib|etc|tmp)(/|$)'
} | sort -u | head -n 200)
o=$(cat /etc/logrotate.conf /etc/logrotate.d/* 2>/dev/null |
    sed -n 's/^[[:space:]]*olddir[[:space:]]\{1,\}//p' | sort -u | head -n 20)
set --
for f in $p; do
    b=${f%.log}
    for g in "$f" "$f".* "$f"-* "$b"-*.log* "$b"_*.log*; do
        [ -f "$g" ] && set -- "$@" "$g"
    done
    for d in $o; do
        case $d in /*) ;; *) d=${f%/*}/$d ;; esac
        for g in "$d/${f##*/}"*; do
            [ -f "$g" ] && set -- "$@" "$g"
        done
    done
    [ $# -gt 2000 ] && break
done
for g in "$@"; do
    [ -r "$g" ] || printf 'unreadable %s\n' "$g"
done
[ $# -eq 0 ] || stat -Lc 'file %s %i %Y %n' -- "$@"
exit 0)sh";

constexpr const char *PackagesScript =
    R"sh(if command -v dpkg-query >/dev/null 2>&1; then
    dpkg-query -W -f '${Package} ${Version} ${Status}\n' bm-core bm-postfix bm-node bm-milter bm-cli bm-kapacitor
elif command -v rpm >/dev/null 2>&1; then
    rpm -q --qf '%{NAME} %{VERSION}-%{RELEASE} install ok installed\n' \
        bm-core bm-postfix bm-node bm-milter bm-cli bm-kapacitor
fi
[ -e /etc/bm/bm.ini ] && echo /etc/bm/bm.ini
command -v bm-cli
command -v kapacitor
exit 0)sh";

constexpr std::array Commands{
    ProbeCommand{
        "clock",
        "The server's clock, at the beginning and at the end of a script, to compare it with this computer's",
        "date +%s.%N",
        RunAs::Login,
        5,
        KiB,
        true,
    },
    ProbeCommand{"account", "The account that logged in", "id -un", RunAs::Login, 5, KiB, true},
    ProbeCommand{
        "system",
        "The system",
        "cat /etc/os-release 2>/dev/null || cat /usr/lib/os-release 2>/dev/null || cat /etc/redhat-release",
        RunAs::Login,
        5,
        16 * KiB,
    },
    ProbeCommand{"kernel", "The kernel", "uname -srm", RunAs::Login, 5, KiB},
    ProbeCommand{"host-name", "The host's name", "uname -n; hostname -f", RunAs::Login, 3, KiB},
    ProbeCommand{
        "time-zone",
        "The time zone that the log is written in",
        "readlink /etc/localtime || cat /etc/timezone 2>/dev/null || timedatectl | grep -i 'time zone'; date +'now %z'",
        RunAs::Login,
        5,
        4 * KiB,
        true,
    },
    ProbeCommand{
        "addresses",
        "The addresses of its interfaces",
        "ip -o addr show scope global 2>/dev/null || hostname -I",
        RunAs::Login,
        5,
        64 * KiB,
    },
    ProbeCommand{
        "tools",
        "With what logs can be compressed on their way, at what priority",
        "for t in zstd gzip nice ionice; do command -v $t >/dev/null 2>&1 && echo $t; done; exit 0",
        RunAs::Login,
        5,
        KiB,
        true,
    },
    ProbeCommand{"postfix-settings", "Postfix's version and the settings that matter", SettingsScript, RunAs::Root, 10,
                 256 * KiB, true},
    ProbeCommand{"queue",
                 "The length of the queues: files are counted, or without the right to that the lines of postqueue",
                 QueueScript, RunAs::Root, 20, 16 * KiB},
    ProbeCommand{
        "disk",
        "Free disk where the queue lies",
        "q=$(postconf -h queue_directory 2>/dev/null); df -Pk -- \"${q:-/var/spool/postfix}\" || df -Pk /",
        RunAs::Root,
        5,
        4 * KiB,
    },
    ProbeCommand{"log-configuration", "Where the log daemon writes the mail log", LogConfigurationScript, RunAs::Root,
                 5, 256 * KiB, true},
    ProbeCommand{"logs", "The log files that may be meant, and those rotated from them", LogsScript, RunAs::Root, 15,
                 512 * KiB, true},
    ProbeCommand{
        "journal",
        "Whether journald has a mail log: its last line",
        "command -v journalctl >/dev/null 2>&1 || exit 0; "
        "journalctl -q --no-pager -n 1 -o short-unix SYSLOG_FACILITY=2; exit 0",
        RunAs::Root,
        10,
        16 * KiB,
    },
    ProbeCommand{"packages", "BlueMind's version, and which of its tools are there (none of them is started)",
                 PackagesScript, RunAs::Root, 10, 16 * KiB},
};

} // namespace

std::span<const ProbeCommand> probeCommands()
{
    return Commands;
}

} // namespace limier
