// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sentences.h"

#include "report/safetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <string_view>

namespace limier
{

namespace
{

class ErrorSentences
{
    Q_DECLARE_TR_FUNCTIONS(ErrorSentences)

public:
    ErrorSentences(const Error &error, SentenceForm form)
        : m_error(error)
        , m_form(form)
    {
    }

    [[nodiscard]] QString sentence() const;

private:
    [[nodiscard]] QString ofMissing() const;
    [[nodiscard]] QString ofContent() const;
    [[nodiscard]] QString ofSet() const;
    [[nodiscard]] QString ofCompression() const;
    [[nodiscard]] QString ofReading() const;
    [[nodiscard]] QString ofLines() const;

    [[nodiscard]] QString quoted(std::string_view name) const;
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString size(std::int64_t bytes) const;

    const Error &m_error;
    SentenceForm m_form;
};

QString ErrorSentences::sentence() const
{
    switch (m_error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::NotReadable:
    case ErrorCode::NotAFile:
        return ofMissing();
    case ErrorCode::Empty:
    case ErrorCode::Binary:
    case ErrorCode::NotAMailLog:
    case ErrorCode::OtherMailer:
        return ofContent();
    case ErrorCode::NoLogInFolder:
    case ErrorCode::FolderTooLarge:
    case ErrorCode::LinkLoop:
    case ErrorCode::Duplicate:
    case ErrorCode::Overlap:
        return ofSet();
    case ErrorCode::TruncatedCompression:
    case ErrorCode::CorruptCompression:
    case ErrorCode::UnsupportedCompression:
    case ErrorCode::TrailingGarbage:
    case ErrorCode::CorruptArchive:
    case ErrorCode::TooLarge:
        return ofCompression();
    case ErrorCode::LineTooLong:
    case ErrorCode::TooManyLines:
    case ErrorCode::OutOfMemory:
        return ofLines();
    case ErrorCode::FileShrank:
    case ErrorCode::FileGrew:
    case ErrorCode::FileReplaced:
    case ErrorCode::ReadFailed:
    case ErrorCode::Cancelled:
        return ofReading();
    }
    return {};
}

QString ErrorSentences::ofMissing() const
{
    switch (m_error.code) {
    case ErrorCode::NotFound:
        return tr("%1 does not exist. Check the path.").arg(subject());
    case ErrorCode::NotReadable:
        return tr("%1 cannot be read: %2. Run Limier as a user who may read it, or copy the log to where you may.")
            .arg(subject(), detail());
    default:
        return tr("%1 is neither a file nor a folder. Give files, folders, or “-” for the standard input.")
            .arg(subject());
    }
}

QString ErrorSentences::ofContent() const
{
    switch (m_error.code) {
    case ErrorCode::Empty:
        if (m_error.subject == "-") {
            return tr("%1 is empty. Check the command that writes to it.").arg(subject());
        }
        return tr("%1 is empty. If the log has just been rotated, open the older file as well.").arg(subject());
    case ErrorCode::Binary:
        return tr("%1 holds neither text nor anything compressed that Limier knows. Give the log as text, or "
                  "compressed by gzip, bzip2, xz or zstd.")
            .arg(subject());
    case ErrorCode::NotAMailLog:
        return tr("%1 is text, but nothing in it comes from a mail server. Look for /var/log/mail.log or "
                  "/var/log/maillog.")
            .arg(subject());
    default:
        return tr("%1 is a log of %2. Limier reads only the logs of Postfix.").arg(subject(), detail());
    }
}

QString ErrorSentences::ofSet() const
{
    switch (m_error.code) {
    case ErrorCode::NoLogInFolder:
        return tr("There is no mail log in %1. Give the folder or the file that holds it.").arg(subject());
    case ErrorCode::FolderTooLarge:
        return tr("%1 holds more than %2 files; the others were not looked at. Give the logs themselves.")
            .arg(subject(), QLocale().toString(static_cast<qlonglong>(m_error.value)));
    case ErrorCode::LinkLoop:
        return tr("%1 is a symbolic link that leads back to where it came from; it was not followed. "
                  "What it leads to can be given by its own path.")
            .arg(subject());
    case ErrorCode::Overlap: {
        const auto count = static_cast<std::uint64_t>(m_error.value);
        return tr("%2 line(s) of %1 stand in other files as well; they were counted once. Nothing needs to be done.",
                  nullptr, pluralCount(count))
            .arg(subject(), QLocale().toString(static_cast<qulonglong>(count)));
    }
    default:
        return tr("%1 holds the same lines as %2; they were counted once. Nothing needs to be done.")
            .arg(subject(), quoted(m_error.detail));
    }
}

QString ErrorSentences::ofCompression() const
{
    switch (m_error.code) {
    case ErrorCode::TruncatedCompression:
        return tr("The compressed data of %1 end too early; %2 of text were read. If the file was still being "
                  "copied or written, open it again afterwards.")
            .arg(subject(), size(m_error.position));
    case ErrorCode::CorruptCompression:
        return tr("The compressed data of %1 are damaged; %2 of text were read until there. Fetch the file again.")
            .arg(subject(), size(m_error.position));
    case ErrorCode::UnsupportedCompression:
        return tr("%1 is compressed in a form that this Limier cannot read: %2. Decompress it first.")
            .arg(subject(), detail());
    case ErrorCode::TrailingGarbage:
        return tr("Something else follows the compressed data of %1, after %2 of text; it was left out. Check how "
                  "the file was made.")
            .arg(subject(), size(m_error.position));
    case ErrorCode::CorruptArchive:
        return tr("%1 is an archive that cannot be read: it is damaged or incomplete. Fetch it again, or unpack it.")
            .arg(subject());
    default:
        return tr("%1 expands to more than %2; the rest was not read. If it really is a log, decompress it and "
                  "open the result.")
            .arg(subject(), size(m_error.value));
    }
}

QString ErrorSentences::ofReading() const
{
    switch (m_error.code) {
    case ErrorCode::FileShrank:
        return tr("%1 became shorter while it was read; %2 were read. The log was probably rotated: open it again, "
                  "together with the older file.")
            .arg(subject(), size(m_error.position));
    case ErrorCode::FileGrew:
        return tr("%1 became longer while it was read; %2 of new lines were not read. Open it again to see them.")
            .arg(subject(), size(m_error.value));
    case ErrorCode::FileReplaced:
        return tr("Another file took the place of %1 while it was read. The log was probably rotated: open it again, "
                  "together with the older file.")
            .arg(subject());
    case ErrorCode::ReadFailed:
        return tr("Reading %1 failed after %2: %3. Check the disk or the network drive, then open it again.")
            .arg(subject(), size(m_error.position), detail());
    default:
        return tr("%1 was not read to its end, because you stopped it. Start again for all of it.").arg(subject());
    }
}

QString ErrorSentences::ofLines() const
{
    if (m_error.code == ErrorCode::TooManyLines) {
        return tr("After %2 lines, nearly all of them empty or a few characters long, the rest of %1 was not read. "
                  "Check whether it really is a log.")
            .arg(subject(), QLocale().toString(static_cast<qlonglong>(m_error.value)));
    }
    if (m_error.code == ErrorCode::OutOfMemory) {
        return tr("After %2 lines there was no memory left for more of %1. Close other programs, or open fewer logs at "
                  "a time.")
            .arg(subject(), QLocale().toString(static_cast<qlonglong>(m_error.value)));
    }
    const auto count = static_cast<std::uint64_t>(std::max<std::int64_t>(m_error.value, 1));
    const QLocale locale;
    return tr("%2 line(s) of %1, from line %3 on, were too long and were cut. Check whether the file is damaged.",
              nullptr, pluralCount(count))
        .arg(subject(), locale.toString(static_cast<qulonglong>(count)),
             locale.toString(static_cast<qlonglong>(m_error.position)));
}

QString ErrorSentences::quoted(std::string_view name) const
{
    return m_form == SentenceForm::Markdown
        ? QString::fromStdString(codeSpan(name))
        : tr("“%1”", "a name out of a log").arg(QString::fromStdString(visibleText(name)));
}

QString ErrorSentences::subject() const
{
    return m_error.subject == "-" ? tr("“-” (standard input)") : quoted(m_error.subject);
}

QString ErrorSentences::detail() const
{
    return QString::fromStdString(m_form == SentenceForm::Markdown ? codeSpan(m_error.detail)
                                                                   : visibleText(m_error.detail));
}

QString ErrorSentences::size(std::int64_t bytes) const
{
    return QLocale().formattedDataSize(std::max<std::int64_t>(bytes, 0), 1, QLocale::DataSizeSIFormat);
}

} // namespace

QString errorSentence(const Error &error, SentenceForm form)
{
    return ErrorSentences(error, form).sentence();
}

int pluralCount(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace limier
