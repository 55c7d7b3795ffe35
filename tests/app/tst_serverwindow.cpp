// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filteredmail.h"
#include "app/scriptedsession.h"
#include "app/shownwidgets.h"
#include "app/windowsettings.h"
#include "common/language.h"
#include "common/theme.h"
#include "models/tablemodel.h"
#include "models/tablepage.h"
#include "remote/logcache.h"
#include "server/connectdialog.h"
#include "server/questionpanel.h"
#include "server/queuechart.h"
#include "server/secretedit.h"
#include "server/serverrow.h"
#include "server/transferspage.h"
#include "window/choicebutton.h"
#include "window/investigationview.h"
#include "window/mainwindow.h"
#include "window/recents.h"
#include "window/recentsview.h"
#include "window/startpage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QMenuBar>
#include <QTabWidget>

using namespace limier;

/// A window with servers, as its user sees it; the servers' part is played.
class TestServerWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void connectsFromTheStartPage();
    void logsAreShownAndGrow();
    void failureAndRetry();
    void twoServers();
    void recents();
    void forgets();
    void forgetsEveryFolder_data();
    void forgetsEveryFolder();
    void filesTakeTheirPlace();
    void closesWhileAsked();
    void transfersTab();
    void languageIsSwitchedLive();
    void screenshots();

private:
    void show();
    /// A log as a session has fetched it; grows by append().
    [[nodiscard]] LogInput log(const QString &server, const QByteArray &text) const;
    static void append(const LogInput &input, const QByteArray &text);
    void tell(const std::vector<LogInput> &inputs, bool isWhole, std::size_t session = 0);
    [[nodiscard]] bool hasLines(std::uint32_t count);
    [[nodiscard]] QString texts() const { return visibleTexts(*m_window).join(u'|'); }
    [[nodiscard]] QPushButton *button(const QString &text) const { return visibleButton(*m_window, text); }
    void playConnected(std::size_t session);

    std::unique_ptr<SessionScript> m_script;
    std::shared_ptr<TestKeychain> m_keychain;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

namespace
{

const QString Box = QStringLiteral("root@box.example.com");

} // namespace

void TestServerWindow::init()
{
    m_settings = std::make_unique<WindowSettings>();
    m_script = std::make_unique<SessionScript>();
    m_keychain = std::make_shared<TestKeychain>();
    setLanguage(Language::English);
    show();
}

void TestServerWindow::show()
{
    m_window = std::make_unique<MainWindow>(scriptedContext(*m_script, m_keychain, m_folder));
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
}

LogInput TestServerWindow::log(const QString &server, const QByteArray &text) const
{
    const QString path = m_folder.filePath(server + QStringLiteral(".log"));
    QFile file(path);
    [[maybe_unused]] const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return {.path = path.toStdString(),
            .shownAs = server.toStdString() + ": /var/log/mail.log",
            .timezone = "Europe/Paris",
            .grows = true};
}

void TestServerWindow::append(const LogInput &input, const QByteArray &text)
{
    QFile file(QString::fromStdString(input.path));
    QVERIFY(file.open(QIODevice::Append) && file.write(text) == text.size());
}

void TestServerWindow::tell(const std::vector<LogInput> &inputs, bool isWhole, std::size_t session)
{
    m_script->play([=](LoginQuestions &, SessionObserver &observer) { observer.inputsChanged(inputs, isWhole); },
                   session);
}

bool TestServerWindow::hasLines(std::uint32_t count)
{
    return QTest::qWaitFor(
        [&] {
            const auto &evaluation = m_window->investigation().evaluation();
            return evaluation && evaluation->index().lineCount() == count;
        },
        20000);
}

void TestServerWindow::playConnected(std::size_t session)
{
    m_script->say(SessionState::Probing, {}, session);
    m_script->play(
        [](LoginQuestions &, SessionObserver &observer) {
            ServerFacts facts;
            facts.timezone = "Europe/Paris";
            facts.system = "Debian GNU/Linux 12 (bookworm)";
            facts.hostName = "box.example.com";
            facts.postfixVersion = "3.7.11";
            observer.factsFound(facts);
        },
        session);
    QVERIFY(m_script->isPlayed(session));
}

