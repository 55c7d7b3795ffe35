// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/convertingsource.h"

#include <QStringDecoder>

namespace limier
{

/// UTF-16 with a byte order mark, as Windows programs export it, as UTF-8. What is no UTF-16 becomes U+FFFD.
class Utf16Source final : public ConvertingSource
{
public:
    Utf16Source(std::unique_ptr<ByteSource> inner, bool littleEndian);

private:
    void convert(std::string_view bytes, std::string &text) override;
    void finish(std::string &text) override;

    QStringDecoder m_decoder;
};

} // namespace limier
