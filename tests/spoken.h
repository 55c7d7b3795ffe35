// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

namespace limier
{

/// As long as one lives, the program speaks the language: "fr" or "en".
class Spoken
{
public:
    explicit Spoken(const QString &language)
    {
        QLocale::setDefault(QLocale(language));
        if (!m_translator.load(QStringLiteral(":/i18n/limier_%1.qm").arg(language))) {
            QTest::qFail("the translation is not among the resources", __FILE__, __LINE__);
        }
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Spoken() { QCoreApplication::removeTranslator(&m_translator); }
    Spoken(const Spoken &) = delete;
    Spoken &operator=(const Spoken &) = delete;

private:
    QTranslator m_translator;
};

} // namespace limier
