// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/spool.h"

#include <string_view>
#include <utility>
#include <vector>

namespace limier
{

SpooledText spoolText(const InputFile &input, const std::stop_token &stop)
{
    const std::expected<std::unique_ptr<ByteSource>, Error> source = openInput(input, stop);
    if (!source) {
        return {.file = {}, .error = source.error()};
    }
    const std::expected<std::shared_ptr<RandomFile>, Error> made = RandomFile::makeTemporary();
    if (!made) {
        return {.file = {}, .error = made.error()};
    }
    RandomFile &file = **made;
    const std::uint64_t room = RandomFile::temporaryRoom();
    std::uint64_t total = 0;
    std::vector<char> block(std::size_t{1} << 20);
    for (;;) {
        if (stop.stop_requested()) {
            return {.file = *made, .error = Error{.code = ErrorCode::Cancelled, .subject = input.path, .detail = {}}};
        }
        const std::expected<std::size_t, Error> got = (*source)->read(block.data(), block.size());
        if (!got) {
            return {.file = *made, .error = got.error()};
        }
        if (*got == 0) {
            return {.file = *made, .error = std::nullopt};
        }
        total += *got;
        if (total > room) {
            return {.file = *made,
                    .error = Error{.code = ErrorCode::TooLarge,
                                   .subject = input.path,
                                   .value = static_cast<std::int64_t>(room),
                                   .detail = {}}};
        }
        if (const auto written = file.append({block.data(), *got}); !written) {
            return {.file = *made, .error = written.error()};
        }
    }
}

} // namespace limier
