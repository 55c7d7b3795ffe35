// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scriptedsession.h"
#include "app/shownwidgets.h"
#include "app/windowsettings.h"
#include "common/displaysettings.h"
#include "common/elidedlabel.h"
#include "investigation/investigation.h"
#include "server/connectdialog.h"
#include "server/questionpanel.h"
#include "server/queuechart.h"
#include "server/rangepicker.h"
#include "server/secretedit.h"
#include "server/serverrow.h"
#include "server/servers.h"
#include "server/transfersmodel.h"
#include "server/transferspage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QVBoxLayout>

using namespace limier;

/// The dialog, what is asked in place, and the row of a server, each alone.
class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void servers();
    void address_data();
    void address();
    void range();
    void keychainIsOfferedWhereThereIsOne();
    void hostKeyIsDeclinedByReturn();
    void hostKeyIsAccepted();
    void password();
    void thirdAttempt();
    void prompts();
    void hostileTexts_data();
    void hostileTexts();
    void focusStaysWhereOneWorks();
    void secretIsOverwritten();
    void rowOfAFetch();
    void rowOfAFailure();
    void rowOfFollowing();
    void forgetIsAskedFor();
    void queue();
    void transfers();

private:
    [[nodiscard]] ServerContext context();
    /// A started link, and a window with @p Shown for it.
    template <typename Shown>
    Shown &show();
    [[nodiscard]] bool ask(LoginQuestion question);
    [[nodiscard]] static QStringList labels(const QWidget &widget);

    std::unique_ptr<SessionScript> m_script;
    std::shared_ptr<TestKeychain> m_keychain;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<ServerLink> m_link;
    std::unique_ptr<QWidget> m_window;
    QString m_answer; ///< of the last question
    QTemporaryDir m_folder;
};

void TestConnectDialog::init()
{
    m_window.reset();
    m_link.reset();
    m_settings = std::make_unique<WindowSettings>();
    m_script = std::make_unique<SessionScript>();
    m_keychain = std::make_shared<TestKeychain>();
    m_answer.clear();
}

ServerContext TestConnectDialog::context()
{
    return scriptedContext(*m_script, m_keychain, m_folder);
}

template <typename Shown>
Shown &TestConnectDialog::show()
{
    m_link = std::make_unique<ServerLink>(ServerRequest{.address = QStringLiteral("admin@box")}, context());
    m_link->start();
    m_window = std::make_unique<QWidget>();
    auto *const layout = new QVBoxLayout(m_window.get());
    auto *const other = new QLineEdit;
    other->setObjectName(QStringLiteral("other"));
    layout->addWidget(other);
    auto *const shown = new Shown(*m_link);
    layout->addWidget(shown);
    m_window->resize(900, 500);
    m_window->show();
    m_window->activateWindow();
    other->setFocus();
    return *shown;
}

bool TestConnectDialog::ask(LoginQuestion question)
{
    m_script->play([this, question](LoginQuestions &questions, SessionObserver &) {
        QStringList answers;
        if (const auto *const key = std::get_if<HostKeyQuestion>(&question)) {
            answers += questions.acceptHostKey(*key) ? QStringLiteral("yes") : QStringLiteral("no");
        } else if (const auto *const secret = std::get_if<SecretQuestion>(&question)) {
            const auto answer = questions.secret(*secret);
            answers += answer ? QString::fromUtf8(answer->view()) : QStringLiteral("given up");
        } else if (const auto *const prompts = std::get_if<PromptQuestion>(&question)) {
            const auto given = questions.answers(*prompts);
            for (std::size_t place = 0; given && place < given->size(); ++place) {
                answers += QString::fromUtf8((*given)[place].view());
            }
        }
        m_answer = answers.join(u'|');
    });
    return QTest::qWaitFor([this] { return m_link->question() != nullptr; });
}

QStringList TestConnectDialog::labels(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *const label : widget.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty()) {
            texts += label->text();
        }
    }
    return texts;
}

