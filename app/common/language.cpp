// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace limier
{

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

void installLanguage(QCoreApplication &app, std::optional<Language> language)
{
    const QLocale system = QLocale::system();
    const Language chosen = language ? *language : preferredLanguage(system.uiLanguages());
    const QLocale::Language spoken = chosen == Language::French ? QLocale::French : QLocale::English;
    const QLocale locale = system.language() == spoken ? QLocale(spoken, system.territory()) : QLocale(spoken);
    QLocale::setDefault(locale);
    auto *translator = new QTranslator(&app);
    if (translator->load(locale, QStringLiteral("limier"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace limier
