// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/detectors.h"
#include "app/filteredmail.h"
#include "app/openedlog.h"
#include "app/shownwidgets.h"
#include "app/windowsettings.h"
#include "common/language.h"
#include "common/theme.h"
#include "report/reportbuilder.h"
#include "report/suspecttext.h"
#include "suspects/knownsuspects.h"
#include "suspects/momentsview.h"
#include "suspects/signalrow.h"
#include "suspects/suspectcard.h"
#include "suspects/suspectdetail.h"
#include "suspects/suspectspane.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace limier;

/// The suspects at the left of a window.
class TestSuspectsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheVerdict();
    void sentencesAreThoseOfTheReport();
    void opensInPlace();
    void onlyThis();
    void lines();
    void linesOfASignal();
    void moments();
    void copy();
    void setAsideAndTakenBack();
    void escapeDoesNotSetAside();
    void nothingFound();
    void hostileLogin();
    void keyboard();
    void keepsItsPlaceWhileFollowing();
    void language();
    void fitsItsWidth_data();
    void fitsItsWidth();
    void hiddenItWaits();
    void judgedOnceALog();
    void knowledgeJudgesAgain();

private:
    std::unique_ptr<WindowSettings> m_settings;
};

namespace
{

/// The pane beside a log, as a window has it.
struct ShownLog {
    bool open(const QStringList &paths)
    {
        pane.resize(pane.sizeHint().width(), 700);
        pane.show();
        return log.openPaths(paths) && isJudged();
    }
    bool open(std::string_view text)
    {
        pane.resize(pane.sizeHint().width(), 700);
        pane.show();
        return log.open(text) && isJudged();
    }
    bool isJudged()
    {
        return QTest::qWaitFor(
            [this] {
                const auto &verdict = log.investigation.verdict();
                return verdict && verdict->snapshot.index == log.evaluation().snapshot.index;
            },
            30000);
    }
    [[nodiscard]] const Verdict &verdict() const { return log.investigation.verdict()->verdict; }
    [[nodiscard]] SuspectCard &card(std::size_t place) const { return *pane.cards().at(place); }
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const QLabel *const label : pane.findChildren<QLabel *>()) {
            if (label->isVisible()) {
                texts += label->text();
            }
        }
        return texts;
    }

    OpenedLog log;
    SuspectsPane pane{log.investigation, log.display};
};

/// Lines of a login that fails, then gives away mail to strangers from many networks.
QByteArray stolenAccount(const QByteArray &login)
{
    QByteArray text;
    const auto line = [&text](int second, const QByteArray &rest) {
        const QTime time = QTime(2, 0).addSecs(second);
        text += "2026-06-14T" + time.toString(QStringLiteral("HH:mm:ss")).toLatin1() + ".000000+00:00 mail postfix/"
            + rest + '\n';
    };
    for (int mail = 0; mail < 400; ++mail) {
        const QByteArray id = "4A" + QByteArray::number(100000 + mail);
        const QByteArray number = QByteArray::number(mail);
        const QByteArray ip = "198." + QByteArray::number(20 + mail % 40) + ".7." + QByteArray::number(mail % 200 + 1);
        const int at = mail * 5;
        line(at, "smtpd[1]: " + id + ": client=unknown[" + ip + "], sasl_method=LOGIN, sasl_username=" + login);
        line(at, "cleanup[2]: " + id + ": message-id=<" + number + "@x.tld>");
        line(at,
             "qmgr[3]: " + id + ": from=<s" + number + "@strange" + QByteArray::number(mail % 30)
                 + ".tld>, size=900, nrcpt=1 (queue active)");
        const bool isRefused = mail % 4 == 0;
        line(at + 1,
             "smtp[4]: " + id + ": to=<r" + number + "@dest" + QByteArray::number(mail % 90)
                 + ".tld>, relay=mx.tld[203.0.113.1]:25, delay=1, delays=0/0/0/1, "
                 + (isRefused
                        ? "dsn=5.7.1, status=bounced (host mx.tld[203.0.113.1] said: 550 5.7.1 spam message rejected "
                          "(in reply to end of DATA command))"
                        : "dsn=2.0.0, status=sent (250 Ok)"));
        line(at + 1, "qmgr[3]: " + id + ": removed");
    }
    return text;
}

} // namespace