void TestConnectDialog::servers()
{
    QFile config(m_folder.filePath(QStringLiteral("config")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("Host mail\n  HostName mail.example.com\n  User root\n  Port 2222\n  ProxyJump bastion\n"
                 "Host bastion\n  HostName 192.0.2.1\nHost *.internal\n");
    config.close();
    const ConnectDialog dialog(context(), {QStringLiteral("root@box"), QStringLiteral("mail")}, false);
    auto *const server = dialog.findChild<QComboBox *>();
    QStringList offered;
    for (int place = 0; place < server->count(); ++place) {
        offered += server->itemText(place);
    }
    QCOMPARE(offered, QStringList({QStringLiteral("root@box"), QStringLiteral("mail"), QStringLiteral("bastion")}));
    QCOMPARE(server->currentText(), QStringLiteral("root@box"));
    server->setEditText(QStringLiteral("mail"));
    const QString all = labels(dialog).join(u'|');
    const auto details = dialog.findChildren<QLabel *>();
    const auto said = std::ranges::find_if(details, [](const QLabel *label) {
        return label->text().startsWith(QStringLiteral("Connects to root@mail.example.com:2222 via "));
    });
    QVERIFY(said != details.end());
    QVERIFY((*said)->text().endsWith(QStringLiteral("@192.0.2.1")));
    QVERIFY(QFile::remove(config.fileName()));
}

void TestConnectDialog::address_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("host") << QStringLiteral("mail.example.com") << true;
    QTest::newRow("all") << QStringLiteral(" root@192.0.2.1:2222 ") << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("no port") << QStringLiteral("box:none") << false;
    QTest::newRow("option") << QStringLiteral("-oProxyCommand=x") << false;
    QTest::newRow("no host") << QStringLiteral("root@") << false;
}

void TestConnectDialog::address()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isGood);
    ConnectDialog dialog(context(), {}, false);
    dialog.show();
    dialog.findChild<QComboBox *>()->setEditText(address);
    QCOMPARE(visibleButton(dialog, QStringLiteral("Connect"))->isEnabled(), isGood);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClick(dialog.findChild<QComboBox *>(), Qt::Key_Return);
    QCOMPARE(accepted.size(), isGood ? 1 : 0);
    QCOMPARE(dialog.request().address, address.trimmed());
}

void TestConnectDialog::range()
{
    ConnectDialog dialog(context(), {QStringLiteral("box")}, false);
    dialog.show();
    QCOMPARE(dialog.request().range.kind, WantedRange::Kind::LastDay);
    QVERIFY(dialog.request().follow);
    auto *const picker = dialog.findChild<RangePicker *>();
    const auto times = picker->findChildren<QDateTimeEdit *>();
    QVERIFY(!times[0]->isVisible());
    picker->setRange({.kind = WantedRange::Kind::Between, .since = 1781400000, .until = 1781480000});
    QVERIFY(times[0]->isVisible() && times[1]->isVisible());
    const WantedRange range = dialog.request().range;
    QCOMPARE(range.since, 1781400000);
    QCOMPARE(range.until, 1781480000);
    QVERIFY2(!dialog.request().follow, "what has an end is not followed");
    picker->setRange({.kind = WantedRange::Kind::LastWeek});
    QVERIFY(dialog.request().follow);
    QCOMPARE(dialog.request().range.at(1000000).since, 1000000 - 7 * 86400);
}

void TestConnectDialog::keychainIsOfferedWhereThereIsOne()
{
    for (const bool isThere : {true, false}) {
        m_keychain->isThere = isThere;
        ConnectDialog dialog(context(), {QStringLiteral("box")}, false);
        dialog.setRequest({.address = QStringLiteral("box"), .keepsSecrets = true});
        dialog.show();
        QCOMPARE(dialog.request().keepsSecrets, isThere);
        const auto boxes = dialog.findChildren<QCheckBox *>();
        QCOMPARE(std::ranges::count_if(boxes, [](const QCheckBox *box) { return box->isVisible(); }), isThere ? 2 : 1);
    }
}

void TestConnectDialog::hostKeyIsDeclinedByReturn()
{
    const auto &panel = show<QuestionPanel>();
    QVERIFY(!panel.isVisible());
    QVERIFY(ask(HostKeyQuestion{.host = "box",
                                .keyType = "ssh-ed25519",
                                .fingerprint = "SHA256:abcdefg",
                                .savedIn = "/home/me/.ssh/known_hosts"}));
    QVERIFY(panel.isVisible());
    const auto *const fingerprint = panel.findChild<QLabel *>(QStringLiteral("fingerprint"));
    QCOMPARE(fingerprint->text(), QStringLiteral("ssh-ed25519 SHA256:abcdefg"));
    QVERIFY(fingerprint->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    QVERIFY(labels(panel).join(u'|').contains(QStringLiteral("/home/me/.ssh/known_hosts")));
    QVERIFY(QTest::qWaitFor([&] { return m_window->focusWidget() == visibleButton(panel, QStringLiteral("Cancel")); }));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_answer, QStringLiteral("no"));
    QVERIFY(!panel.isVisible());
}

