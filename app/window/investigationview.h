// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"
#include "window/pages.h"

#include <QWidget>

class QSettings;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace limier
{

class MailPage;
class ServerBar;
class ServerLink;
class Servers;
class SuspectsPane;
class TransfersPage;

/// One investigation as its user sees it: source, timeline, suspects, filters, and the tabs. GUI thread.
class InvestigationView final : public QWidget
{
    Q_OBJECT

public:
    InvestigationView(Investigation &investigation, Servers &servers, DisplaySettings &display,
                      QWidget *parent = nullptr);

    /// Brings a tab to the front, by its name; nothing happens if there is none.
    void showPage(const QString &name);
    [[nodiscard]] QWidget *currentPage() const;
    /// What was fetched from servers, and run on them: a tab of its own.
    void showTransfers();

    void save(QSettings &settings) const;
    void restore(QSettings &settings);

Q_SIGNALS:
    void addServerRequested();
    void removeServerRequested(limier::ServerLink &link);
    void forgetServerRequested(limier::ServerLink &link);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeUpper();
    [[nodiscard]] QWidget *makeLower();
    void addPages();
    void connectAll();
    void connectFind();
    void showMail();
    void closeMail();
    void closeTransfers();
    void connectServers();
    void showOrHide();
    void setIcons();
    void retranslate();
    [[nodiscard]] const Page *pageOf(const QWidget *widget) const;

    Investigation &m_investigation;
    Servers &m_servers;
    DisplaySettings &m_display;
    QSplitter *m_splitter;
    QSplitter *m_columns; ///< suspects and tabs
    SuspectsPane *m_suspects;
    QToolButton *m_showSuspects;
    QTabWidget *m_tabs;
    MailPage *m_mail;
    TransfersPage *m_transfers;
    ServerBar *m_serverBar;
    QWidget *m_timeline;
    QWidget *m_beforeMail = nullptr; ///< the tab to go back to
    std::vector<Page> m_pages;
};

} // namespace limier
