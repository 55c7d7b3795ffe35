// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/timeseries.h"

#include "analysis/selection.h"

#include <algorithm>
#include <cstddef>

namespace limier
{

namespace
{

std::size_t quotientUp(std::size_t dividend, std::size_t divisor)
{
    return (dividend + divisor - 1) / divisor;
}

/// What counts: one user, one client, or everything.
struct QueryScope {
    const SeriesQuery &query;

    [[nodiscard]] bool fits(UserId user, ClientId client) const
    {
        return (!isSet(query.user) || query.user == user) && (!isSet(query.client) || query.client == client);
    }
    [[nodiscard]] bool has(const Message &message, MessageId id) const
    {
        return isCounted(message, id) && fits(message.user, message.client);
    }
    template <typename Record>
    [[nodiscard]] bool has(const Record &record) const
    {
        return fits(record.user, record.client);
    }
};

/// What counts: what passes a filter, whenever it was.
struct SelectionScope {
    const Selection &selection;

    [[nodiscard]] bool has(const Message &, MessageId id) const { return selection.hasAnytime(id); }
    template <typename Record>
    [[nodiscard]] bool has(const Record &record) const
    {
        return selection.hasAnytime(record);
    }
};

/// Fills the buckets of one series.
template <typename Scope>
class SeriesCounter
{
public:
    SeriesCounter(const MailIndex &index, const Scope &scope, const TimeRange &range, Stamp bucket);

    [[nodiscard]] bool isEmpty() const { return m_series.buckets.empty(); }
    void countMessage(MessageId id);
    void countRefusals();
    [[nodiscard]] TimeSeries take() { return std::move(m_series); }

private:
    [[nodiscard]] SeriesBucket *bucketAt(Stamp time)
    {
        return m_range.contains(time) ? &m_series.buckets[(time - m_series.start) / m_series.bucket] : nullptr;
    }

    const MailIndex &m_index;
    const Scope &m_scope;
    TimeRange m_range;
    TimeSeries m_series;
};

template <typename Scope>
SeriesCounter<Scope>::SeriesCounter(const MailIndex &index, const Scope &scope, const TimeRange &range, Stamp bucket)
    : m_index(index)
    , m_scope(scope)
    , m_range(closedRange(index, range))
{
    const Stamp length = m_range.until > m_range.since ? m_range.until - m_range.since : 0;
    m_series.start = m_range.since;
    m_series.bucket = std::max({bucket, Stamp{1}, static_cast<Stamp>(quotientUp(length, MostBuckets))});
    m_series.buckets.resize(quotientUp(length, m_series.bucket));
}

template <typename Scope>
void SeriesCounter<Scope>::countMessage(MessageId id)
{
    const MessageId originId = m_index.originOf(id);
    const Message &origin = m_index.message(originId);
    if (!m_scope.has(origin, originId)) {
        return;
    }
    const Message &message = m_index.message(id);
    if (SeriesBucket *bucket = id == originId ? bucketAt(message.first) : nullptr) {
        ++bucket->messages;
        bucket->recipients += message.recipients;
    }
    for (DeliveryId at = message.firstDelivery; isSet(at); at = m_index.delivery(at).next) {
        const Delivery &delivery = m_index.delivery(at);
        if (SeriesBucket *bucket = delivery.has(Delivery::HandedOver) ? nullptr : bucketAt(delivery.time)) {
            bucket->outcome.count(delivery.status);
        }
    }
}

template <typename Scope>
void SeriesCounter<Scope>::countRefusals()
{
    for (std::size_t i = 0; i < m_index.rejections().size(); ++i) {
        const Rejection &rejection = m_index.rejections()[i];
        if (SeriesBucket *bucket = m_scope.has(rejection) ? bucketAt(rejection.time) : nullptr) {
            bucket->rejected += rejection.count;
        }
    }
    for (std::size_t i = 0; i < m_index.authFailures().size(); ++i) {
        const AuthFailure &failure = m_index.authFailures()[i];
        if (SeriesBucket *bucket = m_scope.has(failure) ? bucketAt(failure.time) : nullptr) {
            bucket->authFailures += failure.count;
        }
    }
}

template <typename Counter>
void countAll(const MailIndex &index, Counter &counter)
{
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        counter.countMessage(static_cast<MessageId>(i));
    }
}

} // namespace

TimeRange spanOf(const MailIndex &index)
{
    TimeRange span{0, 0};
    for (const IndexedFile &file : index.files()) {
        if (file.first != 0) {
            span.since = span.since == 0 ? file.first : std::min(span.since, file.first);
            span.until = std::max(span.until, file.last + 1);
        }
    }
    return span;
}

TimeRange closedRange(const MailIndex &index, TimeRange range)
{
    const TimeRange whole = spanOf(index);
    range.since = range.since == 0 ? whole.since : range.since;
    range.until = std::min(range.until, std::max(whole.until, range.since));
    return range;
}

TimeSeries makeTimeSeries(const Postings &postings, const SeriesQuery &query)
{
    const QueryScope scope{query};
    SeriesCounter counter(postings.index(), scope, query.range, query.bucket);
    if (counter.isEmpty()) {
        return counter.take();
    }
    if (isSet(query.user) || isSet(query.client)) {
        for (const MessageId id : isSet(query.user) ? postings.ofUser(query.user) : postings.ofClient(query.client)) {
            counter.countMessage(id);
        }
    } else {
        countAll(postings.index(), counter);
    }
    counter.countRefusals();
    return counter.take();
}

TimeSeries makeTimeSeries(const Selection &selection, const TimeRange &range, Stamp bucket)
{
    const SelectionScope scope{selection};
    SeriesCounter counter(selection.index(), scope, range, bucket);
    if (!counter.isEmpty()) {
        countAll(selection.index(), counter);
        counter.countRefusals();
    }
    return counter.take();
}

} // namespace limier
