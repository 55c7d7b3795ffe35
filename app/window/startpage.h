// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servercontext.h"
#include "window/recents.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace limier
{

class ChoiceButton;
class DisplaySettings;
class NoticeFrame;
class RecentsView;

/// What a window shows before anything is open: the ways to begin, and what was opened before. GUI thread.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    StartPage(DisplaySettings &display, const ServerContext &context, QWidget *parent = nullptr);

    /// Shows the way back to an investigation that is open behind this page; empty: there is none.
    void setOpenTitle(const QString &title);
    /// Something that could be opened is dragged over the window.
    void setDropPending(bool pending);

Q_SIGNALS:
    void connectRequested();
    void reconnectRequested(const QStringList &servers, bool keepsSecrets);
    void offlineRequested(const QStringList &servers);
    void forgetRequested(const limier::RecentInvestigation &investigation);
    void openFilesRequested();
    void openFolderRequested();
    void sampleRequested();
    void openRequested(const QStringList &paths, const QString &timezone);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeHeading();
    [[nodiscard]] QWidget *makeChoices();
    [[nodiscard]] QWidget *makeRecents();
    void makeForget();
    void askToForget(const RecentInvestigation &investigation);
    void showHint();
    void setLogo();
    void retranslate();

    ChoiceButton *m_connect;
    ChoiceButton *m_files;
    ChoiceButton *m_folder;
    ChoiceButton *m_sample;
    QLabel *m_logo;
    QLabel *m_name;
    QLabel *m_motto;
    QLabel *m_hint;
    QLabel *m_recentsTitle;
    QLabel *m_noRecents;
    RecentsView *m_recents;
    NoticeFrame *m_forget; ///< asks whether what was fetched may be deleted
    QLabel *m_forgetText;
    QPushButton *m_doForget;
    QPushButton *m_keepIt;
    RecentInvestigation m_toForget;
    QPushButton *m_back;
    QString m_openTitle;
    bool m_isDropPending = false;
};

} // namespace limier
