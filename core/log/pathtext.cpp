// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/pathtext.h"

#include <QString>

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
    return QString::fromStdString(path.native()).toStdString();
#else
    return QString::fromStdWString(path.wstring()).toStdString();
#endif
}

} // namespace limier
