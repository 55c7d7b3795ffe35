// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mailpage.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"
#include "mail/delaybar.h"
#include "mail/factsview.h"
#include "mail/linesview.h"
#include "mail/mailmodel.h"
#include "mail/waydelegate.h"
#include "report/sentences.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace limier
{

MailPage::MailPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_display(display)
    , m_model(new MailModel(display, this))
    , m_title(new QLabel)
    , m_notice(new QLabel)
    , m_inLog(new QToolButton)
    , m_close(new QToolButton)
    , m_tree(new QTreeView)
    , m_facts(new FactsView)
    , m_delays(new DelayBar)
    , m_lines(new LinesView)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_reader.setMaxThreadCount(1);
    build();
    connectAll();
    setButtonIcons();
    retranslate();
}

MailPage::~MailPage()
{
    m_stop.request_stop();
    m_reader.clear();
    m_reader.waitForDone();
}

void MailPage::build()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_inLog->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_inLog->setAutoRaise(true);
    m_close->setAutoRaise(true);

    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new WayDelegate(m_tree));
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()) / 2);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(MailModel::ReplyColumn, QHeaderView::Stretch);
    m_tree->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    m_tree->header()->setResizeContentsPrecision(100);

    auto *details = new QWidget;
    auto *detailsLayout = new QVBoxLayout(details);
    detailsLayout->addWidget(m_delays);
    detailsLayout->addWidget(m_facts);
    detailsLayout->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(details);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *way = new QSplitter(Qt::Vertical);
    way->setObjectName(QStringLiteral("way"));
    way->addWidget(m_tree);
    way->addWidget(scroll);
    way->setSizes({600, 400});
    way->setStretchFactor(0, 3);
    way->setStretchFactor(1, 2);
    way->setChildrenCollapsible(false);
    m_splitter->addWidget(way);
    m_splitter->addWidget(m_lines);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);

    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_inLog);
    top->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_tree);
}

void MailPage::connectAll()
{
    connect(&m_investigation, &Investigation::messageRequested, this, &MailPage::open);
    connect(&m_investigation, &Investigation::evaluated, this, [this] {
        if (isSet(m_message) && m_isPartial && m_investigation.evaluation()->index().isComplete()) {
            read();
        }
    });
    connect(&m_display, &DisplaySettings::changed, this, &MailPage::retranslate);
    connect(&Theme::instance(), &Theme::changed, this, &MailPage::setButtonIcons);
    connect(&m_investigation, &Investigation::replaced, this, &MailPage::outdate);
    connect(m_lines, &LinesView::lineActivated, this, &MailPage::requestLine);
    connect(m_inLog, &QToolButton::clicked, this, &MailPage::showInLog);
    connect(m_close, &QToolButton::clicked, this, &MailPage::closeRequested);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MailPage::showSelected);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        requestLine(static_cast<LineId>(index.siblingAtColumn(0).data(MailModel::LineRole).toUInt()));
    });
}

void MailPage::setButtonIcons()
{
    m_inLog->setIcon(Theme::instance().icon(QStringLiteral("go-jump")));
    m_close->setIcon(Theme::instance().icon(QStringLiteral("window-close")));
}

void MailPage::open(MessageId message)
{
    m_message = message;
    read();
    Q_EMIT opened();
}

void MailPage::clear()
{
    outdate();
    take({});
}

/// What is shown can still be read, but leads nowhere any more: its ids are another log's.
void MailPage::outdate()
{
    ++m_generation;
    m_stop.request_stop();
    m_message = None<MessageId>;
    m_isReading = false;
    retranslate();
}

void MailPage::requestLine(LineId line)
{
    if (isSet(line) && isSet(m_message)) {
        Q_EMIT m_investigation.lineRequested(line);
    }
}

void MailPage::read()
{
    const auto &evaluation = m_investigation.evaluation();
    if (!evaluation || place(m_message) >= evaluation->index().messages().size()) {
        return;
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_reader.clear();
    m_isReading = true;
    m_isPartial = !evaluation->index().isComplete();
    m_notice->setText(notice());
    m_reader.start([this, generation = ++m_generation, snapshot = evaluation->snapshot, message = m_message,
                    stop = m_stop.get_token()] {
        MailWay way = readMailWay(snapshot, message, stop);
        if (stop.stop_requested()) {
            return;
        }
        QMetaObject::invokeMethod(this, [this, generation, way = std::move(way)]() mutable {
            if (generation == m_generation) {
                m_isReading = false;
                take(std::move(way));
            }
        });
    });
}

void MailPage::take(MailWay way)
{
    m_model->setWay(std::move(way));
    m_tree->expandAll();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
    }
    const int widest = fontMetrics().averageCharWidth() * 34;
    for (int column = 0; column < MailModel::ColumnCount; ++column) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, std::min(m_tree->columnWidth(column), widest));
    }
    m_lines->setLines(m_model->way().lines);
    retranslate();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->way().hops[static_cast<std::size_t>(row)].id == m_message) {
            m_tree->setCurrentIndex(m_model->index(row, 0));
        }
    }
    showSelected();
}

