// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/evaluation.h"
#include "logview/linelist.h"
#include "logview/newestjob.h"

#include <QObject>

#include <array>
#include <memory>
#include <vector>

namespace limier
{

/// Which lines of the log are shown.
enum class LineMode : std::uint8_t {
    All,
    Selected, ///< by the filter
    Unrecognised,
    Listed, ///< of some messages
};
inline constexpr std::size_t LineModes = 4;

/**
 * Makes the lists of lines for the modes of a log view. GUI thread; those that take time are made on a thread of its
 * own.
 */
class LineLister : public QObject
{
    Q_OBJECT

public:
    explicit LineLister(QObject *parent = nullptr);

    void reset();
    void setEvaluation(const std::shared_ptr<const Evaluation> &evaluation);
    /// The lines of the whole mails of these messages.
    void setListed(const std::vector<MessageId> &messages);
    /// As far as they are known.
    [[nodiscard]] const LineList &lines(LineMode mode) const { return m_lists[static_cast<std::size_t>(mode)]; }
    /// True when @p mode has the lines of the newest evaluation and messages.
    [[nodiscard]] bool isCurrent(LineMode mode) const;

Q_SIGNALS:
    /// Some lists are others now.
    void changed();

private:
    [[nodiscard]] LineList &list(LineMode mode) { return m_lists[static_cast<std::size_t>(mode)]; }
    void compute();

    std::shared_ptr<const Evaluation> m_evaluation;
    std::vector<MessageId> m_messages;
    std::array<LineList, LineModes> m_lists;
    int m_generation = 0;
    int m_computed = 0; ///< the generation that the lists are of
    NewestJob m_job;
};

} // namespace limier
