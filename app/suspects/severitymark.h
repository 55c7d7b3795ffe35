// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/suspect.h"

#include <QWidget>

class QColor;

namespace limier
{

/// In light and dark; beside it stand an icon of its own and the word.
[[nodiscard]] QColor severityColor(Severity severity);

/// The icon of a severity in its colour. GUI thread.
class SeverityMark final : public QWidget
{
    Q_OBJECT

public:
    explicit SeverityMark(QWidget *parent = nullptr);

    void setSeverity(Severity severity);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity = Severity::Low;
};

} // namespace limier
