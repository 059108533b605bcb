/** Addresses of our own beside the workspaces': none of them may be a workspace's. */
const reserved = new Set([
  'account',
  'admin',
  'api',
  'app',
  'assets',
  'auth',
  'contact',
  'contacts',
  'continue',
  'design',
  'docs',
  'favicon',
  'health',
  'help',
  'imprint',
  'inbox',
  'invitation',
  'legal',
  'metrics',
  'new',
  'preferences',
  'privacy',
  'public',
  'rapport',
  'robots',
  'settings',
  'sign-in',
  'sign-out',
  'sign-up',
  'static',
  'status',
  'support',
  'terms',
  'welcome',
  'workspace',
  'www',
]);

const LONGEST = 40;
const german: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  æ: 'ae',
  å: 'aa',
  ł: 'l',
  đ: 'd',
};

/** The address a name suggests: `Müller & Söhne` → `mueller-soehne`; `workspace` where nothing readable is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLocaleLowerCase('de')
    .replace(/[äöüßøæåłđ]/g, (letter) => german[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug.length < 2 ? 'workspace' : slug;
}

/**
 * Addresses to try in turn: the name itself, then with 2 to 9 behind it, then with something random.
 * @param random letters and digits for the last resort
 */
export function slugCandidates(name: string, random: string): string[] {
  const slug = slugOf(name);
  const numbered = Array.from({ length: 8 }, (_, index) => `${slug}-${index + 2}`);
  return [slug, ...numbered, `${slug}-${random.toLowerCase()}`].filter((one) => !reserved.has(one));
}

/** True for an address a workspace may have as it is: lower-case words with hyphens, none of our own. */
export function isSlug(text: string): boolean {
  return slugOf(text) === text && !reserved.has(text);
}
