// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "analysis/timeseries.h"
#include "window/helpdialogs.h"
#include "window/investigationview.h"
#include "window/preferences.h"
#include "window/recents.h"
#include "window/sample.h"
#include "window/sourcebar.h"
#include "window/startpage.h"
#include "window/viewcommands.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

namespace limier
{

namespace
{

const QString LayoutGroup = QStringLiteral("layout");
const QString GeometryKey = QStringLiteral("geometry");
const QString FolderKey = QStringLiteral("folder");

/// The local files of a drag; empty if it has none.
QStringList filesOf(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            paths += url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(ServerContext context, QWidget *parent)
    : QMainWindow(parent)
    , m_investigation(m_display)
    , m_servers(m_investigation, std::move(context))
    , m_menus(new WindowMenus(*menuBar(), m_display))
    , m_stack(new QStackedWidget)
    , m_start(new StartPage(m_display, m_servers.context()))
    , m_view(new InvestigationView(m_investigation, m_servers, m_display))
{
    applyPreferredDisplay(m_display);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_view);
    setCentralWidget(m_stack);
    setAcceptDrops(true);
    connectInvestigation();
    connectStartPage();
    connectServers();
    connect(m_menus, &WindowMenus::triggered, this, &MainWindow::run);
    connect(&m_display, &DisplaySettings::changed, this, [this] { rememberDisplay(m_display); });
    restoreLayout();
    showStartPage();
    retranslate();
}

MainWindow::~MainWindow()
{
    // The views refer to the investigation, which would go before the children of this window.
    delete takeCentralWidget();
}

void MainWindow::connectInvestigation()
{
    connect(&m_investigation.filters(), &FilterStack::changed, this, &MainWindow::enableCommands);
    connect(&m_investigation, &Investigation::stateChanged, this, [this] {
        enableCommands();
        retranslate();
    });
    connect(&m_investigation, &Investigation::evaluated, this, [this] {
        const bool isWhole = m_investigation.evaluation()->index().isComplete()
            || m_investigation.state() == Investigation::State::Stopped;
        const bool isMoreToCome = m_servers.isFetching() || m_investigation.isReading();
        if (isWhole && !isMoreToCome && m_opened.isValid()) {
            remember();
            m_opened = {};
        }
    });
}

void MainWindow::connectStartPage()
{
    connect(m_start, &StartPage::openFilesRequested, this, &MainWindow::askForFiles);
    connect(m_start, &StartPage::openFolderRequested, this, &MainWindow::askForFolder);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::open);
    connect(m_start, &StartPage::backRequested, this, &MainWindow::showInvestigation);
}

void MainWindow::run(Command command)
{
    switch (command) {
    case Command::ConnectServer:
        return askForServer(false);
    case Command::AddServer:
        return askForServer(true);
    case Command::Transfers:
        return m_view->showTransfers();
    case Command::OpenFiles:
        return askForFiles();
    case Command::OpenFolder:
        return askForFolder();
    case Command::OpenSample:
        return openSample();
    case Command::NewWindow:
        return openWindow();
    case Command::CloseWindow:
        close();
        return;
    case Command::Quit:
        return QApplication::closeAllWindows();
    case Command::Copy:
        askView(m_view->currentPage(), QKeySequence::Copy, "copy");
        return;
    case Command::Find:
        askView(m_view->currentPage(), QKeySequence::Find, "find");
        return;
    case Command::FullScreen:
        return setFullScreen(!isFullScreen());
    case Command::Back:
        return m_investigation.filters().goBack();
    case Command::Forward:
        return m_investigation.filters().goForward();
    case Command::WholeLog:
        return m_investigation.filters().setRange({});
    case Command::NoFilter:
        return m_investigation.filters().clear();
    case Command::StartPage:
        return showStartPage();
    case Command::About:
        return showAbout(this);
    case Command::Shortcuts:
        return showShortcuts(m_menus->shortcuts(), this);
    }
}

void MainWindow::open(const QStringList &paths, const QString &timezone)
{
    QStringList absolute;
    for (const QString &path : paths) {
        absolute += path == u'-' ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    }
    m_servers.clear();
    m_timezone = timezone;
    m_opened = QDateTime::currentDateTimeUtc();
    m_investigation.open(absolute, timezone);
    showInvestigation();
}

void MainWindow::remember()
{
    if (!m_servers.title().isEmpty()) {
        return rememberServers();
    }
    const MailIndex &index = m_investigation.evaluation()->index();
    const QStringList &paths = m_investigation.paths();
    // Nothing leads back to what could not be read; the sample is always on the start page.
    if (index.lineCount() > 0 && paths != QStringList(sampleIncident())) {
        const TimeRange span = spanOf(index);
        rememberInvestigation(
            {.paths = paths, .timezone = m_timezone, .opened = m_opened, .since = span.since, .until = span.until});
    }
}

void MainWindow::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open Mail Logs"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    openFrom(dialog);
}

