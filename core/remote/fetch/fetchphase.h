// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/piecefetcher.h"
#include "remote/fetch/sessioncontext.h"
#include "remote/fetch/transportchoice.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace limier
{

/**
 * Fetches what a range wants and the cache does not have. The next piece is started on the server while one comes, so
 * that no round trip is waited for. Thread: the session's.
 */
class FetchPhase
{
public:
    FetchPhase(const SessionContext &context, FetchRange range);

    /**
     * Until all is here, or another range is wanted: see isWhole(). A log that cannot be had is told as a problem; an
     * error is what ends the connection, or the disk's being full.
     */
    [[nodiscard]] std::expected<void, RemoteError> fetch();
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    struct Running {
        FetchStep step;
        Transport transport;
        std::unique_ptr<RunningPiece> piece;
    };
    enum class Next : std::uint8_t {
        Piece,
        List ///< a log is not what it was when it was listed
    };

    [[nodiscard]] std::expected<void, RemoteError> fetchAll();
    [[nodiscard]] std::expected<void, RemoteError> saveIfDue();
    [[nodiscard]] std::expected<void, RemoteError> list();
    [[nodiscard]] std::expected<Next, RemoteError> fetchOne();
    [[nodiscard]] std::expected<void, RemoteError> startNext();
    [[nodiscard]] std::expected<PieceResult, RemoteError> receive(Running &running);
    [[nodiscard]] std::expected<PieceResult, RemoteError> receiveInto(Running &running, CacheFile &file);
    [[nodiscard]] std::expected<void, RemoteError> done(const Running &running, const PieceResult &result);
    [[nodiscard]] std::expected<Next, RemoteError> failed(std::size_t log, RemoteError error);
    [[nodiscard]] std::expected<void, RemoteError> narrow();
    void tellReused();
    void keepUp(std::size_t log, const PieceResult &result);

    SessionContext m_context;
    FetchRange m_range;
    PieceFetcher m_fetcher;
    TransportChoice m_choice;
    std::optional<FetchPlan> m_plan;
    std::optional<Running> m_next;
    std::map<std::string, int> m_failures; ///< by path
    std::chrono::steady_clock::time_point m_lastSaved;
    std::chrono::steady_clock::time_point m_lastGrowth;
    int m_listings = 0;
    bool m_isReuseTold = false;
    bool m_isWhole = false;
};

} // namespace limier
