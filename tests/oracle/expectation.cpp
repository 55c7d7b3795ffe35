// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/expectation.h"

#include "oracle/oracle.h"

namespace limier::oracle
{

namespace
{

QStringList wordsOf(const QString &line)
{
    QStringList words;
    QString word;
    bool quoted = false;
    bool begun = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"') {
            quoted = !quoted;
            begun = true;
        } else if (c == u'\\' && i + 1 < line.size()) {
            word += line[++i];
        } else if (c == u' ' && !quoted) {
            if (begun) {
                words << word;
            }
            word.clear();
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun) {
        words << word;
    }
    return words;
}

ExpectedLine expectedLine(const QStringList &words)
{
    ExpectedLine line;
    line.kind = words.first();
    // The first word names something and may be anything, also what looks like key=value.
    const bool named = line.kind != u"totals" && line.kind != u"gap" && line.kind != u"input";
    for (qsizetype i = 1; i < words.size(); ++i) {
        const qsizetype equals = words[i].indexOf(u'=');
        if (equals < 0 || (named && i == 1)) {
            line.names << words[i];
        } else {
            line.values.insert(words[i].first(equals), words[i].sliced(equals + 1));
        }
    }
    return line;
}

} // namespace

QList<ExpectedLine> Expectation::ofKind(const QString &kind) const
{
    QList<ExpectedLine> result;
    for (const ExpectedLine &line : lines) {
        if (line.kind == kind) {
            result << line;
        }
    }
    return result;
}

Expectation readExpectation(const QString &path)
{
    Expectation result;
    for (const QString &text : QString::fromUtf8(readFile(path)).split(u'\n')) {
        if (text.isEmpty() || text.startsWith(u'#')) {
            continue;
        }
        const QStringList words = wordsOf(text);
        if (words.first() == u"timezone") {
            result.timezone = words.at(1);
        } else if (words.first() == u"mtime") {
            result.modified = QDateTime::fromString(words.at(1), Qt::ISODate);
        } else {
            result.lines << expectedLine(words);
        }
    }
    return result;
}

} // namespace limier::oracle
