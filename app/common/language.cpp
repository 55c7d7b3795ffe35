// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace limier
{

namespace
{

Language spoken = Language::English;

/// In place of the translator of the same catalogue, which is a child of the application.
void install(const QString &catalogue, const QString &folder, const QLocale &locale)
{
    QCoreApplication *const app = QCoreApplication::instance();
    delete app->findChild<QTranslator *>(catalogue, Qt::FindDirectChildrenOnly);
    auto *translator = new QTranslator(app);
    translator->setObjectName(catalogue);
    if (translator->load(locale, catalogue, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace

std::optional<Language> languageFromCode(std::string_view code)
{
    if (code == "en") {
        return Language::English;
    }
    if (code == "fr") {
        return Language::French;
    }
    return std::nullopt;
}

Language preferredLanguage(const QStringList &wanted)
{
    for (const QString &tag : wanted) {
        if (const auto language = languageFromCode(tag.section(u'-', 0, 0).toStdString())) {
            return *language;
        }
    }
    return Language::English;
}

void installLanguage(QCoreApplication &, std::optional<Language> language)
{
    setLanguage(language ? *language : preferredLanguage(QLocale::system().uiLanguages()));
}

void setLanguage(Language language)
{
    spoken = language;
    const QLocale system = QLocale::system();
    const QLocale::Language tongue = language == Language::French ? QLocale::French : QLocale::English;
    const QLocale locale = system.language() == tongue ? QLocale(tongue, system.territory()) : QLocale(tongue);
    QLocale::setDefault(locale);
    install(QStringLiteral("limier"), QStringLiteral(":/i18n"), locale);
    // The texts of Qt's own dialogs; reports have none.
    if (QCoreApplication::instance()->inherits("QGuiApplication")) {
        install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath), locale);
    }
}

Language currentLanguage()
{
    return spoken;
}

} // namespace limier
