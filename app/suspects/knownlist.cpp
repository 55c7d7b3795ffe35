// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/knownlist.h"

#include "common/displaytext.h"
#include "report/sentences.h"
#include "suspects/severitymark.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace limier
{

namespace
{

QLabel *plainLabel(const QString &text)
{
    auto *const label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(breakable(text, LongestWord));
    return label;
}

} // namespace

KnownList::KnownList(QWidget *parent)
    : QWidget(parent)
    , m_title(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_entries(new QVBoxLayout(m_body))
{
    m_title->setAutoRaise(true);
    m_title->setCheckable(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_entries->setContentsMargins({});
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_title);
    column->addWidget(m_body);
    connect(m_title, &QToolButton::toggled, this, &KnownList::unfold);
    unfold(false);
    hide();
}

void KnownList::unfold(bool open)
{
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
}

void KnownList::show(const std::vector<Entry> &entries)
{
    while (QLayoutItem *const old = m_entries->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater(); // it may be the one whose button was pressed
        delete old;
    }
    for (const Entry &entry : entries) {
        addEntry(entry);
    }
    m_title->setText(tr("Known (%Ln)", nullptr, pluralCount(entries.size())));
    setVisible(!entries.empty());
}

void KnownList::addEntry(const Entry &entry)
{
    auto *const row = new QWidget;
    auto *const grid = new QGridLayout(row);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    auto *const mark = new SeverityMark;
    mark->setSeverity(entry.suspect.suspect().severity);
    auto *const takeBack = new QPushButton(tr("Take Back"));
    takeBack->setAutoDefault(false);
    const QString sentence = entry.suspect.sentence();
    takeBack->setAccessibleName(takeBack->text() + QStringLiteral(": ") + sentence);
    grid->addWidget(mark, 0, 0, Qt::AlignTop);
    QLabel *const text = plainLabel(sentence);
    text->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(text, 0, 1);
    if (!entry.known.note.isEmpty()) {
        grid->addWidget(plainLabel(displayText(entry.known.note.toStdString())), 1, 1);
    }
    grid->addWidget(takeBack, 2, 1, Qt::AlignLeft);
    connect(takeBack, &QPushButton::clicked, this, [this, known = entry.known] { Q_EMIT takeBackRequested(known); });
    m_entries->addWidget(row);
}

} // namespace limier
