import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../../src');
const app = join(source, 'app');

/** The pages inside a workspace as paths below it (`''`, `/settings/channels/[channelId]`), read from the folder tree. */
export function workspacePages(): string[] {
  const files = globSync('**/page.tsx', { cwd: join(app, '[workspace]') });
  return files.map((file) => `/${file}`.replace(/\/page\.tsx$/, '')).sort();
}

/** The path of a page with its parameters filled in. */
export function fill(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replace(/\[(\w+)\]/g, (_, name: string) => {
    const id = ids[name];
    if (!id) throw new Error(`${path}: what stands for ${name}?`);
    return id;
  });
}

/** Every exported function of every server action file, with its text. */
export function serverActions(): { file: string; name: string; body: string }[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) =>
    /^\s*['"]use server['"]/m.test(readFileSync(join(source, file), 'utf8')),
  );
  return files.flatMap((file) => {
    const [, ...parts] = readFileSync(join(source, file), 'utf8').split(/^export /m);
    return parts.map((part) => ({
      file,
      name: /(\w+Action)\b/.exec(part)?.[1] ?? part.slice(0, 40),
      body: part,
    }));
  });
}
