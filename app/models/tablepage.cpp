// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablepage.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"
#include "models/exportbar.h"
#include "models/rowactions.h"
#include "models/tableheader.h"
#include "models/tablemodel.h"
#include "models/tableselection.h"
#include "models/tabletexts.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace limier
{

TablePage::TablePage(TableKind kind, Investigation &investigation, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_investigation(investigation)
    , m_display(display)
    , m_model(new TableModel(kind, display, this))
    , m_actions(new RowActions(investigation, this))
    , m_view(new QTableView(this))
    , m_header(new TableHeader(kind, m_view))
    , m_search(new QLineEdit(this))
    , m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_count(new QLabel(this))
    , m_columns(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_empty(new QLabel(m_view->viewport()))
    , m_exportBar(new ExportBar(this))
    , m_copy(new QAction(this))
{
    setUpView();
    m_selection = new TableSelection(*m_view, *m_model);
    setUpBar();
    setUpActions();
    connectData();
    setIcons();
    retranslate();
    updateCount();
}

TablePage::~TablePage() = default;

void TablePage::setUpView()
{
    m_view->setHorizontalHeader(m_header);
    m_view->setModel(m_model);
    m_header->resetLayout();
    m_view->setSortingEnabled(true);
    m_header->setStretchLastSection(m_kind == TableKind::Rejections); // its last column is the long one
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setWordWrap(false);
    m_view->setShowGrid(false);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *const rows = m_view->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight();
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_search->installEventFilter(this);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
}

void TablePage::setRowHeight()
{
    constexpr double LinesPerRow = 1.4;
    const int height = qRound(m_view->fontMetrics().height() * LinesPerRow);
    m_view->verticalHeader()->setMinimumSectionSize(height);
    m_view->verticalHeader()->setDefaultSectionSize(height);
}

void TablePage::setUpBar()
{
    m_search->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    for (QToolButton *button : {m_columns, m_export}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    bar->addWidget(m_columns);
    bar->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_exportBar);
    setTabOrder({m_search, m_columns, m_export, m_view});
    setFocusProxy(m_view);
}

void TablePage::setUpActions()
{
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(m_copy);
    connect(m_copy, &QAction::triggered, this, &TablePage::copy);
    auto *find = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_columns, &QToolButton::clicked, this, &TablePage::chooseColumns);
    connect(m_export, &QToolButton::clicked, this, &TablePage::askForFile);
    connect(m_search, &QLineEdit::textChanged, m_model, &TableModel::setSearch);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &cell) {
        m_actions->activate(m_model->source(), m_model->sourceRow(cell.row()));
    });
}

void TablePage::connectData()
{
    connect(m_model, &TableModel::modelReset, this, &TablePage::updateCount);
    connect(m_model, &TableModel::arrangingChanged, this, &TablePage::updateCount);
    connect(m_exportBar, &ExportBar::finished, this, &TablePage::exportFinished);
    connect(&Theme::instance(), &Theme::changed, this, &TablePage::setIcons);
    connect(&m_investigation, &Investigation::evaluated, this, [this] {
        if (isVisible()) {
            showEvaluation();
        } else { // it would keep the whole snapshot that it shows
            m_model->setEvaluation(nullptr);
        }
    });
    connect(&m_investigation, &Investigation::stateChanged, this, [this](Investigation::State state) {
        if (state == Investigation::State::Loading) { // another log: what is shown of the one before keeps it in memory
            m_model->setEvaluation(nullptr);
            m_selection->forget();
        }
    });
}

void TablePage::showEvaluation()
{
    if (const auto &evaluation = m_investigation.evaluation()) {
        m_header->setHasHosts(evaluation->index().nodeCount() > 1);
    }
    m_model->setEvaluation(m_investigation.evaluation());
}

void TablePage::updateCount()
{
    const auto &source = m_model->source();
    const auto shown = static_cast<std::uint64_t>(m_model->rowCount());
    const std::uint64_t all = source ? source->size() : 0;
    QString text = rowCountText(m_kind, all);
    if (!m_search->text().isEmpty()) {
        text = tr("%1 of %2", "rows that are shown, of all").arg(displayNumber(shown), text);
    }
    if (m_model->isArranging()) {
        text += QStringLiteral(" …");
    } else if (source && !source->index().isComplete()) {
        text = tr("%1 so far").arg(text);
    }
    m_count->setText(source ? text : QString());
    m_export->setEnabled(shown > 0);
    updateEmptyText();
}

void TablePage::updateEmptyText()
{
    const auto &source = m_model->source();
    const bool isEmpty = source && m_model->rowCount() == 0 && !m_model->isArranging();
    if (isEmpty) {
        m_empty->setText(source->size() > 0
                             ? tr("No row has \"%1\" in it.").arg(displayText(m_search->text().toStdString(), 60))
                             : emptyTableText(m_kind, !source->evaluation()->filter().isEmpty()));
    }
    m_empty->setGeometry(m_view->viewport()->rect());
    m_empty->setVisible(isEmpty);
}

