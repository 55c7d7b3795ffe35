// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/error.h"

namespace limier
{

const char *errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::NotReadable:
        return "not-readable";
    case ErrorCode::NotAFile:
        return "not-a-file";
    case ErrorCode::Empty:
        return "empty";
    case ErrorCode::Binary:
        return "binary";
    case ErrorCode::NotAMailLog:
        return "not-a-mail-log";
    case ErrorCode::OtherMailer:
        return "other-mailer";
    case ErrorCode::NoLogInFolder:
        return "no-log-in-folder";
    case ErrorCode::FolderTooLarge:
        return "folder-too-large";
    case ErrorCode::LinkLoop:
        return "link-loop";
    case ErrorCode::Duplicate:
        return "duplicate";
    case ErrorCode::Overlap:
        return "overlap";
    case ErrorCode::TruncatedCompression:
        return "truncated-compression";
    case ErrorCode::CorruptCompression:
        return "corrupt-compression";
    case ErrorCode::UnsupportedCompression:
        return "unsupported-compression";
    case ErrorCode::TrailingGarbage:
        return "trailing-garbage";
    case ErrorCode::CorruptArchive:
        return "corrupt-archive";
    case ErrorCode::TooLarge:
        return "too-large";
    case ErrorCode::TooManyLines:
        return "too-many-lines";
    case ErrorCode::OutOfMemory:
        return "out-of-memory";
    case ErrorCode::LineTooLong:
        return "line-too-long";
    case ErrorCode::FileShrank:
        return "file-shrank";
    case ErrorCode::FileGrew:
        return "file-grew";
    case ErrorCode::FileReplaced:
        return "file-replaced";
    case ErrorCode::ReadFailed:
        return "read-failed";
    case ErrorCode::Cancelled:
        return "cancelled";
    }
    return "unknown";
}

bool losesData(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Duplicate:
    case ErrorCode::Overlap:
    case ErrorCode::LinkLoop:
    case ErrorCode::Empty:
    case ErrorCode::FileGrew:
    case ErrorCode::TrailingGarbage:
        return false;
    default:
        return true;
    }
}

} // namespace limier
