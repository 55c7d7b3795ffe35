// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mailway.h"

#include <QPlainTextEdit>

namespace limier
{

/// The verbatim lines of a mail: to be read, copied, and jumped from into the log. GUI thread.
class LinesView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LinesView(QWidget *parent = nullptr);

    void setLines(const std::vector<WayLine> &lines);
    /// Goes to a line that is shown.
    void goTo(LineId line);
    [[nodiscard]] LineId currentLine() const;

Q_SIGNALS:
    /// By a double click, Return, or the context menu.
    void lineActivated(limier::LineId line);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void activate();
    void markCurrent();
    void retranslate();

    std::vector<LineId> m_ids;
};

} // namespace limier