void TestServerWindow::connectsFromTheStartPage()
{
    auto *const start = m_window->findChild<StartPage *>();
    QVERIFY(start->isVisible());
    const QList<ChoiceButton *> choices = start->findChildren<ChoiceButton *>();
    const auto first = std::ranges::find(choices, QStringLiteral("Connect to a Server"), &QAbstractButton::text);
    QVERIFY(first != choices.end());
    QVERIFY(QTest::qWaitFor([&] { return QApplication::focusWidget() == *first; }));
    QTest::keyClick(*first, Qt::Key_Return);
    auto *const dialog = m_window->findChild<ConnectDialog *>();
    QVERIFY(dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QComboBox *>(), Box);
    QTest::keyClick(dialog->findChild<QComboBox *>(), Qt::Key_Return);
    QCOMPARE(m_script->sessionCount(), 1U);
    QCOMPARE(m_script->settings().target.user, std::string("root"));
    QVERIFY(!start->isVisible());
    QCOMPARE(m_window->windowTitle(), Box + QStringLiteral(" – Limier"));
    QVERIFY(texts().contains(QStringLiteral("Connecting …")));

    m_script->play([](LoginQuestions &questions, SessionObserver &observer) {
        if (!questions.acceptHostKey({.host = "box.example.com", .keyType = "ssh-ed25519", .fingerprint = "SHA256:abc"})
            || !questions.secret({.host = "box.example.com", .user = "root"})) {
            observer.sessionStateChanged(SessionState::Failed, RemoteError{.code = RemoteErrorCode::HostKeyDeclined});
        }
    });
    QVERIFY(QTest::qWaitFor([&] { return button(QStringLiteral("Accept and Connect")) != nullptr; }));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(texts().contains(QStringLiteral("Waits for your answer")));
    button(QStringLiteral("Accept and Connect"))->click();
    QVERIFY(QTest::qWaitFor([&] { return m_window->findChild<SecretEdit *>() != nullptr; }));
    QTest::keyClicks(m_window->findChild<SecretEdit *>(), QStringLiteral("secret"));
    QTest::keyClick(m_window->findChild<SecretEdit *>(), Qt::Key_Return);
    QVERIFY(m_script->isPlayed());
    QVERIFY(!m_window->findChild<QuestionPanel *>()->isVisible());
    playConnected(0);
    QVERIFY(texts().contains(QStringLiteral("Looking at the server …")));
}

void TestServerWindow::logsAreShownAndGrow()
{
    m_window->connectTo({{.address = Box}});
    playConnected(0);
    const QByteArrayList lines = QByteArray(FilteredMail).split('\n');
    const LogInput input = log(Box, lines.mid(0, 10).join('\n') + '\n');
    tell({input}, false);
    QVERIFY(hasLines(10));
    QVERIFY(texts().contains(QStringLiteral("Partial: still fetching")));
    QVERIFY(texts().contains(QStringLiteral("Server: Europe/Paris")));
    tell({input}, true);
    m_script->say(SessionState::Following);
    QVERIFY(m_script->isPlayed());
    QVERIFY(texts().contains(QStringLiteral("Live: new lines come as they are written")));
    QVERIFY(QTest::qWaitFor([&] { return !texts().contains(QStringLiteral("Partial")); }));

    // What is appended stands in the tables within two seconds.
    auto *const tabs = m_window->findChild<QTabWidget *>();
    TablePage *users = nullptr;
    for (TablePage *const page : m_window->findChildren<TablePage *>()) {
        users = page->kind() == TableKind::Users ? page : users;
    }
    tabs->setCurrentWidget(users);
    QVERIFY(QTest::qWaitFor([&] { return users->model().rowCount() == 1; }));
    QElapsedTimer time;
    time.start();
    append(input, lines.mid(10).join('\n'));
    m_script->play([&](LoginQuestions &, SessionObserver &observer) { observer.inputsGrew({input}); });
    QVERIFY(hasLines(19));
    QVERIFY(QTest::qWaitFor([&] { return users->model().rowCount() == 2; }));
    QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(tabs->currentWidget(), users);

    button(QStringLiteral("Pause"))->click();
    QVERIFY(m_script->isPlayed());
    QVERIFY(texts().contains(QStringLiteral("Paused")));
    button(QStringLiteral("Resume"))->click();
    QVERIFY(m_script->isPlayed());
    QVERIFY(texts().contains(QStringLiteral("Live")));
    QVERIFY(hasLines(19));
}

