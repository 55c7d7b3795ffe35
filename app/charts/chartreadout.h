// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QString>
#include <QWidget>

#include <vector>

namespace limier
{

/// The small box beside the pointer that tells the figures of one place of a chart. Takes no mouse.
class ChartReadout : public QWidget
{
    Q_OBJECT

public:
    struct Row {
        QBrush brush;
        QString name;
        QString figure;
    };

    /// Inside of @p parent, on top of what else is there.
    explicit ChartReadout(QWidget *parent);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// All of it, for who cannot see it.
    [[nodiscard]] QString text() const;
    /// Shows itself beside @p anchor (in the parent's coordinates), where there is room.
    void showAt(const QPoint &anchor, const QString &title, std::vector<Row> rows);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int margin() const;

    QString m_title;
    std::vector<Row> m_rows;
};

} // namespace limier