void TestConnectDialog::hostKeyIsAccepted()
{
    const auto &panel = show<QuestionPanel>();
    QVERIFY(ask(HostKeyQuestion{.host = "box"}));
    visibleButton(panel, QStringLiteral("Accept and Connect"))->click();
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_answer, QStringLiteral("yes"));
}

void TestConnectDialog::password()
{
    auto &panel = show<QuestionPanel>();
    QVERIFY(ask(SecretQuestion{.kind = SecretQuestion::Kind::Password, .host = "box", .user = "admin"}));
    auto *const edit = panel.findChild<SecretEdit *>();
    QVERIFY(QTest::qWaitFor([&] { return m_window->focusWidget() == edit; }));
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(labels(panel).contains(QStringLiteral("Password of admin on box")));
    QVERIFY(panel.findChild<QLabel *>(QStringLiteral("wrong")) == nullptr);
    QTest::keyClicks(edit, QStringLiteral("s3cret"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_answer, QStringLiteral("s3cret"));

    QVERIFY(ask(SecretQuestion{.kind = SecretQuestion::Kind::Sudo, .host = "box", .user = "admin"}));
    QVERIFY(labels(panel).contains(QStringLiteral("Password of admin for sudo on box")));
    QTest::keyClick(&panel, Qt::Key_Escape);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_answer, QStringLiteral("given up"));
}

void TestConnectDialog::thirdAttempt()
{
    const auto &panel = show<QuestionPanel>();
    QVERIFY(ask(SecretQuestion{.kind = SecretQuestion::Kind::Passphrase, .keyFile = "/home/me/.ssh/id", .attempt = 3}));
    QVERIFY(labels(panel).contains(QStringLiteral("Passphrase of the key /home/me/.ssh/id")));
    QCOMPARE(panel.findChild<QLabel *>(QStringLiteral("wrong"))->text(),
             QStringLiteral("That was not right. Attempt 3 of 3:"));
}

void TestConnectDialog::prompts()
{
    const auto &panel = show<QuestionPanel>();
    QVERIFY(ask(PromptQuestion{.host = "box",
                               .user = "admin",
                               .title = "Two factors",
                               .instruction = "Type both",
                               .prompts = {{"Password: ", false}, {"Code: ", true}}}));
    const QList<SecretEdit *> edits = panel.findChildren<SecretEdit *>();
    QCOMPARE(edits.size(), 2);
    QCOMPARE(edits[0]->echoMode(), QLineEdit::Password);
    QCOMPARE(edits[1]->echoMode(), QLineEdit::Normal);
    QVERIFY(labels(panel).contains(QStringLiteral("Type both")));
    QTest::keyClicks(edits[0], QStringLiteral("one"));
    QTest::keyClick(edits[0], Qt::Key_Return);
    QCOMPARE(m_window->focusWidget(), edits[1]);
    QTest::keyClicks(edits[1], QStringLiteral("two"));
    QTest::keyClick(edits[1], Qt::Key_Return);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_answer, QStringLiteral("one|two"));
}

void TestConnectDialog::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("rich text") << QByteArray("<b>bold</b><img src=http://198.51.100.1/x>");
    QTest::newRow("long") << QByteArray(10000, 'x');
    QTest::newRow("lines") << QByteArray(1000, '\n');
    QTest::newRow("escapes") << QByteArray("\x1b[2J\x07%1%2%n");
    QTest::newRow("direction") << QByteArray("\xe2\x80\xae:drowssaP \xe2\x81\xa6");
    QTest::newRow("no text") << QByteArray("\xff\xfe\x80");
}

void TestConnectDialog::hostileTexts()
{
    QFETCH(const QByteArray, text);
    const std::string hostile = text.toStdString();
    const auto &panel = show<QuestionPanel>();
    const QSize before = m_window->size();
    for (const LoginQuestion &question : std::initializer_list<LoginQuestion>{
             PromptQuestion{.host = hostile,
                            .user = hostile,
                            .title = hostile,
                            .instruction = hostile,
                            .prompts = {{hostile, false}, {hostile, true}}},
             SecretQuestion{
                 .kind = SecretQuestion::Kind::Passphrase, .host = hostile, .user = hostile, .keyFile = hostile},
             HostKeyQuestion{.host = hostile, .keyType = hostile, .fingerprint = hostile, .savedIn = hostile}}) {
        QVERIFY(ask(question));
        for (const QLabel *const label : panel.findChildren<QLabel *>()) {
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
            QVERIFY2(label->text().size() < 700, qPrintable(label->text()));
            for (const QChar c : {QChar(u'\n'), QChar(0x1b), QChar(0x202e), QChar(0x2066)}) {
                QVERIFY(!label->text().contains(c));
            }
        }
        QCoreApplication::processEvents();
        QCOMPARE(m_window->width(), before.width());
        m_link->giveUp();
        QVERIFY(m_script->isPlayed());
    }
}

