// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/regexliteral.h"

#include "index/regexpart.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t MaxClassMembers = 4;
constexpr int MaxDepth = 100; // of groups: a hostile pattern must not exhaust the stack

/// Nothing if the pattern is not understood.
using MaybePart = std::optional<RegexPart>;

struct Repeat {
    static constexpr int NoLimit = -1;
    int least = 1;
    int most = 1;
};

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Characters that a literal may hold. The lines that are searched hold no line break.
bool isLiteral(char32_t c)
{
    return c < 0x80 && c != U'\n' && c != U'\r';
}

/// What an escape stands for.
struct Escape {
    enum Kind : std::uint8_t {
        Character,
        ManyCharacters, ///< one of a class, or more than one
        Assertion,      ///< matches at a place, takes no character
    };
    Kind kind = ManyCharacters;
    char32_t character = 0;
};

/// Reads a pattern from left to right; whatever it does not know makes it give up.
class Parser
{
public:
    Parser(QStringView pattern, bool caseless)
        : m_pattern(pattern)
        , m_caseless(caseless)
    {
    }

    RegexLiterals parse();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_pattern.size(); }
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_pattern.size() ? m_pattern[m_at + ahead].unicode() : u'\0';
    }
    char16_t next()
    {
        const char16_t c = peek();
        m_at += atEnd() ? 0 : 1;
        return c;
    }
    bool accept(QStringView text)
    {
        if (!m_pattern.sliced(m_at).startsWith(text)) {
            return false;
        }
        m_at += text.size();
        return true;
    }

    MaybePart alternation();
    MaybePart sequence();
    MaybePart atom();
    MaybePart group();
    MaybePart assertionGroup();
    MaybePart flags();
    MaybePart closeGroup(MaybePart inside);
    MaybePart characterClass();
    bool classMember(LiteralSet &members, bool &isWide);
    std::optional<Escape> escape(bool inClass);
    std::optional<Escape> hexEscape();
    bool skipProperty();
    bool skipPosixClass();
    bool quantifier(Repeat &repeat, bool &gaveUp);
    bool braces(Repeat &repeat, bool &gaveUp);

    QStringView m_pattern;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_caseless;
    bool m_isPlain = true; ///< nothing stands in the pattern that could refuse one of the exact texts
};

