// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/displaysettings.h"
#include "investigation/investigation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string_view>

namespace limier
{

/// The log that the program ships.
inline QString sampleLog()
{
    return QStringLiteral(LIMIER_TEST_DATA "/../../resources/sample/mail.log.gz");
}

/// An investigation of a log, as a window has it. Times are in UTC.
class OpenedLog
{
public:
    OpenedLog() { display.setZone(DisplaySettings::Zone::Utc); }

    /// Opens a log of this text and waits until the views could show it whole. False if that takes too long.
    [[nodiscard]] bool open(std::string_view text)
    {
        const QString path = m_folder.filePath(QStringLiteral("mail.log"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) >= 0
            && file.flush() && openPaths({path});
    }
    [[nodiscard]] bool openPaths(const QStringList &paths)
    {
        investigation.open(paths, QStringLiteral("UTC"));
        return settle();
    }
    /// True when the evaluation is that of the whole log and of the current filter.
    [[nodiscard]] bool isSettled()
    {
        const auto &evaluation = investigation.evaluation();
        return evaluation && evaluation->index().isComplete()
            && evaluation->filter() == investigation.filters().current() && evaluation->countBy == display.countBy();
    }
    /// Waits until the views could show the current filter.
    [[nodiscard]] bool settle()
    {
        const bool isThere = QTest::qWaitFor([this] { return isSettled(); }, 30000);
        QCoreApplication::processEvents(); // some views take a turn of the event loop of their own
        return isThere;
    }
    [[nodiscard]] const Evaluation &evaluation() const { return *investigation.evaluation(); }

    DisplaySettings display;
    Investigation investigation{display};

private:
    QTemporaryDir m_folder;
};

} // namespace limier
