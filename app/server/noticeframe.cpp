// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/noticeframe.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace limier
{

NoticeFrame::NoticeFrame(const QString &icon, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_name(icon)
    , m_tone(tone)
    , m_icon(new QLabel)
{
    auto *layout = new QHBoxLayout(this);
    const int space = fontMetrics().height() / 2;
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    connect(&Theme::instance(), &Theme::changed, this, &NoticeFrame::setIcon);
    setIcon();
}

void NoticeFrame::setNotice(const QString &icon, Tone tone)
{
    m_name = icon;
    m_tone = tone;
    setIcon();
}

void NoticeFrame::setContent(QWidget *content)
{
    auto *const row = static_cast<QHBoxLayout *>(layout());
    while (row->count() > 1) {
        QLayoutItem *const old = row->takeAt(1);
        old->widget()->hide();
        old->widget()->deleteLater(); // it may be the one whose button was pressed
        delete old;
    }
    if (content != nullptr) {
        row->addWidget(content, 1);
    }
}

void NoticeFrame::setIcon()
{
    const int size = fontMetrics().height() * 5 / 4;
    m_icon->setPixmap(Theme::instance().icon(m_name).pixmap(QSize(size, size), devicePixelRatio()));
    update();
}

void NoticeFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = Theme::instance().color(m_tone);
    QColor fill = accent;
    fill.setAlphaF(0.14F);
    const double radius = fontMetrics().height() / 4.0;
    painter.setBrush(fill);
    painter.setPen(accent);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

QLabel *makeTextLabel()
{
    auto *const label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

QPushButton *makeButton(const QString &text)
{
    auto *const button = new QPushButton(text);
    button->setAutoDefault(true);
    return button;
}

} // namespace limier
