// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/language.h"

#include <QLocale>
#include <QTest>

using namespace limier;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void preferred_data();
    void preferred();
    void environment_data();
    void environment();
};

void TestLanguage::preferred_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<Language>("language");
    QTest::newRow("french") << QStringList{QStringLiteral("fr-FR"), QStringLiteral("fr")} << Language::French;
    QTest::newRow("belgian") << QStringList{QStringLiteral("fr-BE")} << Language::French;
    QTest::newRow("first of several") << QStringList{QStringLiteral("en-GB"), QStringLiteral("fr")}
                                      << Language::English;
    QTest::newRow("second of several") << QStringList{QStringLiteral("br-FR"), QStringLiteral("fr-FR")}
                                       << Language::French;
    QTest::newRow("c") << QStringList{QStringLiteral("C")} << Language::English;
    QTest::newRow("another") << QStringList{QStringLiteral("de-DE")} << Language::English;
    QTest::newRow("frisian") << QStringList{QStringLiteral("fy-NL"), QStringLiteral("frr-DE")} << Language::English;
    QTest::newRow("nothing") << QStringList() << Language::English;
}

void TestLanguage::preferred()
{
    QFETCH(const QStringList, wanted);
    QFETCH(const Language, language);
    QCOMPARE(preferredLanguage(wanted), language);
}

void TestLanguage::environment_data()
{
    QTest::addColumn<QByteArray>("all");
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QByteArray>("lang");
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<Language>("spoken");
    const auto row = [](const char *name, const char *all, const char *messages, const char *lang, const char *language,
                        Language spoken) {
        QTest::newRow(name) << QByteArray(all) << QByteArray(messages) << QByteArray(lang) << QByteArray(language)
                            << spoken;
    };
    row("LANG", "", "", "fr_FR.UTF-8", "", Language::French);
    row("LC_ALL wins", "C.UTF-8", "", "fr_FR.UTF-8", "", Language::English);
    row("LC_MESSAGES wins over LANG", "", "fr_FR.UTF-8", "en_US.UTF-8", "", Language::French);
    row("LANGUAGE wins over LANG", "", "", "en_US.UTF-8", "fr:en", Language::French);
    row("LC_ALL", "fr_CA.UTF-8", "", "", "", Language::French);
}

void TestLanguage::environment()
{
    QFETCH(const QByteArray, all);
    QFETCH(const QByteArray, messages);
    QFETCH(const QByteArray, lang);
    QFETCH(const QByteArray, language);
    QFETCH(const Language, spoken);
    qputenv("LC_ALL", all);
    qputenv("LC_MESSAGES", messages);
    qputenv("LANG", lang);
    qputenv("LANGUAGE", language);
    QCOMPARE(preferredLanguage(QLocale::system().uiLanguages()), spoken);
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
