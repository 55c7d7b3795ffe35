// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/followedlogs.h"

#include "index/loadpipeline.h"
#include "log/pathtext.h"
#include "log/randomfile.h"
#include "log/wholelines.h"

#include <QTimeZone>

#include <algorithm>
#include <map>
#include <utility>

namespace limier
{

namespace
{

/// A text that was read. One that does not grow (any more) has no file.
struct KnownText {
    InputFile input;
    FileId file = None<FileId>;
    std::uint64_t readTo = 0;
    std::uint64_t searchedTo = 0; ///< no line ends between readTo and here
};

const std::string &shownPath(const LogInput &input)
{
    return input.shownAs.empty() ? input.path : input.shownAs;
}

/// Whether what was refused may become a log when more of it comes.
bool isTooEarly(const LogInput &input, const Error &error)
{
    constexpr std::uint64_t ShortText = std::uint64_t{1} << 20;
    if (!input.grows || (error.code != ErrorCode::Empty && error.code != ErrorCode::NotAMailLog)) {
        return false;
    }
    const auto file = RandomFile::open(pathFromText(input.path));
    return file && (*file)->size() < ShortText;
}

} // namespace

struct FollowedLogs::Private {
    LoadOptions options;
    std::unique_ptr<LoadPipeline> pipeline;
    std::map<std::filesystem::path, KnownText> texts;
    std::vector<RefusedInput> refused;
    FileId lastRead = None<FileId>;

    void startOver();
    [[nodiscard]] InputSet find(const std::vector<LogInput> &inputs) const;
    void add(const std::vector<LogInput> &inputs, InputSet found);
    void refuse(const std::vector<LogInput> &inputs, RefusedInput input);
    [[nodiscard]] bool readMore(const std::vector<LogInput> &inputs);
    [[nodiscard]] bool readMore(KnownText &text, bool stillGrows);
};

void FollowedLogs::Private::startOver()
{
    const std::string zone = options.timezone.empty() ? QTimeZone::systemTimeZoneId().toStdString() : options.timezone;
    pipeline = std::make_unique<LoadPipeline>(zone, options);
    texts.clear();
    refused.clear();
    lastRead = None<FileId>;
}

InputSet FollowedLogs::Private::find(const std::vector<LogInput> &inputs) const
{
    FindOptions find;
    find.timezone = options.timezone;
    find.stop = options.stop;
    return findInputs(inputs, find);
}

void FollowedLogs::Private::add(const std::vector<LogInput> &inputs, InputSet found)
{
    for (const LogInput &input : inputs) {
        texts.try_emplace(pathFromText(input.path));
    }
    for (RefusedInput &input : found.refused) {
        refuse(inputs, std::move(input));
    }
    const std::vector<FileId> ids = pipeline->run(found.files);
    std::ranges::move(pipeline->takeRefused(), std::back_inserter(refused));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!isSet(ids[i])) {
            continue;
        }
        lastRead = ids[i];
        if (const InputFile &file = found.files[i]; file.grows) {
            KnownText &text = texts[file.origin.file];
            text = {.input = file, .file = ids[i], .readTo = file.rawBytes, .searchedTo = file.rawBytes};
        }
    }
}

void FollowedLogs::Private::refuse(const std::vector<LogInput> &inputs, RefusedInput input)
{
    const auto asked = std::ranges::find(inputs, input.path, shownPath);
    if (asked != inputs.end() && isTooEarly(*asked, input.error)) {
        texts.erase(pathFromText(asked->path)); // so that the next update looks at it again
    } else {
        refused.push_back(std::move(input));
    }
}

/// True if there was anything.
bool FollowedLogs::Private::readMore(const std::vector<LogInput> &inputs)
{
    std::vector<std::pair<KnownText *, bool>> growing;
    for (const LogInput &input : inputs) {
        const auto known = texts.find(pathFromText(input.path));
        if (known != texts.end() && isSet(known->second.file)) {
            growing.emplace_back(&known->second, input.grows);
        }
    }
    // Of that which was read last first: its lines go on where they are.
    std::ranges::stable_partition(growing, [this](const auto &entry) { return entry.first->file == lastRead; });
    bool result = false;
    for (const auto &[text, grows] : growing) {
        result = readMore(*text, grows) || result;
    }
    return result;
}

/// Reads whole lines, or all that is left of a text that does not grow any more.
bool FollowedLogs::Private::readMore(KnownText &text, bool stillGrows)
{
    const auto opened = RandomFile::open(text.input.origin.file);
    const std::uint64_t size = opened ? (*opened)->size() : 0;
    bool isLost = size < text.readTo;
    std::uint64_t end = size;
    if (!isLost && stillGrows) {
        end = endOfWholeLines(**opened, text.searchedTo, size);
        end = end > text.searchedTo ? end : text.readTo;
        text.searchedTo = size;
    }
    const bool hasMore = isLost || end > text.readTo;
    if (hasMore) {
        InputFile piece = text.input;
        piece.start = text.readTo;
        piece.rawBytes = isLost ? text.readTo + 1 : end; // so that what is not there any more is told as an error
        isLost = !pipeline->resume(text.file, piece) || isLost;
        lastRead = text.file;
        text.readTo = std::max(end, text.readTo);
    }
    if (!stillGrows || isLost) {
        pipeline->close(std::exchange(text.file, None<FileId>));
    }
    return hasMore;
}

FollowedLogs::FollowedLogs(LoadOptions options)
    : d(std::make_unique<Private>())
{
    d->options = std::move(options);
    d->startOver();
}

FollowedLogs::~FollowedLogs() = default;

LoadedLogs FollowedLogs::load(const std::vector<LogInput> &inputs)
{
    d->startOver();
    InputSet found = d->find(inputs);
    const bool wasStopped = d->options.stop.stop_requested();
    d->add(inputs, std::move(found));
    LoadedLogs loaded;
    loaded.refused = d->refused;
    loaded.cancelled = wasStopped || d->pipeline->wasStopped();
    loaded.index = d->pipeline->index(!loaded.cancelled);
    return loaded;
}

FollowedLogs::Update FollowedLogs::update(const std::vector<LogInput> &inputs)
{
    if (d->options.stop.stop_requested()) {
        return {};
    }
    std::vector<LogInput> added;
    std::ranges::copy_if(inputs, std::back_inserter(added),
                         [this](const LogInput &input) { return !d->texts.contains(pathFromText(input.path)); });
    InputSet found = added.empty() ? InputSet() : d->find(added);
    if (d->pipeline->bringsAnotherHost(found.files)) {
        return {.index = load(inputs).index, .startedOver = true};
    }
    const bool hasMore = d->readMore(inputs);
    const bool isMore = !found.files.empty();
    if (!added.empty()) {
        d->add(added, std::move(found));
    }
    return {.index = hasMore || isMore ? d->pipeline->index(true) : nullptr};
}

const std::vector<RefusedInput> &FollowedLogs::refused() const
{
    return d->refused;
}

} // namespace limier
