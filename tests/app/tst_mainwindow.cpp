// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filteredmail.h"
#include "app/openedlog.h"
#include "app/shownwidgets.h"
#include "app/windowsettings.h"
#include "common/language.h"
#include "common/theme.h"
#include "mail/linesview.h"
#include "mail/mailpage.h"
#include "suspects/suspectcard.h"
#include "suspects/suspectspane.h"
#include "window/investigationview.h"
#include "window/mainwindow.h"
#include "window/preferences.h"
#include "window/problemstrip.h"
#include "window/recents.h"
#include "window/recentsview.h"
#include "window/sample.h"
#include "window/startpage.h"
#include "window/viewcommands.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace limier;

/// A window as its user sees it.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensTheSample();
    void progressAndCancel();
    void problems();
    void nothingCouldBeRead();
    void backAndForward();
    void zone();
    void languageIsSwitchedLive();
    void choicesAreRemembered();
    void theme();
    void recents();
    void startPageAndBack();
    void dropOfFiles_data();
    void dropOfFiles();
    void twoWindows();
    void mailTab();
    void copyAndFind();
    void everyCommandHasTextAndIcon();
    void screenshots();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;

    QTemporaryDir m_folder;
    std::unique_ptr<WindowSettings> m_settings;
};

namespace
{

/// Counts the events of one type.
class EventCounter : public QObject
{
public:
    EventCounter(QEvent::Type type, int &count)
        : m_type(type)
        , m_count(count)
    {
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == m_type ? 1 : 0;
        return false;
    }

private:
    QEvent::Type m_type;
    int &m_count;
};

bool isLoaded(MainWindow &window)
{
    return QTest::qWaitFor(
        [&window] {
            const auto &evaluation = window.investigation().evaluation();
            return evaluation && evaluation->index().isComplete();
        },
        30000);
}

/// One of the actions of View.
QAction *choice(const MainWindow &window, const QString &text)
{
    for (QAction *const action : window.menuBar()->findChildren<QAction *>()) {
        if (action->isCheckable() && action->text().remove(u'&') == text) {
            return action;
        }
    }
    return nullptr;
}

ProblemStrip &strip(const MainWindow &window)
{
    return *window.findChild<ProblemStrip *>();
}

} // namespace

QString TestMainWindow::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

void TestMainWindow::init()
{
    m_settings = std::make_unique<WindowSettings>();
    setLanguage(Language::English);
}

void TestMainWindow::opensTheSample()
{
    MainWindow window;
    window.show();
    QVERIFY(!sampleIncident().isEmpty());
    window.menus().action(Command::OpenSample)->trigger();
    QVERIFY(isLoaded(window));
    QCOMPARE(window.investigation().evaluation()->index().lineCount(), 30579U);
    QVERIFY(window.findChild<InvestigationView *>()->isVisible());
    QVERIFY(!window.findChild<StartPage *>()->isVisible());
    QCOMPARE(window.windowTitle(), QStringLiteral("mail.log.gz – Limier"));
}

void TestMainWindow::progressAndCancel()
{
    const QString path = write(QStringLiteral("large.log"), QByteArray(FilteredMail).repeated(40000));
    MainWindow window;
    window.show();
    window.open({path});
    QCOMPARE(window.investigation().state(), Investigation::State::Loading);
    const auto *const bar = window.findChild<QProgressBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return bar->maximum() == 100 && bar->value() > 0; }, 20000));
    const QString texts = visibleTexts(window).join(u'|');
    QVERIFY2(texts.contains(QStringLiteral("/s · ")) && texts.contains(QStringLiteral("line")), qPrintable(texts));
    QVERIFY(texts.contains(QStringLiteral("Partial: still reading")));
    QPushButton *const cancel = visibleButton(window, QStringLiteral("Cancel"));
    QVERIFY(cancel != nullptr);
    cancel->click();
    QVERIFY(QTest::qWaitFor([&] { return window.investigation().state() == Investigation::State::Stopped; }, 20000));
    QVERIFY(!bar->isVisible() && !cancel->isVisible());
    QVERIFY(visibleTexts(window).contains(QStringLiteral("Partial: reading was stopped")));
    QVERIFY2(!strip(window).isVisible(), "cancelled is not failed");
}

