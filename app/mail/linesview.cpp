// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/linesview.h"

#include "common/theme.h"

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTextBlock>

#include <algorithm>
#include <memory>

namespace limier
{

LinesView::LinesView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &LinesView::markCurrent);
    connect(&Theme::instance(), &Theme::changed, this, &LinesView::markCurrent);
    retranslate();
}

void LinesView::setLines(const std::vector<WayLine> &lines)
{
    m_ids.clear();
    QString text;
    for (const WayLine &line : lines) {
        m_ids.push_back(line.id);
        text += text.isEmpty() ? line.text : u'\n' + line.text;
    }
    setPlainText(text);
    markCurrent();
}

void LinesView::goTo(LineId line)
{
    const auto found = std::ranges::find(m_ids, line);
    if (found != m_ids.end()) {
        setTextCursor(QTextCursor(document()->findBlockByNumber(static_cast<int>(found - m_ids.begin()))));
        centerCursor();
    }
}

LineId LinesView::currentLine() const
{
    const auto row = static_cast<std::size_t>(textCursor().blockNumber());
    return row < m_ids.size() ? m_ids[row] : None<LineId>;
}

void LinesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void LinesView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseDoubleClickEvent(event);
    activate();
}

void LinesView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && !textCursor().hasSelection()) {
        setTextCursor(cursorForPosition(event->pos()));
    }
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    auto *jump = new QAction(Theme::instance().icon(QStringLiteral("go-jump")), tr("Show in the Log"), menu.get());
    jump->setEnabled(isSet(currentLine()));
    connect(jump, &QAction::triggered, this, &LinesView::activate);
    menu->insertAction(menu->actions().value(0), jump);
    menu->insertSeparator(menu->actions().value(1));
    menu->exec(event->globalPos());
}

void LinesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QPlainTextEdit::changeEvent(event);
}

void LinesView::activate()
{
    if (const LineId line = currentLine(); isSet(line)) {
        Q_EMIT lineActivated(line);
    }
}

void LinesView::markCurrent()
{
    QTextEdit::ExtraSelection current;
    current.cursor = textCursor();
    current.cursor.clearSelection();
    QColor background = QGuiApplication::palette().color(QPalette::Highlight);
    background.setAlphaF(0.22F);
    current.format.setBackground(background);
    current.format.setProperty(QTextFormat::FullWidthSelection, true);
    setExtraSelections(m_ids.empty() ? QList<QTextEdit::ExtraSelection>() : QList{current});
}

void LinesView::retranslate()
{
    setAccessibleName(tr("The lines of this mail"));
    setToolTip(tr("Return or a double click shows the line in the log"));
}

} // namespace limier
