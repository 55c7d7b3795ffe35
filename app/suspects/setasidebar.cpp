// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/setasidebar.h"

#include "common/flowlayout.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace limier
{

SetAsideBar::SetAsideBar(QWidget *parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_note(new QLineEdit(this))
    , m_accept(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    constexpr int LongestNote = 200;
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setBuddy(m_note);
    m_note->setMaxLength(LongestNote);
    m_note->setAcceptDrops(false); // a file that is dropped is for the window
    m_accept->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_question);
    column->addWidget(m_note);
    auto *const buttons = new FlowLayout;
    buttons->setSpacing(fontMetrics().height() / 3);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    connect(m_note, &QLineEdit::returnPressed, this, &SetAsideBar::accept);
    connect(m_accept, &QPushButton::clicked, this, &SetAsideBar::accept);
    connect(m_cancel, &QPushButton::clicked, this, &SetAsideBar::cancel);
    retranslate();
    hide();
}

void SetAsideBar::begin()
{
    m_note->clear();
    show();
    m_note->setFocus();
}

void SetAsideBar::accept()
{
    hide();
    Q_EMIT accepted(m_note->text().trimmed());
}

void SetAsideBar::cancel()
{
    hide();
    Q_EMIT cancelled();
}

void SetAsideBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        cancel();
    } else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) { // those of the note are done with
        QWidget::keyPressEvent(event);
    }
}

void SetAsideBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SetAsideBar::retranslate()
{
    m_question->setText(tr("Why is it harmless on this server?"));
    m_note->setPlaceholderText(tr("Monthly newsletter, scanner…"));
    m_accept->setText(tr("Set Aside"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace limier
