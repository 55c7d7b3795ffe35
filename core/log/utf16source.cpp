// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/utf16source.h"

#include <utility>

namespace limier
{

Utf16Source::Utf16Source(std::unique_ptr<ByteSource> inner, bool littleEndian)
    : ConvertingSource(std::move(inner))
    , m_decoder(littleEndian ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE)
{
}

void Utf16Source::convert(std::string_view bytes, std::string &text)
{
    const QString decoded = m_decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    text += decoded.toUtf8();
}

void Utf16Source::finish(std::string & /*text*/) { }

} // namespace limier