void TestMainWindow::problems()
{
    MainWindow window;
    window.show();
    const QString log = write(QStringLiteral("mail.log"), FilteredMail);
    window.open({log, m_folder.filePath(QStringLiteral("none.log")), write(QStringLiteral("empty.log"), {})});
    QVERIFY(isLoaded(window));
    QVERIFY(QTest::qWaitFor([&] { return strip(window).isVisible(); }));
    auto *const all = strip(window).findChild<QPlainTextEdit *>();
    QVERIFY(!all->isVisible());
    strip(window).findChild<QToolButton *>()->click();
    QVERIFY(all->isVisible());
    QVERIFY(all->toPlainText().contains(QStringLiteral("none.log” does not exist.")));
    QVERIFY(all->toPlainText().contains(QStringLiteral("empty.log” is empty.")));
    setLanguage(Language::French);
    QVERIFY(QTest::qWaitFor([&] { return all->toPlainText().contains(QStringLiteral("n’existe pas")); }));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    window.open({log});
    QVERIFY(isLoaded(window));
    QVERIFY(QTest::qWaitFor([&] { return !strip(window).isVisible(); }));
}

void TestMainWindow::nothingCouldBeRead()
{
    MainWindow window;
    window.show();
    window.open({m_folder.filePath(QStringLiteral("\x1b[2J<b>none</b>.log"))});
    QVERIFY(QTest::qWaitFor([&] { return window.investigation().state() == Investigation::State::Complete; }));
    QVERIFY(QTest::qWaitFor([&] { return strip(window).isVisible(); }));
    const QString texts = visibleTexts(window).join(u'|');
    QVERIFY2(texts.contains(QStringLiteral("[2J<b>none</b>.log” does not exist.")), qPrintable(texts));
    QVERIFY(!texts.contains(QChar(0x1b)));
    QVERIFY(recentInvestigations().empty());
}

void TestMainWindow::backAndForward()
{
    MainWindow window;
    window.show();
    window.open({write(QStringLiteral("mail.log"), FilteredMail)});
    QVERIFY(isLoaded(window));
    FilterStack &filters = window.investigation().filters();
    const FilterTerm admin{FilterField::User, false, "admin"};
    QVERIFY(!window.menus().action(Command::Back)->isEnabled());
    filters.add(admin);
    filters.add({FilterField::Sender, true, "info@acme.tld"});
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(filters.current().terms, std::vector{admin});
    QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(filters.current().terms.size(), 2U);
    window.menus().action(Command::NoFilter)->trigger();
    QVERIFY(filters.current().isEmpty());
    QVERIFY(!window.menus().action(Command::NoFilter)->isEnabled());
    filters.setRange({1, 2});
    window.menus().action(Command::WholeLog)->trigger();
    QVERIFY(filters.current().hasWholeRange());
}

void TestMainWindow::zone()
{
    MainWindow window;
    window.show();
    window.open({write(QStringLiteral("mail.log"), FilteredMail)}, QStringLiteral("Asia/Tokyo"));
    QVERIFY(isLoaded(window));
    QVERIFY(QTest::qWaitFor(
        [&] { return visibleTexts(window).join(u'|').contains(QStringLiteral("14 Jun 05:10 – 16:00")); }));
    QVERIFY(visibleTexts(window).contains(QStringLiteral("Server: Asia/Tokyo")));
    choice(window, QStringLiteral("UTC"))->trigger();
    QVERIFY(visibleTexts(window).join(u'|').contains(QStringLiteral("13 Jun 20:10 – 14 Jun 07:00")));
}

