// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace limier
{

class ServerLink;

/**
 * How many messages wait on a server now, and a line of how many there were; of them the deferred ones. A click offers
 * how often it is measured. Hidden until a first length is known. GUI thread.
 */
class QueueChart final : public QAbstractButton
{
    Q_OBJECT

public:
    /// @p isNamed: with the server's name, where there are several.
    QueueChart(ServerLink &link, bool isNamed, QWidget *parent = nullptr);

    [[nodiscard]] ServerLink &link() const { return m_link; }
    void setNamed(bool isNamed);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showLength();
    void offerIntervals();
    void paintLine(QPainter &painter, const QRect &area) const;

    ServerLink &m_link;
    bool m_isNamed;
};

} // namespace limier
