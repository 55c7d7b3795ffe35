// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filteredmail.h"
#include "app/openedlog.h"
#include "app/windowsettings.h"
#include "common/language.h"
#include "common/theme.h"
#include "window/investigationview.h"
#include "window/mainwindow.h"
#include "window/recents.h"
#include "window/sample.h"
#include "window/startpage.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>

using namespace limier;

/// A window as its user sees it.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensTheSample();
    void screenshots();

private:
    std::unique_ptr<WindowSettings> m_settings;
};

namespace
{

bool isLoaded(MainWindow &window)
{
    return QTest::qWaitFor(
        [&window] {
            const auto &evaluation = window.investigation().evaluation();
            return evaluation && evaluation->index().isComplete();
        },
        30000);
}

} // namespace

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
            window.open({sampleLog(), filtered, QStringLiteral("/nowhere/mail.log"), QStringLiteral("/nowhere/none.log")},
                        QStringLiteral("Europe/Paris"));
            QVERIFY(isLoaded(window));
            QTest::qWait(300);
            QVERIFY(window.grab().save(name.arg(QStringLiteral("loaded"))));
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