void TestServerWindow::failureAndRetry()
{
    m_window->connectTo({{.address = Box}});
    const RemoteError refused{.code = RemoteErrorCode::Refused, .host = Box.toStdString()};
    m_script->say(SessionState::Failed, refused);
    QVERIFY(m_script->isPlayed());
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(texts().contains(QStringLiteral("Failed")));
    QVERIFY2(recentInvestigations().empty(), "it may have been a slip of the pen");
    button(QStringLiteral("Try Again"))->click();
    QVERIFY(m_script->isPlayed());
    playConnected(0);
    const LogInput input = log(Box, FilteredMail);
    tell({input}, false);
    QVERIFY(hasLines(19));
    m_script->say(SessionState::Failed, RemoteError{.code = RemoteErrorCode::LocalDiskFull, .subject = "/cache"});
    QVERIFY(m_script->isPlayed());
    QVERIFY(texts().contains(QStringLiteral("Failed; what was fetched is shown")));
    QVERIFY(hasLines(19));
    QVERIFY(!texts().contains(QStringLiteral("Partial: still fetching")));
}

void TestServerWindow::twoServers()
{
    QVERIFY(!m_window->menus().action(Command::AddServer)->isEnabled());
    m_window->connectTo({{.address = Box}});
    playConnected(0);
    const LogInput box = log(Box, FilteredMail);
    tell({box}, true);
    QVERIFY(hasLines(19));
    m_window->menus().action(Command::AddServer)->trigger();
    auto *const dialog = m_window->findChild<ConnectDialog *>();
    QVERIFY(dialog->isAdding());
    dialog->setRequest({.address = QStringLiteral("edge")});
    dialog->accept();
    QCOMPARE(m_script->sessionCount(), 2U);
    QCOMPARE(m_window->windowTitle(), Box + QStringLiteral(" and 1 more – Limier"));
    QCOMPARE(m_window->findChildren<ServerRow *>().size(), 2);
    playConnected(1);
    const QByteArray more = "2026-06-14T10:00:00.000000+02:00 edge postfix/qmgr[1]: 4D5E6F7081: removed\n";
    tell({log(QStringLiteral("edge"), more)}, true, 1);
    QVERIFY(hasLines(20));
    QCOMPARE(m_window->investigation().servers(), QStringList({Box, QStringLiteral("edge")}));

    Q_EMIT m_window->findChild<InvestigationView *>()->removeServerRequested(*m_window->servers().links().back());
    QVERIFY(hasLines(19));
    QVERIFY(QTest::qWaitFor([&] { return m_window->findChildren<ServerRow *>().size() == 1; }));
    QCOMPARE(m_window->windowTitle(), Box + QStringLiteral(" – Limier"));
}

void TestServerWindow::recents()
{
    m_window->connectTo({{.address = Box, .keepsSecrets = true}});
    playConnected(0);
    QCOMPARE(recentServers(), QStringList{Box});
    tell({log(Box, FilteredMail)}, true);
    QVERIFY(hasLines(19));
    QVERIFY(QTest::qWaitFor([&] { return recentInvestigations().front().since != 0; }));
    QCOMPARE(recentInvestigations().size(), 1U);
    QVERIFY(recentInvestigations().front().paths.isEmpty());
    m_window->showStartPage();
    QVERIFY(texts().contains(QStringLiteral("Back to ") + Box));
    auto *const list = m_window->findChild<RecentsView *>();
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->index(0, 0).data().toString(), Box);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_script->sessionCount(), 2U);
    QVERIFY(m_window->servers().links().front()->request().keepsSecrets);
    m_window->showStartPage();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(recentInvestigations().empty());
}

