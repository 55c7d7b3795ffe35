// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mailway.h"

#include <QThreadPool>
#include <QWidget>

#include <stop_token>

class QLabel;
class QSplitter;
class QToolButton;
class QTreeView;

namespace limier
{

class DelayBar;
class DisplaySettings;
class FactsView;
class Investigation;
class LinesView;
class MailModel;
struct Fact;

/**
 * One mail's way: its hops and deliveries, what is known of the one that is selected, and its verbatim lines. Reads on
 * a thread of its own; of several requests the newest is shown. GUI thread.
 */
class MailPage final : public QWidget
{
    Q_OBJECT

public:
    MailPage(Investigation &investigation, DisplaySettings &display, QWidget *parent = nullptr);
    ~MailPage() override;

    /// Shows the mail that @p message is a hop of, as the newest snapshot knows it.
    void open(MessageId message);
    [[nodiscard]] MessageId message() const { return m_message; }
    /// Forgets the mail: it is of a log that is closed.
    void clear();

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void opened();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectAll();
    void setButtonIcons();
    void outdate();
    void requestLine(LineId line);
    void read();
    void take(MailWay way);
    void showSelected();
    [[nodiscard]] std::vector<Fact> factsOf(const WayHop &hop) const;
    [[nodiscard]] std::vector<Fact> factsOf(const WayDelivery &delivery) const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString notice() const;
    void showInLog();
    void retranslate();

    Investigation &m_investigation;
    DisplaySettings &m_display;
    MailModel *m_model;
    QLabel *m_title;
    QLabel *m_notice;
    QToolButton *m_inLog;
    QToolButton *m_close;
    QTreeView *m_tree;
    FactsView *m_facts;
    DelayBar *m_delays;
    LinesView *m_lines;
    QSplitter *m_splitter;
    MessageId m_message = None<MessageId>;
    bool m_isReading = false;
    bool m_isPartial = false; ///< read from a log that was still being read: to be read again
    int m_generation = 0;     ///< of the request: what an older one brings late is dropped
    std::stop_source m_stop;
    QThreadPool m_reader; ///< last: its destructor waits for what uses the rest
};

} // namespace limier
