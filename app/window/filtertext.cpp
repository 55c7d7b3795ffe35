// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/filtertext.h"

#include "common/displaytext.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace limier
{

namespace
{

class FilterText
{
    Q_DECLARE_TR_FUNCTIONS(limier::FilterText)

public:
    [[nodiscard]] static QString field(FilterField field);
    [[nodiscard]] static QString word(const std::string &value);
    [[nodiscard]] static QString excluded(const QString &term) { return tr("not %1").arg(term); }
    [[nodiscard]] static QString nothing() { return tr("none", "value of a filter"); }
    [[nodiscard]] static QString pair(const QString &field, const QString &value)
    {
        return tr("%1: %2", "a filter: its field and value").arg(field, value);
    }
};

QString FilterText::field(FilterField field)
{
    switch (field) {
    case FilterField::User:
        return tr("User");
    case FilterField::Client:
        return tr("Client");
    case FilterField::Network:
        return tr("Network");
    case FilterField::Sender:
        return tr("Sender");
    case FilterField::Recipient:
        return tr("Recipient");
    case FilterField::RecipientDomain:
        return tr("Recipient domain");
    case FilterField::Status:
        return tr("Status");
    case FilterField::Login:
        return tr("Login");
    case FilterField::Host:
        break;
    }
    return tr("Server");
}

QString FilterText::word(const std::string &value)
{
    static constexpr std::array<std::pair<const char *, const char *>, 8> Words{
        {{"sent", QT_TR_NOOP("sent")},
         {"deferred", QT_TR_NOOP("deferred")},
         {"bounced", QT_TR_NOOP("bounced")},
         {"expired", QT_TR_NOOP("expired")},
         {"authenticated", QT_TR_NOOP("with a login")},
         {"unauthenticated", QT_TR_NOOP("without a login")},
         {"relayed", QT_TR_NOOP("relayed without a login")},
         {"local", QT_TR_NOOP("born on the server")}}};
    for (const auto &[code, text] : Words) {
        if (value == code) {
            return tr(text);
        }
    }
    return displayText(value);
}

} // namespace

QString fieldName(FilterField field)
{
    return FilterText::field(field);
}

QString termValue(const FilterTerm &term)
{
    if (term.value.empty()) {
        return term.field == FilterField::Sender ? QStringLiteral("<>") : FilterText::nothing();
    }
    const bool isWord = term.field == FilterField::Status || term.field == FilterField::Login;
    return isWord ? FilterText::word(term.value) : displayText(term.value);
}

QString termText(const FilterTerm &term)
{
    const QString text = FilterText::pair(fieldName(term.field), termValue(term));
    return term.isExcluded ? FilterText::excluded(text) : text;
}

} // namespace limier
