// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverrequest.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;

namespace limier
{

/// Which time of a server's logs is wanted. Times that are typed are those of this computer. GUI thread.
class RangePicker final : public QWidget
{
    Q_OBJECT

public:
    explicit RangePicker(QWidget *parent = nullptr);

    [[nodiscard]] WantedRange range() const;
    void setRange(const WantedRange &range);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTimes();
    void retranslate();

    QComboBox *m_kind;
    QLabel *m_from;
    QDateTimeEdit *m_since;
    QLabel *m_to;
    QDateTimeEdit *m_until;
};

} // namespace limier
