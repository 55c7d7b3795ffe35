// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newestworker.h"
#include "models/tableextract.h"

#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QLabel;
class QToolButton;

namespace limier
{

/// Writes and copies rows on a thread of its own, and says below the table how that goes. Hidden while there is
/// nothing to say. GUI thread.
class ExportBar : public QWidget
{
    Q_OBJECT

public:
    /// As many rows at most go to the clipboard, which other programs ask for in one piece.
    static constexpr std::size_t MostCopied = 100000;

    explicit ExportBar(QWidget *parent = nullptr);

    void copy(TableExtract extract);
    void exportTo(const QString &path, TableExtract extract);

Q_SIGNALS:
    /// An export or a large copy has ended, whatever came of it.
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeCopy(const QString &text, std::size_t rows, std::size_t wanted);
    void takeExport(const QString &path, std::size_t rows, const std::expected<CsvOutcome, QString> &outcome);
    void say(const QString &text);
    void showProgress();
    void stop();
    void retranslate();

    QLabel *m_text;
    QToolButton *m_stop;
    QTimer m_timer;
    std::shared_ptr<std::atomic<std::size_t>> m_done;
    std::size_t m_total = 0;
    NewestWorker m_worker;
};

} // namespace limier
