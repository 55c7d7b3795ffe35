// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suspects/suspectcase.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace limier
{

class DisplaySettings;
class Investigation;
class KnownList;
class SuspectCard;
struct KnownSuspect;

/**
 * Who is suspected, most severe first, as cards that open in place; what was looked at; and those that the user knows
 * to be harmless. GUI thread; hidden it does no work.
 */
class SuspectsPane final : public QWidget
{
    Q_OBJECT

public:
    SuspectsPane(Investigation &investigation, DisplaySettings &display, QWidget *parent = nullptr);

    /// The cards that are shown, from the top.
    [[nodiscard]] const std::vector<SuspectCard *> &cards() const { return m_cards; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    void refresh();
    void fill();
    void showCards(const std::vector<SuspectCase> &suspects);
    [[nodiscard]] SuspectCard *makeCard();
    void setAside(const SuspectCard &card, const QString &note);
    void takeBack(const KnownSuspect &known);
    void select(SuspectCard &card);
    void reveal(const SuspectCard &card);
    void moveFocus(int by);
    [[nodiscard]] QString foundText(std::size_t shown, std::size_t known) const;
    [[nodiscard]] QString checkedText() const;

    Investigation &m_investigation;
    DisplaySettings &m_display;
    QLabel *m_title;
    QLabel *m_mark; ///< that what is shown is not all
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QLabel *m_found;
    QVBoxLayout *m_list;
    QPushButton *m_more;
    KnownList *m_known;
    QLabel *m_checked;
    std::vector<SuspectCard *> m_cards;
    bool m_showsAll = false;
    bool m_isOutdated = true; ///< what it shows, since it was hidden
};

} // namespace limier
