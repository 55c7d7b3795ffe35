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

QString shownFolder(const RecentInvestigation &recent)
{
    return displayText(QFileInfo(recent.paths.front()).path().toStdString());
}

} // namespace

RecentsView::RecentsView(DisplaySettings &display, QWidget *parent)
    : QListView(parent)
    , m_display(display)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new RecentDelegate(this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListView::activated, this, &RecentsView::openAt);
    connect(&m_display, &DisplaySettings::changed, this, &RecentsView::reload);
    reload();
}

void RecentsView::reload()
{
    const int row = currentIndex().row();
    m_recents = recentInvestigations();
    m_model->clear();
    for (const RecentInvestigation &recent : m_recents) {
        auto *item = new QStandardItem(pathsTitle(recent.paths));
        item->setData(shownFolder(recent), PathRole);
        item->setData(detail(recent), DetailRole);
        item->setData(QString(item->text() + u' ' + detail(recent)), Qt::AccessibleTextRole);
        item->setToolTip(plainToolTip(displayText(recent.paths.join(u' ').toStdString())));
        m_model->appendRow(item);
    }
    setAccessibleName(tr("Recent investigations"));
    setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
    Q_EMIT changed();
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
    if (index.isValid()) {
        const RecentInvestigation recent = m_recents[static_cast<std::size_t>(index.row())];
        Q_EMIT openRequested(recent.paths, recent.timezone);
    }
}

void RecentsView::forget(const QModelIndex &index)
{
    if (index.isValid()) {
        forgetInvestigation(m_recents[static_cast<std::size_t>(index.row())].paths);
        reload();
    }
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
    const Theme &theme = Theme::instance();
    QMenu menu(this);
    const QAction *const open = menu.addAction(theme.icon(QStringLiteral("document-open")), tr("Open"));
    const QAction *const remove =
        menu.addAction(theme.icon(QStringLiteral("list-remove")), tr("Remove from This List"));
    const QAction *const chosen =
        menu.exec(isByMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()));
    if (chosen == open) {
        openAt(index);
    } else if (chosen == remove) {
        forget(index);
    }
}

} // namespace limier
