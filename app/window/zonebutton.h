// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace limier
{

class DisplaySettings;

/// In which zone the times of the window are, with a menu to choose it. GUI thread.
class ZoneButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit ZoneButton(DisplaySettings &display, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    DisplaySettings &m_display;
};

} // namespace limier