void TestMainWindow::languageIsSwitchedLive()
{
    MainWindow window;
    window.show();
    window.open({write(QStringLiteral("mail.log"), FilteredMail)});
    QVERIFY(isLoaded(window));
    int changes = 0;
    EventCounter counter(QEvent::LanguageChange, changes);
    window.installEventFilter(&counter);
    choice(window, QStringLiteral("Français"))->trigger();
    QCOMPARE(currentLanguage(), Language::French);
    QVERIFY(QTest::qWaitFor([&] { return changes > 0; }));
    QVERIFY(choice(window, QStringLiteral("Français"))->isChecked());
    QVERIFY(visibleTexts(window).join(u'|').contains(QStringLiteral("juin")));
    QCOMPARE(chosenLanguage(), std::optional(Language::French));
    choice(window, QStringLiteral("English"))->trigger();
    QVERIFY(QTest::qWaitFor([&] { return visibleTexts(window).join(u'|').contains(QStringLiteral("Jun")); }));
    QVERIFY(choice(window, QStringLiteral("English"))->isChecked());
}

void TestMainWindow::choicesAreRemembered()
{
    {
        MainWindow window;
        window.show();
        choice(window, QStringLiteral("UTC"))->trigger();
        choice(window, QStringLiteral("Messages"))->trigger();
        window.resize(700, 510);
        window.close();
    }
    MainWindow next;
    QCOMPARE(next.display().zone(), DisplaySettings::Zone::Utc);
    QCOMPARE(next.display().countBy(), TopBy::Messages);
    QVERIFY(choice(next, QStringLiteral("UTC"))->isChecked());
    QVERIFY(choice(next, QStringLiteral("Messages"))->isChecked());
    QCOMPARE(next.size(), QSize(700, 510));
}

void TestMainWindow::theme()
{
    MainWindow window;
    window.show();
    choice(window, QStringLiteral("Dark"))->trigger();
    QVERIFY(Theme::instance().isDark());
    QVERIFY(QTest::qWaitFor([&] { return window.palette().color(QPalette::Window).lightness() < 128; }));
    choice(window, QStringLiteral("Light"))->trigger();
    QVERIFY(!Theme::instance().isDark());
    choice(window, QStringLiteral("As the System"))->trigger();
    QCOMPARE(Theme::instance().mode(), Theme::Mode::System);
}

void TestMainWindow::recents()
{
    const QString path = write(QStringLiteral("<b>mail.log"), FilteredMail);
    MainWindow window;
    window.show();
    window.open({path}, QStringLiteral("UTC"));
    QVERIFY(isLoaded(window));
    const std::vector<RecentInvestigation> kept = recentInvestigations();
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept[0].paths, QStringList{path});
    QCOMPARE(kept[0].timezone, QStringLiteral("UTC"));
    QVERIFY(qAbs(kept[0].opened.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(QDateTime::fromSecsSinceEpoch(kept[0].since, QTimeZone::UTC).toString(Qt::ISODate),
             QStringLiteral("2026-06-13T20:10:05Z"));

    window.showStartPage();
    auto *const list = window.findChild<RecentsView *>();
    QVERIFY(list->isVisible());
    const QModelIndex first = list->model()->index(0, 0);
    QCOMPARE(first.data().toString(), QStringLiteral("<b>mail.log"));
    QVERIFY(first.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    list->setCurrentIndex(first);
    QSignalSpy states(&window.investigation(), &Investigation::stateChanged);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!states.isEmpty());
    QVERIFY(isLoaded(window));
    window.showStartPage();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(recentInvestigations().empty());
    QVERIFY(!list->isVisible());
}

void TestMainWindow::startPageAndBack()
{
    MainWindow window;
    window.show();
    auto *const start = window.findChild<StartPage *>();
    QVERIFY(start->isVisible());
    QVERIFY(!visibleTexts(window).join(u'|').contains(QStringLiteral("Back to")));
    window.open({write(QStringLiteral("a&b.log"), FilteredMail)});
    QVERIFY(isLoaded(window));
    window.menus().action(Command::StartPage)->trigger();
    QVERIFY(start->isVisible());
    QPushButton *const back = start->findChild<QPushButton *>();
    QCOMPARE(back->text(), QStringLiteral("Back to a&&b.log"));
    back->click();
    QVERIFY(!start->isVisible());
}

void TestMainWindow::dropOfFiles_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::addColumn<bool>("isTaken");
    const QString log = write(QStringLiteral("mail.log"), FilteredMail);
    QTest::newRow("a file") << QList{QUrl::fromLocalFile(log)} << true;
    QTest::newRow("a folder") << QList{QUrl::fromLocalFile(m_folder.path())} << true;
    QTest::newRow("a web page") << QList{QUrl(QStringLiteral("https://example.com/mail.log"))} << false;
    QTest::newRow("nothing") << QList<QUrl>() << false;
}

