// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/signalrow.h"

#include "common/displaytext.h"
#include "index/mailindex.h"
#include "report/sentences.h"
#include "suspects/weightbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace limier
{

namespace
{

/// Weights are log-odds: these make the odds five times, and twice as high.
constexpr double Strong = 1.6;
constexpr double Middling = 0.7;

} // namespace

SignalRow::SignalRow(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new WeightBar(this))
    , m_strength(new QLabel(this))
    , m_lines(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_strength->setTextFormat(Qt::PlainText);
    m_strength->setForegroundRole(QPalette::PlaceholderText);
    m_lines->setAutoRaise(true);
    m_lines->setPopupMode(QToolButton::InstantPopup);
    auto *const menu = new QMenu(m_lines);
    m_lines->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &SignalRow::fillMenu);
    connect(menu, &QMenu::triggered, this,
            [this](const QAction *action) { Q_EMIT lineRequested(static_cast<LineId>(action->data().toUInt())); });
    auto *const foot = new QHBoxLayout;
    foot->addWidget(m_strength, 1);
    foot->addWidget(m_lines);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_text);
    column->addWidget(m_bar); // all as wide, to be compared
    column->addLayout(foot);
}

QString SignalRow::text() const
{
    return m_text->text();
}

void SignalRow::show(const SuspectCase &about, std::size_t place, double heaviest)
{
    m_about = about;
    m_place = place;
    const Signal &signal = about.suspect().signals[place];
    const double weight = std::abs(signal.weight);
    m_text->setText(breakable(about.reason(place), LongestWord));
    m_bar->setWeight(heaviest > 0 ? weight / heaviest : 0, signal.weight < 0);
    m_strength->setText(weight >= Strong         ? tr("strong", "a sign")
                            : weight >= Middling ? tr("medium", "a sign")
                                                 : tr("weak", "a sign"));
    m_lines->setText(tr("%Ln line(s)", nullptr, pluralCount(signal.lines.size())));
    m_lines->setAccessibleName(m_text->text() + QStringLiteral(": ") + m_lines->text());
    m_lines->setVisible(!signal.lines.empty());
}

void SignalRow::fillMenu()
{
    constexpr std::size_t LongestName = 40;
    m_lines->menu()->clear();
    const MailIndex &index = m_about.index();
    for (const LineId line : m_about.suspect().signals[m_place].lines) {
        const std::string &path = index.files()[place(index.fileOf(line))].input.path;
        const QString name = displayText(std::string_view(path).substr(path.rfind('/') + 1), LongestName);
        QAction *const action =
            m_lines->menu()->addAction(tr("%1, line %2").arg(menuText(name), displayNumber(index.numberInFile(line))));
        action->setData(place(line));
    }
}

} // namespace limier
