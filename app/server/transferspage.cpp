// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transferspage.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "server/servers.h"
#include "server/transfersmodel.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QSaveFile>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

namespace
{

QString quoted(QString field)
{
    return u'"' + field.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

TransfersPage::TransfersPage(Servers &servers, const DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_model(new TransfersModel(display, this))
    , m_view(new QTableView)
    , m_about(new QLabel)
    , m_outcome(new QLabel)
    , m_export(new QToolButton)
    , m_close(new QToolButton)
    , m_copy(new QAction(this))
{
    build();
    connect(&m_servers, &Servers::changed, this, &TransfersPage::takeLinks);
    connect(m_export, &QToolButton::clicked, this, &TransfersPage::askForFile);
    connect(m_close, &QToolButton::clicked, this, &TransfersPage::closeRequested);
    connect(m_copy, &QAction::triggered, this, &TransfersPage::copy);
    connect(&Theme::instance(), &Theme::changed, this, &TransfersPage::setIcons);
    takeLinks();
    setIcons();
    retranslate();
}

void TransfersPage::build()
{
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_copy->setShortcuts(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(m_copy);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    for (QToolButton *const button : {m_export, m_close}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
    }
    auto *const line = new QHBoxLayout;
    line->addWidget(m_about, 1);
    line->addWidget(m_export);
    line->addWidget(m_close);
    auto *const rows = new QVBoxLayout(this);
    rows->addLayout(line);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_outcome);
    setFocusProxy(m_view);
    setWidths();
    // Who reads further up is left there.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar *const bar = m_view->verticalScrollBar();
        if (bar->value() == bar->maximum()) {
            QMetaObject::invokeMethod(m_view, &QTableView::scrollToBottom, Qt::QueuedConnection);
        }
    });
}

void TransfersPage::setWidths()
{
    constexpr std::array Digits{20, 22, 18, 52, 12, 11, 11, 11, 8};
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_view->setColumnWidth(column, fontMetrics().averageCharWidth() * Digits[static_cast<std::size_t>(column)]);
    }
}

void TransfersPage::takeLinks()
{
    const auto &links = m_servers.links();
    const auto isThere = [&](const ServerLink *known) {
        return std::ranges::contains(links, known, [](const auto &link) { return link.get(); });
    };
    // Those of another investigation are of no use any more.
    if (std::ranges::none_of(m_known, isThere)) {
        m_model->clear();
    }
    std::erase_if(m_known, [&](const ServerLink *known) { return !isThere(known); });
    for (const auto &link : links) {
        if (!std::ranges::contains(m_known, link.get())) {
            m_known.push_back(link.get());
            m_model->addLink(*link);
        }
    }
}

void TransfersPage::copy()
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        return;
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    QStringList cells;
    const auto endLine = [&] {
        lines += cells.join(u'\t');
        cells.clear();
    };
    for (int column = 0; column < m_model->columnCount(); ++column) {
        cells += m_model->exportedHeader(column);
    }
    endLine();
    for (const QModelIndex &row : std::as_const(rows)) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            cells += m_model->exportedText(row.row(), column);
        }
        endLine();
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

std::optional<QString> TransfersPage::exportTo(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    QString text(QChar::ByteOrderMark);
    QStringList cells;
    for (int row = -1; row < m_model->rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < m_model->columnCount(); ++column) {
            cells += quoted(row < 0 ? m_model->exportedHeader(column) : m_model->exportedText(row, column));
        }
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    file.write(text.toUtf8());
    return file.commit() ? std::nullopt : std::optional(file.errorString());
}

void TransfersPage::askForFile()
{
    auto *const dialog = new QFileDialog(this, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setDirectory(QDir::homePath());
    dialog->selectFile(QStringLiteral("transfers.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const std::optional<QString> error = exportTo(path);
        const QString shownPath = displayText(path.toStdString());
        m_outcome->setText(
            breakable(error ? tr("%1 could not be written: %2").arg(shownPath, *error)
                            : tr("%Ln row(s) exported to %1.", nullptr, m_model->rowCount()).arg(shownPath)));
        m_outcome->show();
    });
    dialog->open();
}

void TransfersPage::setIcons()
{
    const Theme &theme = Theme::instance();
    m_export->setIcon(theme.icon(QStringLiteral("document-export")));
    m_close->setIcon(theme.icon(QStringLiteral("window-close")));
    m_copy->setIcon(theme.icon(QStringLiteral("edit-copy")));
}

void TransfersPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void TransfersPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TransfersPage::retranslate()
{
    m_about->setText(tr("Every command that was run on the servers, and every piece of a log that was fetched."));
    m_export->setText(tr("Export…"));
    m_close->setText(tr("Close"));
    m_copy->setText(tr("Copy"));
    m_view->setAccessibleName(tr("What was transferred"));
    m_model->retranslate();
}

} // namespace limier
