// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logview.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "report/sentences.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

constexpr int WheelStep = 120; // eighths of a degree: one notch

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_bar(new MarkedScrollBar(this))
{
    setVerticalScrollBar(m_bar);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Lines of the log"));
    connect(m_bar, &MarkedScrollBar::rowChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_cache, &LineCache::arrived, viewport(), qOverload<>(&QWidget::update));
    connect(&m_cache, &LineCache::arrived, this, &LogView::describeCurrent);
    connect(&Theme::instance(), &Theme::changed, this, &LogView::updateColors);
    updateFont();
    updateColors();
}

void LogView::reset()
{
    m_cache.reset();
    m_painter.forget();
    m_margin.setIndex(nullptr);
    m_list = {};
    m_current = m_anchor = NoRow;
    m_widest = 0;
    horizontalScrollBar()->setValue(0);
    m_bar->setRow(0);
    updateBars();
    Q_EMIT currentChanged();
}

void LogView::setText(const std::shared_ptr<const LogText> &text)
{
    m_cache.setText(text);
    m_margin.setIndex(std::shared_ptr<const MailIndex>(text, &text->index()));
    updateBars();
}

void LogView::setLines(const LineList &lines)
{
    const LineList old = std::exchange(m_list, lines);
    const auto rowOfOld = [&](std::size_t row) {
        return row >= old.size() || m_list.empty() ? NoRow : std::min(m_list.lowerRow(old.at(row)), m_list.size() - 1);
    };
    // Who looks at the end of a log goes on looking at it when more comes.
    const bool isAtEnd = m_bar->row() > 0 && m_bar->row() + pageRows() >= old.size() && m_list.size() > old.size();
    const std::size_t top = isAtEnd ? m_list.size() - std::min(m_list.size(), pageRows()) : rowOfOld(m_bar->row());
    const LineId before = m_current < old.size() ? old.at(m_current) : None<LineId>;
    m_current = rowOfOld(m_current);
    m_anchor = rowOfOld(m_anchor);
    if (before != currentLine()) {
        m_anchor = m_current;
    }
    updateBars();
    m_bar->setRow(top == NoRow ? 0 : top);
    m_bar->updateMarks();
    Q_EMIT currentChanged();
}

void LogView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void LogView::setSearched(const QRegularExpression &searched)
{
    m_cache.setLook({.isDark = m_cache.look().isDark, .searched = searched});
}

bool LogView::showLine(LineId line)
{
    const std::size_t row = m_list.lowerRow(line);
    if (row >= m_list.size() || m_list.at(row) != line) {
        return false;
    }
    m_current = m_anchor = row;
    if (row < topRow() || row >= topRow() + pageRows()) {
        m_bar->setRow(row - std::min(row, pageRows() / 3));
    }
    viewport()->update();
    Q_EMIT currentChanged();
    return true;
}

void LogView::showMatch()
{
    m_wantsMatch = true;
    viewport()->update();
}

void LogView::scrollToMatch(const ShownLine &line)
{
    m_wantsMatch = false;
    if (line.matches.empty()) {
        return;
    }
    // The font is of one width; some characters around the match show what it stands in.
    constexpr int Around = 8;
    const qreal width = m_painter.columnWidth();
    const int left = static_cast<int>((line.matches.front().start - Around) * width);
    const int right = static_cast<int>((line.matches.front().start + line.matches.front().length + Around) * width);
    QScrollBar &sideways = *horizontalScrollBar();
    const int shown = viewport()->width() - marginWidth();
    if (left < sideways.value() || right > sideways.value() + shown) {
        m_widest = std::max(m_widest, static_cast<qreal>(right));
        updateBars();
        sideways.setValue(std::max(0, std::min(left, right - shown / 2)));
    }
}

LineId LogView::currentLine() const
{
    return m_current < m_list.size() ? m_list.at(m_current) : None<LineId>;
}

LogView::Rows LogView::selectedRows() const
{
    if (m_current == NoRow) {
        return {};
    }
    return {.first = std::min(m_current, m_anchor), .last = std::max(m_current, m_anchor)};
}

void LogView::selectAll()
{
    if (!m_list.empty()) {
        m_anchor = 0;
        m_current = m_list.size() - 1;
        viewport()->update();
        Q_EMIT currentChanged();
    }
}

std::size_t LogView::pageRows() const
{
    return static_cast<std::size_t>(std::max(viewport()->height() / m_painter.lineHeight(), 1));
}

QString LogView::shownText(std::size_t row) const
{
    if (row >= m_list.size()) {
        return {};
    }
    const auto line = m_cache.find(m_list.at(row));
    return !line ? QString() : line->error ? errorSentence(*line->error) : line->text;
}

void LogView::updateFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    m_painter.setFont(font);
    m_widest = 0;
    updateBars();
}

void LogView::updateColors()
{
    m_painter.forget();
    m_cache.setLook({.isDark = Theme::instance().isDark(), .searched = m_cache.look().searched});
    viewport()->update();
}

