import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, withLock, writePrivate } from './private-file';

/** A product made from files: fresh while the stamp holds the hash of what it was made from. */
export interface Product {
  stamp: string;
  inputs: readonly string[];
  /** Paths below the inputs that do not count. */
  except?: readonly string[];
}

/** SHA-256 over names and contents of the files below the inputs; missing ones count as absent. */
export function hashInputs(root: string, { inputs, except = [] }: Omit<Product, 'stamp'>): string {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesBelow(root, input, except)).sort()) {
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

function filesBelow(root: string, path: string, except: readonly string[]): string[] {
  const full = join(root, path);
  if (!existsSync(full) || except.includes(path) || /\.test\.tsx?$/.test(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesBelow(root, `${path}/${name}`, except));
}

/** Makes the product when what it is made from has changed; an interrupted attempt leaves it stale. Returns whether it did. */
export async function makeIfStale(
  root: string,
  product: Product,
  make: () => Promise<void>,
): Promise<boolean> {
  const stamp = join(root, product.stamp);
  const isFresh = (hash: string) => readJson<{ hash: string }>(stamp)?.hash === hash;
  if (isFresh(hashInputs(root, product))) return false;
  // Two instances of one checkout may be started at once.
  const lock = join(root, 'node_modules', `.rapport-${product.stamp.replaceAll('/', '-')}.lock`);
  const remake = async () => {
    const hash = hashInputs(root, product);
    if (isFresh(hash)) return false;
    rmSync(stamp, { force: true });
    await make();
    writePrivate(stamp, JSON.stringify({ hash }));
    return true;
  };
  return withLock(lock, remake, 600_000);
}
