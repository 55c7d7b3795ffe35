// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/texthash.h"

#include <QTest>

#include <set>
#include <string>
#include <vector>

using namespace limier;

namespace
{

/// A text of @p size bytes in memory of just that size, so that a sanitizer notices whoever reads beyond it.
std::vector<char> textOf(std::size_t size)
{
    std::vector<char> text(size);
    for (std::size_t i = 0; i < size; ++i) {
        text[i] = static_cast<char>('a' + i % 26);
    }
    return text;
}

std::string_view viewOf(const std::vector<char> &text)
{
    return {text.data(), text.size()};
}

} // namespace

class TestTextHash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachByteMatters_data();
    void eachByteMatters();
    void tellsLengthsApart();
    void dependsOnTheSeed();
};

void TestTextHash::eachByteMatters_data()
{
    QTest::addColumn<int>("size");
    for (int size = 0; size <= 40; ++size) {
        QTest::addRow("%d bytes", size) << size;
    }
}

void TestTextHash::eachByteMatters()
{
    QFETCH(int, size);
    const std::vector<char> text = textOf(static_cast<std::size_t>(size));
    const std::vector<char> same = text;
    QVERIFY(isSameText(viewOf(text), viewOf(same)));
    QCOMPARE(textHash(viewOf(text), 7), textHash(viewOf(same), 7));
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::vector<char> other = text;
        other[i] = static_cast<char>(other[i] ^ '\x80');
        QVERIFY2(!isSameText(viewOf(text), viewOf(other)), QByteArray::number(i).constData());
        QVERIFY2(textHash(viewOf(text), 7) != textHash(viewOf(other), 7), QByteArray::number(i).constData());
    }
}

void TestTextHash::tellsLengthsApart()
{
    std::set<std::uint64_t> hashes;
    const std::string zeros(40, '\0');
    for (std::size_t size = 0; size <= zeros.size(); ++size) {
        hashes.insert(textHash(std::string_view(zeros).substr(0, size), 7));
        QVERIFY(size == 0 || !isSameText(zeros, std::string_view(zeros).substr(0, size - 1)));
    }
    QCOMPARE(hashes.size(), zeros.size() + 1);
}

void TestTextHash::dependsOnTheSeed()
{
    QVERIFY(textHash("admin", 1) != textHash("admin", 2));
    QVERIFY(textHash("an-address-of-many-bytes@example.org", 1) != textHash("an-address-of-many-bytes@example.org", 2));
}

QTEST_GUILESS_MAIN(TestTextHash)
#include "tst_texthash.moc"