void TestServerWindow::forgets()
{
    m_window->connectTo({{.address = Box}});
    m_script->play([](LoginQuestions &questions, SessionObserver &) {
        (void)questions.secret({.host = "box.example.com", .user = "root"});
    });
    QVERIFY(QTest::qWaitFor([&] { return m_window->findChild<SecretEdit *>() != nullptr; }));
    m_window->servers().links().front()->answerSecret(Secret("right"), true);
    playConnected(0);
    QCOMPARE(m_keychain->entries.size(), 1U);
    tell({log(Box, FilteredMail)}, true);
    QVERIFY(hasLines(19));
    m_window->findChild<ServerRow *>()->askToForget();
    QVERIFY(texts().contains(QStringLiteral("Nothing is changed on the server.")));
    button(QStringLiteral("Forget"))->click();
    QVERIFY(m_script->calls.contains(QStringLiteral("end")));
    QVERIFY(m_window->servers().isEmpty());
    QVERIFY(m_keychain->entries.empty());
    QVERIFY(m_window->findChild<StartPage *>()->isVisible());
    QVERIFY(!texts().contains(QStringLiteral("Back to")));
    QVERIFY(recentInvestigations().empty());
}

void TestServerWindow::forgetsEveryFolder_data()
{
    QTest::addColumn<int>("connected");
    QTest::newRow("from the start page") << 0;
    QTest::newRow("while it is connected") << 1;
    QTest::newRow("while it is connected twice") << 2;
}

/// Sessions beside each other have a folder each, and so has a server that was set up again.
void TestServerWindow::forgetsEveryFolder()
{
    const std::filesystem::path folder = m_folder.filePath(QStringLiteral("cache")).toStdString();
    const auto fetch = [&folder](const QString &name, const std::string &hostKey) {
        auto cache = LogCache::open(folder, {.name = name.toStdString(), .hostKey = hostKey, .timezone = {}});
        return cache && (*cache)->save() ? std::move(*cache) : nullptr;
    };
    QVERIFY(fetch(QStringLiteral("other.example.com"), "SHA256:other"));
    {
        const auto first = fetch(Box, "SHA256:one");
        QVERIFY(first && fetch(Box, "SHA256:one") && fetch(Box, "SHA256:two"));
    }
    QCOMPARE(cachedServers(folder).size(), 4U);
    QFETCH(const int, connected);
    if (connected > 0) {
        m_window->connectTo(std::vector<ServerRequest>(static_cast<std::size_t>(connected), {.address = Box}));
        m_window->findChild<ServerRow *>()->askToForget();
        button(QStringLiteral("Forget"))->click();
    } else {
        Q_EMIT m_window->findChild<StartPage *>()->forgetRequested({.servers = {Box}});
    }
    QVERIFY(m_window->servers().isEmpty());
    const std::vector<CachedServer> left = cachedServers(folder);
    QCOMPARE(left.size(), 1U);
    QCOMPARE(left.front().name, std::string("other.example.com"));
}

void TestServerWindow::filesTakeTheirPlace()
{
    m_window->connectTo({{.address = Box}});
    playConnected(0);
    tell({log(Box, FilteredMail)}, true);
    QVERIFY(hasLines(19));
    const LogInput file = log(QStringLiteral("file"), QByteArray(FilteredMail).split('\n')[0] + '\n');
    m_window->open({QString::fromStdString(file.path)});
    QVERIFY(m_script->calls.contains(QStringLiteral("end")));
    QVERIFY(hasLines(1));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("file.log – Limier"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->findChild<ServerRow *>() == nullptr; }));

    m_window->connectTo({{.address = Box}});
    QVERIFY2(!m_window->investigation().evaluation(), "what was of the file is not shown as the server's");
}

void TestServerWindow::closesWhileAsked()
{
    m_window->connectTo({{.address = Box}});
    m_script->play([](LoginQuestions &questions, SessionObserver &) { (void)questions.acceptHostKey({}); });
    QVERIFY(QTest::qWaitFor([&] { return button(QStringLiteral("Accept and Connect")) != nullptr; }));
    QElapsedTimer time;
    time.start();
    m_window->close();
    m_window.reset();
    QVERIFY(time.elapsed() < 2000);
    QCOMPARE(m_script->calls.back(), QStringLiteral("end"));
}

