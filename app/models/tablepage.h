// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablecolumns.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QTableView;
class QToolButton;

namespace limier
{

class DisplaySettings;
class ExportBar;
class Investigation;
class RowActions;
class TableHeader;
class TableModel;
class TableSelection;
struct TableExtract;

/**
 * A table of the investigation with its search line: sorted, searched, copied, exported, and the way from a row to a
 * filter, a mail or the log's lines. While it is hidden it does nothing; it fills in when it is shown. GUI thread.
 */
class TablePage : public QWidget
{
    Q_OBJECT

public:
    TablePage(TableKind kind, Investigation &investigation, DisplaySettings &display, QWidget *parent = nullptr);
    ~TablePage() override;

    [[nodiscard]] TableKind kind() const { return m_kind; }
    /// For the tab; ask again after titleChanged().
    [[nodiscard]] QString title() const;
    /// Columns, their order and widths, and the sorting. False if @p state is none.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    [[nodiscard]] TableModel &model() const { return *m_model; }
    [[nodiscard]] QTableView &view() const { return *m_view; }

    /// The selected rows, as tab-separated text with headers, to the clipboard.
    void copy();
    /// All rows that are shown, in their order, as CSV. The page says below the table how it went.
    void exportTo(const QString &path);
    /// What a right click on the cell offers; null where nothing is. The caller owns it.
    [[nodiscard]] QMenu *makeMenu(const QModelIndex &cell);

Q_SIGNALS:
    void titleChanged();
    void exportFinished();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpView();
    void setUpBar();
    void setUpActions();
    void connectData();
    void showEvaluation();
    void updateCount();
    void updateEmptyText();
    void chooseColumns();
    void askForFile();
    void popUpMenu(const QModelIndex &cell, const QPoint &at);
    void retranslate();
    void setIcons();
    bool handleKey(QObject *watched, int key);
    [[nodiscard]] TableExtract extract(std::vector<std::uint32_t> rows) const;

    TableKind m_kind;
    Investigation &m_investigation;
    DisplaySettings &m_display;
    TableModel *m_model;
    RowActions *m_actions;
    QTableView *m_view;
    TableHeader *m_header;
    TableSelection *m_selection;
    QLineEdit *m_search;
    QAction *m_searchIcon;
    QLabel *m_count;
    QToolButton *m_columns;
    QToolButton *m_export;
    QLabel *m_empty;
    ExportBar *m_exportBar;
    QAction *m_copy;
};

[[nodiscard]] TablePage *makeUsersPage(Investigation &investigation, DisplaySettings &display, QWidget *parent);
[[nodiscard]] TablePage *makeClientsPage(Investigation &investigation, DisplaySettings &display, QWidget *parent);
[[nodiscard]] TablePage *makeSendersPage(Investigation &investigation, DisplaySettings &display, QWidget *parent);
[[nodiscard]] TablePage *makeMessagesPage(Investigation &investigation, DisplaySettings &display, QWidget *parent);
[[nodiscard]] TablePage *makeLoginsPage(Investigation &investigation, DisplaySettings &display, QWidget *parent);
[[nodiscard]] TablePage *makeRejectionsPage(Investigation &investigation, DisplaySettings &display, QWidget *parent);

} // namespace limier
