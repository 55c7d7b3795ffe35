// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/problemstrip.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"
#include "report/sentences.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

namespace limier
{

namespace
{

// A folder may hold thousands of files that are all wrong in the same way.
constexpr std::size_t MostSentences = 500;
constexpr int LinesShown = 6;

} // namespace

ProblemStrip::ProblemStrip(Investigation &investigation, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_icon(new QLabel)
    , m_summary(new QLabel)
    , m_expand(new QToolButton)
    , m_close(new QToolButton)
    , m_all(new QPlainTextEdit)
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_expand->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_expand->setCheckable(true);
    m_expand->setAutoRaise(true);
    m_close->setAutoRaise(true);
    m_all->setReadOnly(true);
    m_all->setTabChangesFocus(true);
    m_all->setFrameShape(QFrame::NoFrame);
    auto *layout = new QGridLayout(this);
    const int space = fontMetrics().height() / 3;
    layout->setContentsMargins(space * 2, space, space, space);
    layout->addWidget(m_icon, 0, 0);
    layout->addWidget(m_summary, 0, 1);
    layout->addWidget(m_expand, 0, 2);
    layout->addWidget(m_close, 0, 3);
    layout->addWidget(m_all, 1, 1, 1, 3);
    layout->setColumnStretch(1, 1);
    connect(m_expand, &QToolButton::toggled, this, &ProblemStrip::setExpanded);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_isPutAway = true;
        hide();
    });
    connect(&m_investigation, &Investigation::stateChanged, this, [this] {
        m_isPutAway = m_isPutAway && m_investigation.state() != Investigation::State::Loading;
        collect();
    });
    connect(&m_investigation, &Investigation::evaluated, this, &ProblemStrip::collect);
    connect(&Theme::instance(), &Theme::changed, this, &ProblemStrip::setIcons);
    collect();
}

void ProblemStrip::collect()
{
    std::vector<Error> problems;
    for (const RefusedInput &input : m_investigation.refused()) {
        problems.push_back(input.error);
    }
    const auto &evaluation = m_investigation.evaluation();
    if (evaluation) {
        for (const IndexedFile &file : evaluation->index().files()) {
            problems.insert(problems.end(), file.errors.begin(), file.errors.end());
        }
    }
    std::erase_if(problems, [](const Error &error) { return error.code == ErrorCode::Cancelled; });
    std::ranges::stable_partition(problems, [](const Error &error) { return losesData(error.code); });
    if (problems == m_problems && !problems.empty()) {
        return;
    }
    m_problems = std::move(problems);
    m_losesData = std::ranges::any_of(m_problems, [](const Error &error) { return losesData(error.code); });
    // Where nothing could be read, this is what there is to see.
    const bool isAll = evaluation && evaluation->index().lineCount() == 0;
    m_expand->setChecked(isAll && m_problems.size() > 1);
    showProblems();
}

void ProblemStrip::showProblems()
{
    setVisible(!m_problems.empty() && !m_isPutAway);
    if (m_problems.empty()) {
        return;
    }
    QStringList sentences;
    for (std::size_t place = 0; place < std::min(m_problems.size(), MostSentences); ++place) {
        sentences += QStringLiteral("• ") + errorSentence(m_problems[place]);
    }
    if (m_problems.size() > MostSentences) {
        const std::uint64_t more = m_problems.size() - MostSentences;
        sentences += tr("%1 more", nullptr, pluralCount(more)).arg(displayNumber(more));
    }
    m_summary->setText(summary());
    m_all->setPlainText(sentences.join(u'\n'));
    const int lines = static_cast<int>(std::min<qsizetype>(sentences.size() + 1, LinesShown));
    m_all->setFixedHeight(fontMetrics().lineSpacing() * lines);
    m_all->setAccessibleName(tr("What is wrong with the logs"));
    m_expand->setVisible(m_problems.size() > 1);
    m_close->setToolTip(tr("Put this message away"));
    m_close->setAccessibleName(m_close->toolTip());
    setExpanded(m_expand->isChecked());
}

QString ProblemStrip::summary() const
{
    if (m_problems.size() == 1) {
        return errorSentence(m_problems.front());
    }
    const auto losses = static_cast<std::uint64_t>(
        std::ranges::count_if(m_problems, [](const Error &error) { return losesData(error.code); }));
    return losses > 0
        ? tr("%1 problem(s): not everything could be read.", nullptr, pluralCount(losses)).arg(displayNumber(losses))
        : tr("%1 remark(s) on the logs; nothing is missing.", nullptr, pluralCount(m_problems.size()))
              .arg(displayNumber(m_problems.size()));
}

void ProblemStrip::setExpanded(bool expanded)
{
    m_all->setVisible(expanded && m_problems.size() > 1);
    m_expand->setText(expanded ? tr("Show Less") : tr("Show All"));
    setIcons();
}

void ProblemStrip::setIcons()
{
    const Theme &theme = Theme::instance();
    const int size = fontMetrics().height();
    const QString name = m_losesData ? QStringLiteral("dialog-warning") : QStringLiteral("dialog-information");
    m_icon->setPixmap(theme.icon(name).pixmap(QSize(size, size), devicePixelRatio()));
    m_expand->setIcon(theme.icon(m_expand->isChecked() ? QStringLiteral("go-up") : QStringLiteral("go-down")));
    m_close->setIcon(theme.icon(QStringLiteral("window-close")));
    update();
}

void ProblemStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showProblems();
    }
    QWidget::changeEvent(event);
}

void ProblemStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = Theme::instance().color(m_losesData ? Tone::Deferred : Tone::AuthFailure);
    QColor fill = accent;
    fill.setAlphaF(0.14F);
    const double radius = fontMetrics().height() / 4.0;
    painter.setBrush(fill);
    painter.setPen(accent);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace limier
