// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/recents.h"

#include <QListView>

class QStandardItemModel;

namespace limier
{

class DisplaySettings;

/// The investigations that were opened before: Return or a double click opens one, Delete forgets it. GUI thread.
class RecentsView final : public QListView
{
    Q_OBJECT

public:
    explicit RecentsView(DisplaySettings &display, QWidget *parent = nullptr);

    void reload();
    [[nodiscard]] bool isEmpty() const { return m_recents.empty(); }

Q_SIGNALS:
    void openRequested(const QStringList &paths, const QString &timezone);
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void openAt(const QModelIndex &index);
    void forget(const QModelIndex &index);
    [[nodiscard]] QString detail(const RecentInvestigation &recent) const;

    DisplaySettings &m_display;
    std::vector<RecentInvestigation> m_recents;
    QStandardItemModel *m_model;
};

} // namespace limier
