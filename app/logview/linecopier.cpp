// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linecopier.h"

#include "common/displaytext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMetaObject>

#include <algorithm>
#include <limits>

namespace limier
{

namespace
{

constexpr std::size_t Batch = 16; // lines may have a megabyte each

} // namespace

void LineCopier::copy(const std::shared_ptr<const LogText> &text, const LineList &list, std::size_t firstRow,
                      std::size_t count)
{
    m_job.run([this, text, list, firstRow, count](const std::stop_token &stop) {
        QString copied;
        std::size_t done = 0;
        const std::size_t most = std::min(count, MostLines);
        while (done < most && copied.size() < MostCharacters && !stop.stop_requested()) {
            std::vector<LineId> ids;
            for (std::size_t i = done; i < std::min(done + Batch, most); ++i) {
                ids.push_back(list.at(firstRow + i));
            }
            const LogText::Lines lines = text->lines(ids);
            if (!lines) {
                break;
            }
            for (const TextLine &line : *lines) {
                copied += displayText(line.text, std::numeric_limits<std::size_t>::max()) + u'\n';
            }
            done += ids.size();
        }
        if (stop.stop_requested()) {
            return;
        }
        const auto finish = [this, copied, done, count] {
            if (done > 0) {
                QGuiApplication::clipboard()->setText(copied);
            }
            Q_EMIT this->copied(done, count);
        };
        QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
    });
}

} // namespace limier
