// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logview/linecache.h"
#include "logview/linelist.h"
#include "logview/linemargin.h"
#include "logview/linepainter.h"
#include "logview/markedscrollbar.h"

#include <QAbstractScrollArea>

#include <cstddef>
#include <limits>
#include <memory>

namespace limier
{

/**
 * Shows lines of a log of any size: reads, colours and paints only those on the screen. Rows are the places of a
 * LineList. GUI thread, which it never holds up for more than some milliseconds.
 */
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr std::size_t NoRow = std::numeric_limits<std::size_t>::max();

    /// Rows from first to last.
    struct Rows {
        std::size_t first = NoRow;
        std::size_t last = NoRow;
        [[nodiscard]] std::size_t count() const { return first == NoRow ? 0 : last - first + 1; }
    };

    explicit LogView(QWidget *parent = nullptr);

    /// Forgets everything: another log comes.
    void reset();
    /// The same log, or more of it.
    void setText(const std::shared_ptr<const LogText> &text);
    [[nodiscard]] const std::shared_ptr<const LogText> &text() const { return m_cache.text(); }
    /// Shows these lines of the text; what is seen and selected stays where it is among them.
    void setLines(const LineList &lines);
    [[nodiscard]] const LineList &lines() const { return m_list; }
    /// What stands there when there is no line.
    void setPlaceholder(const QString &text);
    /// Marks what matches in the lines.
    void setSearched(const QRegularExpression &searched);
    [[nodiscard]] MarkedScrollBar &bar() { return *m_bar; }

    /// Selects @p line and scrolls to it; false if it is not among the lines.
    bool showLine(LineId line);
    /// Scrolls sideways, as soon as the current line has been read, so that its first match is seen.
    void showMatch();
    /// Of the line with the cursor; NoRow where there is none.
    [[nodiscard]] std::size_t currentRow() const { return m_current; }
    [[nodiscard]] LineId currentLine() const;
    [[nodiscard]] Rows selectedRows() const;
    void selectAll();
    [[nodiscard]] std::size_t topRow() const { return m_bar->row(); }
    /// Rows that fit whole.
    [[nodiscard]] std::size_t pageRows() const;
    /// As it is shown, or empty if it has not been read yet.
    [[nodiscard]] QString shownText(std::size_t row) const;

Q_SIGNALS:
    void currentChanged();
    /// Enter, or a double click.
    void activated(limier::LineId line);
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void updateFont();
    void updateColors();
    void updateBars();
    void wantLines(std::size_t first, std::size_t end);
    void scrollToMatch(const ShownLine &line);
    void paintRow(QPainter &painter, std::size_t row, int y);
    void paintMargin(QPainter &painter, std::size_t row, const QRect &area) const;
    void paintNote(QPainter &painter, std::size_t row, const QRect &area) const;
    [[nodiscard]] QString note(std::size_t row) const;
    [[nodiscard]] bool haveSameNote(std::size_t row, std::size_t other) const;
    [[nodiscard]] int marginWidth() const;
    [[nodiscard]] std::size_t rowAt(int y) const;
    void setCurrent(std::size_t row, bool extend);
    void moveCurrent(std::int64_t rows, bool extend);
    void scrollTo(std::size_t row);
    bool moveByKey(const QKeyEvent &event);
    void describeCurrent();

    LineCache m_cache;
    LinePainter m_painter;
    LineMargin m_margin;
    MarkedScrollBar *m_bar;
    LineList m_list;
    QString m_placeholder;
    std::size_t m_current = NoRow;
    std::size_t m_anchor = NoRow; ///< where the selection began
    bool m_wantsMatch = false;    ///< showMatch() waits for the line
    qreal m_widest = 0;           ///< of the lines seen so far
    int m_wheelRest = 0;          ///< eighths of a degree that made no line yet
};

} // namespace limier
