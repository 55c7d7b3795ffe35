// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/inputfinder.h"

#include "log/archive.h"
#include "log/contentkind.h"
#include "log/duplicates.h"
#include "log/foldersearch.h"
#include "log/inputdating.h"
#include "log/logname.h"
#include "log/logprobe.h"
#include "log/pathtext.h"
#include "log/randomfile.h"
#include "log/severitycopies.h"
#include "log/spool.h"
#include "log/standardinput.h"
#include "log/wholelines.h"

#include <QDateTime>

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace limier
{

namespace fs = std::filesystem;

namespace
{

constexpr std::size_t LongProbe = std::size_t{16} << 20;
constexpr std::size_t ShortProbe = std::size_t{256} << 10;
constexpr std::size_t MostDecodings = 4;
constexpr int DeepestArchive = 2;
constexpr std::size_t MembersPerFile = 10;
/// A compressed archive that is only found in a folder is unpacked up to this size.
constexpr std::uint64_t LargestFoundArchive = std::uint64_t{256} << 20;
/// Texts up to these sizes are walked wholly for their years.
constexpr std::uint64_t SmallText = std::uint64_t{1} << 20;
constexpr std::uint64_t SmallCompressed = std::uint64_t{256} << 10;

/// Why a file is looked at: that decides what is said if it is no mail log.
enum class Reason : std::uint8_t {
    Asked,    ///< the user named it
    Named,    ///< in a folder or archive, called as mail logs are
    Searched, ///< in a folder or archive, only its content can tell
};

class InputFinder
{
public:
    explicit InputFinder(const FindOptions &options)
        : m_options(options)
        , m_folders(options.folderLimit, options.stop)
        , m_now(QDateTime::currentSecsSinceEpoch())
    {
    }

    void add(const LogInput &input);
    InputSet finish();

private:
    void addStandardInput();
    void addFolder(const fs::path &path);
    void addFile(const fs::path &path, Reason reason);
    void unwrap(Candidate candidate, Reason reason, int depth);
    void addArchive(const Candidate &archive, ArchiveKind kind, Reason reason, int depth);
    void addMembers(const Candidate &archive, const std::shared_ptr<const RandomFile> &spool,
                    const ArchiveListing &listing, int depth);
    void addText(Candidate candidate, Reason reason);
    [[nodiscard]] std::string shownPath(const fs::path &path) const;
    void walkYears(Candidate &candidate) const;
    bool isSeen(const fs::path &path, const RandomFile &file, const std::string &shown, Reason reason);
    void refuse(const std::string &path, Error error);
    void refuse(const std::string &path, ErrorCode code, std::string detail = {});
    bool foundNothingSince(std::size_t candidates, std::size_t refused);
    [[nodiscard]] bool isStopped() const { return m_options.stop.stop_requested(); }

    const FindOptions &m_options;
    LogInput m_input; ///< what is looked at now
    InputSet m_set;
    std::vector<Candidate> m_candidates;
    std::vector<RefusedInput> m_otherMailers; ///< only searched for: told if there is nothing else
    FolderSearch m_folders;
    std::map<std::string, std::string> m_seen; ///< a file's identity and the path by which it was found
    UtcSeconds m_now;
};

/// Reads the first bytes, as many as there are.
std::expected<std::string, Error> readHead(ByteSource &source)
{
    std::string head(ContentHeadBytes, '\0');
    std::size_t done = 0;
    while (done < head.size()) {
        const std::expected<std::size_t, Error> got = source.read(head.data() + done, head.size() - done);
        if (!got && done == 0) {
            return std::unexpected(got.error());
        }
        if (got.value_or(0) == 0) {
            break;
        }
        done += *got;
    }
    head.resize(done);
    return head;
}

/// The earliest of two bounds; one of a time before there was any log is no bound.
UtcSeconds earlier(UtcSeconds anchor, UtcSeconds other)
{
    constexpr UtcSeconds Earliest = 631152000; // 1990
    return other < Earliest ? anchor : std::min(anchor, other);
}

/// Where the bytes of an archive lie that can be read at any place.
struct ArchiveBytes {
    std::shared_ptr<const RandomFile> file; ///< null if they cannot be had
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::optional<Error> error;
};

/// Opens an archive; unpacks it first if it @p isPacked.
ArchiveBytes openArchive(const InputFile &input, bool isPacked, const std::stop_token &stop)
{
    const InputOrigin &origin = input.origin;
    if (isPacked) {
        SpooledText spooled = spoolText(input, stop);
        const std::uint64_t size = spooled.file ? spooled.file->size() : 0;
        return {.file = std::move(spooled.file), .size = size, .error = std::move(spooled.error)};
    }
    if (origin.spool) {
        return {.file = origin.spool, .offset = origin.offset, .size = origin.bytes, .error = std::nullopt};
    }
    std::expected<std::shared_ptr<const RandomFile>, Error> opened = RandomFile::open(origin.file);
    if (!opened) {
        return {.file = {}, .error = std::move(opened.error())};
    }
    const std::uint64_t rest = (*opened)->size() - std::min(origin.offset, (*opened)->size());
    return {.file = *opened, .offset = origin.offset, .size = std::min(origin.bytes, rest), .error = std::nullopt};
}

void nameCandidate(Candidate &candidate, const std::string &folder, std::string_view name)
{
    LogName parsed = parseLogName(name);
    candidate.set = folder + '\n' + parsed.base;
    candidate.age = parsed.age;
    candidate.input.anchor = earlier(candidate.input.anchor, parsed.latest);
}

void InputFinder::add(const LogInput &input)
{
    m_input = input;
    if (input.path == "-" || input.path == "/dev/stdin") {
        addStandardInput();
        return;
    }
    const fs::path file = pathFromText(input.path);
    std::error_code failure;
    const fs::file_status status = fs::status(file, failure);
    if (status.type() == fs::file_type::directory) {
        m_input.start = 0;
        m_input.grows = false;
        addFolder(file);
    } else if (status.type() != fs::file_type::regular && fs::exists(status)) {
        refuse(shownPath(file), ErrorCode::NotAFile);
    } else {
        addFile(file, Reason::Asked);
    }
}

/// What stands for the file, or for one in the folder, in texts.
std::string InputFinder::shownPath(const fs::path &path) const
{
    const std::string text = textOfPath(path);
    if (m_input.shownAs.empty()) {
        return text;
    }
    const std::string asked = textOfPath(pathFromText(m_input.path));
    return m_input.shownAs + (text.starts_with(asked) ? text.substr(asked.size()) : std::string());
}

void InputFinder::addStandardInput()
{
    Candidate candidate;
    candidate.input.path = m_input.shownAs.empty() ? "-" : m_input.shownAs;
    candidate.input.timezone = m_input.timezone;
    candidate.input.anchor = m_now;
    candidate.input.origin.standardInput = std::make_shared<StandardInput>();
    candidate.input.origin.expandLimit = m_options.expandLimit;
    nameCandidate(candidate, {}, "-");
    unwrap(std::move(candidate), Reason::Asked, 0);
}

void InputFinder::addFolder(const fs::path &path)
{
    const std::size_t candidates = m_candidates.size();
    const std::size_t refused = m_set.refused.size();
    const std::size_t firstFile = m_folders.files().size();
    const std::size_t firstError = m_folders.errors().size();
    m_folders.search(path);
    for (std::size_t i = firstFile; i < m_folders.files().size() && !isStopped(); ++i) {
        const FoundFile &file = m_folders.files()[i];
        addFile(file.path, file.hasLogName ? Reason::Named : Reason::Searched);
    }
    for (std::size_t i = firstError; i < m_folders.errors().size(); ++i) {
        refuse(m_folders.errors()[i].subject, m_folders.errors()[i]);
    }
    if (foundNothingSince(candidates, refused)) {
        refuse(shownPath(path), ErrorCode::NoLogInFolder);
    }
}

/// Tells of other mailers' logs if they are all that there was.
bool InputFinder::foundNothingSince(std::size_t candidates, std::size_t refused)
{
    const std::vector<RefusedInput> otherMailers = std::exchange(m_otherMailers, {});
    if (m_candidates.size() > candidates || isStopped()) {
        return false;
    }
    m_set.refused.insert(m_set.refused.end(), otherMailers.begin(), otherMailers.end());
    return m_set.refused.size() == refused;
}

void InputFinder::addFile(const fs::path &path, Reason reason)
{
    const std::string shown = shownPath(path);
    const std::expected<std::shared_ptr<const RandomFile>, Error> opened = RandomFile::open(path);
    if (!opened) {
        if (reason != Reason::Searched) {
            refuse(shown, opened.error());
        }
        return;
    }
    const RandomFile &file = **opened;
    if (isSeen(path, file, shown, reason)) {
        return;
    }
    Candidate candidate;
    const RandomFile::Identity identity = file.identity();
    candidate.input.path = shown;
    candidate.input.timezone = m_input.timezone;
    candidate.input.rawBytes = file.size();
    candidate.input.start = firstLineBehind(file, m_input.start);
    if (m_input.grows) {
        candidate.input.grows = true;
        candidate.input.rawBytes = endOfWholeLines(file, candidate.input.start, file.size());
    }
    candidate.input.anchor = earlier(m_now, m_input.modified != 0 ? m_input.modified : file.modified());
    candidate.input.origin = {.file = path,
                              .spool = {},
                              .standardInput = {},
                              .bytes = InputOrigin::WholeFile,
                              .device = identity.device,
                              .inode = identity.inode,
                              .decodings = {},
                              .expandLimit = m_options.expandLimit};
    const fs::path named = m_input.shownAs.empty() ? path : pathFromText(shown);
    nameCandidate(candidate, textOfPath(named.parent_path()), textOfPath(named.filename()));
    unwrap(std::move(candidate), reason, 0);
}

/// One file by two names or links is one file.
bool InputFinder::isSeen(const fs::path &path, const RandomFile &file, const std::string &shown, Reason reason)
{
    const RandomFile::Identity identity = file.identity();
    std::error_code failure;
    const std::string key = identity.isKnown() ? std::to_string(identity.device) + ':' + std::to_string(identity.inode)
                                               : textOfPath(fs::canonical(path, failure));
    const auto [found, isNew] = m_seen.emplace(key, shown);
    if (!isNew && reason != Reason::Searched) {
        refuse(shown, ErrorCode::Duplicate, found->second);
    }
    return !isNew;
}

/// Takes one layer after the other off, until there is text or an archive.
void InputFinder::unwrap(Candidate candidate, Reason reason, int depth)
{
    InputFile &input = candidate.input;
    for (std::size_t layer = 0; layer <= MostDecodings; ++layer) {
        std::expected<std::unique_ptr<ByteSource>, Error> source = peekInput(input, LongProbe, m_options.stop);
        const std::expected<std::string, Error> head =
            source.and_then([](std::unique_ptr<ByteSource> &opened) { return readHead(*opened); });
        if (!head) {
            if (reason != Reason::Searched) {
                refuse(input.path, head.error());
            }
            return;
        }
        const ContentKind kind = contentKind(*head);
        if (kind.decoding) {
            input.anchor = earlier(input.anchor, gzipTime(*head));
            input.origin.decodings.push_back(*kind.decoding);
            continue;
        }
        if (kind.archive != ArchiveKind::None) {
            addArchive(candidate, kind.archive, reason, depth);
        } else if (!kind.unsupported.empty()) {
            if (reason != Reason::Searched) {
                refuse(input.path, ErrorCode::UnsupportedCompression, kind.unsupported);
            }
        } else {
            addText(std::move(candidate), reason);
        }
        return;
    }
    refuse(input.path, ErrorCode::TooLarge);
}

void InputFinder::addArchive(const Candidate &archive, ArchiveKind kind, Reason reason, int depth)
{
    const InputFile &input = archive.input;
    const bool isPacked = !input.origin.decodings.empty() || input.origin.standardInput;
    if (depth == DeepestArchive || (isPacked && reason == Reason::Searched && input.rawBytes > LargestFoundArchive)) {
        refuse(input.path, ErrorCode::TooLarge);
        m_set.refused.back().error.value = static_cast<std::int64_t>(LargestFoundArchive);
        return;
    }
    const ArchiveBytes bytes = openArchive(input, isPacked, m_options.stop);
    const std::size_t candidates = m_candidates.size();
    const std::size_t refused = m_set.refused.size();
    if (bytes.error) {
        refuse(input.path, *bytes.error);
    }
    if (!bytes.file) {
        return;
    }
    const std::size_t memberLimit = m_options.folderLimit * MembersPerFile;
    const ArchiveListing listing = listArchive(bytes.file, bytes.offset, bytes.size, kind, memberLimit);
    if (listing.isCut) {
        refuse(input.path, ErrorCode::FolderTooLarge);
        m_set.refused.back().error.value = static_cast<std::int64_t>(memberLimit);
    } else if (!listing.isWhole && !bytes.error) {
        refuse(input.path, ErrorCode::CorruptArchive);
    }
    addMembers(archive, isPacked || input.origin.spool ? bytes.file : nullptr, listing, depth);
    if (reason != Reason::Searched && foundNothingSince(candidates, refused)) {
        refuse(input.path, ErrorCode::NoLogInFolder);
    }
}

void InputFinder::addMembers(const Candidate &archive, const std::shared_ptr<const RandomFile> &spool,
                             const ArchiveListing &listing, int depth)
{
    for (const ArchiveMember &member : listing.members) {
        if (isStopped()) {
            return;
        }
        const std::size_t slash = member.path.rfind('/') + 1;
        const std::string_view name = std::string_view(member.path).substr(slash);
        const Reason reason = isMailLogName(parseLogName(name).base) ? Reason::Named : Reason::Searched;
        Candidate candidate;
        InputFile &input = candidate.input;
        input.path = archive.input.path + ": " + member.path;
        input.rawBytes = member.bytes;
        input.anchor = earlier(archive.input.anchor, member.modified);
        input.origin = archive.input.origin;
        input.origin.spool = spool;
        input.origin.standardInput.reset();
        input.origin.offset = member.offset;
        input.origin.bytes = member.bytes;
        input.origin.unpackedBytes = member.unpackedBytes;
        input.origin.decodings.clear();
        if (!member.unsupported.empty()) {
            if (reason == Reason::Named) {
                refuse(input.path, ErrorCode::UnsupportedCompression, member.unsupported);
            }
            continue;
        }
        if (member.isDeflated) {
            input.origin.decodings.push_back(Decoding::Deflate);
        }
        nameCandidate(candidate, archive.input.path + ": " + member.path.substr(0, slash), name);
        unwrap(std::move(candidate), reason, depth + 1);
    }
}

void InputFinder::addText(Candidate candidate, Reason reason)
{
    InputFile &input = candidate.input;
    const std::expected<std::unique_ptr<ByteSource>, Error> source = peekInput(input, LongProbe, m_options.stop);
    if (!source) {
        refuse(input.path, source.error());
        return;
    }
    const bool isSearched = reason == Reason::Searched;
    LogProbe probe = probeLog(**source, isSearched ? ShortProbe : LongProbe);
    if (probe.kind == LogProbe::Kind::Postfix || (probe.kind == LogProbe::Kind::MailServer && !isSearched)) {
        const InputOrigin &origin = input.origin;
        input.host = std::move(probe.host);
        input.isPlain = !origin.standardInput && !origin.spool && origin.offset == 0
            && origin.bytes == InputOrigin::WholeFile && origin.decodings.empty();
        candidate.firstLine = std::move(probe.firstLine);
        candidate.firstTime = probe.firstTime;
        candidate.firstYearLess = probe.firstYearLess;
        walkYears(candidate);
        m_candidates.push_back(std::move(candidate));
    } else if (probe.kind == LogProbe::Kind::OtherMailer) {
        const Error error{.code = ErrorCode::OtherMailer, .subject = input.path, .detail = probe.otherMailer};
        (isSearched ? m_otherMailers : m_set.refused).push_back({.path = input.path, .error = error});
    } else if (isSearched) {
        return;
    } else if (probe.error) {
        refuse(input.path, *probe.error);
    } else if (probe.kind == LogProbe::Kind::Empty) {
        refuse(input.path, ErrorCode::Empty);
    } else {
        refuse(input.path, probe.kind == LogProbe::Kind::Binary ? ErrorCode::Binary : ErrorCode::NotAMailLog);
    }
}

void InputFinder::walkYears(Candidate &candidate) const
{
    const InputFile &input = candidate.input;
    const InputOrigin &origin = input.origin;
    if (candidate.firstYearLess.kind != RawTime::Kind::YearLess || origin.standardInput) {
        return;
    }
    const std::uint64_t from = origin.offset + input.start;
    const std::uint64_t size =
        origin.bytes == InputOrigin::WholeFile ? input.rawBytes - std::min(input.rawBytes, from) : origin.bytes;
    if (size <= (origin.decodings.empty() ? SmallText : SmallCompressed)) {
        const std::expected<std::unique_ptr<ByteSource>, Error> source = openInput(input, m_options.stop);
        candidate.walk = source ? walkAllLines(**source) : YearWalk();
    } else if (origin.decodings.empty()) {
        const std::shared_ptr<const RandomFile> file =
            origin.spool ? origin.spool : RandomFile::open(origin.file).value_or(nullptr);
        candidate.walk = file ? walkSamples(*file, from, size) : YearWalk();
    }
}

void InputFinder::refuse(const std::string &path, Error error)
{
    error.subject = path;
    m_set.refused.push_back({.path = path, .error = std::move(error)});
}

void InputFinder::refuse(const std::string &path, ErrorCode code, std::string detail)
{
    refuse(path, Error{.code = code, .subject = path, .detail = std::move(detail)});
}

InputSet InputFinder::finish()
{
    // First, since a copy in a rotated set is older than nothing.
    removeDuplicates(m_candidates, m_set.refused, m_options.stop);
    dateAndSort(m_candidates, m_options.timezone);
    removeSeverityCopies(m_candidates, m_set.refused, m_options.stop);
    for (Candidate &candidate : m_candidates) {
        m_set.files.push_back(std::move(candidate.input));
    }
    return std::move(m_set);
}

} // namespace

InputSet findInputs(const std::vector<LogInput> &inputs, const FindOptions &options)
{
    InputFinder finder(options);
    for (const LogInput &input : inputs) {
        if (options.stop.stop_requested()) {
            break;
        }
        finder.add(input);
    }
    return finder.finish();
}

InputSet findInputs(const std::vector<std::string> &paths, const FindOptions &options)
{
    return findInputs(logInputs(paths), options);
}

} // namespace limier
