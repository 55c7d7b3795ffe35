// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace limier
{

class FlowLayout;
class Investigation;

/// Users or addresses, each with the menu that other views have for it. GUI thread.
class TermButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit TermButtons(Investigation &investigation, QWidget *parent = nullptr);

    /// @p more: so many are not among the terms.
    void show(const std::vector<FilterTerm> &terms, std::size_t more);

private:
    void addButton();

    Investigation &m_investigation;
    FlowLayout *m_flow;
    std::vector<FilterTerm> m_terms;
    std::vector<QToolButton *> m_buttons;
    QLabel *m_more;
};

} // namespace limier
