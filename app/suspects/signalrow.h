// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"
#include "suspects/suspectcase.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace limier
{

class WeightBar;

/// One signal: its sentence, how much it says, and the way to its lines. GUI thread.
class SignalRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SignalRow(QWidget *parent = nullptr);

    /// @p heaviest: the weight of the longest bar.
    void show(const SuspectCase &about, std::size_t place, double heaviest);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void lineRequested(limier::LineId line);

private:
    void fillMenu();

    QLabel *m_text;
    WeightBar *m_bar;
    QLabel *m_strength;
    QToolButton *m_lines;
    SuspectCase m_about;
    std::size_t m_place = 0;
};

} // namespace limier
