// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suspects/knownsuspects.h"
#include "suspects/suspectcase.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace limier
{

/// The suspects that were set aside, folded away below the others. GUI thread.
class KnownList final : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        SuspectCase suspect;
        KnownSuspect known;
    };

    explicit KnownList(QWidget *parent = nullptr);

    void show(const std::vector<Entry> &entries);

Q_SIGNALS:
    void takeBackRequested(const limier::KnownSuspect &known);

private:
    void addEntry(const Entry &entry);
    void unfold(bool open);

    QToolButton *m_title;
    QWidget *m_body;
    QVBoxLayout *m_entries;
};

} // namespace limier
