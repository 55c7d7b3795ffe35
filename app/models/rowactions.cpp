// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowactions.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"
#include "models/tabletexts.h"

#include <QMenu>

#include <algorithm>

namespace limier
{

namespace
{

/// For a menu, where "&" marks a key and a tab the shortcut.
QString shownTerm(const FilterTerm &term)
{
    constexpr std::size_t Longest = 48;
    return term.value.empty() ? QStringLiteral("<>") : menuText(displayText(term.value, Longest));
}

/// One term for each field of the row, that of @p column first.
std::vector<FilterTerm> termsOf(const TableSource &source, std::size_t row, std::size_t column)
{
    std::vector<FilterTerm> terms;
    const auto add = [&](std::size_t at) {
        const std::optional<FilterTerm> term = source.term(row, at);
        if (term && !std::ranges::contains(terms, term->field, &FilterTerm::field)) {
            terms.push_back(*term);
        }
    };
    add(column);
    for (std::size_t at = 0; at < source.columns().size(); ++at) {
        add(at);
    }
    return terms;
}

RowLines linesOf(const TableSource &source, const std::vector<std::uint32_t> &rows, const std::stop_token &stop)
{
    RowLines all;
    for (const std::uint32_t row : rows) {
        if (stop.stop_requested()) {
            return {};
        }
        const RowLines lines = source.lines(row);
        all.messages.insert(all.messages.end(), lines.messages.begin(), lines.messages.end());
        all.line = std::min(all.line, lines.line); // none is the largest
    }
    std::ranges::sort(all.messages);
    const auto [first, last] = std::ranges::unique(all.messages);
    all.messages.erase(first, last);
    return all;
}

} // namespace

RowActions::RowActions(Investigation &investigation, QObject *parent)
    : QObject(parent)
    , m_investigation(investigation)
{
}

void RowActions::addFilters(QMenu &menu, const FilterTerm &term)
{
    FilterTerm excluded = term;
    excluded.isExcluded = true;
    const QString value = shownTerm(term);
    connect(menu.addAction(Theme::instance().icon(QStringLiteral("view-filter")), onlyText(term.field, value)),
            &QAction::triggered, this, [this, term] { m_investigation.filters().add(term); });
    connect(
        menu.addAction(Theme::instance().icon(QStringLiteral("edit-delete-remove")), withoutText(term.field, value)),
        &QAction::triggered, this, [this, excluded] { m_investigation.filters().add(excluded); });
}

void RowActions::fillMenu(QMenu &menu, const Source &source, const std::vector<std::uint32_t> &rows, std::size_t row,
                          std::size_t column)
{
    const std::vector<FilterTerm> terms = termsOf(*source, row, column);
    if (!terms.empty()) {
        addFilters(menu, terms.front());
    }
    if (terms.size() > 1) {
        QMenu *const more = menu.addMenu(tr("More Filters"));
        for (const FilterTerm &term : std::span(terms).subspan(1)) {
            addFilters(*more, term);
        }
    }
    menu.addSeparator();
    if (const MessageId message = source->message(row); isSet(message)) {
        QAction *const open =
            menu.addAction(Theme::instance().icon(QStringLiteral("mail-message")), tr("Open This Mail"));
        connect(open, &QAction::triggered, this, [this, source, message] { openMail(source, message); });
    }
    QAction *const show = menu.addAction(Theme::instance().icon(QStringLiteral("view-list-text")), tr("Show Lines"));
    connect(show, &QAction::triggered, this, [this, source, rows] { showLines(source, rows); });
}

/// Whether what the table shows has ids of a set of logs that was replaced since.
bool RowActions::isOutdated(const Source &source) const
{
    const auto &newest = m_investigation.evaluation();
    return !newest || newest->snapshot.epoch != source->evaluation()->snapshot.epoch;
}

void RowActions::openMail(const Source &source, MessageId message)
{
    if (!isOutdated(source)) {
        Q_EMIT m_investigation.messageRequested(message);
    }
}

void RowActions::activate(const Source &source, std::size_t row)
{
    if (const MessageId message = source->message(row); isSet(message)) {
        openMail(source, message);
        return;
    }
    if (source->kind() == TableKind::Rejections) {
        showLines(source, {static_cast<std::uint32_t>(row)});
        return;
    }
    const std::vector<FilterTerm> terms = termsOf(*source, row, 0);
    if (!terms.empty()) {
        m_investigation.filters().add(terms.front());
    }
}

void RowActions::showLines(const Source &source, std::vector<std::uint32_t> rows)
{
    if (isOutdated(source)) {
        return;
    }
    m_worker.start(
        [this, source, rows = std::move(rows),
         request = m_investigation.beginRequest()](const std::stop_token &stop) -> NewestWorker::Delivery {
            RowLines lines = linesOf(*source, rows, stop);
            return [this, request, lines = std::move(lines)] {
                if (!m_investigation.isNewestRequest(request)) {
                    return; // the ids may be those of another log
                }
                if (!lines.messages.empty()) {
                    Q_EMIT m_investigation.linesRequested(lines.messages);
                } else if (isSet(lines.line)) {
                    Q_EMIT m_investigation.lineRequested(lines.line);
                }
            };
        },
        NewestWorker::Running::Stops);
}

} // namespace limier
