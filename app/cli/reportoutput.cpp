// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportoutput.h"

#include "report/csvwriter.h"
#include "report/jsonwriter.h"
#include "report/markdownwriter.h"
#include "report/report.h"
#include "report/safetext.h"
#include "report/textsink.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <csignal>
#include <cstdio>

namespace limier
{

namespace
{

class Output
{
    Q_DECLARE_TR_FUNCTIONS(ReportOutput)

public:
    [[nodiscard]] static QString cannotWrite(const std::string &output, const QString &reason)
    {
        return tr("%1 cannot be written: %2. Choose another place for the report.")
            .arg(tr("“%1”").arg(QString::fromStdString(visibleText(output))), reason);
    }
    [[nodiscard]] static QString cannotPrint(const QString &reason)
    {
        return tr("The report cannot be written to the standard output: %1.").arg(reason);
    }
};

bool write(const Report &report, ReportForm form, QIODevice &device)
{
    TextSink sink(device);
    switch (form) {
    case ReportForm::Markdown:
        writeMarkdown(report, sink);
        break;
    case ReportForm::Json:
        writeJson(report, sink);
        break;
    case ReportForm::Csv:
        writeCsv(report, sink);
        break;
    }
    return sink.finish();
}

std::expected<void, QString> print(const Report &report, ReportForm form)
{
#ifdef SIGPIPE
    // Whoever started us may have it ignored, which would make an error of every "| head".
    std::signal(SIGPIPE, SIG_DFL);
#endif
    QFile file;
    if (!file.open(fileno(stdout), QIODevice::WriteOnly | QIODevice::Unbuffered) || !write(report, form, file)) {
        return std::unexpected(Output::cannotPrint(file.errorString()));
    }
    return {};
}

} // namespace

std::expected<void, QString> writeReport(const Report &report, ReportForm form, const std::string &output)
{
    if (output.empty()) {
        return print(report, form);
    }
    const QString path = QFile::decodeName(QByteArray::fromStdString(output));
    const QFileInfo target(path);
    if (target.exists() && !target.isFile()) {
        // A device or a pipe is written to, not replaced.
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !write(report, form, file) || !file.flush()) {
            return std::unexpected(Output::cannotWrite(output, file.errorString()));
        }
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !write(report, form, file) || !file.commit()) {
        return std::unexpected(Output::cannotWrite(output, file.errorString()));
    }
    return {};
}

} // namespace limier
