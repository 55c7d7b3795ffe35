// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servercontext.h"
#include "window/recents.h"

#include <QListView>

class QStandardItemModel;

namespace limier
{

class DisplaySettings;

/// The investigations that were opened before, and servers from which something was fetched: Return or a double click
/// opens one, Delete takes it out of the list. GUI thread.
class RecentsView final : public QListView
{
    Q_OBJECT

public:
    RecentsView(DisplaySettings &display, ServerContext context, QWidget *parent = nullptr);

    void reload();
    [[nodiscard]] bool isEmpty() const { return m_recents.empty(); }

Q_SIGNALS:
    void openRequested(const QStringList &paths, const QString &timezone);
    void connectRequested(const QStringList &servers, bool keepsSecrets);
    /// To open what was fetched, without the servers.
    void offlineRequested(const QStringList &servers);
    /// To delete what was fetched.
    void forgetRequested(const limier::RecentInvestigation &investigation);
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void openAt(const QModelIndex &index);
    void forget(const QModelIndex &index);
    void collect();
    void chooseFor(const RecentInvestigation &recent, const QPoint &at, const QModelIndex &index);
    [[nodiscard]] std::uint64_t fetchedBytes(const RecentInvestigation &recent) const;
    [[nodiscard]] QString place(const RecentInvestigation &recent) const;
    [[nodiscard]] QString detail(const RecentInvestigation &recent) const;

    DisplaySettings &m_display;
    ServerContext m_context;
    std::vector<CachedServer> m_cached;
    std::vector<RecentInvestigation> m_recents;
    QStandardItemModel *m_model;
};

} // namespace limier
