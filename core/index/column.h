// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace limier
{

/**
 * A growing array of plain records, kept in blocks that copies of the column share: a copy costs one pointer a block
 * and is the snapshot of that moment. One thread writes; copies that it has handed out may be read on any thread.
 * Appending writes behind what a copy can see; edit() copies a block first if somebody else still holds it.
 */
template <typename T>
class Column
{
    static_assert(std::is_trivially_copyable_v<T>);

public:
    static constexpr std::size_t BlockBits = 13;
    static constexpr std::size_t BlockSize = std::size_t{1} << BlockBits;

    Column() = default;
    ~Column() { release(); }
    Column(const Column &other)
        : m_blocks(other.m_blocks)
        , m_size(other.m_size)
    {
        for (Block *block : m_blocks) {
            block->references.fetch_add(1, std::memory_order_relaxed);
        }
    }
    Column(Column &&other) noexcept
        : m_blocks(std::exchange(other.m_blocks, {}))
        , m_size(std::exchange(other.m_size, 0))
    {
    }
    Column &operator=(Column other) noexcept
    {
        std::swap(m_blocks, other.m_blocks);
        std::swap(m_size, other.m_size);
        return *this;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const T &operator[](std::size_t i) const { return m_blocks[i >> BlockBits]->items[i & Mask]; }
    [[nodiscard]] const T &back() const { return (*this)[m_size - 1]; }

    /// The record, ready to be changed; valid until the next copy of the column is made.
    [[nodiscard]] T &edit(std::size_t i)
    {
        Block *&block = m_blocks[i >> BlockBits];
        if (block->references.load(std::memory_order_acquire) != 1) [[unlikely]] {
            block = separate(block);
        }
        return block->items[i & Mask];
    }

    void append(const T &value)
    {
        if ((m_size & Mask) == 0) [[unlikely]] {
            m_blocks.push_back(new Block);
        }
        m_blocks.back()->items[m_size & Mask] = value;
        ++m_size;
    }

    void append(std::span<const T> values)
    {
        while (!values.empty()) {
            if ((m_size & Mask) == 0) {
                m_blocks.push_back(new Block);
            }
            const std::size_t now = std::min(values.size(), BlockSize - (m_size & Mask));
            std::copy_n(values.data(), now, m_blocks.back()->items.data() + (m_size & Mask));
            m_size += now;
            values = values.subspan(now);
        }
    }

    /// The records from @p from on that lie together in memory, at most up to @p to: for loops over many records.
    [[nodiscard]] std::span<const T> run(std::size_t from, std::size_t to) const
    {
        const std::size_t end = std::min({to, m_size, ((from >> BlockBits) + 1) << BlockBits});
        return from < end ? std::span<const T>(&(*this)[from], end - from) : std::span<const T>();
    }

    /// Bytes of memory, shared blocks included.
    [[nodiscard]] std::size_t bytes() const { return m_blocks.size() * sizeof(Block); }

private:
    static constexpr std::size_t Mask = BlockSize - 1;

    struct Block {
        Block() = default;
        explicit Block(const std::array<T, BlockSize> &from)
            : items(from)
        {
        }
        std::atomic<std::size_t> references{1};
        std::array<T, BlockSize> items;
    };

    Block *separate(Block *shared)
    {
        auto *own = new Block(shared->items);
        drop(shared);
        return own;
    }

    static void drop(Block *block)
    {
        if (block->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
            delete block;
        }
    }

    void release()
    {
        for (Block *block : m_blocks) {
            drop(block);
        }
    }

    std::vector<Block *> m_blocks;
    std::size_t m_size = 0;
};

} // namespace limier