void TestMainWindow::dropOfFiles()
{
    QFETCH(const QList<QUrl>, urls);
    QFETCH(const bool, isTaken);
    MainWindow window;
    window.show();
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QCOMPARE(enter.isAccepted(), isTaken);
    QCOMPARE(visibleTexts(window).contains(QStringLiteral("Let go to open")), isTaken);
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QCOMPARE(window.investigation().paths(), isTaken ? QStringList{urls[0].toLocalFile()} : QStringList());
    if (isTaken) {
        QVERIFY(isLoaded(window));
        QVERIFY(window.investigation().evaluation()->index().lineCount() > 0);
    }
}

void TestMainWindow::twoWindows()
{
    MainWindow one;
    one.show();
    one.open({write(QStringLiteral("mail.log"), FilteredMail)});
    QVERIFY(isLoaded(one));
    one.menus().action(Command::NewWindow)->trigger();
    MainWindow *two = nullptr;
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        auto *const window = qobject_cast<MainWindow *>(widget);
        two = window != nullptr && window != &one ? window : two;
    }
    QVERIFY(two != nullptr);
    QVERIFY(two->isVisible());
    QCOMPARE(two->investigation().state(), Investigation::State::Empty);
    two->open({sampleIncident()});
    QVERIFY(isLoaded(*two));
    one.investigation().filters().add({FilterField::User, false, "admin"});
    QVERIFY(two->investigation().filters().current().isEmpty());
    QCOMPARE(one.investigation().evaluation()->index().lineCount(), 19U);
    QSignalSpy gone(two, &QObject::destroyed);
    two->menus().action(Command::CloseWindow)->trigger();
    QVERIFY(QTest::qWaitFor([&] { return !gone.isEmpty(); }));
    QVERIFY(one.isVisible());
}

void TestMainWindow::mailTab()
{
    MainWindow window;
    window.show();
    window.open({write(QStringLiteral("mail.log"), FilteredMail)});
    QVERIFY(isLoaded(window));
    auto *const tabs = window.findChild<QTabWidget *>();
    const int before = tabs->count();
    Q_EMIT window.investigation().messageRequested(MessageId{0});
    QCOMPARE(tabs->count(), before + 1);
    auto *const mail = window.findChild<MailPage *>();
    QCOMPARE(tabs->currentWidget(), mail);
    Q_EMIT window.investigation().messageRequested(MessageId{1});
    QCOMPARE(tabs->count(), before + 1);
    QTest::keyClick(mail, Qt::Key_Escape);
    QCOMPARE(tabs->count(), before);
    Q_EMIT window.investigation().messageRequested(MessageId{0});
    window.open({write(QStringLiteral("mail.log"), FilteredMail)});
    QCOMPARE(tabs->count(), before);
    QVERIFY(!isSet(mail->message()));
}

void TestMainWindow::copyAndFind()
{
    MainWindow window;
    window.show();
    QVERIFY(!window.menus().action(Command::Copy)->isEnabled());
    window.open({write(QStringLiteral("mail.log"), FilteredMail)});
    QVERIFY(isLoaded(window));
    QVERIFY(window.menus().action(Command::Copy)->isEnabled());
    Q_EMIT window.investigation().messageRequested(MessageId{0});
    auto *const lines = window.findChild<LinesView *>();
    QVERIFY(QTest::qWaitFor([&] { return !lines->toPlainText().isEmpty(); }));
    window.activateWindow();
    lines->setFocus();
    lines->selectAll();
    QGuiApplication::clipboard()->clear();
    window.menus().action(Command::Copy)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), lines->toPlainText());

    QWidget page;
    int found = 0;
    auto *action = new QAction(&page);
    action->setShortcuts(QKeySequence::Find);
    connect(action, &QAction::triggered, this, [&found] { ++found; });
    QVERIFY(askView(&page, QKeySequence::Find, "find"));
    QCOMPARE(found, 1);
    action->setEnabled(false);
    QVERIFY(!askView(&page, QKeySequence::Find, "find"));
    const QShortcut shortcut(QKeySequence::Find, &page);
    connect(&shortcut, &QShortcut::activated, this, [&found] { ++found; });
    QVERIFY(askView(&page, QKeySequence::Find, "find"));
    QCOMPARE(found, 2);
}

