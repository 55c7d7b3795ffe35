// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/usage.h"

#include "report/safetext.h"

#include <QCoreApplication>
#include <QStringList>

namespace limier
{

namespace
{

class Usage
{
    Q_DECLARE_TR_FUNCTIONS(Usage)

public:
    [[nodiscard]] static QString intro();
    [[nodiscard]] static QString options();
    [[nodiscard]] static QString times();
    [[nodiscard]] static QString csv();
    [[nodiscard]] static QString exitStatus();
    [[nodiscard]] static QString examples();
    [[nodiscard]] static QString wrong(const UsageError &error);
    [[nodiscard]] static QString seeHelp();
    [[nodiscard]] static QString needsDisplay();
    [[nodiscard]] static QString serverNeedsDisplay();
};

QString Usage::intro()
{
    return tr("Usage: limier [OPTION]… [PATH]…\n"
              "       limier --server [USER@]HOST[:PORT] [--since TIME] [--until TIME]\n"
              "\n"
              "Reads the mail logs of Postfix and BlueMind and shows who sends what, and from\n"
              "where. A PATH is a log (plain, or compressed by gzip, bzip2, xz or zstd), a\n"
              "folder, a tar or zip archive, an export of journalctl, or - for the standard\n"
              "input. Nothing is changed.\n"
              "\n"
              "With --server the window fetches the logs of a server over SSH, the newest lines\n"
              "first, and follows them; nothing is changed on the server either.\n"
              "\n"
              "Opens a window; with an option of the report, or without a display, writes a\n"
              "report instead.\n");
}

QString Usage::options()
{
    return tr("Options of the report:\n"
              "  --report FORM     md, to be read (the form if none is given); json, for programs;\n"
              "                    csv, for spreadsheets\n"
              "  --output FILE     write the report to FILE, which is never left half written\n"
              "  --since TIME      count only what was logged at TIME or later\n"
              "  --until TIME      count only what was logged before TIME\n"
              "  --threads N       read with N threads; otherwise with one for each core\n"
              "\n"
              "Other options:\n"
              "  --server ADDRESS  connect to the server at ADDRESS, [USER@]HOST[:PORT], in a window;\n"
              "                    HOST can be a name of ~/.ssh/config; several times: their logs are\n"
              "                    read together. Of the last 24 hours, unless --since or --until say\n"
              "                    otherwise\n"
              "  --timezone ZONE   the zone of the server, like Europe/Paris, for times without one\n"
              "                    in the logs and in TIME; otherwise that of this computer\n"
              "  --lang fr|en      the language; otherwise that of the environment\n"
              "  -h, --help        print this text\n"
              "  --version         print the version\n");
}

QString Usage::times()
{
    return tr("TIME is one of:\n"
              "  2026-06-14                   that day: with --until, its end\n"
              "  \"2026-06-14 18:30\"           that time, also with seconds\n"
              "  2026-06-14T18:30:05+02:00    the same with its zone (RFC 3339), or with Z for UTC\n"
              "  90m, 24h, 3d, 2w             that long before the last line of the logs;\n"
              "                               with --server, before now\n");
}

QString Usage::csv()
{
    return tr("The csv report is one table. Its first column, \"table\", says what a row is (total,\n"
              "input, gap, suspect, user, client, sender); columns that do not apply to it are empty.\n"
              "Times are in UTC in csv and json, in the zone of the logs in md.\n");
}

QString Usage::exitStatus()
{
    return tr("Exit status:\n"
              "  0  nothing suspicious\n"
              "  1  there are suspects\n"
              "  2  wrong usage, nothing that could be read, or a report that could not be written\n"
              "  3  some input could not be read whole, or the reading was stopped by Ctrl-C: the\n"
              "     report holds what was read and says what is missing\n");
}

QString Usage::examples()
{
    return tr("Examples:\n"
              "  limier /var/log\n"
              "  limier --server root@mail.example.com --since 3d\n"
              "  limier --report md /var/log\n"
              "  limier --since 24h --report csv --output day.csv /var/log/mail.log*\n"
              "  ssh root@server cat /var/log/mail.log | limier --timezone Europe/Paris -\n"
              "  journalctl -u 'postfix*' -o export | limier --report json -\n");
}

QString Usage::wrong(const UsageError &error)
{
    const QString option = QString::fromStdString(visibleText(error.option));
    const QString value = QString::fromStdString(visibleText(error.value));
    switch (error.kind) {
    case UsageError::Kind::UnknownOption:
        return tr("There is no option “%1”.").arg(option);
    case UsageError::Kind::MissingValue:
        return tr("The option “%1” needs a value.").arg(option);
    case UsageError::Kind::UnexpectedValue:
        return tr("The option “%1” takes no value.").arg(option);
    case UsageError::Kind::UnknownForm:
        return tr("There is no report in the form “%1”: choose md, json or csv.").arg(value);
    case UsageError::Kind::UnknownLanguage:
        return tr("Limier does not speak “%1”: choose fr or en.").arg(value);
    case UsageError::Kind::UnknownZone:
        return tr("The time zone “%1” is not known: zones have names like Europe/Paris or UTC.").arg(value);
    case UsageError::Kind::BadTime:
        return tr("“%2”, the value of “%1”, is not a time: write 2026-06-14, \"2026-06-14 18:30\", or 24h for that "
                  "long before the last line.")
            .arg(option, value);
    case UsageError::Kind::BadThreads:
        return tr("“%1” is not a number of threads from 1 to 1024.").arg(value);
    case UsageError::Kind::ServerInReport:
        return tr("“%1” asks for a report, but --server opens a window: leave one of them out.").arg(option);
    case UsageError::Kind::ServerAndPath:
        return tr("A window shows the logs of servers or those at a path: leave out --server or the paths.");
    case UsageError::Kind::NoPath:
        break;
    }
    return tr("No log was given: name files or folders, or - for the standard input.");
}

QString Usage::seeHelp()
{
    return tr("“limier --help” lists what can be given.");
}

QString Usage::needsDisplay()
{
    return tr(
        "There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set), so this is the report. For "
        "the window, start Limier in a desktop session or via ssh -X; --report md asks for the report alone.");
}

QString Usage::serverNeedsDisplay()
{
    return tr("There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set), and --server needs one. "
              "Start Limier in a desktop session or via ssh -X; without a window, ssh HOST cat /var/log/mail.log | "
              "limier --report md - makes a report.");
}

} // namespace

QString helpText()
{
    const QStringList parts{Usage::intro(), Usage::options(),    Usage::times(),
                            Usage::csv(),   Usage::exitStatus(), Usage::examples()};
    return parts.join(u'\n');
}

QString needsDisplaySentence()
{
    return Usage::needsDisplay();
}

QString serverNeedsDisplaySentence()
{
    return Usage::serverNeedsDisplay();
}

QString usageSentence(const UsageError &error)
{
    return Usage::wrong(error) + u' ' + Usage::seeHelp();
}

} // namespace limier
