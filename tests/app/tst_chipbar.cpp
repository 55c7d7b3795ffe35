// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/displaysettings.h"
#include "investigation/filterstack.h"
#include "window/chip.h"
#include "window/chipbar.h"
#include "window/filtertext.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace limier;

/// The filter of a window as chips.
class TestChipBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void empty();
    void addAndRemove();
    void removeByKey_data();
    void removeByKey();
    void removeByMouse();
    void invert();
    void range_data();
    void range();
    void backForwardAndClear();
    void wraps();
    void hostileText();
    void texts_data();
    void texts();

private:
    [[nodiscard]] QList<Chip *> chips() const;
    [[nodiscard]] QStringList labels() const;
    [[nodiscard]] QToolButton *button(const QString &name) const;

    std::unique_ptr<FilterStack> m_filters;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<ChipBar> m_bar;
};

namespace
{

const FilterTerm Admin{FilterField::User, false, "admin"};

} // namespace

void TestChipBar::init()
{
    m_bar.reset();
    m_filters = std::make_unique<FilterStack>();
    m_display = std::make_unique<DisplaySettings>();
    m_display->setZone(DisplaySettings::Zone::Utc);
    m_bar = std::make_unique<ChipBar>(*m_filters, *m_display);
    m_bar->resize(900, 40);
    m_bar->show();
}

QList<Chip *> TestChipBar::chips() const
{
    QList<Chip *> shown;
    for (Chip *const chip : m_bar->findChildren<Chip *>()) {
        if (!chip->isHidden()) {
            shown += chip;
        }
    }
    return shown;
}

QStringList TestChipBar::labels() const
{
    QStringList labels;
    for (const Chip *const chip : chips()) {
        labels += chip->label();
    }
    return labels;
}

QToolButton *TestChipBar::button(const QString &name) const
{
    for (QToolButton *const button : m_bar->findChildren<QToolButton *>()) {
        if (button->accessibleName() == name || button->text() == name) {
            return button;
        }
    }
    return nullptr;
}

void TestChipBar::empty()
{
    QCOMPARE(labels(), QStringList());
    QVERIFY(m_bar->findChild<QLabel *>()->isVisible());
    QVERIFY(!button(QStringLiteral("Back"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Forward"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Clear"))->isVisible());
}

void TestChipBar::addAndRemove()
{
    m_filters->add(Admin);
    m_filters->add({FilterField::Network, true, "198.51.100.0/24"});
    QCOMPARE(labels(), (QStringList{QStringLiteral("User: admin"), QStringLiteral("not Network: 198.51.100.0/24")}));
    QVERIFY(!m_bar->findChild<QLabel *>()->isVisible());
    m_filters->remove(Admin);
    QCOMPARE(labels(), QStringList{QStringLiteral("not Network: 198.51.100.0/24")});
}

void TestChipBar::removeByKey_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("isRemoved");
    QTest::newRow("delete") << Qt::Key_Delete << true;
    QTest::newRow("backspace") << Qt::Key_Backspace << true;
    QTest::newRow("return") << Qt::Key_Return << true;
    QTest::newRow("space") << Qt::Key_Space << true;
    QTest::newRow("letter") << Qt::Key_A << false;
}

void TestChipBar::removeByKey()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const bool, isRemoved);
    m_filters->add(Admin);
    QTest::keyClick(chips()[0], key);
    QCOMPARE(m_filters->current().isEmpty(), isRemoved);
    QCOMPARE(chips().isEmpty(), isRemoved);
}

void TestChipBar::removeByMouse()
{
    m_filters->add(Admin);
    QTest::mouseClick(chips()[0], Qt::LeftButton, {}, QPoint(5, chips()[0]->height() / 2));
    QVERIFY2(!m_filters->current().isEmpty(), "a click on the text does no harm");
    QTest::mouseClick(chips()[0], Qt::LeftButton, {},
                      QPoint(chips()[0]->width() - chips()[0]->height() / 2, chips()[0]->height() / 2));
    QVERIFY(m_filters->current().isEmpty());
}

void TestChipBar::invert()
{
    m_filters->add(Admin);
    Q_EMIT chips()[0]->invertRequested();
    QCOMPARE(labels(), QStringList{QStringLiteral("not User: admin")});
    Q_EMIT chips()[0]->invertRequested();
    QCOMPARE(labels(), QStringList{QStringLiteral("User: admin")});
}

