// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servercontext.h"
#include "server/serverrequest.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace limier
{

class RangePicker;

/// Which server, which time of its logs, and how. Says in place what is wrong with an address. GUI thread.
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p recent: addresses of servers, the last one first. @p canAdd: there is an investigation of servers that this
    /// one could join.
    ConnectDialog(const ServerContext &context, const QStringList &recent, bool canAdd, QWidget *parent = nullptr);

    void setRequest(const ServerRequest &request);
    [[nodiscard]] ServerRequest request() const;
    /// To the investigation that is open, in place of a new one.
    void setAdding(bool adding);
    [[nodiscard]] bool isAdding() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillServers(const QStringList &recent);
    void check();
    void retranslate();

    ServerContext m_context;
    bool m_canAdd;
    QLabel *m_serverLabel;
    QComboBox *m_server;
    QLabel *m_details;
    QLabel *m_rangeLabel;
    RangePicker *m_range;
    QCheckBox *m_follow;
    QCheckBox *m_keep;
    QCheckBox *m_add;
    QPushButton *m_connect;
    QPushButton *m_cancel;
};

} // namespace limier
