// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/interruption.h"

#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace limier
{

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    if (this != &other) {
        reset();
        m_number = other.release();
    }
    return *this;
}

int Descriptor::release()
{
    return std::exchange(m_number, -1);
}

void Descriptor::reset()
{
    if (isOpen()) {
        close(release());
    }
}

Interruption::Watch::Watch(std::shared_ptr<Interruption> owner, std::list<Descriptor>::iterator place)
    : m_owner(std::move(owner))
    , m_place(place)
{
}

Interruption::Watch::~Watch()
{
    const std::scoped_lock lock(m_owner->m_mutex);
    m_owner->m_sockets.erase(m_place);
}

void Interruption::Watch::shutDown()
{
    const std::scoped_lock lock(m_owner->m_mutex);
    shutdown(m_place->number(), SHUT_RDWR);
}

void Interruption::interrupt()
{
    const std::scoped_lock lock(m_mutex);
    m_isRequested.store(true, std::memory_order_release);
    for (const Descriptor &socket : m_sockets) {
        shutdown(socket.number(), SHUT_RDWR);
    }
}

std::unique_ptr<Interruption::Watch> Interruption::watch(int socket)
{
    Descriptor copy(fcntl(socket, F_DUPFD_CLOEXEC, 0));
    const std::scoped_lock lock(m_mutex);
    if (isRequested()) {
        shutdown(socket, SHUT_RDWR);
    }
    m_sockets.push_front(std::move(copy));
    return std::make_unique<Watch>(shared_from_this(), m_sockets.begin());
}

} // namespace limier