void TestSuspectsPane::init()
{
    m_settings = std::make_unique<WindowSettings>();
    setLanguage(Language::English);
}

void TestSuspectsPane::showsTheVerdict()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    const Verdict &verdict = shown.verdict();
    QVERIFY(!verdict.suspects.empty());
    QCOMPARE(shown.pane.cards().size(), verdict.suspects.size());
    for (std::size_t place = 0; place < verdict.suspects.size(); ++place) {
        QCOMPARE(shown.card(place).shownCase().suspect().subject, verdict.suspects[place].subject);
        QVERIFY(shown.card(place).isVisible());
        QVERIFY(shown.card(place).accessibleName().startsWith(severityText(verdict.suspects[place].severity)));
        QVERIFY(place == 0 || shown.card(place).y() > shown.card(place - 1).y());
    }
    QVERIFY(shown.texts().contains(QStringLiteral("Suspects (%1)").arg(verdict.suspects.size())));
}

void TestSuspectsPane::sentencesAreThoseOfTheReport()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    const Snapshot &snapshot = shown.log.evaluation().snapshot;
    Report report;
    addSuspects(findSuspects(*snapshot.postings), *snapshot.text, report);
    QCOMPARE(report.suspects.size(), shown.pane.cards().size());
    for (std::size_t place = 0; place < report.suspects.size(); ++place) {
        QCOMPARE(shown.card(place).sentence(), suspectSentence(report.suspects[place]));
        shown.card(place).setOpen(true);
        const QList<SignalRow *> rows = shown.card(place).findChildren<SignalRow *>();
        QCOMPARE(rows.size(), static_cast<qsizetype>(report.suspects[place].reasons.size()));
        for (const Report::Reason &reason : report.suspects[place].reasons) {
            QVERIFY2(
                std::ranges::any_of(rows, [&](const SignalRow *row) { return row->text() == reasonSentence(reason); }),
                qPrintable(reasonSentence(reason)));
        }
    }
}

void TestSuspectsPane::opensInPlace()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    SuspectCard &card = shown.card(0);
    QVERIFY(!card.isOpen());
    QTest::mouseClick(&card, Qt::LeftButton, {}, QPoint(card.width() / 2, 10));
    QVERIFY(card.isOpen());
    QVERIFY(card.isSelected());
    QVERIFY(card.findChild<SuspectDetail *>()->isVisible());
    QVERIFY(shown.texts().contains(QStringLiteral("Speaks for it")));
    QVERIFY(shown.texts().contains(QStringLiteral("Addresses used")));
    QTest::qWait(100);
    QVERIFY2(card.mapTo(&shown.pane, QPoint()).y() >= 0, "its head is in sight");
    QTest::mouseClick(&card, Qt::LeftButton, {}, QPoint(card.width() / 2, 10));
    QVERIFY(!card.isOpen());
    QVERIFY(!card.findChild<SuspectDetail *>()->isVisible());
}

void TestSuspectsPane::onlyThis()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    shown.log.investigation.filters().add({FilterField::User, false, "somebody else"});
    SuspectCard &card = shown.card(0);
    card.setOpen(true);
    visibleButton(card, QStringLiteral("Show Only This"))->click();
    const Suspect &suspect = card.shownCase().suspect();
    QCOMPARE(suspect.kind, SuspectKind::CompromisedAccount);
    std::vector<FilterTerm> expected;
    for (const UserId user : suspect.users) {
        expected.push_back({FilterField::User, false, std::string(card.shownCase().index().user(user))});
    }
    QCOMPARE(shown.log.investigation.filters().current().terms, expected);
    QVERIFY(shown.log.settle());
    QVERIFY(shown.log.evaluation().activity.total.messages >= suspect.messages.size());
}

