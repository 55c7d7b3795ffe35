// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfiles.h"
#include "log/standardinput.h"

#include <QElapsedTimer>

#include <thread>

#include <unistd.h>

using namespace limier;
using namespace logfiles;

class StandardInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsWhatWasLookedAt();
    void lookingEndsAtTheLimit();
    void isTakenOnce();
    void givesWhatIsThere();
    void waitingCanBeStopped();

private:
    void send(std::string_view bytes) const
    {
        QCOMPARE(::write(m_pipe[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }
    void endInput()
    {
        ::close(m_pipe[1]);
        m_pipe[1] = -1;
    }

    int m_pipe[2] = {-1, -1};
    std::shared_ptr<StandardInput> m_input;
};

void StandardInputTest::init()
{
    QCOMPARE(::pipe(m_pipe), 0);
    m_input = std::make_shared<StandardInput>(m_pipe[0]);
}

void StandardInputTest::cleanup()
{
    ::close(m_pipe[0]);
    if (m_pipe[1] >= 0) {
        ::close(m_pipe[1]);
    }
}

void StandardInputTest::keepsWhatWasLookedAt()
{
    send("one two three");
    endInput();
    std::string buffer(7, '\0');
    const auto peeked = m_input->peek(100, {});
    QCOMPARE(peeked->read(buffer.data(), 7).value_or(0), 7U);
    QCOMPARE(buffer, "one two");
    QCOMPARE(readAll(*m_input->peek(100, {}), 3).text, "one two three");
    const auto taken = m_input->take({});
    QVERIFY(taken);
    QCOMPARE(readAll(**taken, 5).text, "one two three");
    QCOMPARE((*taken)->rawPosition(), 13U);
}

void StandardInputTest::lookingEndsAtTheLimit()
{
    send("one two three");
    endInput();
    QCOMPARE(readAll(*m_input->peek(5, {})).text, "one t");
    QCOMPARE(readAll(*m_input->peek(5, {})).text, "one t");
    QCOMPARE(readAll(**m_input->take({})).text, "one two three");
}

void StandardInputTest::isTakenOnce()
{
    endInput();
    QVERIFY(m_input->take({}));
    const auto again = m_input->take({});
    QVERIFY(!again);
    QCOMPARE(errorName(again.error().code), "read-failed");
}

void StandardInputTest::givesWhatIsThere()
{
    // A pipe that goes on for hours must not wait for a full buffer.
    send("a line\n");
    const auto taken = m_input->take({});
    std::string buffer(1000, '\0');
    QCOMPARE((*taken)->read(buffer.data(), buffer.size()).value_or(0), 7U);
    send("another\n");
    QCOMPARE((*taken)->read(buffer.data(), buffer.size()).value_or(0), 8U);
}

void StandardInputTest::waitingCanBeStopped()
{
    std::stop_source stop;
    const auto taken = m_input->take(stop.get_token());
    const std::jthread stopper([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    char byte = 0;
    const auto got = (*taken)->read(&byte, 1);
    QVERIFY(!got);
    QCOMPARE(errorName(got.error().code), "cancelled");
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(StandardInputTest)
#include "tst_standardinput.moc"
