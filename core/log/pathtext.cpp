// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/pathtext.h"

#include <QString>

#include <algorithm>

namespace limier
{

std::filesystem::path pathFromText(std::string_view text)
{
#ifdef Q_OS_UNIX
    return {std::string(text)};
#else
    return {std::u8string(text.begin(), text.end())};
#endif
}

std::string textOfPath(const std::filesystem::path &path)
{
#ifdef Q_OS_UNIX
    const std::string &bytes = path.native();
    const bool isAscii = std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return isAscii ? bytes : QString::fromStdString(bytes).toStdString();
#else
    return QString::fromStdWString(path.wstring()).toStdString();
#endif
}

} // namespace limier
