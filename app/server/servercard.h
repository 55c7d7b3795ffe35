// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serverfacts.h"

#include <QScrollArea>

class QVBoxLayout;

namespace limier
{

class DisplaySettings;
class FactsView;
struct ServerJudgement;
struct Fact;

/**
 * What a probe found out of one server, on a card that scrolls: warnings first, then system, Postfix, logs, queue,
 * BlueMind, and what could not be found out. Asks for a width of some 45 characters; as a popup or beside something.
 * GUI thread; written anew by each setter.
 */
class ServerCard final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ServerCard(DisplaySettings &settings, QWidget *parent = nullptr);

    /// @p name: as the user called the server.
    void setFacts(const std::string &name, const ServerFacts &facts);
    /// The queue as it was measured since.
    void setQueue(const QueueLength &queue);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addHead(QVBoxLayout &column);
    void addTitle(QVBoxLayout &column, const QString &title);
    void addJudgements(QVBoxLayout &column, const std::vector<ServerJudgement> &judgements);
    FactsView *addFacts(QVBoxLayout &column, const std::vector<Fact> &facts);
    void addPostfix(QVBoxLayout &column);
    void addProblems(QVBoxLayout &column);
    [[nodiscard]] std::vector<Fact> systemFacts() const;
    [[nodiscard]] std::vector<Fact> postfixFacts() const;
    [[nodiscard]] std::vector<Fact> logFacts() const;
    [[nodiscard]] QString queueText() const;
    [[nodiscard]] QString blueMindText() const;

    DisplaySettings &m_settings;
    std::string m_name;
    ServerFacts m_facts;
    FactsView *m_postfixFacts = nullptr; ///< none where there is no Postfix
    bool m_showsAllSettings = false;
};

} // namespace limier
