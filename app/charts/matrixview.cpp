// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/matrixview.h"

#include "charts/charttext.h"
#include "charts/linesrequest.h"
#include "charts/partyfigures.h"
#include "charts/termmenu.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace limier
{

MatrixView::MatrixView(Investigation &investigation, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MatrixView::setEvaluation(const std::shared_ptr<const Evaluation> &evaluation)
{
    m_evaluation = evaluation;
    m_largest = 0;
    m_hovered = {};
    if (evaluation && !evaluation->matrix.values.empty()) {
        m_largest = std::ranges::max(evaluation->matrix.values);
    }
    measure();
    m_cursor.row = std::min(m_cursor.row.value_or(0), std::max<std::size_t>(rowCount(), 1) - 1);
    m_cursor.column = std::min(m_cursor.column.value_or(0), std::max<std::size_t>(allColumns(), 1) - 1);
    updateGeometry();
    describe();
    update();
}

std::size_t MatrixView::rowCount() const
{
    return m_evaluation ? m_evaluation->matrix.users.size() : 0;
}

std::uint64_t MatrixView::value(std::size_t row, std::size_t column) const
{
    return isRest(column) ? restOf(row)
                          : m_evaluation->matrix.values[row * m_evaluation->matrix.clients.size() + column];
}

std::uint64_t MatrixView::restOf(std::size_t row) const
{
    std::uint64_t rest = m_evaluation->matrix.totals[row];
    for (std::size_t column = 0; column < m_columns; ++column) {
        rest -= std::min(rest, value(row, column));
    }
    return rest;
}

bool MatrixView::isRelayed(std::size_t row) const
{
    return !isSet(m_evaluation->matrix.users[row]);
}

std::uint64_t MatrixView::usersOf(std::size_t column) const
{
    return m_evaluation->activity.clients[place(m_evaluation->matrix.clients[column])].users.size();
}

QString MatrixView::rowName(std::size_t row) const
{
    return isRelayed(row) ? tr("Relayed without login")
                          : displayText(m_evaluation->index().user(m_evaluation->matrix.users[row]));
}

QString MatrixView::columnName(std::size_t column) const
{
    return isRest(column) ? tr("Other IPs")
                          : displayText(m_evaluation->index().clientIp(m_evaluation->matrix.clients[column]));
}

QString MatrixView::figureText(std::uint64_t figure) const
{
    const int number = static_cast<int>(std::min<std::uint64_t>(figure, 2'000'000'000));
    return m_evaluation->countBy == TopBy::Messages ? tr("%Ln message(s)", nullptr, number)
                                                    : tr("%Ln recipient(s)", nullptr, number);
}

void MatrixView::measure()
{
    const QFontMetrics metrics = fontMetrics();
    const double character = metrics.averageCharWidth();
    const double line = metrics.height();
    int widest = 0;
    for (std::size_t row = 0; row < rowCount(); ++row) {
        widest = std::max(widest, metrics.horizontalAdvance(rowName(row)));
    }
    m_left = std::min(widest + character, std::min(character * 32, width() * 0.3)) + character;
    const double networks = std::max(metrics.horizontalAdvance(tr("Networks")) + 2 * character, 6 * character);
    const double room = std::max(0.0, width() - m_left - networks);
    const double least = std::max(line * 1.3, character * 4);
    const double label = character * 16;
    const std::size_t all = m_evaluation ? m_evaluation->matrix.clients.size() : 0;
    m_columns = std::min(all, static_cast<std::size_t>(room / least));
    const auto hasRest = [this] {
        for (std::size_t row = 0; row < rowCount(); ++row) {
            if (restOf(row) > 0) {
                return true;
            }
        }
        return false;
    };
    m_hasRest = hasRest();
    if (m_hasRest && m_columns > 0 && static_cast<double>(m_columns + 1) * least > room) {
        --m_columns;
    }
    m_cellWidth = m_columns == 0 ? least : std::min(room / static_cast<double>(allColumns()), label * 1.15);
    m_isUpright = m_cellWidth < label;
    m_cellHeight = line * 1.3;
    int longest = 0;
    for (std::size_t column = 0; column < allColumns(); ++column) {
        longest = std::max(longest, metrics.horizontalAdvance(columnName(column)));
    }
    m_top = (m_isUpright ? std::min<double>(longest, label) : line) + line / 2;
}

QRectF MatrixView::cellRect(std::size_t row, std::size_t column) const
{
    return {m_left + static_cast<double>(column) * m_cellWidth, m_top + static_cast<double>(row) * m_cellHeight,
            m_cellWidth, m_cellHeight};
}

QRectF MatrixView::networksRect(std::size_t row) const
{
    const double left = cellRect(row, allColumns()).left() + fontMetrics().averageCharWidth();
    return {left, cellRect(row, 0).top(), std::max(0.0, width() - left), m_cellHeight};
}

QSize MatrixView::sizeHint() const
{
    const double height =
        rowCount() == 0 ? fontMetrics().height() * 4.0 : m_top + static_cast<double>(rowCount() + 1) * m_cellHeight;
    return {fontMetrics().averageCharWidth() * 80, static_cast<int>(height) + 2};
}

QSize MatrixView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, sizeHint().height()};
}

void MatrixView::paintCursor(QPainter &painter) const
{
    if (hasFocus() && m_cursor.row && m_cursor.column && *m_cursor.row < rowCount()
        && *m_cursor.column < allColumns()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(*m_cursor.row, *m_cursor.column).adjusted(1, 1, -1, -1));
    }
}

void MatrixView::describe()
{
    setAccessibleName(tr("Who sent from where"));
    QStringList marked;
    for (std::size_t row = 0; row < rowCount(); ++row) {
        if (m_evaluation->matrix.networks[row] >= Many) {
            marked.append(tr("%1: %Ln network(s)", nullptr, static_cast<int>(m_evaluation->matrix.networks[row]))
                              .arg(rowName(row)));
        }
    }
    for (std::size_t column = 0; column < m_columns; ++column) {
        if (usersOf(column) >= Many) {
            marked.append(tr("%1: %Ln user(s)", nullptr, static_cast<int>(usersOf(column))).arg(columnName(column)));
        }
    }
    setAccessibleDescription(marked.join(QStringLiteral("; ")));
}

MatrixView::Place MatrixView::placeAt(const QPointF &position) const
{
    Place at;
    const auto row = static_cast<std::int64_t>((position.y() - m_top) / m_cellHeight);
    const auto column = static_cast<std::int64_t>((position.x() - m_left) / m_cellWidth);
    if (position.y() >= m_top && row < static_cast<std::int64_t>(rowCount())) {
        at.row = static_cast<std::size_t>(row);
    }
    if (position.x() >= m_left && column < static_cast<std::int64_t>(allColumns())) {
        at.column = static_cast<std::size_t>(column);
    }
    return at;
}

std::vector<FilterTerm> MatrixView::termsOf(const Place &at) const
{
    std::vector<FilterTerm> terms;
    if (at.row) {
        terms.push_back(isRelayed(*at.row) ? FilterTerm{FilterField::Login, false, "relayed"}
                                           : userTerm(*m_evaluation, m_evaluation->matrix.users[*at.row]));
    }
    if (at.column && !isRest(*at.column)) {
        terms.push_back(clientTerm(*m_evaluation, m_evaluation->matrix.clients[*at.column]));
    }
    return terms;
}

QStringList MatrixView::textOf(const Place &at) const
{
    QStringList lines;
    if (at.row) {
        lines.append(rowName(*at.row));
    }
    if (at.column) {
        lines.append(columnName(*at.column));
        if (!isRest(*at.column)) {
            lines.append(displayText(m_evaluation->index().clientName(m_evaluation->matrix.clients[*at.column])));
        }
    }
    if (at.row && at.column) {
        lines.append(figureText(value(*at.row, *at.column)));
    } else if (at.row) {
        lines.append(tr("sent from %Ln network(s)", nullptr, static_cast<int>(m_evaluation->matrix.networks[*at.row])));
    } else if (at.column && !isRest(*at.column)) {
        lines.append(tr("%Ln user(s) sent from here", nullptr, static_cast<int>(usersOf(*at.column))));
    }
    return lines;
}

QString MatrixView::toolTipAt(const QPointF &position) const
{
    const Place at = placeAt(position);
    return at == Place() ? QString() : toolTipOf(textOf(at));
}

void MatrixView::choose(const Place &at)
{
    m_investigation.filters().add(termsOf(at));
}

bool MatrixView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
}

