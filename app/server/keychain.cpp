// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/keychain.h"

#include "server/wipe.h"

#include <qt6keychain/keychain.h>

namespace limier
{

namespace
{

const QString Service = QStringLiteral("Limier");

class SystemKeychain final : public Keychain
{
public:
    bool isAvailable() const override
    {
        if (!m_isAvailable) {
            m_isAvailable = QKeychain::isAvailable(); // asks other programs: once
        }
        return *m_isAvailable;
    }

    void read(const QString &key, QObject *context, std::function<void(std::optional<Secret>)> take) override
    {
        auto *const job = new QKeychain::ReadPasswordJob(Service);
        job->setInsecureFallback(false);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, context, [job, take = std::move(take)] {
            if (job->error() != QKeychain::NoError) {
                take(std::nullopt);
                return;
            }
            QByteArray bytes = job->binaryData();
            std::optional<Secret> secret(std::in_place,
                                         std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
            wipe(bytes);
            take(std::move(secret));
        });
        job->start();
    }

    void write(const QString &key, const Secret &secret) override
    {
        auto *const job = new QKeychain::WritePasswordJob(Service);
        job->setInsecureFallback(false);
        job->setKey(key);
        const QByteArray bytes(secret.view().data(), static_cast<qsizetype>(secret.view().size()));
        job->setBinaryData(bytes);
        QObject::connect(job, &QKeychain::Job::finished, job, [shared = bytes]() mutable { wipe(shared); });
        job->start();
    }

    void remove(const QString &key) override
    {
        auto *const job = new QKeychain::DeletePasswordJob(Service);
        job->setInsecureFallback(false);
        job->setKey(key);
        job->start();
    }

private:
    mutable std::optional<bool> m_isAvailable;
};

} // namespace

std::shared_ptr<Keychain> systemKeychain()
{
    static const auto keychain = std::make_shared<SystemKeychain>();
    return keychain;
}

} // namespace limier
