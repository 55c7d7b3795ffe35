// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QFormLayout;

namespace limier
{

/// One thing that is known: what it is, and its value out of a log, as it may be shown.
struct Fact {
    QString name;
    QString value;
};

/// Facts below each other, to be read and copied. GUI thread.
class FactsView final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsView(QWidget *parent = nullptr);

    void setFacts(const std::vector<Fact> &facts);

private:
    QFormLayout *m_form;
};

} // namespace limier
