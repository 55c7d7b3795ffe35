// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/loaded.h"

#include "index/logloader.h"
#include "report/reportbuilder.h"

#include <QFile>
#include <QTemporaryDir>

namespace limier::oracle
{

Loaded load(const QStringList &paths, const QString &timezone)
{
    std::vector<std::string> inputs;
    for (const QString &path : paths) {
        inputs.push_back(path.toStdString());
    }
    LoadOptions options;
    options.timezone = timezone.toStdString();
    LoadedLogs logs = loadLogs(inputs, options);
    Loaded result;
    result.report = buildReport(*logs.index, {});
    result.index = std::move(logs.index);
    for (const RefusedInput &file : logs.refused) {
        result.refused << QStringLiteral("%1: %2").arg(QString::fromStdString(file.path),
                                                       QString::fromLatin1(errorName(file.error.code)));
    }
    return result;
}

Loaded loadText(const QByteArray &text)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("mail.log")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qUtf8Printable(file.fileName()));
    }
    file.close();
    return load({file.fileName()});
}

std::uint64_t deliveryAttempts(const MailIndex &index)
{
    std::uint64_t attempts = 0;
    for (std::size_t i = 0; i < index.deliveries().size(); ++i) {
        const Delivery &delivery = index.deliveries()[i];
        if (!delivery.has(Delivery::HandedOver)) {
            attempts += delivery.attempts;
            attempts += delivery.status == Status::Expired ? 1U : 0U;
        }
    }
    return attempts;
}

} // namespace limier::oracle
