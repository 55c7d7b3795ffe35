// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linemargin.h"

#include "common/displaytext.h"

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

constexpr qsizetype LongestName = 18;

/// What tells files of one log apart stands at the end of their names.
QString shortName(const IndexedFile &file)
{
    QString name = displayText(file.input.path);
    name = name.mid(name.lastIndexOf(u'/') + 1);
    return name.size() > LongestName ? u'…' + name.right(LongestName - 1) : name;
}

} // namespace

void LineMargin::setIndex(std::shared_ptr<const MailIndex> index)
{
    m_index = std::move(index);
    m_names.clear();
    m_fileColumns = 0;
    m_numberColumns = 1;
    if (!m_index) {
        return;
    }
    for (const IndexedFile &file : m_index->files()) {
        m_numberColumns = std::max(m_numberColumns, QString::number(file.lines).size());
        m_names.push_back(shortName(file));
        m_fileColumns = std::max(m_fileColumns, m_names.back().size() + 1);
    }
    if (m_names.size() < 2) {
        m_fileColumns = 0;
    }
}

QString LineMargin::fileText(LineId line) const
{
    return m_fileColumns == 0 ? QString() : m_names[limier::place(m_index->fileOf(line))] + u':';
}

QString LineMargin::numberText(LineId line) const
{
    return QString::number(m_index->numberInFile(line));
}

QString LineMargin::place(LineId line) const
{
    const IndexedFile &file = m_index->files()[limier::place(m_index->fileOf(line))];
    return displayText(file.input.path) + u':' + numberText(line);
}

} // namespace limier
