// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wipe.h"

namespace limier
{

namespace
{

// Through a volatile pointer, so that the compiler does not leave out writing what nobody reads. Qt's own data() would
// copy what is shared and overwrite the copy.
template <typename Unit, typename Text>
void overwrite(Text &text)
{
    if (text.data_ptr().d_ptr() == nullptr) { // a literal, in memory that cannot be written
        text.clear();
        return;
    }
    volatile Unit *unit = const_cast<Unit *>(reinterpret_cast<const Unit *>(text.constData()));
    for (qsizetype left = text.size(); left > 0; --left) {
        *unit++ = Unit{};
    }
    text.clear();
}

} // namespace

void wipe(QByteArray &bytes)
{
    overwrite<char>(bytes);
}

void wipe(QString &text)
{
    overwrite<char16_t>(text);
}

} // namespace limier
