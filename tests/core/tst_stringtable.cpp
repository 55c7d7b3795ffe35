// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/stringtable.h"

#include "log/texthash.h"

#include <QTest>

#include <format>
#include <map>
#include <random>
#include <string>
#include <thread>

using namespace limier;

class TestStringTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersTextsInTheOrderOfTheirAppearance();
    void keepsAnyBytes();
    void cutsLongTexts();
    void tellsTextsWithOneHashApart();
    void agreesWithAMap();
    void copiesNeverChange();
    void copiesAreReadWhileTheOriginalGrows();
};

namespace
{

std::uint32_t intern(StringInterner &interner, std::string_view text)
{
    return interner.intern(text, textHash(text, textHashSeed()));
}

} // namespace

void TestStringTable::numbersTextsInTheOrderOfTheirAppearance()
{
    StringInterner interner;
    QCOMPARE(interner.table().size(), 0U);
    QVERIFY(!interner.table().find("alice"));
    QCOMPARE(intern(interner, "alice"), 0U);
    QCOMPARE(intern(interner, "bob"), 1U);
    QCOMPARE(intern(interner, "alice"), 0U);
    QCOMPARE(intern(interner, "Alice"), 2U);
    QCOMPARE(interner.table().size(), 3U);
    QCOMPARE(interner.table().text(1), std::string_view("bob"));
    QCOMPARE(interner.table().find("Alice").value(), 2U);
    QVERIFY(!interner.table().find("alic"));
    QVERIFY(!interner.table().find("alice "));
}

void TestStringTable::keepsAnyBytes()
{
    using namespace std::string_view_literals;
    StringInterner interner;
    const std::string_view texts[] = {""sv, "\0"sv, "\0\0"sv, "a\0b"sv, "a\0c"sv, "\xff\xfe"sv, "é"sv};
    for (std::uint32_t id = 0; id < std::size(texts); ++id) {
        QCOMPARE(intern(interner, texts[id]), id);
    }
    for (std::uint32_t id = 0; id < std::size(texts); ++id) {
        QCOMPARE(interner.table().text(id), texts[id]);
        QCOMPARE(interner.table().find(texts[id]).value(), id);
    }
}

void TestStringTable::cutsLongTexts()
{
    StringInterner interner;
    const std::string longest(StringTable::MaxLength, 'x');
    QCOMPARE(intern(interner, longest), 0U);
    QCOMPARE(intern(interner, longest + "y"), 0U);
    QCOMPARE(intern(interner, longest + std::string(200000, 'z')), 0U);
    QCOMPARE(intern(interner, longest.substr(1)), 1U);
    QCOMPARE(interner.table().text(0), std::string_view(longest));
    QCOMPARE(interner.table().find(longest + "anything").value(), 0U);
}

void TestStringTable::tellsTextsWithOneHashApart()
{
    StringInterner interner;
    for (std::uint32_t i = 0; i < 300; ++i) {
        QCOMPARE(interner.intern(std::format("text {}", i), 42), i);
    }
    for (std::uint32_t i = 0; i < 300; ++i) {
        QCOMPARE(interner.intern(std::format("text {}", i), 42), i);
    }
}

void TestStringTable::agreesWithAMap()
{
    std::mt19937 random(2);
    StringInterner interner;
    std::map<std::string, std::uint32_t> model;
    for (int i = 0; i < 100000; ++i) {
        std::string text = std::format("user{}@example.org", random() % 40000);
        text.resize(random() % 8 == 0 ? random() % 2048 : text.size(), '-');
        const auto [known, isNew] = model.try_emplace(text, static_cast<std::uint32_t>(model.size()));
        const std::uint64_t hash = textHash(text, textHashSeed());
        interner.prefetch(hash);
        interner.prefetchText(hash);
        QCOMPARE(interner.intern(text, hash), known->second);
    }
    QCOMPARE_GT(model.size(), 30000U);
    QCOMPARE(interner.table().size(), model.size());
    for (const auto &[text, id] : model) {
        QCOMPARE(interner.table().text(id), std::string_view(text));
    }
}

void TestStringTable::copiesNeverChange()
{
    StringInterner interner;
    intern(interner, "first");
    const StringTable copy = interner.table();
    for (int i = 0; i < 50000; ++i) {
        intern(interner, std::format("more {}", i));
    }
    QCOMPARE(copy.size(), 1U);
    QCOMPARE(copy.text(0), std::string_view("first"));
    QVERIFY(!copy.find("more 0"));
    QCOMPARE(interner.table().find("more 49999").value(), 50000U);
}

void TestStringTable::copiesAreReadWhileTheOriginalGrows()
{
    constexpr std::uint32_t Size = 20000;
    StringInterner interner;
    for (std::uint32_t i = 0; i < Size; ++i) {
        intern(interner, std::format("text {}", i));
    }
    std::atomic<int> wrong = 0;
    std::atomic<int> passes = 0;
    std::uint32_t more = 0;
    {
        const std::jthread reader([copy = interner.table(), &wrong, &passes](const std::stop_token &stop) {
            do {
                wrong += copy.size() == Size && !copy.find("more 1") ? 0 : 1;
                for (std::uint32_t i = 0; i < Size; ++i) {
                    wrong += copy.text(i) == std::format("text {}", i) ? 0 : 1;
                }
                ++passes;
            } while (!stop.stop_requested());
        });
        while (passes < 5) {
            intern(interner, std::format("more {}", more++));
        }
    }
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(interner.table().size(), Size + more);
}

QTEST_GUILESS_MAIN(TestStringTable)
#include "tst_stringtable.moc"
