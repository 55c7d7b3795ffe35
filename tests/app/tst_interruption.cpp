// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#include <QTest>

#include <csignal>

using namespace limier;

class TestInterruption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stops_data();
    void stops();
    void undisturbed();
    void keepsIgnoredSignals();
};

namespace
{

/// What is done with @p signal now.
auto handlerOf(int signal)
{
    const auto handler = std::signal(signal, SIG_IGN);
    std::signal(signal, handler);
    return handler;
}

} // namespace

void TestInterruption::stops_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("ctrl-c") << SIGINT;
    QTest::newRow("kill") << SIGTERM;
}

void TestInterruption::stops()
{
    QFETCH(const int, signal);
    const Interruption interruption;
    const std::stop_token token = interruption.token();
    QVERIFY(!token.stop_requested());
    QCOMPARE(std::raise(signal), 0);
    QVERIFY(QTest::qWaitFor([&token] { return token.stop_requested(); }));
    // The second one is no longer caught.
    QVERIFY(handlerOf(SIGINT) == SIG_DFL);
    QVERIFY(handlerOf(SIGTERM) == SIG_DFL);
}

void TestInterruption::undisturbed()
{
    std::stop_token token;
    {
        const Interruption interruption;
        token = interruption.token();
    }
    QVERIFY(!token.stop_requested());
    QVERIFY(handlerOf(SIGINT) == SIG_DFL);
}

void TestInterruption::keepsIgnoredSignals()
{
    std::signal(SIGINT, SIG_IGN);
    {
        const Interruption interruption;
        QVERIFY(handlerOf(SIGINT) == SIG_IGN);
    }
    QVERIFY(handlerOf(SIGINT) == SIG_IGN);
    std::signal(SIGINT, SIG_DFL);
}

QTEST_GUILESS_MAIN(TestInterruption)
#include "tst_interruption.moc"
