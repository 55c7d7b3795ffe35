// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/searchbar.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "report/sentences.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace limier
{

SearchBar::SearchBar(const SearchRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_runner(runner)
    , m_text(new QLineEdit(this))
    , m_case(new QToolButton(this))
    , m_expression(new QToolButton(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_stop(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_status(new QLabel(this))
    , m_error(new QLabel(this))
{
    buildWidgets();
    layOut();
    connect(&m_runner, &SearchRunner::changed, this, &SearchBar::updateStatus);
    connect(&Theme::instance(), &Theme::changed, this, &SearchBar::updateIcons);
    connect(m_text, &QLineEdit::textEdited, this, [this] { setPatternError(std::nullopt); });
    connect(m_case, &QToolButton::toggled, this, &SearchBar::resubmit);
    connect(m_expression, &QToolButton::toggled, this, &SearchBar::resubmit);
    connect(m_previous, &QToolButton::clicked, this, [this] { submit(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { submit(false); });
    connect(m_stop, &QToolButton::clicked, this, &SearchBar::cancelRequested);
    connect(m_close, &QToolButton::clicked, this, &SearchBar::closed);
    updateIcons();
    retranslate();
}

void SearchBar::buildWidgets()
{
    m_text->setClearButtonEnabled(true);
    m_case->setText(QStringLiteral("Aa"));
    m_expression->setText(QStringLiteral(".*"));
    for (QToolButton *button : {m_case, m_expression}) {
        button->setCheckable(true);
    }
    for (QToolButton *button : {m_case, m_expression, m_previous, m_next, m_stop, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_stop->hide();
    m_status->setTextFormat(Qt::PlainText);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
}

void SearchBar::layOut()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    for (QWidget *widget : {m_case, m_expression, m_previous, m_next}) {
        row->addWidget(widget);
    }
    row->addWidget(m_status);
    row->addWidget(m_stop);
    row->addStretch(0);
    row->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addLayout(row);
    all->addWidget(m_error);
}

void SearchBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

SearchTerm SearchBar::term() const
{
    return {.text = m_text->text(),
            .kind = m_expression->isChecked() ? LinePattern::Kind::RegularExpression : LinePattern::Kind::Text,
            .sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive};
}

void SearchBar::setTerm(const SearchTerm &term)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_case), QSignalBlocker(m_expression)};
    m_text->setText(term.text);
    m_case->setChecked(term.sensitivity == Qt::CaseSensitive);
    m_expression->setChecked(term.kind == LinePattern::Kind::RegularExpression);
}

void SearchBar::submit(bool backwards)
{
    if (m_text->text().isEmpty() || term() != m_runner.term() || m_runner.state() == SearchRunner::State::Idle) {
        Q_EMIT searchRequested(term());
    } else if (backwards) {
        Q_EMIT previousRequested();
    } else {
        Q_EMIT nextRequested();
    }
}

void SearchBar::resubmit()
{
    if (!m_text->text().isEmpty()) {
        Q_EMIT searchRequested(term());
    }
}

void SearchBar::setPatternError(const std::optional<PatternError> &error)
{
    m_patternError = error;
    m_error->setVisible(error.has_value());
    if (error) {
        m_error->setText(tr("No regular expression, at character %1: %2")
                             .arg(displayNumber(static_cast<std::uint64_t>(error->position) + 1), error->text));
        m_text->setCursorPosition(static_cast<int>(error->position));
    }
    updateStatus();
}

void SearchBar::setNumber(std::size_t number)
{
    m_number = number;
    updateStatus();
}

QString SearchBar::statusText() const
{
    return m_status->text();
}

QString SearchBar::errorText() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

QString SearchBar::status() const
{
    const std::uint64_t count = m_runner.matches().count();
    const QString lines = tr("%1 line(s)", nullptr, pluralCount(count)).arg(displayNumber(count));
    switch (m_runner.state()) {
    case SearchRunner::State::Idle:
        return {};
    case SearchRunner::State::Running:
        return tr("%1 so far, %2 searched").arg(lines, displayShare(m_runner.progress().lines, m_runner.progress().linesTotal));
    case SearchRunner::State::Cancelled:
        return tr("%1 until it was stopped").arg(lines);
    case SearchRunner::State::Done:
        break;
    }
    if (count == 0) {
        return tr("not found");
    }
    return m_number == 0 ? lines : tr("%1 of %2").arg(displayNumber(m_number), lines);
}

void SearchBar::updateStatus()
{
    m_status->setText(status());
    m_stop->setVisible(m_runner.state() == SearchRunner::State::Running);
    const bool hasMatches = m_runner.matches().count() > 0;
    m_previous->setEnabled(hasMatches || !m_text->text().isEmpty());
    m_next->setEnabled(hasMatches || !m_text->text().isEmpty());
    QStringList remarks;
    if (m_runner.tooHard() > 0) {
        remarks += tr("%1 line(s) are too long or too hard for this expression.", nullptr,
                      pluralCount(m_runner.tooHard()))
                       .arg(displayNumber(m_runner.tooHard()));
    }
    for (const Error &error : m_runner.errors()) {
        remarks += errorSentence(error);
    }
    if (!m_patternError) {
        m_error->setText(remarks.join(u'\n'));
        m_error->setVisible(!remarks.isEmpty());
    }
}

void SearchBar::updateIcons()
{
    const Theme &theme = Theme::instance();
    m_previous->setIcon(theme.icon(QStringLiteral("go-up")));
    m_next->setIcon(theme.icon(QStringLiteral("go-down")));
    m_stop->setIcon(theme.icon(QStringLiteral("process-stop")));
    m_close->setIcon(theme.icon(QStringLiteral("dialog-close")));
}

void SearchBar::retranslate()
{
    const auto name = [](QWidget *widget, const QString &text) {
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    };
    m_text->setPlaceholderText(tr("Search in these lines; Enter starts"));
    m_text->setAccessibleName(tr("Searched text"));
    m_status->setAccessibleName(tr("Result of the search"));
    name(m_case, tr("Tell upper from lower case"));
    name(m_expression, tr("Regular expression"));
    name(m_previous, tr("Previous match (Shift+F3)"));
    name(m_next, tr("Next match (F3)"));
    name(m_stop, tr("Stop the search"));
    name(m_close, tr("Close the search (Escape)"));
    setPatternError(m_patternError);
}

void SearchBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        submit(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    case Qt::Key_Escape:
        if (m_runner.state() == SearchRunner::State::Running) {
            Q_EMIT cancelRequested();
        } else {
            Q_EMIT closed();
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace limier
