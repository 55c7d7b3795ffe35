// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/recentsview.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace limier
{

namespace
{

constexpr int DetailRole = Qt::UserRole;
constexpr int PathRole = Qt::UserRole + 1;

/// A name, and under it where it lies and when it was opened.
class RecentDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem view = option;
        initStyleOption(&view, index);
        const QString name = view.text;
        view.text.clear();
        view.widget->style()->drawControl(QStyle::CE_ItemViewItem, &view, painter, view.widget);
        painter->save();
        const bool isSelected = view.state.testFlag(QStyle::State_Selected);
        QColor color = view.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const int space = view.fontMetrics.height() / 2;
        QRect row = view.rect.adjusted(space, space, -space, -space);
        row.setHeight(view.fontMetrics.lineSpacing());
        QFont bold = view.font;
        bold.setBold(true);
        drawLine(*painter, row, bold, color, name, Qt::ElideMiddle);
        color.setAlphaF(0.75F);
        for (const int role : {PathRole, DetailRole}) {
            row.translate(0, row.height());
            drawLine(*painter, row, view.font, color, index.data(role).toString(),
                     role == PathRole ? Qt::ElideMiddle : Qt::ElideRight);
        }
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.fontMetrics.averageCharWidth() * 20,
                3 * option.fontMetrics.lineSpacing() + option.fontMetrics.height()};
    }

private:
    static void drawLine(QPainter &painter, const QRect &row, const QFont &font, const QColor &color,
                         const QString &text, Qt::TextElideMode mode)
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(text, mode, row.width()));
    }
};

} // namespace

RecentsView::RecentsView(DisplaySettings &display, ServerContext context, QWidget *parent)
    : QListView(parent)
    , m_display(display)
    , m_context(std::move(context))
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new RecentDelegate(this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListView::activated, this, &RecentsView::openAt);
    connect(&m_display, &DisplaySettings::changed, this, [this] {
        if (isVisible()) {
            reload();
        }
    });
}

void RecentsView::collect()
{
    m_recents = recentInvestigations();
    m_cached = cachedServers(m_context.cacheFolder);
    for (const CachedServer &cached : m_cached) {
        const QString name = QString::fromStdString(cached.name);
        const bool isListed = std::ranges::any_of(
            m_recents, [&](const RecentInvestigation &recent) { return recent.servers.contains(name); });
        if (!isListed) {
            m_recents.push_back({.servers = {name}, .opened = QDateTime::fromSecsSinceEpoch(cached.lastUsed)});
        }
    }
}

void RecentsView::reload()
{
    const int row = currentIndex().row();
    collect();
    m_model->clear();
    for (const RecentInvestigation &recent : m_recents) {
        auto *item = new QStandardItem(recentTitle(recent));
        const QStringList &all = recent.servers.isEmpty() ? recent.paths : recent.servers;
        item->setData(place(recent), PathRole);
        item->setData(detail(recent), DetailRole);
        item->setData(QString(item->text() + u' ' + detail(recent)), Qt::AccessibleTextRole);
        item->setToolTip(plainToolTip(displayText(all.join(u' ').toStdString())));
        m_model->appendRow(item);
    }
    setAccessibleName(tr("Recent investigations"));
    setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
    Q_EMIT changed();
}

std::uint64_t RecentsView::fetchedBytes(const RecentInvestigation &recent) const
{
    std::uint64_t bytes = 0;
    for (const CachedServer &cached : m_cached) {
        bytes += recent.servers.contains(QString::fromStdString(cached.name)) ? cached.bytes : 0;
    }
    return bytes;
}

QString RecentsView::place(const RecentInvestigation &recent) const
{
    if (recent.servers.isEmpty()) {
        return displayText(QFileInfo(recent.paths.front()).path().toStdString());
    }
    const std::uint64_t bytes = fetchedBytes(recent);
    return bytes > 0 ? tr("Server · %1 fetched").arg(displaySize(bytes)) : tr("Server");
}

QString RecentsView::detail(const RecentInvestigation &recent) const
{
    const QString opened = QLocale().toString(recent.opened.toLocalTime(), QLocale::ShortFormat);
    const QString when = tr("Opened %1").arg(opened);
    if (recent.since == 0) {
        return when;
    }
    DisplaySettings zone;
    zone.setZone(m_display.zone());
    zone.setServerZone(recent.timezone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(recent.timezone.toUtf8()));
    return tr("%1 · log of %2").arg(when, zone.span(recent.since, recent.until));
}

void RecentsView::openAt(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const RecentInvestigation recent = m_recents[static_cast<std::size_t>(index.row())];
    if (recent.servers.isEmpty()) {
        Q_EMIT openRequested(recent.paths, recent.timezone);
    } else {
        Q_EMIT connectRequested(recent.servers, recent.keepsSecrets);
    }
}

void RecentsView::forget(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const RecentInvestigation recent = m_recents[static_cast<std::size_t>(index.row())];
    if (fetchedBytes(recent) > 0) {
        Q_EMIT forgetRequested(recent); // it would come back, and more goes than a line of a list
        return;
    }
    forgetInvestigation(recent);
    reload();
}

void RecentsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete) {
        forget(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void RecentsView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = isByMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid()) {
        return;
    }
    chooseFor(m_recents[static_cast<std::size_t>(index.row())],
              isByMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()), index);
}

void RecentsView::chooseFor(const RecentInvestigation &recent, const QPoint &at, const QModelIndex &index)
{
    const Theme &theme = Theme::instance();
    QMenu menu(this);
    const bool isServer = !recent.servers.isEmpty();
    const bool isFetched = fetchedBytes(recent) > 0;
    const QAction *const open = isServer ? menu.addAction(theme.icon(QStringLiteral("network-connect")), tr("Connect"))
                                         : menu.addAction(theme.icon(QStringLiteral("document-open")), tr("Open"));
    const QAction *offline = nullptr;
    if (isFetched) {
        offline = menu.addAction(theme.icon(QStringLiteral("document-open")), tr("Open What Was Fetched"));
    }
    const QAction *const remove = isFetched
        ? menu.addAction(theme.icon(QStringLiteral("edit-delete")), tr("Forget…"))
        : menu.addAction(theme.icon(QStringLiteral("list-remove")), tr("Remove from This List"));
    const QAction *const chosen = menu.exec(at);
    if (chosen == nullptr) {
        return;
    }
    if (chosen == open) {
        openAt(index);
    } else if (chosen == offline) {
        Q_EMIT offlineRequested(QStringList(recent.servers));
    } else if (chosen == remove) {
        forget(index);
    }
}

} // namespace limier
