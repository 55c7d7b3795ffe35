// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/linesrequest.h"

#include "investigation/investigation.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace limier
{

std::vector<MessageId> messagesWith(const Evaluation &evaluation, const std::vector<FilterTerm> &terms)
{
    Filter filter;
    filter.range = evaluation.filter().range;
    filter.terms = terms;
    // Terms of one field are alternatives within a filter; here both filters must let a message pass.
    const Selection narrower(evaluation.snapshot.index, filter);
    std::vector<MessageId> messages = narrower.messages();
    std::erase_if(messages, [&](MessageId id) { return !evaluation.selection->has(id); });
    return messages;
}

void requestLines(Investigation &investigation, std::vector<FilterTerm> terms)
{
    const auto evaluation = investigation.evaluation();
    if (!evaluation) {
        return;
    }
    QThreadPool::globalInstance()->start([target = QPointer(&investigation), evaluation, terms = std::move(terms),
                                          request = investigation.beginRequest()] {
        auto messages = messagesWith(*evaluation, terms);
        // The investigation may have gone meanwhile: the application takes the answer, and looks.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [target, messages = std::move(messages), request] {
            if (Investigation *const asker = target.get(); asker != nullptr && asker->isNewestRequest(request)) {
                Q_EMIT asker->linesRequested(messages);
            }
        });
    });
}

} // namespace limier
