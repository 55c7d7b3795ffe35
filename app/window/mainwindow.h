// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/displaysettings.h"
#include "investigation/investigation.h"
#include "server/servers.h"
#include "window/windowmenus.h"

#include <QMainWindow>

class QFileDialog;
class QMimeData;
class QStackedWidget;

namespace limier
{

class ConnectDialog;
class InvestigationView;
class StartPage;
struct RecentInvestigation;

/**
 * A window of the program: one investigation, or the start page before there is one. Each window has its own filter,
 * zone and measure; the settings of the user are those of the window that was closed last. GUI thread.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(ServerContext context = ServerContext::ofUser(), QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens logs in place of what is open. @p timezone: IANA name of the server's zone; empty: this computer's.
    void open(const QStringList &paths, const QString &timezone = {});
    /// Connects to servers in place of what is open, or beside the servers that are.
    void connectTo(const std::vector<ServerRequest> &requests, bool isAdding = false);
    void showStartPage();

    [[nodiscard]] Investigation &investigation() { return m_investigation; }
    [[nodiscard]] Servers &servers() { return m_servers; }
    [[nodiscard]] DisplaySettings &display() { return m_display; }
    [[nodiscard]] const WindowMenus &menus() const { return *m_menus; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectInvestigation();
    void connectStartPage();
    void run(Command command);
    void connectServers();
    void askForServer(bool isAdding);
    void reconnectTo(const QStringList &servers, bool keepsSecrets);
    void openOffline(const QStringList &servers);
    void removeServer(ServerLink &link);
    void forgetServer(ServerLink &link);
    void forgetFetched(const RecentInvestigation &investigation);
    void rememberServers();
    void askForFiles();
    void askForFolder();
    void openFrom(QFileDialog *dialog);
    void openSample();
    void openWindow();
    void showInvestigation();
    void setFullScreen(bool full);
    void remember();
    void enableCommands();
    void restoreLayout();
    void saveLayout() const;
    void retranslate();

    DisplaySettings m_display;
    Investigation m_investigation;
    Servers m_servers;
    WindowMenus *m_menus;
    QStackedWidget *m_stack;
    StartPage *m_start;
    InvestigationView *m_view;
    QString m_timezone;
    QDateTime m_opened;
};

} // namespace limier
