// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servers.h"

#include <QWidget>

class QVBoxLayout;

namespace limier
{

class QueueChart;

/// The queues of all servers of an investigation, beside its timeline; without width while there are none. GUI thread.
class QueueColumn final : public QWidget
{
    Q_OBJECT

public:
    explicit QueueColumn(Servers &servers, QWidget *parent = nullptr);

private:
    void showServers();

    Servers &m_servers;
    QVBoxLayout *m_layout;
    std::vector<QueueChart *> m_charts;
};

} // namespace limier
