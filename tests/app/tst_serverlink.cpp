// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scriptedsession.h"
#include "app/windowsettings.h"
#include "server/keptsecrets.h"
#include "server/serverlink.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>

#include <set>

using namespace limier;

/// A session's words reach the window in order and on its thread; its questions wait, and never for too long.
class TestServerLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void badAddress();
    void settings();
    void statesAndFacts();
    void inputs();
    void progressIsNotQueuedUp();
    void longSessionsAreBounded();
    void hostKey_data();
    void hostKey();
    void secret();
    void givenUp();
    void prompts();
    void noPromptsNeedNoAnswer();
    void stopWhileAsked();
    void oneQuestionAfterTheOther();
    void endWhileAsked();
    void keychain();
    void wrongSecretIsNotKept();
    void refusedSecretIsNotKept_data();
    void refusedSecretIsNotKept();
    void sudoPasswordIsKeptOnceItWorks_data();
    void sudoPasswordIsKeptOnceItWorks();
    void keychainIsLeftAlone();
    void reconnect();

private:
    [[nodiscard]] ServerContext context();
    [[nodiscard]] std::unique_ptr<ServerLink> started(ServerRequest request = {.address = QStringLiteral("admin@box")});
    [[nodiscard]] static bool isAsked(const ServerLink &link)
    {
        return QTest::qWaitFor([&link] { return link.question() != nullptr; });
    }

    std::unique_ptr<SessionScript> m_script;
    std::shared_ptr<TestKeychain> m_keychain;
    std::unique_ptr<WindowSettings> m_settings;
    QTemporaryDir m_folder;
};

namespace
{

SecretQuestion password(int attempt = 1)
{
    return {.kind = SecretQuestion::Kind::Password, .host = "box", .user = "admin", .attempt = attempt};
}

/// What is asked now; an empty question if it is another one, or none.
template <typename Question>
Question asked(const ServerLink &link)
{
    const auto *const question = link.question() != nullptr ? std::get_if<Question>(link.question()) : nullptr;
    return question != nullptr ? *question : Question();
}

const QString PasswordKey = QStringLiteral("password admin@box");

} // namespace

void TestServerLink::init()
{
    m_settings = std::make_unique<WindowSettings>();
    m_script = std::make_unique<SessionScript>();
    m_keychain = std::make_shared<TestKeychain>();
}

ServerContext TestServerLink::context()
{
    return scriptedContext(*m_script, m_keychain, m_folder);
}

std::unique_ptr<ServerLink> TestServerLink::started(ServerRequest request)
{
    auto link = std::make_unique<ServerLink>(std::move(request), context());
    link->start();
    return link;
}

void TestServerLink::badAddress()
{
    const auto link = started({.address = QStringLiteral("admin@box:none")});
    QCOMPARE(m_script->sessionCount(), 0U);
    QCOMPARE(link->state(), SessionState::Failed);
    QVERIFY(link->error());
    QCOMPARE(link->error()->code, RemoteErrorCode::BadAddress);
}

void TestServerLink::settings()
{
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    const auto link =
        started({.address = QStringLiteral("  admin@box:2222 "), .queueInterval = std::chrono::seconds(30)});
    const SessionSettings &settings = m_script->settings();
    QCOMPARE(settings.target.user, std::string("admin"));
    QCOMPARE(settings.target.hostName, std::string("box"));
    QCOMPARE(settings.target.port, 2222);
    QCOMPARE(settings.cacheFolder, context().cacheFolder);
    QVERIFY(qAbs(settings.since - (now - 86400)) < 10);
    QCOMPARE(settings.until, 0);
    QVERIFY(settings.follow);
    QCOMPARE(settings.queueInterval.count(), 30);
    QCOMPARE(m_script->calls, QStringList{QStringLiteral("start")});

    const WantedRange past{.kind = WantedRange::Kind::Between, .since = 1000, .until = 2000};
    const auto other = started({.address = QStringLiteral("box"), .range = past});
    QCOMPARE(m_script->settings(1).since, 1000);
    QVERIFY2(!m_script->settings(1).follow, "what has an end is not followed");
    other->setRange({.kind = WantedRange::Kind::All});
    other->setQueueInterval(std::chrono::seconds(0));
    QCOMPARE(m_script->calls.mid(2), QStringList({QStringLiteral("range 0 0"), QStringLiteral("queue 0")}));
}