void TestConnectDialog::focusStaysWhereOneWorks()
{
    (void)show<QuestionPanel>();
    auto *const other = m_window->findChild<QLineEdit *>(QStringLiteral("other"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->focusWidget() == other; }));
    m_script->say(SessionState::Reconnecting, RemoteError{});
    QVERIFY(m_script->isPlayed());
    QVERIFY(ask(SecretQuestion{.host = "box"}));
    QCoreApplication::processEvents();
    QCOMPARE(m_window->focusWidget(), other);
}

void TestConnectDialog::secretIsOverwritten()
{
    SecretEdit edit;
    QTest::keyClicks(&edit, QStringLiteral("s3cret"));
    const QString kept = edit.text(); // shares the line's own characters
    QCOMPARE(kept, QStringLiteral("s3cret"));
    const Secret secret = edit.takeSecret();
    QCOMPARE(QByteArray(secret.c_str()), QByteArray("s3cret"));
    QCOMPARE(kept, QString(6, QChar()));
    QVERIFY(edit.text().isEmpty());
    QVERIFY(!edit.isUndoAvailable());
    edit.setText(QStringLiteral("literal")); // in memory that cannot be written
    edit.wipeText();
    QVERIFY(edit.text().isEmpty());
}

void TestConnectDialog::rowOfAFetch()
{
    auto &row = show<ServerRow>();
    m_script->say(SessionState::Fetching);
    m_script->play([](LoginQuestions &, SessionObserver &observer) {
        observer.fetchProgressed({.bytes = 25'000'000, .bytesTotal = 100'000'000, .rate = 5e6, .secondsLeft = 15});
    });
    QVERIFY(m_script->isPlayed());
    const auto *const bar = row.findChild<QProgressBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), bar->maximum() / 4);
    const auto texts = row.findChildren<ElidedLabel *>();
    QVERIFY(std::ranges::any_of(texts, [](const ElidedLabel *text) {
        return text->text() == QStringLiteral("Fetching: 25\u00a0% · 25.0 MB of 100.0 MB · 5 MB/s · 15 s left");
    }));
    visibleButton(row, QStringLiteral("Cancel"))->click();
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_link->state(), SessionState::Stopped);
    QVERIFY(!bar->isVisible());
    QVERIFY(visibleButton(row, QStringLiteral("Cancel")) == nullptr);
    visibleButton(row, QStringLiteral("Connect Again"))->click();
    QCOMPARE(m_script->calls.back(), QStringLiteral("reconnect"));
}

void TestConnectDialog::rowOfAFailure()
{
    auto &row = show<ServerRow>();
    m_script->say(SessionState::Failed,
                  RemoteError{.code = RemoteErrorCode::Refused, .host = "box", .detail = std::string(10000, '<')});
    QVERIFY(m_script->isPlayed());
    const QStringList texts = labels(row);
    QVERIFY(std::ranges::any_of(texts, [](const QString &text) { return text.contains(QStringLiteral("box")); }));
    QVERIFY(row.width() <= m_window->width());
    QCOMPARE(m_window->width(), 900);
    visibleButton(row, QStringLiteral("Try Again"))->click();
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_link->state(), SessionState::Connecting);
    QVERIFY(visibleButton(row, QStringLiteral("Try Again")) == nullptr);
}

void TestConnectDialog::rowOfFollowing()
{
    auto &row = show<ServerRow>();
    m_script->say(SessionState::Following);
    QVERIFY(m_script->isPlayed());
    QVERIFY(labels(row).contains(QStringLiteral("●")));
    visibleButton(row, QStringLiteral("Pause"))->click();
    QVERIFY(m_script->isPlayed());
    QVERIFY(!labels(row).contains(QStringLiteral("●")));
    visibleButton(row, QStringLiteral("Resume"))->click();
    QVERIFY(m_script->isPlayed());
    row.chooseRange();
    row.findChild<RangePicker *>()->setRange({.kind = WantedRange::Kind::All});
    visibleButton(row, QStringLiteral("Fetch"))->click();
    QCOMPARE(m_script->calls.mid(1),
             QStringList({QStringLiteral("pause"), QStringLiteral("resume"), QStringLiteral("range 0 0")}));
    m_script->say(SessionState::Reconnecting, RemoteError{.code = RemoteErrorCode::ConnectionLost, .host = "box"});
    QVERIFY(m_script->isPlayed());
    const auto texts = row.findChildren<ElidedLabel *>();
    QVERIFY(std::ranges::any_of(texts, [](const ElidedLabel *text) {
        return text->text().startsWith(QStringLiteral("Connection lost 0 second"));
    }));
    m_script->play([](LoginQuestions &, SessionObserver &observer) {
        observer.problemFound({.code = RemoteErrorCode::PermissionDenied, .host = "box", .subject = "/var/log/<b>"});
    });
    QVERIFY(m_script->isPlayed());
    QVERIFY(labels(row).join(u'|').contains(QStringLiteral("/var/log/<b>")));
}

