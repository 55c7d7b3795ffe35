// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/helpdialogs.h"

#include "common/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace limier
{

namespace
{

class HelpDialogs
{
    Q_DECLARE_TR_FUNCTIONS(limier::HelpDialogs)

public:
    static void about(QWidget *parent);
    static void shortcuts(std::vector<WindowMenus::Shortcut> shortcuts, QWidget *parent);

private:
    /// An empty dialog with a button that closes it.
    [[nodiscard]] static std::pair<QDialog *, QVBoxLayout *> make(const QString &title, QWidget *parent);
    static void show(QDialog *dialog, QVBoxLayout *layout);
};

std::pair<QDialog *, QVBoxLayout *> HelpDialogs::make(const QString &title, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    return {dialog, new QVBoxLayout(dialog)};
}

void HelpDialogs::show(QDialog *dialog, QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    layout->addWidget(buttons);
    dialog->show();
}

void HelpDialogs::about(QWidget *parent)
{
    const auto [dialog, layout] = make(tr("About Limier"), parent);
    const int size = dialog->fontMetrics().height() * 4;
    auto *logo = new QLabel;
    logo->setPixmap(Theme::programIcon().pixmap(QSize(size, size), dialog->devicePixelRatio()));
    logo->setAlignment(Qt::AlignTop);
    const QStringList paragraphs{
        tr("Limier %1").arg(QCoreApplication::applicationVersion()),
        tr("Finds who sends spam through a Postfix or BlueMind server."),
        tr("© 2026 The Limier authors. Free software under the GNU General Public License, version 3 or later; there "
           "is no warranty."),
        tr("Made with Qt %1 (LGPL 3), KArchive and KSyntaxHighlighting of KDE Frameworks (LGPL 2.1 or later, MIT), "
           "and the Breeze icons of KDE (LGPL 3 or later).")
            .arg(QString::fromLatin1(qVersion()))};
    auto *text = new QLabel(paragraphs.join(QStringLiteral("\n\n")));
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrap(true);
    text->setMinimumWidth(dialog->fontMetrics().averageCharWidth() * 60);
    auto *row = new QHBoxLayout;
    row->setSpacing(dialog->fontMetrics().height());
    row->addWidget(logo);
    row->addWidget(text, 1);
    layout->addLayout(row);
    auto *aboutQt = new QPushButton(tr("About Qt"));
    QObject::connect(aboutQt, &QPushButton::clicked, qApp, &QApplication::aboutQt);
    layout->addWidget(aboutQt, 0, Qt::AlignLeft);
    show(dialog, layout);
}

void HelpDialogs::shortcuts(std::vector<WindowMenus::Shortcut> shortcuts, QWidget *parent)
{
    const auto keys = [](const char *sequence) {
        return QKeySequence(QLatin1StringView(sequence)).toString(QKeySequence::NativeText);
    };
    shortcuts.push_back(
        {tr("The next or previous tab"), keys("Ctrl+PgDown") + QStringLiteral(", ") + keys("Ctrl+PgUp")});
    shortcuts.push_back({tr("Take a filter away, when its chip has the focus"), keys("Del")});
    shortcuts.push_back({tr("Show a line or delivery of a mail in the log"), keys("Return")});
    shortcuts.push_back({tr("Close the mail that is shown"), keys("Esc")});
    const auto [dialog, layout] = make(tr("Keyboard Shortcuts"), parent);
    auto *list = new QTreeWidget;
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("What"), tr("Keys")});
    for (const WindowMenus::Shortcut &shortcut : shortcuts) {
        new QTreeWidgetItem(list, {shortcut.text, shortcut.keys});
    }
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->setAccessibleName(tr("Keyboard Shortcuts"));
    list->setMinimumSize(list->fontMetrics().averageCharWidth() * 80, list->fontMetrics().lineSpacing() * 24);
    layout->addWidget(list);
    show(dialog, layout);
}

} // namespace

void showAbout(QWidget *parent)
{
    HelpDialogs::about(parent);
}

void showShortcuts(const std::vector<WindowMenus::Shortcut> &shortcuts, QWidget *parent)
{
    HelpDialogs::shortcuts(shortcuts, parent);
}

} // namespace limier