void TestServerLink::statesAndFacts()
{
    const auto link = started();
    QVERIFY(m_script->sessionCount() == 1);
    QList<SessionState> states;
    QThread *thread = nullptr;
    connect(link.get(), &ServerLink::stateChanged, this, [&] {
        states += link->state();
        thread = QThread::currentThread();
    });
    m_script->say(SessionState::Probing);
    m_script->play([](LoginQuestions &, SessionObserver &observer) {
        ServerFacts facts;
        facts.hostName = "box.example.com";
        observer.factsFound(facts);
        observer.problemFound({.code = RemoteErrorCode::PermissionDenied, .subject = "/var/log/mail.log.1"});
        observer.problemFound({.code = RemoteErrorCode::PermissionDenied, .subject = "/var/log/mail.log.1"});
    });
    m_script->say(SessionState::Reconnecting, RemoteError{.code = RemoteErrorCode::ConnectionLost, .detail = "reset"});
    m_script->say(SessionState::Following);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(states, QList({SessionState::Probing, SessionState::Reconnecting, SessionState::Following}));
    QCOMPARE(thread, this->thread());
    QVERIFY(link->facts());
    QCOMPARE(link->facts()->hostName, std::string("box.example.com"));
    QCOMPARE(link->problems().size(), 1U);
    QVERIFY2(!link->error(), "an error goes with its state");
}

void TestServerLink::inputs()
{
    const auto link = started();
    QSignalSpy changed(link.get(), &ServerLink::inputsChanged);
    QSignalSpy grew(link.get(), &ServerLink::inputsGrew);
    const LogInput current{.path = "/cache/mail.log", .grows = true};
    const LogInput older{.path = "/cache/mail.log.1"};
    m_script->play([&](LoginQuestions &, SessionObserver &observer) { observer.inputsChanged({current}, false); });
    QVERIFY(m_script->isPlayed());
    QCOMPARE(changed.size(), 1);
    QVERIFY(!link->isWhole());
    // More than one before the window looks: it needs the last one only, and that the set is another one.
    m_script->play([&](LoginQuestions &, SessionObserver &observer) {
        observer.inputsChanged({older, current}, false);
        observer.inputsChanged({older, current}, true);
        observer.inputsGrew({older, current});
    });
    QThread::msleep(50);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(changed.size(), 2);
    QCOMPARE(grew.size(), 0);
    QVERIFY(link->isWhole());
    QCOMPARE(link->inputs(), (std::vector{older, current}));
    m_script->play([&](LoginQuestions &, SessionObserver &observer) { observer.inputsGrew({older, current}); });
    QVERIFY(m_script->isPlayed());
    QCOMPARE(grew.size(), 1);
    QCOMPARE(changed.size(), 2);
}

void TestServerLink::progressIsNotQueuedUp()
{
    const auto link = started();
    QSignalSpy progressed(link.get(), &ServerLink::progressChanged);
    m_script->play([](LoginQuestions &, SessionObserver &observer) {
        for (std::uint64_t bytes = 1; bytes <= 1000; ++bytes) {
            observer.fetchProgressed({.bytes = bytes, .bytesTotal = 1000});
        }
    });
    QThread::msleep(100);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(link->progress().bytes, 1000U);
    QVERIFY(progressed.size() < 1000);
}

void TestServerLink::longSessionsAreBounded()
{
    const auto link = started();
    m_script->play([](LoginQuestions &, SessionObserver &observer) {
        for (std::size_t place = 0; place < ServerLink::MostTransfers + 10; ++place) {
            observer.transferred({.text = "/var/log/mail.log", .bytes = place});
            observer.queueMeasured({.deferred = place});
        }
    });
    QVERIFY(m_script->isPlayed());
    QCOMPARE(link->transfers().size(), ServerLink::MostTransfers);
    QCOMPARE(link->transfers().back().bytes, ServerLink::MostTransfers + 9);
    QCOMPARE(link->queueLengths().size(), ServerLink::MostQueueLengths);
    QCOMPARE(link->queueLengths().back().deferred, ServerLink::MostTransfers + 9);
}