void MailPage::showSelected()
{
    const QModelIndex current = m_tree->currentIndex();
    const WayHop *const hop = m_model->hop(current);
    const WayDelivery *const delivery = m_model->delivery(current);
    m_delays->setVisible(delivery != nullptr && delivery->delays);
    if (hop == nullptr) {
        m_facts->setFacts({});
        return;
    }
    m_facts->setFacts(delivery != nullptr ? factsOf(*delivery) : factsOf(*hop));
    if (delivery != nullptr && delivery->delays) {
        m_delays->setDelays(*delivery->delays);
    }
    m_lines->goTo(delivery != nullptr ? delivery->line : hop->firstLine);
}

std::vector<Fact> MailPage::factsOf(const WayHop &hop) const
{
    std::vector<Fact> facts{{tr("Queue ID"), hop.queueId}, {tr("Server"), hop.host}};
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            facts.push_back({name, value});
        }
    };
    add(tr("Client"),
        hop.clientName.isEmpty() ? hop.clientIp : QStringLiteral("%1 [%2]").arg(hop.clientName, hop.clientIp));
    add(tr("User"), hop.user);
    add(tr("Sender"), MailModel::senderText(hop));
    if (hop.recipients > 0) {
        add(tr("Recipients"), displayNumber(hop.recipients));
    }
    if (hop.size > 0) {
        add(tr("Size"), displaySize(hop.size));
    }
    add(tr("First line"), m_display.time(hop.first));
    add(tr("Last line"), m_display.time(hop.last));
    add(tr("Queue"), MailModel::endText(hop));
    return facts;
}

std::vector<Fact> MailPage::factsOf(const WayDelivery &delivery) const
{
    std::vector<Fact> facts{{tr("Recipient"), delivery.recipient}};
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            facts.push_back({name, value});
        }
    };
    add(tr("Addressed to"), delivery.originalRecipient);
    add(tr("Handed to"), delivery.relay);
    add(tr("Status"), MailModel::statusText(delivery));
    add(tr("Reply"), delivery.reply);
    add(tr("Attempts"), displayNumber(delivery.attempts));
    add(tr("Last attempt"), m_display.time(delivery.time));
    return facts;
}

QString MailPage::title() const
{
    const MailWay &way = m_model->way();
    if (way.hops.empty()) {
        return {};
    }
    const QString sender = MailModel::senderText(way.hops.front());
    const QString name = way.messageId.isEmpty() ? way.hops.front().queueId : way.messageId;
    return sender.isEmpty() ? tr("Mail %1").arg(name) : tr("Mail %1 from %2").arg(name, sender);
}

QString MailPage::notice() const
{
    const MailWay &way = m_model->way();
    if (m_isReading) {
        return tr("Reading the lines of this mail…");
    }
    if (way.hops.empty()) {
        return tr("Open a message from the table of messages to see its way here.");
    }
    if (way.error) {
        return tr("Its lines cannot be shown. %1").arg(errorSentence(*way.error));
    }
    if (way.moreLines > 0) {
        return tr("Only its first %1 lines are shown here; the log has %Ln more.", nullptr, pluralCount(way.moreLines))
            .arg(displayNumber(way.lines.size()));
    }
    return {};
}

void MailPage::showInLog()
{
    std::vector<MessageId> messages;
    for (const WayHop &hop : m_model->way().hops) {
        messages.push_back(hop.id);
    }
    Q_EMIT m_investigation.linesRequested(messages);
}

void MailPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void MailPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

QByteArray MailPage::saveState() const
{
    return m_splitter->saveState();
}

void MailPage::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

void MailPage::retranslate()
{
    m_tree->setAccessibleName(tr("The hops and deliveries of this mail"));
    m_inLog->setText(tr("Show in the Log"));
    m_inLog->setEnabled(m_model->rowCount() > 0 && isSet(m_message));
    m_close->setToolTip(tr("Close this mail"));
    m_close->setAccessibleName(m_close->toolTip());
    m_title->setText(title());
    const QString text = notice();
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, MailModel::ColumnCount - 1);
    m_tree->viewport()->update();
    showSelected();
}

} // namespace limier
