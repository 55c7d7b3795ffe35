// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servers.h"

#include <QWidget>

class QVBoxLayout;

namespace limier
{

class DisplaySettings;
class ServerRow;

/// The servers of an investigation, one below the other; hidden while there are none. GUI thread.
class ServerBar final : public QWidget
{
    Q_OBJECT

public:
    ServerBar(Servers &servers, DisplaySettings &display, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<ServerRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    void addRequested();
    void transfersRequested();
    void removeRequested(limier::ServerLink &link);
    void forgetRequested(limier::ServerLink &link);

private:
    void showServers();
    [[nodiscard]] ServerRow *makeRow(ServerLink &link);
    void showCard(const ServerRow &row);

    Servers &m_servers;
    DisplaySettings &m_display;
    QVBoxLayout *m_layout;
    std::vector<ServerRow *> m_rows;
};

} // namespace limier
