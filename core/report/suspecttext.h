// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/thresholds.h"
#include "report/report.h"
#include "report/sentences.h"

#include <QString>

#include <string_view>

namespace limier
{

/// Stable names for programs, in English: "compromised-account", "high", "strange-senders".
[[nodiscard]] std::string_view kindName(SuspectKind kind);
[[nodiscard]] std::string_view severityName(Severity severity);
[[nodiscard]] std::string_view signalName(SignalCode code);

/// What a reader calls a kind of suspect, and a severity.
[[nodiscard]] QString kindText(SuspectKind kind);
[[nodiscard]] QString severityText(Severity severity);

/// The whole case in one sentence: who, how much, from where, how sure. Names as @p form says.
[[nodiscard]] QString suspectSentence(const Report::Suspect &suspect, SentenceForm form = SentenceForm::Plain);
/// One signal as a sentence, with what is usual where that is known.
[[nodiscard]] QString reasonSentence(const Report::Reason &reason, SentenceForm form = SentenceForm::Plain);

} // namespace limier
