// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/factsview.h"

#include <QFormLayout>
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
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(fact.name);
        m_form->addRow(name, value);
    }
}

} // namespace limier
