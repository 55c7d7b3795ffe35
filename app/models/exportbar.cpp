// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exportbar.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "models/tablemodel.h"
#include "report/sentences.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace limier
{

ExportBar::ExportBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_stop(new QToolButton(this))
{
    constexpr int ProgressInterval = 100; // milliseconds
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stop->setAutoRaise(true);
    m_stop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text, 1);
    layout->addWidget(m_stop);
    m_timer.setInterval(ProgressInterval);
    connect(&m_timer, &QTimer::timeout, this, &ExportBar::showProgress);
    connect(m_stop, &QToolButton::clicked, this, &ExportBar::stop);
    connect(&m_worker, &NewestWorker::busyChanged, this, [this](bool isBusy) {
        isBusy ? m_timer.start() : m_timer.stop();
        retranslate();
    });
    connect(&Theme::instance(), &Theme::changed, this, &ExportBar::retranslate);
    retranslate();
    hide();
}

void ExportBar::copy(TableExtract extract)
{
    const std::size_t wanted = extract.rows->size();
    if (wanted > MostCopied) {
        extract.rows =
            std::make_shared<std::vector<std::uint32_t>>(extract.rows->begin(), extract.rows->begin() + MostCopied);
    }
    constexpr std::size_t MostAtOnce = 500; // some milliseconds
    if (wanted <= MostAtOnce) {
        takeCopy(toTabSeparated(extract), wanted, wanted);
        return;
    }
    m_done = nullptr;
    say(tr("Copying…"));
    m_worker.start([this, extract = std::move(extract), wanted](const std::stop_token &stop) -> NewestWorker::Delivery {
        QString text = toTabSeparated(extract, stop);
        const std::size_t rows = extract.rows->size();
        return [this, text = std::move(text), rows, wanted] { takeCopy(text, rows, wanted); };
    });
}

void ExportBar::takeCopy(const QString &text, std::size_t rows, std::size_t wanted)
{
    QGuiApplication::clipboard()->setText(text);
    const QString copied = tr("%Ln row(s) copied.", nullptr, pluralCount(rows));
    say(rows < wanted ? copied + u' ' + tr("For more, export them.") : copied);
    Q_EMIT finished();
}

void ExportBar::exportTo(const QString &path, TableExtract extract)
{
    m_done = std::make_shared<std::atomic<std::size_t>>(0);
    m_total = extract.rows->size();
    say(tr("Exporting…"));
    m_worker.start([this, path, extract = std::move(extract),
                    done = m_done](const std::stop_token &stop) -> NewestWorker::Delivery {
        const auto outcome = writeCsv(extract, path, *done, stop);
        const std::size_t rows = extract.rows->size();
        return [this, path, rows, outcome] { takeExport(path, rows, outcome); };
    });
}

void ExportBar::takeExport(const QString &path, std::size_t rows, const std::expected<CsvOutcome, QString> &outcome)
{
    const QString name = displayText(QDir::toNativeSeparators(path).toStdString());
    if (!outcome) {
        say(tr("%1 could not be written: %2").arg(name, outcome.error()));
    } else {
        say(tr("%Ln row(s) exported to %1.", nullptr, pluralCount(rows)).arg(name));
    }
    Q_EMIT finished();
}

void ExportBar::say(const QString &text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void ExportBar::showProgress()
{
    if (m_done && m_total > 0) {
        m_text->setText(tr("Exporting… %1").arg(displayShare(*m_done, m_total)));
    }
}

void ExportBar::stop()
{
    const bool wasBusy = m_worker.isBusy();
    m_worker.drop();
    say(wasBusy ? tr("Stopped.") : QString());
    if (wasBusy) {
        Q_EMIT finished();
    }
}

void ExportBar::retranslate()
{
    const bool isBusy = m_worker.isBusy();
    m_stop->setText(isBusy ? tr("Stop") : tr("Close"));
    m_stop->setIcon(Theme::instance().icon(isBusy ? QStringLiteral("process-stop") : QStringLiteral("window-close")));
}

void ExportBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace limier
