// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/evaluation.h"

#include <QScrollArea>
#include <QTimer>

#include <memory>

class QGridLayout;
class QLabel;
class QRadioButton;

namespace limier
{

class ActivityCard;
class Card;
class DisplaySettings;
class Investigation;
class MatrixView;
class RankedList;
class StatusCard;

/**
 * Who sends, how much, from where, to whom and with what success: cards on a page that scrolls downwards only. GUI
 * thread. While hidden it keeps the newest evaluation and does nothing else.
 */
class OverviewPage : public QScrollArea
{
    Q_OBJECT

public:
    OverviewPage(Investigation &investigation, DisplaySettings &display, QWidget *parent = nullptr);

    [[nodiscard]] ActivityCard &users() const { return *m_users; }
    [[nodiscard]] ActivityCard &clients() const { return *m_clients; }
    [[nodiscard]] MatrixView &matrix() const { return *m_matrix; }
    [[nodiscard]] StatusCard &statuses() const { return *m_statuses; }
    [[nodiscard]] RankedList &domains() const { return *m_domains; }
    [[nodiscard]] RankedList &replies() const { return *m_replies; }
    /// Users and clients beside each other.
    [[nodiscard]] bool isWide() const { return m_isWide; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void connectLists();
    void arrange();
    void take(const std::shared_ptr<const Evaluation> &evaluation);
    void fill();
    void fillDomains();
    void fillReplies();
    void writeTexts();
    void showCountBy();

    Investigation &m_investigation;
    DisplaySettings &m_display;
    QLabel *m_countBy;
    QRadioButton *m_byRecipients;
    QRadioButton *m_byMessages;
    QRadioButton *m_showUsers;
    QRadioButton *m_showClients;
    ActivityCard *m_users;
    ActivityCard *m_clients;
    Card *m_matrixCard;
    MatrixView *m_matrix;
    StatusCard *m_statuses;
    Card *m_domainCard;
    RankedList *m_domains;
    Card *m_replyCard;
    RankedList *m_replies;
    QGridLayout *m_grid;
    std::shared_ptr<const Evaluation> m_evaluation;
    bool m_isFilled = false; ///< the cards show m_evaluation
    QTimer m_filling;        ///< fills the cards in a turn of the event loop of their own
    bool m_isWide = true;
};

} // namespace limier
