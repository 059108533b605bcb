export interface MailPorts {
  smtp: number;
  imap: number;
  /** With a certificate nobody vouches for. */
  imaps: number;
}
export interface MailConfig {
  folder: string;
  ports: MailPorts;
  users: Readonly<Record<string, string>>;
}

/** `slow@` is asked to wait, `full@` has no room, everybody else unknown does not exist; 1 MB a mail. */
export function eximConfig({ folder, users }: MailConfig): string {
  const addresses = Object.keys(users);
  const domains = [...new Set(addresses.map((address) => address.split('@')[1]))].join(' : ');
  const login = Object.entries(users).map(
    ([address, password]) => `{and{{eq{$auth2}{${address}}}{eq{$auth3}{${password}}}}}`,
  );
  return `primary_hostname = mx.test.example
domainlist local_domains = ${domains}
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/spool/exim.pid
local_interfaces = 127.0.0.1
tls_advertise_hosts =
auth_advertise_hosts = *
message_size_limit = 1M
smtp_accept_max_per_connection = 1000
acl_smtp_rcpt = check_rcpt

begin acl
check_rcpt:
  defer local_parts = slow
        message = Please come back later
  deny  local_parts = full
        message = 5.2.2 Mailbox full
  deny  domains = !+local_domains
        !authenticated = *
        message = relay not permitted
  require verify = recipient
  accept

begin routers
mailbox:
  driver = accept
  domains = +local_domains
  address_data = $local_part@$domain
  condition = \${if inlisti{$local_part@$domain}{${addresses.join(' : ')}}}
  transport = lmtp

begin transports
lmtp:
  driver = lmtp
  socket = ${folder}/lmtp
  return_path_add
  timeout = 5s

begin retry
* * F,1h,1s

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if or{${login.join('')}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if or{${login.join('').replaceAll('$auth2', '$auth1').replaceAll('$auth3', '$auth2')}}}
  server_set_id = $auth1
`;
}

export function dovecotConfig({ folder, ports }: MailConfig): string {
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
protocols = imap lmtp
listen = 127.0.0.1
log_path = ${folder}/log/dovecot.log
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:~/Maildir
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%Lu ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%Lu
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  unix_listener ${folder}/lmtp {
    mode = 0666
  }
}
`;
}
