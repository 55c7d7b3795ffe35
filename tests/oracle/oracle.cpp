// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/oracle.h"

#include "log/postfixparser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

namespace limier::oracle
{

QString corpus(const QString &name)
{
    const QString root = qEnvironmentVariable("LIMIER_CORPORA");
    const QString folder = root + u'/' + name;
    return !root.isEmpty() && QFileInfo(folder).isDir() ? folder : QString();
}

const char *missingCorpus()
{
    return "LIMIER_CORPORA does not name a folder that holds these logs; they are not part of the project";
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qUtf8Printable(path));
    }
    return file.readAll();
}

QList<Row> readTable(const QString &file)
{
    QList<Row> rows;
    QStringList columns;
    const QString text = QString::fromUtf8(readFile(QStringLiteral(ORACLE_EXPECTED) + u'/' + file));
    for (const QString &line : text.split(u'\n')) {
        if (!line.startsWith(u"| ") || line.startsWith(u"| ---")) {
            continue;
        }
        QStringList cells = line.sliced(1).split(u'|');
        for (QString &cell : cells) {
            cell = cell.trimmed();
        }
        cells.removeLast();
        if (columns.isEmpty()) {
            columns = cells;
            continue;
        }
        if (cells.size() != columns.size()) {
            qFatal("%s: this row has not the columns of its table: %s", qUtf8Printable(file), qUtf8Printable(line));
        }
        Row row;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            row.insert(columns[i], cells[i]);
        }
        rows.append(row);
    }
    return rows;
}

ParsedText::ParsedText(QByteArray text)
    : m_text(std::move(text))
{
    m_chunk.text = {m_text.constData(), static_cast<std::size_t>(m_text.size())};
    PostfixParser().parse(m_chunk);
}

QString ParsedText::text(const Event &event, std::uint32_t index) const
{
    const std::string_view view = m_chunk.view(m_chunk.texts.at(event.firstText + index));
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString ParsedText::queueId(QueueId id) const
{
    if (id.isEmpty()) {
        return {};
    }
    const std::string text = id.isLong() ? std::string(m_chunk.view(m_chunk.longIds.at(id.place()))) : id.shortText();
    return QString::fromStdString(text);
}

QString eventName(EventType type)
{
    switch (type) {
    case EventType::Mention:
        return QStringLiteral("Mention");
    case EventType::ForeignMention:
        return QStringLiteral("ForeignMention");
    case EventType::Client:
        return QStringLiteral("Client");
    case EventType::ProxyAccepted:
        return QStringLiteral("ProxyAccepted");
    case EventType::Pickup:
        return QStringLiteral("Pickup");
    case EventType::MessageId:
        return QStringLiteral("MessageId");
    case EventType::Active:
        return QStringLiteral("Active");
    case EventType::Delivery:
        return QStringLiteral("Delivery");
    case EventType::Probe:
        return QStringLiteral("Probe");
    case EventType::Expired:
        return QStringLiteral("Expired");
    case EventType::Removed:
        return QStringLiteral("Removed");
    case EventType::Deleted:
        return QStringLiteral("Deleted");
    case EventType::Requeued:
        return QStringLiteral("Requeued");
    case EventType::Notification:
        return QStringLiteral("Notification");
    case EventType::Rejection:
        return QStringLiteral("Rejection");
    case EventType::ConnectionLost:
        return QStringLiteral("ConnectionLost");
    case EventType::Connect:
        return QStringLiteral("Connect");
    case EventType::AuthFailure:
        return QStringLiteral("AuthFailure");
    case EventType::AuthProblem:
        return QStringLiteral("AuthProblem");
    case EventType::Disconnect:
        return QStringLiteral("Disconnect");
    case EventType::Held:
        return QStringLiteral("Held");
    case EventType::Released:
        return QStringLiteral("Released");
    case EventType::Discarded:
        return QStringLiteral("Discarded");
    case EventType::Gap:
        return QStringLiteral("Gap");
    case EventType::Repeat:
        return QStringLiteral("Repeat");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString statusName(Status status)
{
    constexpr std::array Names{"sent", "deferred", "bounced", "expired"};
    return QString::fromLatin1(Names.at(static_cast<std::size_t>(status)));
}

} // namespace limier::oracle