void TestSuspectsPane::lines()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    QSignalSpy asked(&shown.log.investigation, &Investigation::linesRequested);
    SuspectCard &card = shown.card(0);
    card.setOpen(true);
    visibleButton(card, QStringLiteral("Show Lines"))->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<std::vector<MessageId>>(), card.shownCase().suspect().messages);
}

void TestSuspectsPane::linesOfASignal()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    QSignalSpy asked(&shown.log.investigation, &Investigation::lineRequested);
    SuspectCard &card = shown.card(0);
    card.setOpen(true);
    const std::vector<Signal> &all = card.shownCase().suspect().signals;
    const auto first = std::ranges::find_if(all, [](const Signal &signal) { return !signal.lines.empty(); });
    QVERIFY(first != all.end());
    for (SignalRow *const row : card.findChildren<SignalRow *>()) {
        if (row->text() != card.shownCase().reason(static_cast<std::size_t>(first - all.begin()))) {
            continue;
        }
        QMenu &menu = *row->findChild<QToolButton *>()->menu();
        Q_EMIT menu.aboutToShow();
        QCOMPARE(menu.actions().size(), static_cast<qsizetype>(first->lines.size()));
        QVERIFY(menu.actions().front()->text().startsWith(QStringLiteral("mail.log.gz, line ")));
        for (QAction *const action : menu.actions()) {
            action->trigger();
        }
    }
    QCOMPARE(asked.size(), static_cast<qsizetype>(first->lines.size()));
    QCOMPARE(asked[0][0].value<LineId>(), first->lines.front());
}

void TestSuspectsPane::moments()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    SuspectCard &card = shown.card(0);
    card.setOpen(true);
    const Suspect &suspect = card.shownCase().suspect();
    QVERIFY(suspect.story.peak != 0);
    for (QToolButton *const time : card.findChild<MomentsView *>()->findChildren<QToolButton *>()) {
        if (time->text() == shown.log.display.time(suspect.story.peak)) {
            time->click();
        }
    }
    const TimeRange range = shown.log.investigation.filters().current().range;
    QVERIFY(range.contains(suspect.story.peak));
    QVERIFY(range.until - range.since < 7200);
}

void TestSuspectsPane::copy()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    SuspectCard &card = shown.card(0);
    card.setOpen(true);
    visibleButton(card, QStringLiteral("Copy"))->click();
    const QStringList copied = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(copied.front(), card.sentence());
    QCOMPARE(copied.size(), static_cast<qsizetype>(card.shownCase().suspect().signals.size()) + 1);
}

void TestSuspectsPane::setAsideAndTakenBack()
{
    std::string subject;
    std::size_t count = 0;
    {
        ShownLog shown;
        QVERIFY(shown.open({sampleLog()}));
        count = shown.pane.cards().size();
        subject = shown.card(0).shownCase().suspect().subject;
        shown.card(0).setOpen(true);
        visibleButton(shown.card(0), QStringLiteral("Set Aside as Known…"))->click();
        QTest::keyClicks(shown.card(0).findChild<QLineEdit *>(), QStringLiteral("a <b>newsletter</b>"));
        QTest::keyClick(shown.card(0).findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(shown.pane.cards().size(), count - 1);
    }
    QCOMPARE(knownSuspects().size(), 1U);
    QCOMPARE(knownSuspects()[0].note, QStringLiteral("a <b>newsletter</b>"));
    QVERIFY(!knownSuspects()[0].host.empty());

    ShownLog again;
    QVERIFY(again.open({sampleLog()}));
    QCOMPARE(again.pane.cards().size(), count - 1);
    QVERIFY(!again.texts().contains(QStringLiteral("a <b>newsletter</b>")));
    for (QToolButton *const title : again.pane.findChildren<QToolButton *>()) {
        if (title->text() == QStringLiteral("Known (1)")) {
            title->click();
        }
    }
    QVERIFY(again.texts().contains(QStringLiteral("a <b>newsletter</b>")));
    visibleButton(again.pane, QStringLiteral("Take Back"))->click();
    QCOMPARE(again.pane.cards().size(), count);
    QCOMPARE(again.card(0).shownCase().suspect().subject, subject);
    QVERIFY(knownSuspects().empty());

    // What is known on one server is not on another.
    KnownSuspect elsewhere = knownFrom(again.verdict().suspects[0], again.log.evaluation().index(), {});
    elsewhere.host = "another.example.com";
    rememberKnown(elsewhere);
    ShownLog third;
    QVERIFY(third.open({sampleLog()}));
    QCOMPARE(third.pane.cards().size(), count);
}

void TestSuspectsPane::escapeDoesNotSetAside()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    const std::size_t count = shown.pane.cards().size();
    shown.card(0).setOpen(true);
    visibleButton(shown.card(0), QStringLiteral("Set Aside as Known…"))->click();
    auto *const note = shown.card(0).findChild<QLineEdit *>();
    QVERIFY(note->isVisible());
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    QVERIFY(shown.card(0).isOpen());
    QCOMPARE(shown.pane.cards().size(), count);
    QVERIFY(knownSuspects().empty());
}

