// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace limier
{

/**
 * A vertical scroll bar for any number of rows, which paints where marked ones are. Its value is a row where so many
 * fit into an int, else a share of them: ask row(). GUI thread.
 */
class MarkedScrollBar final : public QScrollBar
{
    Q_OBJECT

public:
    /// Whether a marked row stands from one row to before another; asked for each pixel of the bar.
    using HasMark = std::function<bool(std::size_t first, std::size_t end)>;

    explicit MarkedScrollBar(QWidget *parent = nullptr);

    /// @p rows in all, of which @p page are seen at a time.
    void setRows(std::size_t rows, std::size_t page);
    void setRow(std::size_t row);
    /// The row that stands on top.
    [[nodiscard]] std::size_t row() const { return m_row; }
    [[nodiscard]] std::size_t lastRow() const { return m_rows - std::min(m_page, m_rows); }

    void setMarks(HasMark hasMark);
    /// The marks are others now.
    void updateMarks();
    /// For each pixel from the top of the groove on, whether a mark is there.
    [[nodiscard]] const std::vector<bool> &marks();

Q_SIGNALS:
    void rowChanged(std::size_t row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::size_t scale() const;
    [[nodiscard]] QRect groove() const;
    void takeAction(int action);
    void takeValue(int value);

    std::size_t m_rows = 0;
    std::size_t m_page = 1;
    std::size_t m_row = 0;
    HasMark m_hasMark;
    std::vector<bool> m_marks;
    bool m_isStale = true; ///< m_marks
};

} // namespace limier
