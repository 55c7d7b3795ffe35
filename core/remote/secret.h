// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace limier
{

/**
 * A password, passphrase or one-time code. Its bytes are overwritten when it goes, it does not copy itself by accident,
 * and nothing prints it. Any thread, one at a time.
 */
class Secret
{
public:
    Secret() = default;
    /// Takes the text over; the caller overwrites its own copy.
    explicit Secret(std::string_view text);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    [[nodiscard]] Secret clone() const { return Secret(view()); }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::string_view view() const { return {m_bytes, m_size}; }
    /// Ends with a NUL, for libssh.
    [[nodiscard]] const char *c_str() const { return m_bytes != nullptr ? m_bytes : ""; }
    void wipe();

private:
    char *m_bytes = nullptr; ///< locked in memory and left out of core files where the system allows it
    std::size_t m_size = 0;
};

} // namespace limier
