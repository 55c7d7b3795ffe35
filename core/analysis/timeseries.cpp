// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/timeseries.h"

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

/// Fills the buckets of one series.
class SeriesCounter
{
public:
    SeriesCounter(const Postings &postings, const SeriesQuery &query);

    [[nodiscard]] TimeSeries run();

private:
    void countMails();
    void countMessage(MessageId id);
    void countRefusals();

    [[nodiscard]] SeriesBucket *bucketAt(Stamp time)
    {
        return m_range.contains(time) ? &m_series.buckets[(time - m_series.start) / m_series.bucket] : nullptr;
    }
    [[nodiscard]] bool fits(UserId user, ClientId client) const
    {
        return (!isSet(m_query.user) || m_query.user == user) && (!isSet(m_query.client) || m_query.client == client);
    }

    const Postings &m_postings;
    const MailIndex &m_index;
    const SeriesQuery &m_query;
    TimeRange m_range;
    TimeSeries m_series;
};

SeriesCounter::SeriesCounter(const Postings &postings, const SeriesQuery &query)
    : m_postings(postings)
    , m_index(postings.index())
    , m_query(query)
    , m_range(query.range)
{
    const TimeRange whole = spanOf(m_index);
    m_range.since = m_range.since == 0 ? whole.since : m_range.since;
    m_range.until = std::min(m_range.until, std::max(whole.until, m_range.since));
    const Stamp length = m_range.until > m_range.since ? m_range.until - m_range.since : 0;
    m_series.start = m_range.since;
    m_series.bucket = std::max({query.bucket, Stamp{1}, static_cast<Stamp>(quotientUp(length, MostBuckets))});
    m_series.buckets.resize(quotientUp(length, m_series.bucket));
}

TimeSeries SeriesCounter::run()
{
    if (!m_series.buckets.empty()) {
        countMails();
        countRefusals();
    }
    return std::move(m_series);
}

void SeriesCounter::countMails()
{
    if (isSet(m_query.user) || isSet(m_query.client)) {
        for (const MessageId id :
             isSet(m_query.user) ? m_postings.ofUser(m_query.user) : m_postings.ofClient(m_query.client)) {
            countMessage(id);
        }
        return;
    }
    for (std::size_t i = 0; i < m_index.messages().size(); ++i) {
        countMessage(static_cast<MessageId>(i));
    }
}

void SeriesCounter::countMessage(MessageId id)
{
    const MessageId originId = m_index.originOf(id);
    const Message &origin = m_index.message(originId);
    if (!isCounted(origin, originId) || !fits(origin.user, origin.client)) {
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

void SeriesCounter::countRefusals()
{
    for (std::size_t i = 0; i < m_index.rejections().size(); ++i) {
        const Rejection &rejection = m_index.rejections()[i];
        if (SeriesBucket *bucket = fits(rejection.user, rejection.client) ? bucketAt(rejection.time) : nullptr) {
            bucket->rejected += rejection.count;
        }
    }
    for (std::size_t i = 0; i < m_index.authFailures().size(); ++i) {
        const AuthFailure &failure = m_index.authFailures()[i];
        if (SeriesBucket *bucket = fits(failure.user, failure.client) ? bucketAt(failure.time) : nullptr) {
            bucket->authFailures += failure.count;
        }
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

TimeSeries makeTimeSeries(const Postings &postings, const SeriesQuery &query)
{
    return SeriesCounter(postings, query).run();
}

} // namespace limier
