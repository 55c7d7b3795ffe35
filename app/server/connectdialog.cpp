// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connectdialog.h"

#include "common/displaytext.h"
#include "server/rangepicker.h"
#include "server/remotesentences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace limier
{

namespace
{

constexpr int LongestAddress = 320; // a name of the DNS has 253 characters at most, a login 32
constexpr std::uint16_t UsualPort = 22;

QString targetText(const SshTarget &target)
{
    const QString host = displayText(target.user + '@' + target.hostName);
    return target.port == UsualPort ? host : host + u':' + QString::number(target.port);
}

} // namespace

ConnectDialog::ConnectDialog(const ServerContext &context, const QStringList &recent, bool canAdd, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_canAdd(canAdd)
    , m_serverLabel(new QLabel)
    , m_server(new QComboBox)
    , m_details(new QLabel)
    , m_rangeLabel(new QLabel)
    , m_range(new RangePicker)
    , m_follow(new QCheckBox)
    , m_keep(new QCheckBox)
    , m_add(new QCheckBox)
    , m_connect(new QPushButton)
    , m_cancel(new QPushButton)
{
    build();
    fillServers(recent);
    connect(m_server, &QComboBox::editTextChanged, this, &ConnectDialog::check);
    connect(m_range, &RangePicker::changed, this, &ConnectDialog::check);
    retranslate();
    m_server->setFocus();
}

void ConnectDialog::build()
{
    m_server->setEditable(true);
    m_server->setInsertPolicy(QComboBox::NoInsert);
    m_server->setMinimumContentsLength(40);
    m_server->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_server->lineEdit()->setMaxLength(LongestAddress);
    m_server->lineEdit()->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_server->completer()->setFilterMode(Qt::MatchContains);
    m_server->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_follow->setChecked(true);
    m_keep->setVisible(m_context.keychain && m_context.keychain->isAvailable());
    m_add->setVisible(m_canAdd);
    m_serverLabel->setBuddy(m_server);
    m_rangeLabel->setBuddy(m_range);
    m_connect->setDefault(true);
    auto *const buttons = new QDialogButtonBox;
    buttons->addButton(m_connect, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_serverLabel, m_server);
    form->addRow(QString(), m_details);
    form->addRow(m_rangeLabel, m_range);
    form->addRow(QString(), m_follow);
    form->addRow(QString(), m_keep);
    form->addRow(QString(), m_add);
    form->addRow(buttons);
    form->setRowVisible(m_keep, !m_keep->isHidden());
    form->setRowVisible(m_add, m_canAdd);
}

void ConnectDialog::fillServers(const QStringList &recent)
{
    QStringList servers = recent;
    for (const std::string &host : configuredHosts(m_context.sshConfig)) {
        servers += QString::fromStdString(host);
    }
    servers.removeDuplicates();
    m_server->addItems(servers);
    m_server->setEditText(recent.value(0));
    m_server->lineEdit()->selectAll();
}

void ConnectDialog::setRequest(const ServerRequest &request)
{
    m_server->setEditText(request.address);
    m_server->lineEdit()->selectAll();
    m_range->setRange(request.range);
    m_follow->setChecked(request.follow);
    m_keep->setChecked(request.keepsSecrets);
    check();
}

ServerRequest ConnectDialog::request() const
{
    return {.address = m_server->currentText().trimmed(),
            .range = m_range->range(),
            .follow = m_follow->isChecked() && m_follow->isEnabled(),
            .keepsSecrets = !m_keep->isHidden() && m_keep->isChecked()};
}

void ConnectDialog::setAdding(bool adding)
{
    m_add->setChecked(adding && m_canAdd);
}

bool ConnectDialog::isAdding() const
{
    return m_add->isChecked();
}

void ConnectDialog::check()
{
    const QString address = m_server->currentText().trimmed();
    m_follow->setEnabled(m_range->range().kind != WantedRange::Kind::Between);
    if (address.isEmpty()) {
        m_connect->setEnabled(false);
        m_details->setForegroundRole(QPalette::PlaceholderText);
        m_details->setText(tr("user@host:port – user and port only where they are not the usual ones; also a name of "
                              "~/.ssh/config"));
        return;
    }
    const auto target = m_context.target(address);
    m_connect->setEnabled(target.has_value());
    m_details->setForegroundRole(target ? QPalette::PlaceholderText : QPalette::WindowText);
    if (!target) {
        m_details->setText(breakable(sentence(target.error())));
        return;
    }
    QStringList jumps;
    for (const SshTarget &jump : target->jumps) {
        jumps += targetText(jump);
    }
    const QString to = targetText(*target);
    m_details->setText(breakable(jumps.isEmpty()
                                     ? tr("Connects to %1").arg(to)
                                     : tr("Connects to %1 via %2").arg(to, jumps.join(QStringLiteral(", ")))));
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ConnectDialog::retranslate()
{
    setWindowTitle(tr("Connect to a Server"));
    m_serverLabel->setText(tr("&Server:"));
    m_rangeLabel->setText(tr("&Time:"));
    m_follow->setText(tr("&Follow: show new lines as they are written"));
    m_keep->setText(tr("&Keep passwords in the system’s keychain"));
    m_add->setText(tr("&Add it to the investigation that is open"));
    m_connect->setText(tr("&Connect"));
    m_cancel->setText(tr("Cancel"));
    check();
}

} // namespace limier