void TestSuspectsPane::nothingFound()
{
    ShownLog shown;
    QVERIFY(shown.open(FilteredMail));
    QVERIFY(shown.pane.cards().empty());
    const QString texts = shown.texts().join(u'|');
    QVERIFY2(texts.contains(QStringLiteral("Nothing suspicious found.")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("Checked: 2 account")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral(", 0 failed login")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("; 13 Jun 20:10 – 14 Jun 07:00")), qPrintable(texts));
}

void TestSuspectsPane::hostileLogin()
{
    ShownLog shown;
    QVERIFY(shown.open(stolenAccount("<img\x1b[2J\xe2\x80\xae&src=x>" + QByteArray(3000, 'w')).toStdString()));
    QVERIFY(!shown.pane.cards().empty());
    SuspectCard &card = shown.card(0);
    card.setOpen(true);
    QCoreApplication::processEvents();
    for (const QLabel *const label : shown.pane.findChildren<QLabel *>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
        QVERIFY(!label->text().contains(QChar(0x1b)) && !label->text().contains(QChar(0x202e)));
    }
    QVERIFY(shown.card(0).sentence().contains(QStringLiteral("<img")));
    QVERIFY(shown.pane.findChild<QScrollArea *>()->widget()->width()
            <= shown.pane.findChild<QScrollArea *>()->viewport()->width());
    QVERIFY(shown.pane.minimumSizeHint().width() < shown.pane.fontMetrics().averageCharWidth() * 60);
    visibleButton(card, QStringLiteral("Set Aside as Known…"))->click();
    QTest::keyClick(card.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(knownSuspects().size(), 1U);
    QCOMPARE(knownSuspects()[0].subject, shown.verdict().suspects[0].subject);
}

void TestSuspectsPane::keyboard()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    QVERIFY(shown.pane.cards().size() > 1);
    shown.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
    shown.card(0).setFocus();
    QVERIFY(shown.card(0).isSelected());
    QTest::keyClick(&shown.card(0), Qt::Key_Down);
    QVERIFY(shown.card(1).hasFocus());
    QVERIFY(shown.card(1).isSelected() && !shown.card(0).isSelected());
    QTest::keyClick(&shown.card(1), Qt::Key_Return);
    QVERIFY(shown.card(1).isOpen());
    QPushButton *const copy = visibleButton(shown.card(1), QStringLiteral("Copy"));
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Escape);
    QVERIFY(!shown.card(1).isOpen());
    QVERIFY(shown.card(1).hasFocus());
    QTest::keyClick(&shown.card(1), Qt::Key_Up);
    QVERIFY(shown.card(0).hasFocus());
    QTest::keyClick(&shown.card(0), Qt::Key_Up);
    QVERIFY(shown.card(0).hasFocus());
}

