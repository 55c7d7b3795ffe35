// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace limier
{

class DisplaySettings;
class ElidedLabel;
class Investigation;
class Servers;
class ZoneButton;

/// Where the data of a window come from and what time they span; while they are read, how far that is. GUI thread.
class SourceBar final : public QWidget
{
    Q_OBJECT

public:
    SourceBar(Investigation &investigation, Servers &servers, DisplaySettings &display, QWidget *parent = nullptr);

Q_SIGNALS:
    void addServerRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showState();
    void showProgress();
    void showSpan();
    void showPartial();
    void setIcons();
    void retranslate();

    Investigation &m_investigation;
    Servers &m_servers;
    DisplaySettings &m_display;
    QLabel *m_icon;
    ElidedLabel *m_title;
    ElidedLabel *m_span;
    QLabel *m_partialIcon;
    ElidedLabel *m_partial;
    QProgressBar *m_bar;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_add; ///< a server
    ZoneButton *m_zone;
};

/// A short name of what is open: the servers, or the files.
[[nodiscard]] QString sourceTitle(const Investigation &investigation, const Servers &connected);

} // namespace limier