void TestServerLink::hostKey_data()
{
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("accepted") << true;
    QTest::newRow("declined") << false;
}

void TestServerLink::hostKey()
{
    QFETCH(const bool, isAccepted);
    const auto link = started();
    std::optional<bool> answer;
    m_script->play([&answer](LoginQuestions &questions, SessionObserver &) {
        answer = questions.acceptHostKey({.host = "box", .keyType = "ssh-ed25519", .fingerprint = "SHA256:abc"});
    });
    QVERIFY(isAsked(*link));
    QCOMPARE(asked<HostKeyQuestion>(*link).fingerprint, std::string("SHA256:abc"));
    link->answerHostKey(isAccepted);
    QVERIFY(link->question() == nullptr);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(answer, std::optional(isAccepted));
}

void TestServerLink::secret()
{
    const auto link = started();
    std::string answer;
    m_script->play([&answer](LoginQuestions &questions, SessionObserver &) {
        const auto secret = questions.secret(password());
        answer = secret ? secret->view() : "none";
    });
    QVERIFY(isAsked(*link));
    link->answerSecret(Secret("p\xc3\xa4ss \"word\""), false);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(answer, std::string("p\xc3\xa4ss \"word\""));
    QVERIFY(m_keychain->entries.empty());
}

void TestServerLink::givenUp()
{
    const auto link = started();
    bool isGivenUp = false;
    m_script->play([&isGivenUp](LoginQuestions &questions, SessionObserver &) {
        isGivenUp = !questions.secret(password()) && !questions.answers({.host = "box", .prompts = {{"Code:", true}}});
    });
    QVERIFY(isAsked(*link));
    link->giveUp();
    QVERIFY(isAsked(*link));
    link->giveUp();
    QVERIFY(m_script->isPlayed());
    QVERIFY(isGivenUp);
}

void TestServerLink::prompts()
{
    const auto link = started();
    std::vector<std::string> answers;
    m_script->play([&answers](LoginQuestions &questions, SessionObserver &) {
        const auto given = questions.answers({.prompts = {{"Password: ", false}, {"Code: ", true}}});
        for (const Secret &answer : *given) {
            answers.emplace_back(answer.view());
        }
    });
    QVERIFY(isAsked(*link));
    std::vector<Secret> given;
    given.emplace_back("secret");
    given.emplace_back("123456");
    link->answerPrompts(std::move(given));
    QVERIFY(m_script->isPlayed());
    QCOMPARE(answers, (std::vector<std::string>{"secret", "123456"}));
}

void TestServerLink::noPromptsNeedNoAnswer()
{
    const auto link = started();
    QSignalSpy asked(link.get(), &ServerLink::questionChanged);
    bool isEmpty = false;
    bool isRefused = false;
    m_script->play([&](LoginQuestions &questions, SessionObserver &) {
        const auto none = questions.answers({.instruction = "Welcome", .prompts = {}});
        isEmpty = none && none->empty();
        isRefused = !questions.answers({.prompts = std::vector<PromptQuestion::Prompt>(1000)});
    });
    QVERIFY(m_script->isPlayed());
    QVERIFY(isEmpty);
    QVERIFY2(isRefused, "nobody answers a thousand prompts");
    QCOMPARE(asked.size(), 0);
}

void TestServerLink::stopWhileAsked()
{
    const auto link = started();
    std::atomic answers = 0;
    m_script->play([&answers](LoginQuestions &questions, SessionObserver &) {
        answers += questions.secret(password()) ? 0 : 1;
        answers += questions.acceptHostKey({.host = "box"}) ? 0 : 1;
    });
    QVERIFY(isAsked(*link));
    link->stop();
    QVERIFY(link->question() == nullptr);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(answers, 2);
    QVERIFY(link->question() == nullptr);
    QCOMPARE(link->state(), SessionState::Stopped);
}

