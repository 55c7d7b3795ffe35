// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linelister.h"

#include "logview/selectedlines.h"

#include <QMetaObject>

namespace limier
{

LineLister::LineLister(QObject *parent)
    : QObject(parent)
{
}

void LineLister::reset()
{
    m_job.cancel();
    m_computed = ++m_generation;
    m_evaluation.reset();
    m_messages.clear();
    m_lists = {};
    Q_EMIT changed();
}

void LineLister::setEvaluation(const std::shared_ptr<const Evaluation> &evaluation)
{
    m_evaluation = evaluation;
    list(LineMode::All) = LineList::all(evaluation->index().lineCount());
    list(LineMode::Unrecognised) = LineList(evaluation->index().unrecognised());
    compute();
}

void LineLister::setListed(const std::vector<MessageId> &messages)
{
    m_messages = messages;
    list(LineMode::Listed) = {};
    compute();
}

bool LineLister::isCurrent(LineMode mode) const
{
    return mode == LineMode::All || mode == LineMode::Unrecognised || m_computed == m_generation;
}

void LineLister::compute()
{
    ++m_generation;
    Q_EMIT changed();
    if (!m_evaluation) {
        return;
    }
    m_job.run([this, evaluation = m_evaluation, messages = m_messages,
               generation = m_generation](const std::stop_token &stop) {
        const LineList selected(selectedLines(*evaluation->selection, stop));
        LineList listed;
        if (!messages.empty() && !stop.stop_requested()) {
            std::vector<MessageId> known = messages;
            std::erase_if(known, [&](MessageId id) { return place(id) >= evaluation->index().messages().size(); });
            listed = LineList(evaluation->snapshot.text->lineIdsOf(wholeMails(evaluation->index(), known)));
        }
        const auto finish = [this, generation, selected, listed] {
            if (generation == m_generation) {
                list(LineMode::Selected) = selected;
                list(LineMode::Listed) = listed;
                m_computed = generation;
                Q_EMIT changed();
            }
        };
        if (!stop.stop_requested()) {
            QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
        }
    });
}

} // namespace limier
