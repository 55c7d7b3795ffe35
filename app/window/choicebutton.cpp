// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/choicebutton.h"

#include "common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace limier
{

ChoiceButton::ChoiceButton(const QString &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceButton::setTexts(const QString &title, const QString &about)
{
    setText(title);
    m_about = about;
    setAccessibleName(title);
    setAccessibleDescription(about);
    updateGeometry();
    update();
}

QFont ChoiceButton::titleFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    return large;
}

QSize ChoiceButton::sizeHint() const
{
    const QFontMetrics title(titleFont());
    const int text = std::max(title.horizontalAdvance(this->text()), fontMetrics().horizontalAdvance(m_about));
    return {iconSize() + text + 4 * padding(), title.lineSpacing() + fontMetrics().lineSpacing() + 2 * padding()};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    const bool isWarm = underMouse() || hasFocus();
    QColor fill = isWarm ? accent : palette().color(QPalette::Button);
    if (isWarm) {
        fill.setAlphaF(isDown() ? 0.35F : 0.15F);
    }
    const double radius = padding() / 2.0;
    painter.setBrush(fill);
    painter.setPen(QPen(isWarm ? accent : palette().color(QPalette::Mid), hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);

    const QRect iconArea(padding(), (height() - iconSize()) / 2, iconSize(), iconSize());
    Theme::instance().icon(m_icon).paint(&painter, iconArea);
    const int left = iconArea.right() + padding();
    const QFontMetrics title(titleFont());
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.setFont(titleFont());
    const QRect first(left, padding(), width() - left - padding(), title.lineSpacing());
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    painter.setFont(font());
    QColor faint = palette().color(QPalette::ButtonText);
    faint.setAlphaF(0.75F);
    painter.setPen(faint);
    const QRect second(left, first.bottom() + 1, first.width(), fontMetrics().lineSpacing());
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_about, Qt::ElideRight, second.width()));
}

void ChoiceButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ChoiceButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace limier