void TestServerLink::oneQuestionAfterTheOther()
{
    const auto link = started();
    std::string first;
    std::string second;
    m_script->play([&](LoginQuestions &questions, SessionObserver &) {
        // As connections do that log in at the same time.
        std::jthread other([&] { second = questions.secret(password())->view(); });
        first = questions.secret(password())->view();
    });
    QVERIFY(isAsked(*link));
    link->answerSecret(Secret("one"), false);
    QVERIFY(isAsked(*link));
    link->answerSecret(Secret("two"), false);
    QVERIFY(m_script->isPlayed());
    QCOMPARE((std::set{first, second}), (std::set<std::string>{"one", "two"}));
}

void TestServerLink::endWhileAsked()
{
    auto link = started();
    m_script->play([](LoginQuestions &questions, SessionObserver &observer) {
        (void)questions.secret(password());
        observer.sessionStateChanged(SessionState::Failed, RemoteError{});
    });
    QVERIFY(isAsked(*link));
    QElapsedTimer time;
    time.start();
    link.reset();
    QVERIFY2(time.elapsed() < 1000, "the window closes although nobody answers");
    QCOMPARE(m_script->calls.back(), QStringLiteral("end"));
    QCoreApplication::processEvents(); // what it said last meets nobody
}

void TestServerLink::keychain()
{
    const ServerRequest request{.address = QStringLiteral("admin@box"), .keepsSecrets = true};
    auto link = started(request);
    m_script->play([](LoginQuestions &questions, SessionObserver &) { (void)questions.secret(password()); });
    QVERIFY(isAsked(*link));
    QCOMPARE(m_keychain->reads, QStringList{PasswordKey});
    link->answerSecret(Secret("right"), true);
    QVERIFY(m_script->isPlayed());
    QVERIFY2(m_keychain->entries.empty(), "nobody knows yet whether it is right");
    m_script->say(SessionState::Probing);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_keychain->entries[PasswordKey], std::string("right"));

    // The next time nobody is asked, as long as it is right.
    link = started(request);
    std::string first;
    m_script->play(
        [&first](LoginQuestions &questions, SessionObserver &) {
            first = questions.secret(password())->view();
            (void)questions.secret(password(2));
        },
        1);
    QVERIFY(isAsked(*link));
    QCOMPARE(first, std::string("right"));
    QCOMPARE(asked<SecretQuestion>(*link).attempt, 2);
    link->giveUp();
    QVERIFY(m_script->isPlayed(1));

    forgetKept(QStringLiteral("admin@box"), *m_keychain);
    QVERIFY(m_keychain->entries.empty());
}

void TestServerLink::wrongSecretIsNotKept()
{
    const auto link = started();
    m_script->play([](LoginQuestions &questions, SessionObserver &observer) {
        (void)questions.secret(password());
        observer.sessionStateChanged(SessionState::Failed, RemoteError{.code = RemoteErrorCode::LoginRefused});
    });
    QVERIFY(isAsked(*link));
    link->answerSecret(Secret("wrong"), true);
    QVERIFY(m_script->isPlayed());
    m_script->say(SessionState::Probing);
    QVERIFY(m_script->isPlayed());
    QVERIFY(m_keychain->entries.empty());
}

void TestServerLink::refusedSecretIsNotKept_data()
{
    QTest::addColumn<SecretQuestion::Kind>("kind");
    QTest::newRow("passphrase") << SecretQuestion::Kind::Passphrase;
    QTest::newRow("sudo") << SecretQuestion::Kind::Sudo;
}

/// Who gives up at the second question may still be logged in: by another key, or without sudo.
void TestServerLink::refusedSecretIsNotKept()
{
    QFETCH(const SecretQuestion::Kind, kind);
    const auto link = started();
    m_script->play([kind](LoginQuestions &questions, SessionObserver &observer) {
        for (const int attempt : {1, 2}) {
            (void)questions.secret(
                {.kind = kind, .host = "box", .user = "admin", .keyFile = "/key", .attempt = attempt});
        }
        observer.sessionStateChanged(SessionState::Probing, {});
        ServerFacts facts;
        facts.privilege = Privilege::SudoPassword;
        observer.factsFound(facts);
    });
    QVERIFY(isAsked(*link));
    link->answerSecret(Secret("wrong"), true);
    QVERIFY(isAsked(*link));
    link->giveUp();
    QVERIFY(m_script->isPlayed());
    QVERIFY(m_keychain->entries.empty());
}

