import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const SCHEMA_DIR = join(process.cwd(), 'prisma/schema');
const MIGRATIONS_DIR = join(process.cwd(), 'prisma/migrations');
const filters = { externalTables: [], externalEnums: [] };

/** Loads Prisma's own schema engine as WebAssembly: the native one needs a download host we cannot count on. */
let isInstantiated = false;

function instantiate(): void {
  if (isInstantiated) return;
  isInstantiated = true;
  // The package exports its bindings but not the binary beside them.
  const bindingsPath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmPath = join(dirname(bindingsPath), 'schema_engine_bg.wasm');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmPath)), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: join(SCHEMA_DIR, name),
      content: readFileSync(join(SCHEMA_DIR, name), 'utf8'),
    }));
}

function migrationsList() {
  const names = readdirSync(MIGRATIONS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: readFileSync(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/** The adapter cuts scripts at every semicolon, also inside function bodies: PostgreSQL takes them whole. */
class ScriptSafeAdapter extends PrismaPg {
  readonly #connectionString: string;

  constructor(connectionString: string) {
    super({ connectionString });
    this.#connectionString = connectionString;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.#connectionString });
      await client.connect();
      try {
        await client.query(script);
      } finally {
        await client.end();
      }
    };
    return adapter;
  }
}

async function openEngine(connectionString: string) {
  instantiate();
  const factory = bindMigrationAwareSqlAdapterFactory(new ScriptSafeAdapter(connectionString));
  const models = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
  return bindings.SchemaEngine.new({ datamodels: models }, () => {}, factory);
}

/** Applies every migration not yet applied, compatible with `prisma migrate deploy`. @returns their names */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const engine = await openEngine(ownerUrl);
  const { appliedMigrationNames } = await engine.applyMigrations({
    filters,
    migrationsList: migrationsList(),
  });
  return appliedMigrationNames;
}

/** The SQL of the whole Prisma schema on an empty database: the first draft of a migration. */
export async function scriptSchema(ownerUrl: string): Promise<string> {
  const engine = await openEngine(ownerUrl);
  const result = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: schemaFiles() },
    script: true,
    exitCode: null,
    filters,
  });
  return result.stdout ?? '';
}
