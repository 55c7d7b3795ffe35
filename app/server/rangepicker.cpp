// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rangepicker.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace limier
{

namespace
{

constexpr std::int64_t SecondsOfDay = 86400;

QDateTimeEdit *makeTimeEdit()
{
    auto *const edit = new QDateTimeEdit;
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    return edit;
}

} // namespace

RangePicker::RangePicker(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_from(new QLabel)
    , m_since(makeTimeEdit())
    , m_to(new QLabel)
    , m_until(makeTimeEdit())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_kind);
    layout->addWidget(m_from);
    layout->addWidget(m_since);
    layout->addWidget(m_to);
    layout->addWidget(m_until);
    layout->addStretch(1);
    for (const WantedRange::Kind kind : rangeKinds()) {
        m_kind->addItem(QString(), static_cast<int>(kind));
    }
    m_from->setBuddy(m_since);
    m_to->setBuddy(m_until);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showTimes();
        Q_EMIT changed();
    });
    connect(m_since, &QDateTimeEdit::dateTimeChanged, this, &RangePicker::changed);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &RangePicker::changed);
    setRange({});
    retranslate();
}

WantedRange RangePicker::range() const
{
    WantedRange range{.kind = static_cast<WantedRange::Kind>(m_kind->currentData().toInt())};
    if (range.kind == WantedRange::Kind::Between) {
        range.since = m_since->dateTime().toSecsSinceEpoch();
        range.until = m_until->dateTime().toSecsSinceEpoch();
        if (range.since > range.until) {
            std::swap(range.since, range.until);
        }
    }
    return range;
}

void RangePicker::setRange(const WantedRange &range)
{
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    m_since->setDateTime(QDateTime::fromSecsSinceEpoch(range.since != 0 ? range.since : now - SecondsOfDay));
    m_until->setDateTime(QDateTime::fromSecsSinceEpoch(range.until != 0 ? range.until : now));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(range.kind)));
    showTimes();
}

void RangePicker::showTimes()
{
    const bool isFree = m_kind->currentData().toInt() == static_cast<int>(WantedRange::Kind::Between);
    const std::initializer_list<QWidget *> times{m_from, m_since, m_to, m_until};
    for (QWidget *const widget : times) {
        widget->setVisible(isFree);
    }
}

void RangePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void RangePicker::retranslate()
{
    for (int place = 0; place < m_kind->count(); ++place) {
        m_kind->setItemText(place, rangeKindText(static_cast<WantedRange::Kind>(m_kind->itemData(place).toInt())));
    }
    m_kind->setAccessibleName(tr("Which time of the logs"));
    m_from->setText(tr("from"));
    m_since->setAccessibleName(m_from->text());
    m_to->setText(tr("to"));
    m_until->setAccessibleName(m_to->text());
}

} // namespace limier
