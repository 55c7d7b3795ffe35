// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sourcebar.h"

#include "analysis/timeseries.h"
#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/elidedlabel.h"
#include "common/theme.h"
#include "investigation/investigation.h"
#include "report/sentences.h"
#include "server/servers.h"
#include "window/progresstext.h"
#include "window/recents.h"
#include "window/zonebutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace limier
{

SourceBar::SourceBar(Investigation &investigation, Servers &servers, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_servers(servers)
    , m_display(display)
    , m_icon(new QLabel)
    , m_title(new ElidedLabel)
    , m_span(new ElidedLabel)
    , m_partialIcon(new QLabel)
    , m_partial(new ElidedLabel)
    , m_bar(new QProgressBar)
    , m_progress(new QLabel)
    , m_cancel(new QPushButton)
    , m_add(new QPushButton)
    , m_zone(new ZoneButton(display))
{
    build();
    connect(&m_investigation, &Investigation::stateChanged, this, &SourceBar::showState);
    connect(&m_investigation, &Investigation::progressChanged, this, &SourceBar::showProgress);
    connect(&m_investigation, &Investigation::evaluated, this, &SourceBar::showSpan);
    connect(&m_display, &DisplaySettings::changed, this, &SourceBar::showSpan);
    connect(&m_servers, &Servers::changed, this, [this] {
        setIcons();
        showState();
    });
    connect(&m_servers, &Servers::stateChanged, this, &SourceBar::showPartial);
    connect(m_add, &QPushButton::clicked, this, &SourceBar::addServerRequested);
    connect(m_cancel, &QPushButton::clicked, &m_investigation, &Investigation::cancel);
    connect(&Theme::instance(), &Theme::changed, this, &SourceBar::setIcons);
    setIcons();
    retranslate();
}

void SourceBar::build()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_span->setForegroundRole(QPalette::WindowText);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(fontMetrics().averageCharWidth() * 22);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_progress->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addSpacing(fontMetrics().averageCharWidth());
    layout->addWidget(m_span);
    layout->addWidget(m_partialIcon);
    layout->addWidget(m_partial);
    layout->addStretch(1);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_add);
    layout->addWidget(m_zone);
}

void SourceBar::showState()
{
    QStringList shown;
    for (const QString &path : m_investigation.paths()) {
        shown += displayText(path.toStdString());
    }
    m_title->setText(sourceTitle(m_investigation, m_servers));
    m_add->setVisible(!m_servers.isEmpty());
    m_title->setToolTip(plainToolTip(shown.join(u'\n')).replace(u'\n', QStringLiteral("<br>")));
    showProgress();
    showSpan();
}

void SourceBar::showProgress()
{
    const bool isLoading = m_investigation.isReading();
    m_bar->setVisible(isLoading);
    m_progress->setVisible(isLoading);
    m_cancel->setVisible(isLoading);
    if (!isLoading) {
        return;
    }
    const LoadProgress &progress = m_investigation.progress();
    m_bar->setRange(0, progress.bytesTotal == 0 ? 0 : 100);
    m_bar->setValue(wholePercent(progress.bytesRead, progress.bytesTotal));
    m_progress->setText(progressText(progress, m_investigation.rate()));
}

void SourceBar::showSpan()
{
    showPartial();
    const auto &evaluation = m_investigation.evaluation();
    if (!evaluation) {
        m_span->setText({});
        return;
    }
    const MailIndex &index = evaluation->index();
    QStringList parts;
    if (const TimeRange span = spanOf(index); span.since < span.until && span.since != 0) {
        parts += m_display.span(span.since, span.until);
    }
    const std::uint64_t lines = index.lineCount();
    parts += tr("%1 line(s)", nullptr, pluralCount(lines)).arg(displayNumber(lines));
    m_span->setText(parts.join(QStringLiteral(" · ")));
}

void SourceBar::showPartial()
{
    const bool isReading = m_investigation.isReading();
    const bool isFetching = m_servers.isFetching() && m_investigation.evaluation();
    const bool isPartial = isReading || isFetching || m_investigation.state() == Investigation::State::Stopped;
    m_partialIcon->setVisible(isPartial);
    m_partial->setVisible(isPartial);
    m_partial->setText(isFetching      ? tr("Partial: still fetching")
                           : isReading ? tr("Partial: still reading")
                                       : tr("Partial: reading was stopped"));
}

QString sourceTitle(const Investigation &investigation, const Servers &connected)
{
    if (const QString title = connected.title(); !title.isEmpty()) {
        return title;
    }
    QStringList servers;
    for (const QString &server : investigation.servers()) {
        servers += displayText(server.toStdString());
    }
    return servers.isEmpty() ? pathsTitle(investigation.paths()) : servers.join(QStringLiteral(", "));
}

void SourceBar::setIcons()
{
    const Theme &theme = Theme::instance();
    const int size = fontMetrics().height();
    const auto pixmap = [&](const QString &name) {
        return theme.icon(name).pixmap(QSize(size, size), devicePixelRatio());
    };
    m_icon->setPixmap(
        pixmap(m_servers.title().isEmpty() ? QStringLiteral("text-x-log") : QStringLiteral("network-server")));
    m_add->setIcon(theme.icon(QStringLiteral("list-add")));
    m_partialIcon->setPixmap(pixmap(QStringLiteral("dialog-warning")));
    m_cancel->setIcon(theme.icon(QStringLiteral("process-stop")));
}

void SourceBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SourceBar::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop reading; what was read is kept"));
    m_add->setText(tr("Add a Server…"));
    m_add->setToolTip(tr("One more server: the logs of all are read together"));
    m_bar->setAccessibleName(tr("How much was read"));
    showState();
}

} // namespace limier