void TablePage::chooseColumns()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_header->fillMenu(*menu);
    menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

void TablePage::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export Table"), QString(), tr("CSV tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(title().toLower() + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &TablePage::exportTo);
    dialog->open();
}

TableExtract TablePage::extract(std::vector<std::uint32_t> rows) const
{
    return {m_model->source(), std::make_shared<std::vector<std::uint32_t>>(std::move(rows)), m_header->shownColumns(),
            m_display.timeZone()};
}

void TablePage::copy()
{
    std::vector<std::uint32_t> rows = m_selection->selectedRows();
    if (!rows.empty()) {
        m_exportBar->copy(extract(std::move(rows)));
    }
}

void TablePage::exportTo(const QString &path)
{
    if (m_model->source()) {
        m_exportBar->exportTo(path,
                              {m_model->source(), m_model->rows(), m_header->shownColumns(), m_display.timeZone()});
    }
}

QMenu *TablePage::makeMenu(const QModelIndex &cell)
{
    if (!cell.isValid()) {
        return nullptr;
    }
    auto *menu = new QMenu(this);
    m_actions->fillMenu(*menu, m_model->source(), m_selection->selectedRows(), m_model->sourceRow(cell.row()),
                        static_cast<std::size_t>(cell.column()));
    menu->addSeparator();
    menu->addAction(m_copy);
    return menu;
}

void TablePage::popUpMenu(const QModelIndex &cell, const QPoint &at)
{
    if (QMenu *const menu = makeMenu(cell)) {
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_view->viewport()->mapToGlobal(at));
    }
}

bool TablePage::handleKey(QObject *watched, int key)
{
    if (watched == m_search && (key == Qt::Key_Escape || key == Qt::Key_Down)) {
        if (key == Qt::Key_Escape) {
            m_search->clear();
        }
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_view && (key == Qt::Key_Return || key == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
        m_actions->activate(m_model->source(), m_model->sourceRow(m_view->currentIndex().row()));
        return true;
    }
    return false;
}

bool TablePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const Qt::KeyboardModifiers modifiers = press->modifiers() & ~Qt::KeypadModifier;
        if (modifiers == Qt::NoModifier && handleKey(watched, press->key())) {
            return true;
        }
    } else if (event->type() == QEvent::ContextMenu && watched != m_search) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const bool isByKey = menu->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex cell = isByKey ? m_view->currentIndex() : m_view->indexAt(menu->pos());
        popUpMenu(cell, isByKey ? m_view->visualRect(cell).bottomLeft() : menu->pos());
        return true;
    } else if (event->type() == QEvent::Resize && watched == m_view->viewport()) {
        m_empty->setGeometry(m_view->viewport()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void TablePage::showEvent(QShowEvent *event)
{
    showEvaluation();
    QWidget::showEvent(event);
}

void TablePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateCount();
    } else if (event->type() == QEvent::FontChange) {
        setRowHeight();
    }
    QWidget::changeEvent(event);
}

void TablePage::setIcons()
{
    const Theme &theme = Theme::instance();
    m_searchIcon->setIcon(theme.icon(QStringLiteral("edit-find")));
    m_columns->setIcon(theme.icon(QStringLiteral("view-file-columns")));
    m_export->setIcon(theme.icon(QStringLiteral("document-export")));
    m_copy->setIcon(theme.icon(QStringLiteral("edit-copy")));
}

void TablePage::retranslate()
{
    m_model->retranslate();
    m_header->widen();
    m_search->setPlaceholderText(tr("Filter…"));
    m_search->setToolTip(plainToolTip(tr("Shows only rows that have all these words in their texts (%1)")
                                          .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText))));
    m_search->setAccessibleName(tr("Filter of the table"));
    m_columns->setText(tr("Columns"));
    m_columns->setToolTip(tr("Choose which columns are shown"));
    m_export->setText(tr("Export CSV…"));
    m_export->setToolTip(tr("Write the rows and columns that are shown to a file for a spreadsheet"));
    m_copy->setText(tr("Copy"));
    m_view->setAccessibleName(title());
    Q_EMIT titleChanged();
}

QString TablePage::title() const
{
    return tableTitle(m_kind);
}

QByteArray TablePage::saveState() const
{
    return m_header->saveLayout();
}

bool TablePage::restoreState(const QByteArray &state)
{
    return m_header->restoreLayout(state);
}

TablePage *makeUsersPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return new TablePage(TableKind::Users, investigation, display, parent);
}

TablePage *makeClientsPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return new TablePage(TableKind::Clients, investigation, display, parent);
}

TablePage *makeSendersPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return new TablePage(TableKind::Senders, investigation, display, parent);
}

TablePage *makeMessagesPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return new TablePage(TableKind::Messages, investigation, display, parent);
}

TablePage *makeLoginsPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return new TablePage(TableKind::Logins, investigation, display, parent);
}

TablePage *makeRejectionsPage(Investigation &investigation, DisplaySettings &display, QWidget *parent)
{
    return new TablePage(TableKind::Rejections, investigation, display, parent);
}

} // namespace limier