void MainWindow::askForFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a Folder of Mail Logs"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openFrom(dialog);
}

void MainWindow::openFrom(QFileDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDirectory(QSettings().value(FolderKey, QDir::homePath()).toString());
    connect(dialog, &QFileDialog::accepted, this, [this, dialog] {
        QSettings().setValue(FolderKey, dialog->directory().absolutePath());
        open(dialog->selectedFiles());
    });
    dialog->open();
}

void MainWindow::openSample()
{
    if (const QString path = sampleIncident(); !path.isEmpty()) {
        open({path}, QStringLiteral("Europe/Paris"));
    }
}

void MainWindow::openWindow()
{
    saveLayout();
    auto *window = new MainWindow(m_servers.context());
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

void MainWindow::showStartPage()
{
    m_start->setOpenTitle(sourceTitle(m_investigation, m_servers));
    m_stack->setCurrentWidget(m_start);
    m_start->setFocus();
    enableCommands();
}

void MainWindow::showInvestigation()
{
    m_stack->setCurrentWidget(m_view);
    enableCommands();
    if (QWidget *const page = m_view->currentPage()) {
        page->setFocus();
    }
}

void MainWindow::setFullScreen(bool full)
{
    setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::enableCommands()
{
    const FilterStack &filters = m_investigation.filters();
    const bool isShown = m_stack->currentWidget() == m_view;
    const auto enable = [this](Command command, bool enabled) { m_menus->action(command)->setEnabled(enabled); };
    enable(Command::Back, isShown && filters.canGoBack());
    enable(Command::Forward, isShown && filters.canGoForward());
    enable(Command::WholeLog, isShown && !filters.current().hasWholeRange());
    enable(Command::NoFilter, isShown && !filters.current().isEmpty());
    enable(Command::Copy, isShown);
    enable(Command::Find, isShown);
    enable(Command::StartPage, isShown);
    enable(Command::AddServer, !m_servers.isEmpty());
    enable(Command::Transfers, isShown && !m_servers.isEmpty());
    m_menus->action(Command::OpenSample)->setVisible(!sampleIncident().isEmpty());
}

void MainWindow::restoreLayout()
{
    QSettings settings;
    settings.beginGroup(LayoutGroup);
    if (!restoreGeometry(settings.value(GeometryKey).toByteArray())) {
        resize(QSize(fontMetrics().averageCharWidth() * 220, fontMetrics().height() * 56)
                   .expandedTo({1280, 800})
                   .boundedTo(screen()->availableSize()));
    }
    m_view->restore(settings);
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.beginGroup(LayoutGroup);
    settings.setValue(GeometryKey, saveGeometry());
    m_view->save(settings);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::WindowStateChange) {
        m_menus->action(Command::FullScreen)->setChecked(isFullScreen());
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!filesOf(*event->mimeData()).isEmpty()) {
        m_start->setDropPending(true);
        event->acceptProposedAction();
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_start->setDropPending(false);
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_start->setDropPending(false);
    if (const QStringList paths = filesOf(*event->mimeData()); !paths.isEmpty()) {
        event->acceptProposedAction();
        open(paths);
    }
}

void MainWindow::retranslate()
{
    m_menus->retranslate();
    const QString title = sourceTitle(m_investigation, m_servers);
    setWindowTitle(title.isEmpty() ? QStringLiteral("Limier") : tr("%1 – Limier").arg(title));
}

} // namespace limier
