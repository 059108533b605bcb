import type { Door } from '@/entry/node-http';
import { apiRoutes } from './routes';

export interface Match {
  handler: Door;
  params: Record<string, string>;
}

interface Pattern {
  matcher: RegExp;
  names: string[];
  handlers: Partial<Record<string, Door>>;
}

/** Fixed words before parameters: `views/order` is not a view called order. */
const patterns: Pattern[] = apiRoutes
  .map(({ path, handlers }) => ({
    ...compile(path),
    handlers,
    fixed: path.split('/').filter(isFixed).length,
  }))
  .sort((left, right) => right.fixed - left.fixed);

/** The door of the plain server for this request; null leaves it to Next.js (pages, sign-in, unknown methods). */
export function matchApiRoute(method: string, url: string): Match | null {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (!path.startsWith('/api/')) return null;
  for (const { matcher, names, handlers } of patterns) {
    const found = matcher.exec(path);
    const handler = found && handlers[method];
    if (!handler) continue;
    const values = found.slice(1).map(decode);
    if (values.includes(null)) return null;
    return { handler, params: Object.fromEntries(names.map((name, place) => [name, values[place] ?? ''])) };
  }
  return null;
}

function isFixed(part: string): boolean {
  return part !== '' && !part.startsWith('[');
}

function compile(path: string): { matcher: RegExp; names: string[] } {
  const names: string[] = [];
  const source = path.replace(/\[(\w+)\]/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { matcher: new RegExp(`^${source}/?$`), names };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
