// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <list>
#include <memory>
#include <mutex>

namespace limier
{

/// A descriptor of the system that is closed with this.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(other.release())
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept;
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { reset(); }

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    /// Gives it away; the caller closes it.
    [[nodiscard]] int release();
    void reset();

private:
    int m_number = -1;
};

/**
 * Ends what blocks on sockets: interrupt(), from any thread, shuts down all that are watched, now and later. It cannot
 * be taken back.
 */
class Interruption : public std::enable_shared_from_this<Interruption>
{
public:
    /// Keeps a duplicate of a socket, so that a number that was given to something else meanwhile is never shut down.
    class Watch
    {
    public:
        Watch(std::shared_ptr<Interruption> owner, std::list<Descriptor>::iterator place);
        ~Watch();
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;
        /// Shuts this one socket down.
        void shutDown();

    private:
        std::shared_ptr<Interruption> m_owner;
        std::list<Descriptor>::iterator m_place;
    };

    void interrupt();
    [[nodiscard]] bool isRequested() const { return m_isRequested.load(std::memory_order_acquire); }
    [[nodiscard]] std::unique_ptr<Watch> watch(int socket);

private:
    std::atomic<bool> m_isRequested = false;
    std::mutex m_mutex; ///< guards m_sockets
    std::list<Descriptor> m_sockets;
};

} // namespace limier
