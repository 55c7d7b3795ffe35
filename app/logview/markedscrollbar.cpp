// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/markedscrollbar.h"

#include "common/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>

#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t LargestValue = std::size_t{1} << 30;

} // namespace

MarkedScrollBar::MarkedScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
    connect(this, &QScrollBar::actionTriggered, this, &MarkedScrollBar::takeAction);
    connect(this, &QScrollBar::valueChanged, this, &MarkedScrollBar::takeValue);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

std::size_t MarkedScrollBar::scale() const
{
    return lastRow() / LargestValue + 1;
}

void MarkedScrollBar::setRows(std::size_t rows, std::size_t page)
{
    if (rows != m_rows) {
        updateMarks();
    }
    m_rows = rows;
    m_page = std::max<std::size_t>(page, 1);
    const QSignalBlocker blocker(this);
    setRange(0, static_cast<int>(lastRow() / scale()));
    setPageStep(static_cast<int>(std::max<std::size_t>(m_page / scale(), 1)));
    setRow(m_row);
}

void MarkedScrollBar::setRow(std::size_t row)
{
    const std::size_t old = std::exchange(m_row, std::min(row, lastRow()));
    {
        const QSignalBlocker blocker(this);
        setValue(static_cast<int>(m_row / scale()));
    }
    if (m_row != old) {
        Q_EMIT rowChanged(m_row);
    }
}

void MarkedScrollBar::takeAction(int action)
{
    if (scale() == 1) {
        return; // the value says it all
    }
    std::size_t row = m_row;
    switch (static_cast<SliderAction>(action)) {
    case SliderSingleStepAdd:
        row += static_cast<std::size_t>(singleStep());
        break;
    case SliderSingleStepSub:
        row -= std::min(row, static_cast<std::size_t>(singleStep()));
        break;
    case SliderPageStepAdd:
        row += m_page;
        break;
    case SliderPageStepSub:
        row -= std::min(row, m_page);
        break;
    default:
        return;
    }
    setRow(row);
    setSliderPosition(value());
}

void MarkedScrollBar::takeValue(int value)
{
    const auto wanted = static_cast<std::size_t>(value);
    if (wanted != m_row / scale()) {
        const std::size_t row = value == maximum() ? lastRow() : wanted * scale();
        m_row = row;
        Q_EMIT rowChanged(row);
    }
}

void MarkedScrollBar::setMarks(HasMark hasMark)
{
    m_hasMark = std::move(hasMark);
    updateMarks();
}

void MarkedScrollBar::updateMarks()
{
    m_isStale = true;
    update();
}

QRect MarkedScrollBar::groove() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    return groove.isValid() ? groove : rect();
}

const std::vector<bool> &MarkedScrollBar::marks()
{
    const auto pixels = static_cast<std::size_t>(std::max(groove().height(), 1));
    if (m_isStale || m_marks.size() != pixels) {
        m_marks.assign(pixels, false);
        for (std::size_t i = 0; m_hasMark && m_rows > 0 && i < pixels; ++i) {
            const std::size_t first = m_rows * i / pixels;
            m_marks[i] = m_hasMark(first, std::max(m_rows * (i + 1) / pixels, first + 1));
        }
        m_isStale = false;
    }
    return m_marks;
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    QPainter painter(this);
    const std::vector<bool> &marked = marks();
    const QRect area = groove();
    const int thickness = std::max(2, fontMetrics().lineWidth() * 2);
    const QColor color = Theme::instance().color(Tone::Bounced);
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i]) {
            painter.fillRect(QRect(area.right() - area.width() / 2, area.top() + static_cast<int>(i),
                                   area.width() / 2 + 1, thickness),
                             color);
        }
    }
}

} // namespace limier