void TestMainWindow::everyCommandHasTextAndIcon()
{
    const MainWindow window;
    for (int command = 0; command <= static_cast<int>(Command::Shortcuts); ++command) {
        const QAction *const action = window.menus().action(static_cast<Command>(command));
        QVERIFY(!action->text().isEmpty());
        const QImage image = action->icon().pixmap(32).toImage();
        bool isDrawn = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                isDrawn = isDrawn || qAlpha(image.pixel(x, y)) > 0;
            }
        }
        QVERIFY2(isDrawn, qPrintable(action->text()));
    }
}

/// Not a test of anything: pictures to be looked at.
void TestMainWindow::screenshots()
{
    const QString folder = qEnvironmentVariable("LIMIER_SCREENSHOTS");
    if (folder.isEmpty()) {
        QSKIP("LIMIER_SCREENSHOTS does not name a folder");
    }
    for (const Language language : {Language::English, Language::French}) {
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            setLanguage(language);
            Theme::instance().setMode(mode);
            const QString name = QStringLiteral("%1/%2-%3-%4-%5.png")
                                     .arg(folder, QStringLiteral("%1"),
                                          language == Language::French ? QStringLiteral("fr") : QStringLiteral("en"),
                                          mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                          QString::number(qApp->devicePixelRatio()));
            MainWindow window;
            window.resize(1280, 800);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QVERIFY(window.grab().save(name.arg(QStringLiteral("start"))));
            QTemporaryDir logs;
            const QString filtered = logs.filePath(QStringLiteral("filtered.log"));
            QFile file(filtered);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(FilteredMail) > 0);
            file.close();
            window.open(
                {sampleLog(), filtered, QStringLiteral("/nowhere/mail.log"), QStringLiteral("/nowhere/none.log")},
                QStringLiteral("Europe/Paris"));
            QVERIFY(isLoaded(window));
            QTest::qWait(300);
            auto *const tabs = window.findChild<QTabWidget *>();
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QTest::qWait(300);
                QVERIFY(window.grab().save(name.arg(QStringLiteral("tab%1").arg(tab))));
            }
            tabs->setCurrentIndex(0);
            const std::vector<SuspectCard *> &cards = window.findChild<SuspectsPane *>()->cards();
            QVERIFY(!cards.empty());
            cards.front()->setFocus();
            cards.front()->setOpen(true);
            QTest::qWait(300);
            QVERIFY(window.grab().save(name.arg(QStringLiteral("suspect"))));
            cards.front()->setOpen(false);
            FilterStack &filters = window.investigation().filters();
            filters.add({FilterField::User, false, "admin"});
            filters.add({FilterField::Network, true, "198.18.132.0/24"});
            filters.setRange({1780600000, 1781700000});
            QTest::qWait(300);
            const auto mail = window.investigation().evaluation()->snapshot.postings->withQueueId("2B3C4D5E6F");
            QVERIFY(!mail.empty());
            Q_EMIT window.investigation().messageRequested(mail.front());
            QTest::qWait(300);
            auto *const tree = window.findChild<QTreeView *>();
            tree->setCurrentIndex(tree->model()->index(2, 0, tree->model()->index(1, 0)));
            QTest::qWait(500);
            QVERIFY(window.grab().save(name.arg(QStringLiteral("mail"))));
        }
    }
    Theme::instance().setMode(Theme::Mode::System);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
