// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QTableView;
class QToolButton;

namespace limier
{

class DisplaySettings;
class Servers;
class ServerLink;
class TransfersModel;

/// The log of what was transferred from the servers, and run on them, as a table that can be copied and exported. GUI
/// thread.
class TransfersPage final : public QWidget
{
    Q_OBJECT

public:
    TransfersPage(Servers &servers, const DisplaySettings &display, QWidget *parent = nullptr);

    [[nodiscard]] TransfersModel &model() const { return *m_model; }
    /// The selected rows, as tab-separated text with headers, to the clipboard.
    void copy();
    /// All rows as CSV, as writeCsv() does for the tables of the log. The system's words if it could not be written.
    [[nodiscard]] std::optional<QString> exportTo(const QString &path) const;

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void takeLinks();
    void askForFile();
    void setWidths();
    void setIcons();
    void retranslate();

    Servers &m_servers;
    TransfersModel *m_model;
    QTableView *m_view;
    QLabel *m_about;
    QLabel *m_outcome;
    QToolButton *m_export;
    QToolButton *m_close;
    QAction *m_copy;
    std::vector<const ServerLink *> m_known;
};

} // namespace limier
