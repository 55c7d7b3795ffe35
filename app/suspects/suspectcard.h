// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suspects/suspectcase.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace limier
{

class DisplaySettings;
class Investigation;
class SeverityMark;
class SuspectDetail;

/// One suspect: how grave, of which kind, and the sentence; opened, all that argues the case. GUI thread.
class SuspectCard final : public QWidget
{
    Q_OBJECT

public:
    SuspectCard(Investigation &investigation, DisplaySettings &display, QWidget *parent = nullptr);

    /// Also where the texts are to be written again.
    void show(const SuspectCase &about);
    [[nodiscard]] const SuspectCase &shownCase() const { return m_case; }
    [[nodiscard]] QString sentence() const;
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    void setSelected(bool selected);
    [[nodiscard]] bool isSelected() const { return m_isSelected; }

Q_SIGNALS:
    void selected();
    void opened();
    /// The keyboard goes to the card before or behind this one.
    void leaveRequested(int by);
    void setAsideRequested(const QString &note);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] bool isOnHead(const QPoint &position) const;
    void showDetail();

    Investigation &m_investigation;
    DisplaySettings &m_display;
    SuspectCase m_case;
    SeverityMark *m_mark;
    QLabel *m_title;
    QLabel *m_arrow;
    QLabel *m_sentence;
    QVBoxLayout *m_column;
    SuspectDetail *m_detail = nullptr; ///< once it was opened
    bool m_isOpen = false;
    bool m_isSelected = false;
    bool m_isPressed = false;
};

} // namespace limier