void TestServerWindow::transfersTab()
{
    m_window->connectTo({{.address = Box}});
    auto *const tabs = m_window->findChild<QTabWidget *>();
    const int before = tabs->count();
    m_window->menus().action(Command::Transfers)->trigger();
    QCOMPARE(tabs->count(), before + 1);
    auto *const page = m_window->findChild<TransfersPage *>();
    QCOMPARE(tabs->currentWidget(), page);
    QTest::keyClick(page, Qt::Key_Escape);
    QCOMPARE(tabs->count(), before);
    m_window->menus().action(Command::Transfers)->trigger();
    m_window->open({QStringLiteral("/nowhere")});
    QCOMPARE(tabs->count(), before);
    QVERIFY(!m_window->menus().action(Command::Transfers)->isEnabled());
}

void TestServerWindow::languageIsSwitchedLive()
{
    m_window->connectTo({{.address = Box}});
    m_script->play([](LoginQuestions &questions, SessionObserver &) { (void)questions.secret({.host = "box"}); });
    QVERIFY(QTest::qWaitFor([&] { return m_window->findChild<SecretEdit *>() != nullptr; }));
    QVERIFY(texts().contains(QStringLiteral("Waits for your answer")));
    setLanguage(Language::French);
    QVERIFY(QTest::qWaitFor([&] { return !texts().contains(QStringLiteral("Waits for your answer")); }));
    QVERIFY(!texts().contains(QStringLiteral("Add a Server")));
    QVERIFY2(m_window->findChild<SecretEdit *>() != nullptr, "the question stays");
    setLanguage(Language::English);
    QVERIFY(QTest::qWaitFor([&] { return texts().contains(QStringLiteral("Waits for your answer")); }));
}