void MatrixView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        measure();
        describe();
        updateGeometry();
        update();
    }
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const double top = m_top;
    measure();
    if (top != m_top) {
        updateGeometry();
    }
}

void MatrixView::mouseMoveEvent(QMouseEvent *event)
{
    const Place at = placeAt(event->position());
    if (m_hovered != at) {
        m_hovered = at;
        setCursor(at == Place() ? Qt::ArrowCursor : Qt::PointingHandCursor);
        update();
    }
}

void MatrixView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? placeAt(event->position()) : Place();
}

void MatrixView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && placeAt(event->position()) == m_pressed) {
        choose(m_pressed);
    }
}

void MatrixView::leaveEvent(QEvent *event)
{
    m_hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    if (rowCount() == 0 || m_columns == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveCursor(event->key());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_cursor);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MatrixView::moveCursor(int key)
{
    const auto moved = [](std::size_t at, int by, std::size_t count) {
        return by < 0 ? at - std::min<std::size_t>(at, 1) : std::min(at + static_cast<std::size_t>(by), count - 1);
    };
    const int down = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    m_cursor.row = moved(*m_cursor.row, down, rowCount());
    m_cursor.column = moved(*m_cursor.column, right, allColumns());
    QAccessibleAnnouncementEvent announcement(this, textOf(m_cursor).join(QStringLiteral(", ")));
    QAccessible::updateAccessibility(&announcement);
    update();
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const Place at = byMouse ? placeAt(event->pos()) : m_cursor;
    if (rowCount() == 0 || m_columns == 0 || termsOf(at).empty()) {
        return;
    }
    QMenu menu(this);
    const std::vector<FilterTerm> terms = termsOf(at);
    if (terms.size() > 1) {
        menu.addAction(Theme::instance().icon(QStringLiteral("view-filter")),
                       isRelayed(*at.row) ? tr("Only what this client relayed") : tr("Only this user from this client"),
                       this, [this, at] { choose(at); });
        menu.addAction(Theme::instance().icon(QStringLiteral("view-list-text")), tr("Show the lines of both"), this,
                       [this, terms] { requestLines(m_investigation, terms); });
    }
    for (const FilterTerm &term : terms) {
        menu.addSeparator();
        TermMenu::addActions(menu, m_investigation, term);
    }
    menu.exec(byMouse ? event->globalPos() : mapToGlobal(cellRect(*at.row, *at.column).center().toPoint()));
}

void MatrixView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void MatrixView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace limier