void TestServerLink::sudoPasswordIsKeptOnceItWorks_data()
{
    QTest::addColumn<Privilege>("privilege");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("it works") << Privilege::SudoPassword << true;
    QTest::newRow("refused") << Privilege::Unprivileged << false;
}

void TestServerLink::sudoPasswordIsKeptOnceItWorks()
{
    QFETCH(const Privilege, privilege);
    const auto link = started();
    m_script->play([](LoginQuestions &questions, SessionObserver &) {
        (void)questions.secret(password());
        (void)questions.secret({.kind = SecretQuestion::Kind::Sudo, .host = "box", .user = "admin", .attempt = 3});
    });
    QVERIFY(isAsked(*link));
    link->answerSecret(Secret("login"), true);
    QVERIFY(isAsked(*link));
    link->answerSecret(Secret("sudo"), true);
    QVERIFY(m_script->isPlayed());
    // The login is told first, that sudo refused the last password only then.
    m_script->say(SessionState::Probing);
    QVERIFY(m_script->isPlayed());
    QCOMPARE(m_keychain->entries, (std::map<QString, std::string>{{PasswordKey, "login"}}));
    m_script->play([privilege](LoginQuestions &, SessionObserver &observer) {
        if (privilege == Privilege::Unprivileged) {
            observer.problemFound({.code = RemoteErrorCode::SudoRefused});
        }
        ServerFacts facts;
        facts.privilege = privilege;
        observer.factsFound(facts);
        observer.sessionStateChanged(SessionState::Following, {});
    });
    QVERIFY(m_script->isPlayed());
    QTEST(m_keychain->entries.contains(QStringLiteral("sudo admin@box")), "isKept");
}

void TestServerLink::keychainIsLeftAlone()
{
    m_keychain->entries[PasswordKey] = "kept";
    const auto link = started(); // by somebody who keeps nothing there
    m_script->play([](LoginQuestions &questions, SessionObserver &) { (void)questions.secret(password()); });
    QVERIFY(isAsked(*link));
    QVERIFY(m_keychain->reads.isEmpty());
    link->giveUp();
    QVERIFY(m_script->isPlayed());

    m_keychain->isThere = false;
    const auto other = started({.address = QStringLiteral("admin@box"), .keepsSecrets = true});
    m_script->play([](LoginQuestions &questions, SessionObserver &) { (void)questions.secret(password()); }, 1);
    QVERIFY(isAsked(*other));
    QVERIFY(!other->canKeepSecrets());
    other->answerSecret(Secret("new"), true);
    QVERIFY(m_script->isPlayed(1));
    m_script->say(SessionState::Probing, {}, 1);
    QVERIFY(m_script->isPlayed(1));
    QCOMPARE(m_keychain->entries[PasswordKey], std::string("kept"));
}

void TestServerLink::reconnect()
{
    const auto link = started();
    m_script->say(SessionState::Failed, RemoteError{.code = RemoteErrorCode::Refused});
    QVERIFY(m_script->isPlayed());
    link->stop();
    QVERIFY(m_script->isPlayed());
    link->reconnect();
    QVERIFY(m_script->isPlayed());
    QCOMPARE(link->state(), SessionState::Connecting);
    m_script->play([](LoginQuestions &questions, SessionObserver &) { (void)questions.secret(password()); });
    QVERIFY2(isAsked(*link), "questions are asked again");
    link->setPaused(true);
    link->setPaused(false);
    QCOMPARE(m_script->calls,
             QStringList({QStringLiteral("start"), QStringLiteral("stop"), QStringLiteral("reconnect"),
                          QStringLiteral("pause"), QStringLiteral("resume")}));
}

QTEST_MAIN(TestServerLink)
#include "tst_serverlink.moc"
