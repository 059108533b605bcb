import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @param at where database and site answer; `local` lets application passwords work without TLS */
export function wordpressConfig(at: { socket: string; url: string }): string {
  return `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${at.socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${at.url}');
define('WP_SITEURL', '${at.url}');
define('WP_ENVIRONMENT_TYPE', 'local');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT'] as $name) define($name, 'only for tests ' . $name);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/** The least of a theme, for Debian keeps those in packages of their own: it names its feeds as every theme does. */
export async function writeTheme(site: string): Promise<void> {
  const folder = join(site, 'wp-content/themes/plain');
  await mkdir(folder, { recursive: true });
  const page = '<!DOCTYPE html><html><head><?php wp_head(); ?></head><body></body></html>';
  await writeFile(join(folder, 'style.css'), '/* Theme Name: Plain */');
  await writeFile(join(folder, 'index.php'), page);
  await writeFile(join(folder, 'functions.php'), "<?php add_theme_support('automatic-feed-links');");
}

/** The site with its users: an administrator, and the editor the channel speaks as. @returns the editor's application password */
export function installSite(site: string, host: string): string {
  const program = `
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '${host}';
function wp_mail() { return true; }
require '${site}/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Zeltblog', 'admin', 'admin@blog.example', true, '', 'admin-password');
update_option('template', 'plain');
update_option('stylesheet', 'plain');
update_option('timezone_string', 'Europe/Berlin');
update_option('comment_moderation', '0');
update_option('comment_previously_approved', '0');
$user = wp_insert_user(['user_login' => 'rapport', 'user_pass' => wp_generate_password(), 'user_email' => 'rapport@blog.example', 'display_name' => 'Nordlicht', 'role' => 'editor']);
[$password] = WP_Application_Passwords::create_new_application_password($user, ['name' => 'Rapport']);
echo json_encode($password);`;
  const printed = execFileSync('php', ['-d', 'display_errors=stderr', '-r', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return String(JSON.parse(printed.slice(printed.lastIndexOf('"', printed.lastIndexOf('"') - 1))));
}
