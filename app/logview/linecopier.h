// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logtext.h"
#include "logview/linelist.h"
#include "logview/newestjob.h"

#include <QObject>

#include <memory>

namespace limier
{

/**
 * Puts lines on the clipboard: whole ones, with harmful characters visible as they are shown. GUI thread; reads on a
 * thread of its own.
 */
class LineCopier : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MostLines = 100'000;
    static constexpr qsizetype MostCharacters = 32 << 20;

    using QObject::QObject;

    /// The @p count lines of @p list from @p firstRow on; at most MostLines and MostCharacters of them.
    void copy(const std::shared_ptr<const LogText> &text, const LineList &list, std::size_t firstRow,
              std::size_t count);

Q_SIGNALS:
    /// So many lines are on the clipboard now, of so many that were asked for.
    void copied(std::size_t lines, std::size_t asked);

private:
    NewestJob m_job;
};

} // namespace limier
