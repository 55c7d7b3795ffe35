// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/factsview.h"

#include <QAction>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>

namespace limier
{

namespace
{

/// Lets a long value without a space be broken anywhere.
QString breakable(const QString &text)
{
    constexpr qsizetype LongestWord = 40;
    QString broken;
    qsizetype word = 0;
    for (const QChar c : text) {
        word = c.isSpace() || c == u'-' ? 0 : word + 1;
        broken += c;
        if (word >= LongestWord && !c.isHighSurrogate()) {
            broken += QChar(0x200B);
            word = 0;
        }
    }
    return broken;
}

} // namespace

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