void TestConnectDialog::forgetIsAskedFor()
{
    auto &row = show<ServerRow>();
    QSignalSpy forgotten(&row, &ServerRow::forgetRequested);
    row.askToForget();
    QVERIFY(QTest::qWaitFor([&] { return m_window->focusWidget() == visibleButton(row, QStringLiteral("Keep")); }));
    visibleButton(row, QStringLiteral("Keep"))->click();
    QVERIFY(visibleButton(row, QStringLiteral("Keep")) == nullptr);
    QCOMPARE(forgotten.size(), 0);
    row.askToForget();
    visibleButton(row, QStringLiteral("Forget"))->click();
    QCOMPARE(forgotten.size(), 1);
}

void TestConnectDialog::queue()
{
    m_link = std::make_unique<ServerLink>(ServerRequest{.address = QStringLiteral("admin@<b>box")}, context());
    m_link->start();
    m_link = std::make_unique<ServerLink>(ServerRequest{.address = QStringLiteral("admin@box")}, context());
    m_link->start();
    const std::size_t session = m_script->sessionCount() - 1;
    m_window = std::make_unique<QWidget>();
    QueueChart chart(*m_link, false, m_window.get());
    m_window->show();
    QVERIFY(!chart.isVisible());
    m_script->play(
        [](LoginQuestions &, SessionObserver &observer) {
            observer.queueMeasured({.incoming = 1, .active = 2, .deferred = 4000, .hold = 30, .time = 100});
            observer.queueMeasured({.deferred = 5000, .time = 110});
        },
        session);
    QVERIFY(m_script->isPlayed(session));
    QVERIFY(chart.isVisible());
    QCOMPARE(chart.accessibleName(), QStringLiteral("In the queue of admin@box: 5,000"));
    QVERIFY(chart.toolTip().contains(QStringLiteral("Deferred: 5,000")));
    QVERIFY(!chart.grab().isNull());
}

void TestConnectDialog::transfers()
{
    DisplaySettings display;
    display.setZone(DisplaySettings::Zone::Utc);
    Investigation investigation(display);
    Servers servers(investigation, context());
    TransfersPage page(servers, display);
    const QAbstractItemModelTester tester(&page.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    servers.add({.address = QStringLiteral("box")});
    m_script->play([](LoginQuestions &, SessionObserver &observer) {
        observer.transferred({.kind = Transfer::Kind::Command,
                              .time = 1781400000,
                              .host = "=cmd()",
                              .text = "uname -a\n\x1b[2J",
                              .duration = std::chrono::milliseconds(42)});
        observer.transferred({.kind = Transfer::Kind::Fetch,
                              .time = 1781400001,
                              .host = "box",
                              .text = "/var/log/\"mail\".log",
                              .from = 4096,
                              .bytes = 123456,
                              .wireBytes = 20000,
                              .duration = std::chrono::milliseconds(1500),
                              .how = "zstd"});
    });
    QVERIFY(m_script->isPlayed());
    const TransfersModel &model = page.model();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 3).data().toString(), QStringLiteral(R"(uname -a\x0a\x1b[2J)"));
    QCOMPARE(model.index(1, 5).data().toString(), QStringLiteral("123.5 kB"));

    const QString path = m_folder.filePath(QStringLiteral("out.csv"));
    QVERIFY(!page.exportTo(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith("\xef\xbb\xbf\"Time (UTC)\""));
    QVERIFY2(lines[1].contains("\"'=cmd()\""), lines[1].constData());
    QCOMPARE(lines[2],
             QByteArray("\"2026-06-14 01:20:01\",\"box\",\"Log fetched\",\"/var/log/\"\"mail\"\".log\",\"4096\","
                        "\"123456\",\"20000\",\"1.500\",\"zstd\"\r"));
    QVERIFY(page.exportTo(QStringLiteral("/nowhere/out.csv")));

    page.show();
    page.findChild<QTableView *>()->selectRow(1);
    page.copy();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\t123456\t")));
    servers.clear();
    servers.add({.address = QStringLiteral("other")});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
