// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/factsview.h"

#include "common/displaytext.h"

#include <QAction>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>

namespace limier
{

FactsView::FactsView(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins({});
    m_form->setVerticalSpacing(fontMetrics().height() / 4);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FactsView::setFacts(const std::vector<Fact> &facts)
{
    while (m_form->rowCount() > 0) {
        m_form->removeRow(0);
    }
    for (const Fact &fact : facts) {
        auto *name = new QLabel(fact.name);
        name->setTextFormat(Qt::PlainText);
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        auto *value = new QLabel(breakable(fact.value));
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        // Selected text would hold the places where it may break: what is copied comes from the fact itself.
        auto *copy = new QAction(tr("Copy"), value);
        connect(copy, &QAction::triggered, this, [text = fact.value] { QGuiApplication::clipboard()->setText(text); });
        value->addAction(copy);
        value->setContextMenuPolicy(Qt::ActionsContextMenu);
        value->setAccessibleName(fact.name);
        m_form->addRow(name, value);
    }
}

} // namespace limier
