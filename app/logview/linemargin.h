// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"

#include <QString>

#include <memory>
#include <vector>

namespace limier
{

/// Says in which file lines stand, and where: "mail.log.1:4711". GUI thread.
class LineMargin
{
public:
    void setIndex(std::shared_ptr<const MailIndex> index);

    /// The file's short name with ":" behind; empty where there is only one file.
    [[nodiscard]] QString fileText(LineId line) const;
    /// The number of the line in its file, from 1 on.
    [[nodiscard]] QString numberText(LineId line) const;
    /// The file's whole path and the number.
    [[nodiscard]] QString place(LineId line) const;

    /// Characters of the longest text.
    [[nodiscard]] qsizetype fileColumns() const { return m_fileColumns; }
    [[nodiscard]] qsizetype numberColumns() const { return m_numberColumns; }

private:
    std::shared_ptr<const MailIndex> m_index;
    std::vector<QString> m_names; ///< of the files
    qsizetype m_fileColumns = 0;
    qsizetype m_numberColumns = 1;
};

} // namespace limier
