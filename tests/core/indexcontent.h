// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logtext.h"

#include <algorithm>
#include <format>
#include <string>
#include <vector>

/// All that an index says, in words that do not depend on the order in which its files were read.
class IndexContent
{
public:
    explicit IndexContent(const limier::MailIndex &index)
        : m_index(index)
    {
        for (std::uint32_t i = 0; i < index.messages().size(); ++i) {
            add(limier::MessageId{i});
        }
        for (std::size_t i = 0; i < index.rejections().size(); ++i) {
            const limier::Rejection &is = index.rejections()[i];
            add(std::format("rejection {} {} {} {} {}", is.time, where(is.line), client(is.client), user(is.user),
                            is.count));
        }
        for (std::size_t i = 0; i < index.authFailures().size(); ++i) {
            const limier::AuthFailure &is = index.authFailures()[i];
            add(std::format("failure {} {} {} {} {}", is.time, where(is.line), client(is.client), user(is.user),
                            is.count));
        }
        for (std::size_t i = 0; i < index.gaps().size(); ++i) {
            add(std::format("gap {} {}", where(index.gaps()[i].line), index.gaps()[i].lost));
        }
        for (std::size_t i = 0; i < index.unrecognised().size(); ++i) {
            add("unrecognised " + where(index.unrecognised()[i]));
        }
        for (const limier::IndexedFile &file : index.files()) {
            add(std::format("file {} {} bytes {} lines {} to {}", file.input.path, file.bytes, file.lines, file.first,
                            file.last));
        }
        add(std::format("{} lines, {} of Postfix", index.lineCount(), index.postfixLines()));
        std::ranges::sort(m_facts);
    }

    [[nodiscard]] const std::vector<std::string> &facts() const { return m_facts; }

    /// The first difference, or nothing.
    [[nodiscard]] std::string differenceFrom(const IndexContent &other) const
    {
        const auto [mine, others] = std::ranges::mismatch(m_facts, other.m_facts);
        if (mine == m_facts.end() && others == other.m_facts.end()) {
            return {};
        }
        return (mine == m_facts.end() ? "-" : *mine) + " | " + (others == other.m_facts.end() ? "-" : *others);
    }

private:
    void add(std::string fact) { m_facts.push_back(std::move(fact)); }

    void add(limier::MessageId id)
    {
        const limier::Message &is = m_index.message(id);
        const std::string name = nameOf(id);
        const std::string sender(isSet(is.sender) ? m_index.address(is.sender) : "-");
        add(std::format("message {} {}-{} {} {} {} {} {} {} {} {:x} {} of {}", name, is.first, is.last,
                        where(is.firstLine), where(is.lastLine), user(is.user), client(is.client), sender,
                        is.recipients, is.size, unsigned{is.flags}, is.uid, nameOf(m_index.originOf(id))));
        for (limier::DeliveryId at = is.firstDelivery; isSet(at); at = m_index.delivery(at).next) {
            const limier::Delivery &delivery = m_index.delivery(at);
            const limier::AddressId original = m_index.originalRecipient(at);
            add(std::format("delivery {} {} {} {} {} {} {} {} {} {}", name, m_index.address(delivery.recipient),
                            isSet(original) ? m_index.address(original) : "-",
                            isSet(delivery.relay) ? m_index.relay(delivery.relay) : "-",
                            isSet(delivery.reply) ? m_index.reply(delivery.reply) : "-", delivery.time,
                            where(delivery.line), delivery.attempts, static_cast<unsigned>(delivery.status),
                            unsigned{delivery.flags}));
        }
    }

    [[nodiscard]] std::string where(limier::LineId line) const
    {
        const limier::IndexedFile &file = m_index.files()[place(m_index.fileOf(line))];
        return std::format("{}:{}", file.input.path, m_index.numberInFile(line));
    }
    [[nodiscard]] std::string nameOf(limier::MessageId id) const
    {
        return m_index.queueId(m_index.message(id)) + '@' + where(m_index.message(id).firstLine);
    }
    [[nodiscard]] std::string user(limier::UserId id) const
    {
        return isSet(id) ? std::string(m_index.user(id)) : std::string("-");
    }
    [[nodiscard]] std::string client(limier::ClientId id) const
    {
        return isSet(id) ? std::string(m_index.clientIp(id)) : std::string("-");
    }

    const limier::MailIndex &m_index;
    std::vector<std::string> m_facts;
};