/// Not a test of anything: pictures to be looked at.
void TestServerWindow::screenshots()
{
    const QString folder = qEnvironmentVariable("LIMIER_SCREENSHOTS");
    if (folder.isEmpty()) {
        QSKIP("LIMIER_SCREENSHOTS does not name a folder");
    }
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::instance().setMode(mode);
        show();
        auto save = [&, place = 0](const QString &name) mutable {
            QTest::qWait(300);
            m_window->grab().save(
                QStringLiteral("%1/%2-%3-%4-%5.png")
                    .arg(folder)
                    .arg(++place, 2, 10, QChar(u'0'))
                    .arg(name, mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(qApp->devicePixelRatio()));
        };
        const std::size_t session = m_script->sessionCount();
        save(QStringLiteral("start"));
        m_window->menus().action(Command::ConnectServer)->trigger();
        auto *dialog = m_window->findChild<ConnectDialog *>();
        dialog->setRequest({.address = Box, .range = {.kind = WantedRange::Kind::Between}, .keepsSecrets = true});
        QTest::qWait(200);
        dialog->grab().save(folder + QStringLiteral("/dialog-%1-%2.png").arg(int(mode)).arg(qApp->devicePixelRatio()));
        delete dialog;
        m_window->connectTo({{.address = Box}});
        m_script->play(
            [](LoginQuestions &questions, SessionObserver &) {
                (void)questions.acceptHostKey({.host = "box.example.com",
                                               .keyType = "ssh-ed25519",
                                               .fingerprint = "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDsz4nQ8K1yVb0y0aE",
                                               .savedIn = "/home/me/.ssh/known_hosts"});
                (void)questions.secret(
                    {.kind = SecretQuestion::Kind::Sudo, .host = "box.example.com", .user = "admin", .attempt = 2});
                (void)questions.answers({.host = "box.example.com",
                                         .user = "root",
                                         .title = "Two factors",
                                         .instruction = "The code is on your phone.",
                                         .prompts = {{"Password: ", false}, {"One-time code: ", true}}});
            },
            session);
        QVERIFY(QTest::qWaitFor([&] { return button(QStringLiteral("Accept and Connect")) != nullptr; }));
        save(QStringLiteral("hostkey"));
        button(QStringLiteral("Accept and Connect"))->click();
        QVERIFY(QTest::qWaitFor([&] { return m_window->findChild<SecretEdit *>() != nullptr; }));
        QTest::keyClicks(m_window->findChild<SecretEdit *>(), QStringLiteral("secret"));
        save(QStringLiteral("sudo"));
        m_window->servers().links().front()->answerSecret(Secret("x"), false);
        QVERIFY(QTest::qWaitFor([&] { return m_window->servers().links().front()->question() != nullptr; }));
        save(QStringLiteral("prompts"));
        m_window->servers().links().front()->giveUp();
        playConnected(session);
        m_script->say(SessionState::Fetching, {}, session);
        const LogInput sample{.path = LIMIER_TEST_DATA "/../../resources/sample/mail.log.gz",
                              .shownAs = Box.toStdString() + ": /var/log/mail.log.gz",
                              .timezone = "Europe/Paris"};
        m_script->play(
            [sample](LoginQuestions &, SessionObserver &observer) {
                observer.inputsChanged({sample}, false);
                observer.fetchProgressed(
                    {.bytes = 25'000'000, .bytesTotal = 100'000'000, .rate = 5e6, .secondsLeft = 15});
                for (std::uint64_t place = 0; place < 60; ++place) {
                    observer.queueMeasured({.incoming = 3,
                                            .active = 20 + place * 7 % 13,
                                            .deferred = 4000 + place * place,
                                            .hold = 2,
                                            .time = std::int64_t(1781400000 + place * 10)});
                }
                observer.transferred({.kind = Transfer::Kind::Command,
                                      .time = 1781400000,
                                      .host = "root@box.example.com",
                                      .text = "LC_ALL=C postconf -x mynetworks relayhost smtpd_recipient_restrictions",
                                      .duration = std::chrono::milliseconds(42)});
                observer.transferred({.kind = Transfer::Kind::Fetch,
                                      .time = 1781400001,
                                      .host = "root@box.example.com",
                                      .text = "/var/log/mail.log",
                                      .from = 123456789,
                                      .bytes = 12345678,
                                      .wireBytes = 2000000,
                                      .duration = std::chrono::milliseconds(1500),
                                      .how = "zstd"});
            },
            session);
        QVERIFY(m_script->isPlayed(session));
        QVERIFY(hasLines(30579));
        save(QStringLiteral("fetching"));
        m_script->play(
            [sample](LoginQuestions &, SessionObserver &observer) { observer.inputsChanged({sample}, true); }, session);
        m_script->say(SessionState::Following, {}, session);
        QVERIFY(m_script->isPlayed(session));
        m_window->connectTo({{.address = QStringLiteral("edge")}}, true);
        m_script->say(SessionState::Failed,
                      RemoteError{.code = RemoteErrorCode::HostKeyChanged,
                                  .host = "edge",
                                  .subject = "/home/me/.ssh/known_hosts",
                                  .detail = "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDsz4nQ8K1yVb0y0aE",
                                  .value = 12},
                      session + 1);
        m_script->play(
            [](LoginQuestions &, SessionObserver &observer) {
                observer.problemFound({.code = RemoteErrorCode::PermissionDenied,
                                       .host = Box.toStdString(),
                                       .subject = "/var/log/mail.log.1"});
            },
            session);
        QVERIFY(m_script->isPlayed(session + 1));
        save(QStringLiteral("live"));
        m_window->findChild<ServerRow *>()->chooseRange();
        save(QStringLiteral("range"));
        m_window->findChild<ServerRow *>()->askToForget();
        m_window->menus().action(Command::Transfers)->trigger();
        save(QStringLiteral("transfers"));
        m_script->say(SessionState::Reconnecting,
                      RemoteError{.code = RemoteErrorCode::ConnectionLost,
                                  .host = Box.toStdString(),
                                  .detail = "Socket error: disconnected"},
                      session);
        QVERIFY(m_script->isPlayed(session));
        save(QStringLiteral("reconnecting"));
        m_window->showStartPage();
        save(QStringLiteral("startagain"));
    }
    Theme::instance().setMode(Theme::Mode::System);
}

QTEST_MAIN(TestServerWindow)
#include "tst_serverwindow.moc"
