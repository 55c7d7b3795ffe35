// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/suspectcard.h"

#include "charts/swatch.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "report/suspecttext.h"
#include "suspects/severitymark.h"
#include "suspects/suspectdetail.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace limier
{

SuspectCard::SuspectCard(Investigation &investigation, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_display(display)
    , m_mark(new SeverityMark(this))
    , m_title(new QLabel(this))
    , m_arrow(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_column(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::StrongFocus);
    for (QLabel *const label : {m_title, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    const int space = fontMetrics().height() / 3;
    auto *const head = new QHBoxLayout;
    head->setSpacing(space);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    head->addWidget(m_arrow, 0, Qt::AlignTop);
    m_column->setContentsMargins(space * 2, space, space, space);
    m_column->setSpacing(space);
    m_column->addLayout(head);
    m_column->addWidget(m_sentence);
}

bool SuspectCard::isQuiet() const
{
    return m_case.suspect().severity == Severity::Low;
}

QString SuspectCard::sentence() const
{
    return m_case.sentence();
}

void SuspectCard::show(const SuspectCase &about)
{
    m_case = about;
    const Suspect &suspect = about.suspect();
    const QString title =
        tr("%1 · %2", "severity and kind").arg(severityText(suspect.severity), kindText(suspect.kind));
    const QString sentence = about.sentence();
    m_mark->setSeverity(suspect.severity);
    m_title->setText(title);
    QFont font = this->font();
    font.setBold(!isQuiet());
    m_title->setFont(font);
    m_sentence->setText(breakable(sentence, LongestWord));
    m_sentence->setForegroundRole(isQuiet() ? QPalette::PlaceholderText : QPalette::WindowText);
    setAccessibleName(title + QStringLiteral(". ") + sentence);
    setAccessibleDescription(m_isOpen ? tr("Open; Escape closes it") : tr("Return opens it"));
    const int size = fontMetrics().height();
    const QString arrow = m_isOpen ? QStringLiteral("go-up") : QStringLiteral("go-down");
    m_arrow->setPixmap(Theme::instance().icon(arrow).pixmap(QSize(size, size), devicePixelRatio()));
    if (m_isOpen) {
        showDetail();
    }
    update();
}

void SuspectCard::showDetail()
{
    if (m_detail == nullptr) {
        m_detail = new SuspectDetail(m_investigation, m_display, this);
        connect(m_detail, &SuspectDetail::setAsideRequested, this, &SuspectCard::setAsideRequested);
        m_column->addWidget(m_detail);
    }
    m_detail->show(m_case);
    m_detail->setVisible(true);
}

void SuspectCard::setOpen(bool open)
{
    if (m_isOpen == open) {
        return;
    }
    m_isOpen = open;
    if (!open && m_detail != nullptr) {
        if (m_detail->isAncestorOf(QApplication::focusWidget())) {
            setFocus();
        }
        m_detail->hide();
    }
    show(m_case);
    if (open) {
        Q_EMIT opened();
    }
}

bool SuspectCard::isOpen() const
{
    return m_isOpen;
}

void SuspectCard::setSelected(bool selected)
{
    m_isSelected = selected;
    update();
}

bool SuspectCard::isOnHead(const QPoint &position) const
{
    return rect().contains(position) && position.y() <= m_sentence->geometry().bottom() + m_column->spacing();
}

void SuspectCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = severityColor(m_case.suspect().severity);
    QColor fill = accent;
    fill.setAlphaF(0.10F);
    const double radius = fontMetrics().height() / 4.0;
    const QRectF outline = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().base());
    painter.drawRoundedRect(outline, radius, radius);
    if (!isQuiet()) {
        painter.setBrush(fill);
        painter.drawRoundedRect(outline, radius, radius);
    }
    painter.fillRect(
        QRectF(outline.left(), outline.top() + radius, fontMetrics().height() / 4.0, outline.height() - 2 * radius),
        accent);
    const QColor edge = m_isSelected ? palette().color(QPalette::Highlight) : shadeOf(*this, 0.25);
    painter.setPen(QPen(edge, hasFocus() ? 3 : m_isSelected ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline, radius, radius);
}

void SuspectCard::mousePressEvent(QMouseEvent *event)
{
    m_isPressed = event->button() == Qt::LeftButton && isOnHead(event->position().toPoint());
    Q_EMIT selected();
}

void SuspectCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isPressed && isOnHead(event->position().toPoint())) {
        setOpen(!m_isOpen);
    }
    m_isPressed = false;
}

void SuspectCard::keyPressEvent(QKeyEvent *event)
{
    const bool isOwn = hasFocus(); // or a button of the card did not want the key
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (isOwn) {
            return setOpen(!m_isOpen);
        }
        break;
    case Qt::Key_Escape:
        if (m_isOpen) {
            return setOpen(false);
        }
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isOwn) { // the scroll area would take it
            Q_EMIT leaveRequested(event->key() == Qt::Key_Down ? 1 : -1);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void SuspectCard::focusInEvent(QFocusEvent *event)
{
    Q_EMIT selected();
    update();
    QWidget::focusInEvent(event);
}

void SuspectCard::focusOutEvent(QFocusEvent *event)
{
    update();
    QWidget::focusOutEvent(event);
}

} // namespace limier
