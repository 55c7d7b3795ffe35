// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/rankedmodel.h"

#include <QListView>

#include <functional>

class QMenu;

namespace limier
{

class RankedDelegate;

/**
 * A ranking as bars with names, figures and shares; as high as the rows it was given room for. GUI thread. A click or
 * the Enter key chooses an entry.
 */
class RankedList : public QListView
{
    Q_OBJECT

public:
    explicit RankedList(QWidget *parent = nullptr);

    void setEntries(std::vector<RankedEntry> entries, std::uint64_t whole);
    [[nodiscard]] const RankedModel &ranking() const { return *m_model; }
    /// How many rows it is high, whether there are as many or not.
    void setRows(int rows);
    /// Of the width, what names may take; 0.42 without this.
    void setNameShare(double share);
    /// Fills the context menu of an entry; without one there is none.
    void setMenu(std::function<void(QMenu &menu, const RankedEntry &entry)> fill);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const limier::RankedEntry &entry);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;

    RankedModel *m_model;
    RankedDelegate *m_delegate;
    std::function<void(QMenu &, const RankedEntry &)> m_fillMenu;
    int m_rows = 10;
};

} // namespace limier