void LogView::updateBars()
{
    m_bar->setRows(m_list.size(), pageRows());
    const int text = std::max(viewport()->width() - marginWidth(), 1);
    horizontalScrollBar()->setRange(0, std::max(static_cast<int>(m_widest) - text, 0));
    horizontalScrollBar()->setPageStep(text);
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_painter.columnWidth() * 4));
    viewport()->update();
}

int LogView::marginWidth() const
{
    const qsizetype columns = m_margin.fileColumns() + m_margin.numberColumns() + 2;
    return static_cast<int>(static_cast<qreal>(columns) * m_painter.columnWidth());
}

std::size_t LogView::rowAt(int y) const
{
    if (m_list.empty()) {
        return NoRow;
    }
    const int row = y < 0 ? -1 : y / m_painter.lineHeight();
    const auto top = static_cast<std::int64_t>(topRow());
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(top + row, 0, static_cast<std::int64_t>(m_list.size()) - 1));
}

void LogView::setCurrent(std::size_t row, bool extend)
{
    if (row == NoRow) {
        return;
    }
    m_current = row;
    if (!extend || m_anchor == NoRow) {
        m_anchor = row;
    }
    scrollTo(row);
    viewport()->update();
    describeCurrent();
    Q_EMIT currentChanged();
}

void LogView::moveCurrent(std::int64_t rows, bool extend)
{
    if (!m_list.empty()) {
        const std::int64_t from = static_cast<std::int64_t>(m_current == NoRow ? topRow() : m_current);
        const std::int64_t last = static_cast<std::int64_t>(m_list.size()) - 1;
        setCurrent(static_cast<std::size_t>(std::clamp<std::int64_t>(from + rows, 0, last)), extend);
    }
}

void LogView::scrollTo(std::size_t row)
{
    if (row < topRow()) {
        m_bar->setRow(row);
    } else if (row >= topRow() + pageRows()) {
        m_bar->setRow(row - pageRows() + 1);
    }
}

void LogView::describeCurrent()
{
    if (hasFocus()) {
        setAccessibleDescription(shownText(m_current));
    }
}

bool LogView::moveByKey(const QKeyEvent &event)
{
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool far = event.modifiers().testFlag(Qt::ControlModifier);
    const auto page = static_cast<std::int64_t>(std::max<std::size_t>(pageRows(), 2)) - 1;
    const auto all = static_cast<std::int64_t>(m_list.size());
    QScrollBar &sideways = *horizontalScrollBar();
    switch (event.key()) {
    case Qt::Key_Up:
        moveCurrent(-1, extend);
        return true;
    case Qt::Key_Down:
        moveCurrent(1, extend);
        return true;
    case Qt::Key_PageUp:
        moveCurrent(-page, extend);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(page, extend);
        return true;
    case Qt::Key_Home:
        far ? moveCurrent(-all, extend) : sideways.setValue(0);
        return true;
    case Qt::Key_End:
        far ? moveCurrent(all, extend) : sideways.setValue(sideways.maximum());
        return true;
    case Qt::Key_Left:
        sideways.triggerAction(QAbstractSlider::SliderSingleStepSub);
        return true;
    case Qt::Key_Right:
        sideways.triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return true;
    default:
        return false;
    }
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (moveByKey(*event)) {
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isSet(currentLine())) {
        Q_EMIT activated(currentLine());
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const std::size_t row = rowAt(static_cast<int>(event->position().y()));
    const Rows selected = selectedRows();
    const bool keeps = event->button() != Qt::LeftButton && row >= selected.first && row <= selected.last;
    if (!keeps) {
        setCurrent(row, event->modifiers().testFlag(Qt::ShiftModifier));
    }
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        setCurrent(rowAt(static_cast<int>(event->position().y())), true);
    }
}

void LogView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept(); // it belongs to the press
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isSet(currentLine())) {
        Q_EMIT activated(currentLine());
    }
}

void LogView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheelRest += turned.y() * QApplication::wheelScrollLines();
    const int rows = m_wheelRest / WheelStep;
    m_wheelRest %= WheelStep;
    const std::size_t up = rows > 0 ? std::min(static_cast<std::size_t>(rows), topRow()) : 0;
    const std::size_t down = rows < 0 ? static_cast<std::size_t>(-rows) : 0;
    m_bar->setRow(topRow() - up + down);
    event->accept();
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const std::size_t below = m_current == NoRow ? 0 : m_current - std::min(m_current, topRow()) + 1;
        const auto rows = static_cast<int>(std::min(below, pageRows()));
        position = viewport()->mapToGlobal(QPoint(marginWidth(), rows * m_painter.lineHeight()));
    }
    Q_EMIT contextMenuRequested(position);
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    describeCurrent();
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
        updateFont();
        break;
    case QEvent::PaletteChange:
        updateColors();
        break;
    case QEvent::LanguageChange:
        setAccessibleName(tr("Lines of the log"));
        viewport()->update();
        break;
    default:
        break;
    }
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::size_t row = rowAt(help->y());
        const bool isOnLine = row != NoRow && help->x() < marginWidth()
            && help->y() < static_cast<int>(m_list.size() - topRow()) * m_painter.lineHeight();
        QToolTip::showText(help->globalPos(), isOnLine ? plainToolTip(m_margin.place(m_list.at(row))) : QString(),
                           this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

} // namespace limier