void TestChipBar::range_data()
{
    QTest::addColumn<Stamp>("since");
    QTest::addColumn<Stamp>("until");
    QTest::addColumn<QString>("label");
    constexpr Stamp Never = std::numeric_limits<Stamp>::max();
    QTest::newRow("both") << Stamp{1781388000} << Stamp{1781391600} << QStringLiteral("Time: 13 Jun 22:00 – 23:00");
    QTest::newRow("since") << Stamp{1781388000} << Never << QStringLiteral("Time: Since 2026-06-13 22:00:00");
    QTest::newRow("until") << Stamp{0} << Stamp{1781388000} << QStringLiteral("Time: Until 2026-06-13 22:00:00");
}

void TestChipBar::range()
{
    QFETCH(const Stamp, since);
    QFETCH(const Stamp, until);
    QFETCH(const QString, label);
    m_filters->setRange({since, until});
    QCOMPARE(labels(), QStringList{label});
    QTest::keyClick(chips()[0], Qt::Key_Delete);
    QVERIFY(m_filters->current().hasWholeRange());
}

void TestChipBar::backForwardAndClear()
{
    m_filters->add(Admin);
    button(QStringLiteral("Back"))->click();
    QCOMPARE(labels(), QStringList());
    QVERIFY(!button(QStringLiteral("Back"))->isEnabled());
    button(QStringLiteral("Forward"))->click();
    QCOMPARE(labels(), QStringList{QStringLiteral("User: admin")});
    button(QStringLiteral("Clear"))->click();
    QCOMPARE(labels(), QStringList());
    QVERIFY(button(QStringLiteral("Back"))->isEnabled());
}

void TestChipBar::wraps()
{
    const int oneRow = m_bar->sizeHint().height();
    for (int user = 0; user < 20; ++user) {
        m_filters->add({FilterField::User, false, "somebody" + std::to_string(user)});
    }
    QVERIFY(QTest::qWaitFor([&] { return m_bar->heightForWidth(900) > 2 * oneRow; }));
    m_bar->resize(900, m_bar->heightForWidth(900));
    QVERIFY(QTest::qWaitFor([&] { return chips().last()->y() > chips().first()->y(); }));
    for (const Chip *const chip : chips()) {
        QVERIFY(chip->parentWidget()->rect().contains(chip->geometry()));
    }
}

void TestChipBar::hostileText()
{
    for (const std::string &value : {std::string("<img src=x>"), std::string("<b>"), std::string("\x1b[2J"),
                                     std::string("\xe2\x80\xae"), std::string(10000, 'x'), std::string("a&b")}) {
        m_filters->add({FilterField::User, false, value});
    }
    const QList<Chip *> shown = chips();
    QCOMPARE(shown.size(), 6);
    QCOMPARE(shown[0]->label(), QStringLiteral("User: <img src=x>"));
    QVERIFY(shown[0]->toolTip().contains(QStringLiteral("&lt;img src=x&gt;")));
    QCOMPARE(shown[2]->label(), QStringLiteral(R"(User: \x1b[2J)"));
    QCOMPARE(shown[3]->label(), QStringLiteral(R"(User: \u202e)"));
    QCOMPARE(shown[5]->label(), QStringLiteral("User: a&b"));
    for (const Chip *const chip : shown) {
        QVERIFY2(chip->sizeHint().width() < 600, qPrintable(chip->label()));
    }
}

void TestChipBar::texts_data()
{
    QTest::addColumn<FilterField>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("status") << FilterField::Status << QByteArray("deferred") << QStringLiteral("Status: deferred");
    QTest::newRow("login") << FilterField::Login << QByteArray("authenticated")
                           << QStringLiteral("Login: with a login");
    QTest::newRow("user called so") << FilterField::User << QByteArray("authenticated")
                                    << QStringLiteral("User: authenticated");
    QTest::newRow("no user") << FilterField::User << QByteArray() << QStringLiteral("User: none");
    QTest::newRow("empty sender") << FilterField::Sender << QByteArray() << QStringLiteral("Sender: <>");
    QTest::newRow("placeholder") << FilterField::Host << QByteArray("%1%2") << QStringLiteral("Server: %1%2");
}

void TestChipBar::texts()
{
    QFETCH(const FilterField, field);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, text);
    QCOMPARE(termText({field, false, value.toStdString()}), text);
    QCOMPARE(termText({field, true, value.toStdString()}), QString(QStringLiteral("not ") + text));
}

QTEST_MAIN(TestChipBar)
#include "tst_chipbar.moc"
