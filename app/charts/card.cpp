// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/card.h"

#include "common/displaytext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace limier
{

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_body(new QVBoxLayout)
{
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // A long note is cut rather than making the page wider than the window.
    m_note->setMinimumWidth(0);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    auto *column = new QVBoxLayout(this);
    const int margin = fontMetrics().height() / 2;
    column->setContentsMargins(margin, margin / 2, margin, margin / 2);
    column->setSpacing(margin / 2);
    column->addLayout(head);
    column->addLayout(m_body, 1);
    applyFont();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setToolTip(plainToolTip(note));
}

QString Card::note() const
{
    return m_note->text();
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        applyFont();
    }
}

void Card::applyFont()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
}

} // namespace limier
