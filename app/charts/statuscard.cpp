// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/statuscard.h"

#include "charts/charttext.h"
#include "charts/rankedlist.h"
#include "charts/swatch.h"
#include "charts/termmenu.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

ShareBar::ShareBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBar::setParts(std::vector<RankedEntry::Part> parts)
{
    m_parts = std::move(parts);
    update();
}

QSize ShareBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 5 / 4};
}

std::vector<QRectF> ShareBar::places() const
{
    std::uint64_t whole = 0;
    for (const RankedEntry::Part &part : m_parts) {
        whole += part.value;
    }
    std::vector<QRectF> places;
    double x = 0;
    for (const RankedEntry::Part &part : m_parts) {
        const double share = whole == 0 ? 0 : static_cast<double>(part.value) / static_cast<double>(whole);
        places.emplace_back(x, 0, share * width(), height());
        x += share * width();
    }
    return places;
}

void ShareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), shadeOf(*this, 0.1));
    const std::vector<QRectF> at = places();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].value == 0) {
            continue;
        }
        // What is there is seen, however little it is.
        QRectF place = at[i];
        place.setWidth(std::max(place.width(), 2.0));
        painter.fillRect(place, m_parts[i].brush);
        const QString text = m_parts[i].name;
        const double needed = fontMetrics().horizontalAdvance(text) + fontMetrics().height();
        if (needed <= place.width()) {
            const QRectF label(place.center().x() - needed / 2, 0, needed, height());
            // On its own ground, because the fill has a texture.
            painter.fillRect(label.adjusted(0, 2, 0, -2), palette().color(QPalette::Base));
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine, text);
        }
    }
}

bool ShareBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::vector<QRectF> at = places();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (at[i].contains(help->pos())) {
            const QString line = tr("%1: %2", "name, figure").arg(m_parts[i].name, displayNumber(m_parts[i].value));
            QToolTip::showText(help->globalPos(), toolTipOf({line}), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

StatusCard::StatusCard(Investigation &investigation, QWidget *parent)
    : Card(parent)
    , m_bar(new ShareBar(this))
    , m_list(new RankedList(this))
{
    m_list->setRows(5);
    body().addWidget(m_bar);
    body().addWidget(m_list);
    body().addStretch(1);
    connect(m_list, &RankedList::chosen, this, [&investigation](const RankedEntry &entry) {
        if (entry.term) {
            investigation.filters().add(*entry.term);
        }
    });
    m_list->setMenu([&investigation](QMenu &menu, const RankedEntry &entry) {
        if (entry.term) {
            TermMenu::addActions(menu, investigation, *entry.term);
        }
    });
}

void StatusCard::fill(const std::shared_ptr<const Evaluation> &evaluation)
{
    setTitle(tr("What became of it"));
    const Traffic total = evaluation ? evaluation->activity.total : Traffic();
    const Outcome &outcome = total.outcome;
    // Deferred recipients are queued too.
    const std::uint64_t untried = total.queued - std::min(total.queued, outcome.deferred);
    const QColor expired = Theme::instance().color(Tone::Bounced).darker(150);
    std::vector<RankedEntry> entries;
    const auto add = [&entries](const QString &name, const QBrush &brush, std::uint64_t value, const char *status) {
        RankedEntry entry{name, {}, brush, {{brush, name, value}}, {}};
        if (status) {
            entry.term = FilterTerm{FilterField::Status, false, status};
        }
        entries.push_back(std::move(entry));
    };
    add(tr("Sent"), toneBrush(Tone::Sent), outcome.sent, "sent");
    add(tr("Deferred"), toneBrush(Tone::Deferred), outcome.deferred, "deferred");
    add(tr("Bounced"), toneBrush(Tone::Bounced), outcome.bounced, "bounced");
    add(tr("Expired"), texturedBrush(expired, Texture::Grid), outcome.expired, "expired");
    add(tr("Queued, not tried yet"), toneBrush(Tone::Neutral), untried, nullptr);
    std::vector<RankedEntry::Part> parts;
    std::uint64_t whole = 0;
    QStringList figures;
    for (const RankedEntry &entry : entries) {
        parts.push_back(entry.parts.front());
        whole += entry.value();
    }
    for (const RankedEntry &entry : entries) {
        figures.append(tr("%1: %2", "name, figure").arg(entry.name, displayShare(entry.value(), whole)));
    }
    setNote(tr("%Ln recipient(s)", nullptr, static_cast<int>(std::min<std::uint64_t>(whole, 2'000'000'000))));
    m_bar->setAccessibleName(title());
    m_bar->setAccessibleDescription(figures.join(QStringLiteral(", ")));
    m_list->setAccessibleName(title());
    m_list->setAccessibleDescription(m_bar->accessibleDescription());
    m_bar->setParts(std::move(parts));
    m_list->setEntries(std::move(entries), whole);
}

} // namespace limier