void TestSuspectsPane::keepsItsPlaceWhileFollowing()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    shown.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
    SuspectCard *const card = &shown.card(0);
    card->setOpen(true);
    QPushButton *const copy = visibleButton(*card, QStringLiteral("Copy"));
    copy->setFocus();
    Q_EMIT shown.log.investigation.judged(shown.log.investigation.verdict());
    QCOMPARE(&shown.card(0), card);
    QVERIFY(card->isOpen());
    QVERIFY(copy->hasFocus());
}

void TestSuspectsPane::language()
{
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    shown.card(0).setOpen(true);
    QVERIFY(shown.texts().join(u'|').contains(QStringLiteral(" Jun ")));
    setLanguage(Language::French);
    QCoreApplication::processEvents();
    QVERIFY2(shown.texts().join(u'|').contains(QStringLiteral(" juin ")), qPrintable(shown.texts().join(u'|')));
    QVERIFY(shown.card(0).accessibleName().startsWith(severityText(shown.verdict().suspects[0].severity)));
    QVERIFY(shown.card(0).isOpen());
}

void TestSuspectsPane::fitsItsWidth_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("French") << Language::French;
}

void TestSuspectsPane::fitsItsWidth()
{
    QFETCH(const Language, language);
    setLanguage(language);
    ShownLog shown;
    QVERIFY(shown.open({sampleLog()}));
    for (SuspectCard *const card : shown.pane.cards()) {
        card->setOpen(true);
    }
    shown.pane.resize(shown.pane.minimumSizeHint().width(), 700);
    QCoreApplication::processEvents();
    const auto *const scroll = shown.pane.findChild<QScrollArea *>();
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    QVERIFY2(shown.pane.minimumSizeHint().width() <= 320, "of a window of 1280 the tabs need the rest");
}

void TestSuspectsPane::hiddenItWaits()
{
    ShownLog shown;
    QVERIFY(shown.log.openPaths({sampleLog()}));
    QVERIFY(shown.isJudged());
    QVERIFY(shown.pane.cards().empty());
    shown.pane.show();
    QCOMPARE(shown.pane.cards().size(), shown.verdict().suspects.size());
}

void TestSuspectsPane::judgedOnceALog()
{
    OpenedLog log;
    QVERIFY(log.openPaths({sampleLog()}));
    QVERIFY(QTest::qWaitFor(
        [&] { return log.investigation.verdict() && log.investigation.verdict()->snapshot.index->isComplete(); }));
    QSignalSpy judged(&log.investigation, &Investigation::judged);
    log.investigation.filters().add({FilterField::User, false, "admin"});
    QVERIFY(log.settle());
    log.investigation.filters().clear();
    QVERIFY(log.settle());
    QTest::qWait(300);
    QVERIFY(judged.isEmpty());
    QVERIFY(log.openPaths({sampleLog()}));
    QVERIFY(QTest::qWaitFor([&] { return !judged.isEmpty(); }));
    QCOMPARE(log.investigation.verdict()->snapshot.epoch, log.evaluation().snapshot.epoch);
}

void TestSuspectsPane::knowledgeJudgesAgain()
{
    OpenedLog log;
    QVERIFY(log.openPaths({sampleLog()}));
    QVERIFY(QTest::qWaitFor(
        [&] { return log.investigation.verdict() && log.investigation.verdict()->snapshot.index->isComplete(); }));
    QSignalSpy judged(&log.investigation, &Investigation::judged);
    const ServerKnowledge knowledge{.ownAddresses = {"192.0.2.1"}, .myNetworks = {"127.0.0.0/8"}, .ownDomains = {}};
    log.investigation.setServerKnowledge(knowledge);
    QVERIFY(QTest::qWaitFor([&] { return judged.size() == 1; }));
    log.investigation.setServerKnowledge(knowledge);
    QTest::qWait(300);
    QCOMPARE(judged.size(), 1);
}

QTEST_MAIN(TestSuspectsPane)
#include "tst_suspectspane.moc"