RegexLiterals Parser::parse()
{
    RegexLiterals result;
    MaybePart all = alternation();
    if (!all || !atEnd()) {
        return result;
    }
    result.caseless = m_caseless;
    const bool exact = all->exact && m_isPlain;
    result.required = std::move(*all).requirements();
    result.exact = exact && !result.required.empty();
    if (m_caseless) {
        for (LiteralSet &set : result.required) {
            for (std::string &text : set) {
                std::ranges::transform(text, text.begin(),
                                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
            }
            set = RegexPart::oneOf(std::move(set)).texts;
        }
    }
    return result;
}

MaybePart Parser::alternation()
{
    std::vector<RegexPart> branches;
    do {
        MaybePart branch = sequence();
        if (!branch) {
            return std::nullopt;
        }
        branches.push_back(std::move(*branch));
    } while (accept(u"|"));
    return eitherRegex(std::move(branches));
}

MaybePart Parser::sequence()
{
    RegexSequence parts;
    while (!atEnd() && peek() != u'|' && peek() != u')') {
        MaybePart part = atom();
        Repeat repeat;
        bool gaveUp = !part;
        while (!gaveUp && quantifier(repeat, gaveUp)) {
            part = repeatedRegex(std::move(*part), repeat.least, repeat.most);
        }
        if (gaveUp) {
            return std::nullopt;
        }
        parts.append(std::move(*part));
    }
    return parts.take();
}

MaybePart Parser::atom()
{
    const char16_t c = next();
    switch (c) {
    case u'(':
        return group();
    case u'[':
        return characterClass();
    case u'.':
        return RegexPart::unknown();
    case u'^':
    case u'$':
        m_isPlain = false;
        return RegexPart::nothing();
    case u'\\': {
        const std::optional<Escape> meaning = escape(false);
        if (!meaning) {
            return std::nullopt;
        }
        if (meaning->kind == Escape::Assertion) {
            m_isPlain = false;
            return RegexPart::nothing();
        }
        return meaning->kind == Escape::Character && isLiteral(meaning->character)
            ? RegexPart::literal(static_cast<char>(meaning->character))
            : RegexPart::unknown();
    }
    default:
        return isLiteral(c) ? RegexPart::literal(static_cast<char>(c)) : RegexPart::unknown();
    }
}

MaybePart Parser::group()
{
    if (++m_depth > MaxDepth || peek() == u'*') {
        return std::nullopt;
    }
    if (!accept(u"?")) {
        return closeGroup(alternation());
    }
    if (accept(u":") || accept(u"|")) {
        return closeGroup(alternation());
    }
    if (accept(u">")) {
        m_isPlain = false;
        return closeGroup(alternation());
    }
    if (accept(u"=") || accept(u"!") || accept(u"<=") || accept(u"<!")) {
        return assertionGroup();
    }
    if (accept(u"<") || accept(u"P<") || accept(u"'")) {
        while (isLetter(peek()) || isDigit(peek()) || peek() == u'_') {
            ++m_at;
        }
        return accept(u">") || accept(u"'") ? closeGroup(alternation()) : std::nullopt;
    }
    return flags();
}

MaybePart Parser::closeGroup(MaybePart inside)
{
    --m_depth;
    return accept(u")") ? std::move(inside) : std::nullopt;
}

MaybePart Parser::assertionGroup()
{
    m_isPlain = false;
    return closeGroup(alternation()) ? MaybePart(RegexPart::nothing()) : std::nullopt;
}

/// "(?i)" or "(?i:…)", behind the question mark.
MaybePart Parser::flags()
{
    // Where only a part of the pattern minds case, or does not, a text found without minding it proves nothing.
    if (!(m_pattern.startsWith(u"(?i)") && m_at == 2)) {
        m_isPlain = false;
    }
    bool on = true;
    for (; peek() != u')' && peek() != u':'; ++m_at) {
        switch (peek()) {
        case u'-':
            on = false;
            break;
        case u'i':
            m_caseless |= on;
            break;
        case u'm':
        case u's':
        case u'n':
        case u'J':
        case u'U':
            break;
        default: // among them x: white space in the pattern would not count
            return std::nullopt;
        }
    }
    if (accept(u":")) {
        return closeGroup(alternation());
    }
    return closeGroup(RegexPart::nothing());
}

MaybePart Parser::characterClass()
{
    const bool negated = accept(u"^");
    LiteralSet members;
    bool isWide = negated;
    for (bool first = true; first || peek() != u']'; first = false) {
        if (atEnd() || !classMember(members, isWide)) {
            return std::nullopt;
        }
    }
    ++m_at;
    if (isWide) {
        return RegexPart::unknown();
    }
    return members.size() > MaxClassMembers ? RegexPart::unknown() : RegexPart::oneOf(std::move(members));
}

/// Reads a character or a range. False: not understood.
bool Parser::classMember(LiteralSet &members, bool &isWide)
{
    if (skipPosixClass()) {
        isWide = true;
        return true;
    }
    char32_t ends[2] = {0, 0};
    for (int end = 0; end < 2; ++end) {
        char32_t c = next();
        if (c == U'\\') {
            const std::optional<Escape> meaning = escape(true);
            if (!meaning) {
                return false;
            }
            isWide |= meaning->kind != Escape::Character;
            c = meaning->character;
        }
        isWide |= !isLiteral(c);
        ends[end] = c;
        if (end == 0) {
            ends[1] = c;
            if (peek() != u'-' || peek(1) == u']' || m_at + 1 >= m_pattern.size()) {
                break;
            }
            ++m_at;
            if (peek() == u'[' && peek(1) == u':') {
                return false;
            }
        }
    }
    if (!isWide && ends[0] <= ends[1] && ends[1] - ends[0] < MaxClassMembers) {
        for (char32_t c = ends[0]; c <= ends[1]; ++c) {
            members.emplace_back(1, static_cast<char>(c));
            isWide |= !isLiteral(c);
        }
    } else {
        isWide = true;
    }
    return true;
}

bool Parser::skipPosixClass()
{
    const qsizetype start = m_at;
    if (accept(u"[:")) {
        accept(u"^");
        while (isLetter(peek())) {
            ++m_at;
        }
        if (accept(u":]")) {
            return true;
        }
    }
    m_at = start;
    return false;
}

/// Behind the backslash.
std::optional<Escape> Parser::escape(bool inClass)
{
    if (atEnd()) {
        return std::nullopt;
    }
    const char16_t c = next();
    if (!isLetter(c) && !isDigit(c)) {
        return Escape{Escape::Character, c};
    }
    constexpr QStringView Controls = u"t\ta\ae\x1b"
                                     u"f\fn\nr\r";
    for (qsizetype i = 0; i < Controls.size(); i += 2) {
        if (Controls[i] == QChar(c)) {
            return Escape{Escape::Character, Controls[i + 1].unicode()};
        }
    }
    if (c == u'x') {
        return hexEscape();
    }
    if (c == u'b' && inClass) {
        return Escape{Escape::Character, U'\b'};
    }
    if (!inClass && QStringView(u"bBAZzGK").contains(QChar(c))) {
        return Escape{Escape::Assertion, 0};
    }
    if ((c == u'p' || c == u'P') && skipProperty()) {
        return Escape{};
    }
    if (QStringView(u"dDwWsShHvVRX").contains(QChar(c)) || (c == u'N' && peek() != u'{')) {
        return Escape{};
    }
    return std::nullopt;
}

std::optional<Escape> Parser::hexEscape()
{
    const bool braced = accept(u"{");
    char32_t value = 0;
    int digits = 0;
    for (; digits < (braced ? 6 : 2); ++digits, ++m_at) {
        const char16_t c = peek();
        if (isDigit(c)) {
            value = value * 16 + (c - u'0');
        } else if ((c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F')) {
            value = value * 16 + ((c | 0x20U) - u'a' + 10);
        } else {
            break;
        }
    }
    if (digits == 0 || (braced && !accept(u"}"))) {
        return std::nullopt;
    }
    return Escape{Escape::Character, value};
}

/// The name behind \p.
bool Parser::skipProperty()
{
    if (!accept(u"{")) {
        return next() != u'\0';
    }
    const qsizetype end = m_pattern.indexOf(u'}', m_at);
    m_at = std::max(m_at, end + 1);
    return end >= 0;
}

/// True if a quantifier was read.
bool Parser::quantifier(Repeat &repeat, bool &gaveUp)
{
    if (accept(u"*")) {
        repeat = {0, Repeat::NoLimit};
    } else if (accept(u"+")) {
        repeat = {1, Repeat::NoLimit};
    } else if (accept(u"?")) {
        repeat = {0, 1};
    } else if (!braces(repeat, gaveUp)) {
        return false;
    }
    if (accept(u"+")) {
        m_isPlain = false; // possessive: it may refuse what its parts would match
    } else {
        accept(u"?");
    }
    return true;
}

/// "{2}", "{2,}" or "{2,3}". Other braces are plain characters, or a quantifier in some versions of PCRE only.
bool Parser::braces(Repeat &repeat, bool &gaveUp)
{
    const qsizetype start = m_at;
    if (!accept(u"{")) {
        return false;
    }
    const qsizetype end = m_pattern.indexOf(u'}', m_at);
    const QStringView inside = end < 0 ? QStringView() : m_pattern.sliced(m_at, end - m_at);
    const auto isNumeric = [](QChar c) { return isDigit(c.unicode()) || c == u',' || c == u' ' || c == u'\t'; };
    if (inside.isEmpty() || !std::ranges::all_of(inside, isNumeric)) {
        m_at = start;
        return false;
    }
    const qsizetype comma = inside.indexOf(u',');
    bool leastOk = false;
    bool mostOk = true;
    repeat.least = inside.first(comma < 0 ? inside.size() : comma).toInt(&leastOk);
    repeat.most = repeat.least;
    if (comma >= 0) {
        const QStringView most = inside.sliced(comma + 1);
        repeat.most = most.isEmpty() ? Repeat::NoLimit : most.toInt(&mostOk);
    }
    gaveUp = !leastOk || !mostOk || inside.contains(u' ') || inside.contains(u'\t');
    m_at = end + 1;
    return !gaveUp;
}

} // namespace

RegexLiterals requiredLiterals(QStringView pattern, bool caseless)
{
    return Parser(pattern, caseless).parse();
}

} // namespace limier
