// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/evaluation.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace limier
{

class Investigation;

/**
 * Who sent from where, as a heat map: users are rows (and one is what was relayed without a login), clients are
 * columns. Beside each row stands from how many networks the user sent, below each column how many users sent from the
 * client; many of either are marked. GUI thread. As many columns as fit, those with the most; as high as its rows.
 */
class MatrixView : public QWidget
{
    Q_OBJECT

public:
    /// So many networks of one user, or users of one client, are marked.
    static constexpr std::uint64_t Many = 4;

    explicit MatrixView(Investigation &investigation, QWidget *parent = nullptr);

    void setEvaluation(const std::shared_ptr<const Evaluation> &evaluation);
    [[nodiscard]] std::size_t rowCount() const;
    /// Columns of clients that are shown. One more stands for all other clients of the rows, if there are any.
    [[nodiscard]] std::size_t columnCount() const { return m_columns; }
    [[nodiscard]] bool hasRest() const { return m_hasRest; }
    /// What is in a cell; in the last column the rest.
    [[nodiscard]] std::uint64_t value(std::size_t row, std::size_t column) const;
    [[nodiscard]] QRectF cellRect(std::size_t row, std::size_t column) const;
    [[nodiscard]] QRectF networksRect(std::size_t row) const;
    [[nodiscard]] QString toolTipAt(const QPointF &position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// A cell, the label of a row (no column) or of a column (no row).
    struct Place {
        std::optional<std::size_t> row;
        std::optional<std::size_t> column;

        bool operator==(const Place &) const = default;
    };

    void measure();
    void describe();
    void choose(const Place &at);
    void moveCursor(int key);
    [[nodiscard]] Place placeAt(const QPointF &position) const;
    [[nodiscard]] std::vector<FilterTerm> termsOf(const Place &at) const;
    [[nodiscard]] QStringList textOf(const Place &at) const;
    [[nodiscard]] std::size_t allColumns() const { return m_columns + (m_hasRest ? 1 : 0); }
    [[nodiscard]] bool isRest(std::size_t column) const { return column == m_columns; }
    [[nodiscard]] std::uint64_t restOf(std::size_t row) const;
    /// The row of what was relayed without a login, which is no user.
    [[nodiscard]] bool isRelayed(std::size_t row) const;
    [[nodiscard]] std::uint64_t usersOf(std::size_t column) const;
    [[nodiscard]] QString figureText(std::uint64_t figure) const;
    [[nodiscard]] QString rowName(std::size_t row) const;
    [[nodiscard]] QString columnName(std::size_t column) const;
    void paintCells(QPainter &painter) const;
    void paintRowLabels(QPainter &painter) const;
    void paintColumnLabels(QPainter &painter) const;
    void paintColumnFeet(QPainter &painter) const;
    void paintCount(QPainter &painter, const QRectF &rect, std::uint64_t count) const;
    void paintCursor(QPainter &painter) const;

    Investigation &m_investigation;
    std::shared_ptr<const Evaluation> m_evaluation;
    std::uint64_t m_largest = 0;
    std::size_t m_columns = 0;
    bool m_hasRest = false;
    bool m_isUpright = false; ///< the labels of the columns
    double m_left = 0;        ///< of the first column
    double m_top = 0;         ///< of the first row
    double m_cellWidth = 0;
    double m_cellHeight = 0;
    Place m_hovered;
    Place m_pressed;
    Place m_cursor{0, 0};
};

} // namespace limier
