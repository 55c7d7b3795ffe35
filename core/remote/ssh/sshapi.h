// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <libssh/sftp.h>

namespace limier
{

/**
 * The calls of libssh that can fail, as a table: a test replaces those that are to fail. Calls that only give something
 * back, or release it, are not in it.
 */
struct SshApi {
    decltype(&ssh_new) newSession = &ssh_new;
    decltype(&ssh_options_set) setOption = &ssh_options_set;
    decltype(&ssh_connect) connect = &ssh_connect;
    decltype(&ssh_is_connected) isConnected = &ssh_is_connected;
    decltype(&ssh_send_keepalive) sendKeepalive = &ssh_send_keepalive;

    decltype(&ssh_get_server_publickey) serverKey = &ssh_get_server_publickey;
    decltype(&ssh_get_publickey_hash) keyHash = &ssh_get_publickey_hash;
    decltype(&ssh_pki_export_pubkey_base64) exportPublicKey = &ssh_pki_export_pubkey_base64;
    decltype(&ssh_pki_import_pubkey_file) importPublicKey = &ssh_pki_import_pubkey_file;
    decltype(&ssh_pki_import_privkey_file) importPrivateKey = &ssh_pki_import_privkey_file;

    decltype(&ssh_userauth_none) loginNone = &ssh_userauth_none;
    decltype(&ssh_userauth_list) loginMethods = &ssh_userauth_list;
    decltype(&ssh_userauth_try_publickey) offerKey = &ssh_userauth_try_publickey;
    decltype(&ssh_userauth_publickey) loginKey = &ssh_userauth_publickey;
    decltype(&ssh_set_agent_socket) setAgentSocket = &ssh_set_agent_socket;
    decltype(&ssh_userauth_agent) loginAgent = &ssh_userauth_agent;
    decltype(&ssh_userauth_password) loginPassword = &ssh_userauth_password;
    decltype(&ssh_userauth_kbdint) loginInteractive = &ssh_userauth_kbdint;
    decltype(&ssh_userauth_kbdint_getnprompts) promptCount = &ssh_userauth_kbdint_getnprompts;
    decltype(&ssh_userauth_kbdint_getprompt) prompt = &ssh_userauth_kbdint_getprompt;
    decltype(&ssh_userauth_kbdint_setanswer) setAnswer = &ssh_userauth_kbdint_setanswer;

    decltype(&ssh_channel_new) newChannel = &ssh_channel_new;
    decltype(&ssh_channel_open_session) openSession = &ssh_channel_open_session;
    decltype(&ssh_channel_open_forward) openForward = &ssh_channel_open_forward;
    decltype(&ssh_channel_request_exec) requestExec = &ssh_channel_request_exec;
    decltype(&ssh_channel_read_timeout) read = &ssh_channel_read_timeout;
    decltype(&ssh_channel_read_nonblocking) readNow = &ssh_channel_read_nonblocking;
    decltype(&ssh_channel_write) write = &ssh_channel_write;
    decltype(&ssh_channel_send_eof) sendEof = &ssh_channel_send_eof;
    decltype(&ssh_channel_get_exit_state) exitState = &ssh_channel_get_exit_state;

    decltype(&sftp_new) newSftp = &sftp_new;
    decltype(&sftp_init) initSftp = &sftp_init;
    decltype(&sftp_limits) sftpLimits = &sftp_limits;
    decltype(&sftp_opendir) openFolder = &sftp_opendir;
    decltype(&sftp_readdir) readFolder = &sftp_readdir;
    decltype(&sftp_stat) stat = &sftp_stat;
    decltype(&sftp_open) openFile = &sftp_open;
    decltype(&sftp_seek64) seek = &sftp_seek64;
    decltype(&sftp_aio_begin_read) beginRead = &sftp_aio_begin_read;
    decltype(&sftp_aio_wait_read) waitRead = &sftp_aio_wait_read;
};

/// How long is waited for what.
struct SshPatience {
    std::chrono::milliseconds connect = std::chrono::seconds(20); ///< name, connection, first word
    std::chrono::milliseconds answer = std::chrono::seconds(20);  ///< to a request
    std::chrono::milliseconds silence = std::chrono::seconds(10); ///< of a process, until the server is asked whether
                                                                  ///< it lives
};

/// What the connector stands on; a test gives its own.
struct SshSeam {
    SshApi api;
    SshPatience patience;
};

} // namespace limier
