// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/questionpanel.h"

#include "common/displaytext.h"
#include "server/secretedit.h"

#include <QCheckBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace limier
{

namespace
{

constexpr std::size_t LongestName = 100;
constexpr std::size_t LongestPrompt = 200;
constexpr std::size_t LongestInstruction = 400;
constexpr int Attempts = 3;
constexpr int FingerprintLength = 64; // is not broken: it is copied to compare it

QString shown(const std::string &text, std::size_t limit = LongestName, int longestWord = 40)
{
    QString visible = displayText(text, limit);
    if (const auto most = static_cast<qsizetype>(limit);
        visible.size() > most) { // escapes are longer than what they show
        visible.truncate(most);
        visible += u'…';
    }
    return breakable(visible, longestWord);
}

QLabel *addText(QVBoxLayout &rows, const QString &text, bool isBold = false)
{
    QLabel *const label = makeTextLabel();
    QFont font = label->font();
    font.setBold(isBold);
    label->setFont(font);
    label->setText(text);
    rows.addWidget(label);
    return label;
}

SecretEdit *addEdit(QVBoxLayout &rows, const QString &name)
{
    auto *const edit = new SecretEdit;
    edit->setAccessibleName(name);
    edit->setMaximumWidth(edit->fontMetrics().averageCharWidth() * 60);
    rows.addWidget(edit);
    return edit;
}

} // namespace

QuestionPanel::QuestionPanel(ServerLink &link, QWidget *parent)
    : NoticeFrame(QStringLiteral("dialog-password"), Tone::AuthFailure, parent)
    , m_link(link)
{
    connect(&m_link, &ServerLink::questionChanged, this, &QuestionPanel::showQuestion);
    showQuestion();
}

void QuestionPanel::showQuestion()
{
    const LoginQuestion *const question = m_link.question();
    m_first = nullptr;
    if (question == nullptr) {
        setContent(nullptr);
        hide();
        return;
    }
    auto *const content = new QWidget;
    auto *const rows = new QVBoxLayout(content);
    rows->setContentsMargins({});
    std::visit([&](const auto &asked) { fill(*rows, asked); }, *question);
    setContent(content);
    show();
    takeFocus();
}

void QuestionPanel::takeFocus()
{
    // Who works while the connection comes back by itself must not type a search into a password.
    if (m_link.state() == SessionState::Connecting) {
        m_first->setFocus();
    }
}

void QuestionPanel::fill(QVBoxLayout &rows, const HostKeyQuestion &question)
{
    setNotice(QStringLiteral("dialog-warning"), Tone::Deferred);
    addText(rows, tr("The server %1 is not known yet.").arg(shown(question.host)), true);
    addText(rows,
            tr("Compare the fingerprint of its key with the one that you have from the server itself or from who "
               "runs it. Another one means that somebody listens in."));
    QLabel *const fingerprint =
        addText(rows, shown(question.keyType) + u' ' + shown(question.fingerprint, 200, FingerprintLength));
    fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fingerprint->setObjectName(QStringLiteral("fingerprint"));
    addText(rows, tr("Once accepted, it is kept in %1, and any other key is refused.").arg(shown(question.savedIn)));
    if (question.hasAuthority) {
        addText(rows,
                tr("An authority (@cert-authority) is noted for this host; Limier cannot check what it has signed."));
    }
    QPushButton *const accept = makeButton(tr("&Accept and Connect"));
    QPushButton *const decline = makeButton(tr("Cancel"));
    addButtons(rows, accept, decline);
    connect(accept, &QPushButton::clicked, this, [this] { m_link.answerHostKey(true); });
    connect(decline, &QPushButton::clicked, this, [this] { m_link.answerHostKey(false); });
    m_first = decline;
}

void QuestionPanel::fill(QVBoxLayout &rows, const SecretQuestion &question)
{
    using Kind = SecretQuestion::Kind;
    setNotice(QStringLiteral("dialog-password"), Tone::AuthFailure);
    const QString user = shown(question.user);
    const QString host = shown(question.host);
    QString title = tr("Password of %1 on %2").arg(user, host);
    if (question.kind == Kind::Passphrase) {
        title = tr("Passphrase of the key %1").arg(shown(question.keyFile, LongestPrompt));
    } else if (question.kind == Kind::Sudo) {
        title = tr("Password of %1 for sudo on %2").arg(user, host);
    }
    addText(rows, title, true);
    if (question.kind == Kind::Sudo) {
        addText(rows, tr("The mail logs are mostly readable by root only. Without sudo, what can be read is shown."));
    }
    addAttempt(rows, question.attempt);
    SecretEdit *const edit = addEdit(rows, title);
    auto *const keep = new QCheckBox(tr("&Keep it in the system’s keychain"));
    keep->setChecked(m_link.request().keepsSecrets);
    keep->setVisible(m_link.canKeepSecrets());
    rows.addWidget(keep);
    QPushButton *const accept = makeButton(tr("Continue"));
    QPushButton *const decline = makeButton(question.kind == Kind::Sudo             ? tr("Go On without sudo")
                                                : question.kind == Kind::Passphrase ? tr("Do Not Use This Key")
                                                                                    : tr("Cancel"));
    addButtons(rows, accept, decline);
    const auto answer = [this, edit, keep] {
        m_link.answerSecret(edit->takeSecret(), keep->isVisible() && keep->isChecked());
    };
    connect(edit, &QLineEdit::returnPressed, this, answer);
    connect(accept, &QPushButton::clicked, this, answer);
    connect(decline, &QPushButton::clicked, &m_link, &ServerLink::giveUp);
    m_first = edit;
}

void QuestionPanel::fill(QVBoxLayout &rows, const PromptQuestion &question)
{
    setNotice(QStringLiteral("dialog-password"), Tone::AuthFailure);
    addText(rows, tr("The server %1 asks %2:").arg(shown(question.host), shown(question.user)), true);
    for (const std::string *const text : {&question.title, &question.instruction}) {
        if (!text->empty()) {
            addText(rows, shown(*text, LongestInstruction));
        }
    }
    addAttempt(rows, question.attempt);
    std::vector<SecretEdit *> edits;
    for (const PromptQuestion::Prompt &prompt : question.prompts) {
        const QString text = shown(prompt.text, LongestPrompt);
        addText(rows, text);
        SecretEdit *const edit = addEdit(rows, text);
        edit->setShown(prompt.isEchoed);
        edits.push_back(edit);
    }
    QPushButton *const accept = makeButton(tr("Continue"));
    QPushButton *const decline = makeButton(tr("Cancel"));
    addButtons(rows, accept, decline);
    const auto answer = [this, edits] {
        std::vector<Secret> answers;
        for (SecretEdit *const edit : edits) {
            answers.push_back(edit->takeSecret());
        }
        m_link.answerPrompts(std::move(answers));
    };
    for (std::size_t place = 0; place + 1 < edits.size(); ++place) {
        connect(edits[place], &QLineEdit::returnPressed, edits[place + 1], qOverload<>(&QWidget::setFocus));
    }
    connect(edits.back(), &QLineEdit::returnPressed, this, answer);
    connect(accept, &QPushButton::clicked, this, answer);
    connect(decline, &QPushButton::clicked, &m_link, &ServerLink::giveUp);
    m_first = edits.front();
}

void QuestionPanel::addAttempt(QVBoxLayout &rows, int attempt)
{
    if (attempt > 1) {
        QLabel *const wrong = addText(rows, tr("That was not right. Attempt %1 of %2:").arg(attempt).arg(Attempts));
        wrong->setObjectName(QStringLiteral("wrong"));
    }
}

void QuestionPanel::addButtons(QVBoxLayout &rows, QPushButton *accept, QPushButton *decline)
{
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(accept);
    buttons->addWidget(decline);
    buttons->addStretch(1);
    rows.addLayout(buttons);
    accept->setObjectName(QStringLiteral("accept"));
    decline->setObjectName(QStringLiteral("decline"));
}

void QuestionPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_link.question() != nullptr) {
        findChild<QPushButton *>(QStringLiteral("decline"))->click();
        return;
    }
    NoticeFrame::keyPressEvent(event);
}

void QuestionPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showQuestion();
    }
    NoticeFrame::changeEvent(event);
}

} // namespace limier
