/**
 * Who may import whom (docs/architecture.md), default deny: each room names what it may import, everything
 * else of ours is refused. Tests are free. Run through `tests/checks/boundaries.ts`, which also asserts that
 * modules were seen at all.
 */

/** Left to right: a module imports only from those before it. */
export const moduleOrder = [
  'workspaces',
  'predicates',
  'channels',
  'contacts',
  'identities',
  'consent',
  'conversations',
  'relationships',
  'listening',
  'segments',
  'communities',
  'campaigns',
  'treatments',
  'reports',
];

const TESTS = '\\.test\\.tsx?$';
const OURS = '^(src|prisma|tests|bench)/';
const ANY_MODULE = 'src/modules/[^/]+';

/** A file of the closed vocabulary, alone or grown into a folder: `store.ts`, `store/…`. */
const files = (...names) => `(${names.join('|')})(\\.tsx?$|/)`;

/** What a module shows to the server files of modules to its right. */
const SURFACE = files('contract', 'queries', 'use-cases', 'events');
/** The language of conditions has three files of its own that others use (tests/checks/vocabulary.ts). */
const LANGUAGE = '^src/modules/predicates/(contract|catalogue|compile|render)(\\.ts$|/)';
const RENDER = '^src/modules/predicates/render(\\.ts$|/)';
const CLIENT_FILES = files('client', 'components');
const KERNEL = '^src/kernel/';
const PLATFORM = '^src/platform/';
const I18N = '^src/i18n/';
const UI = '^src/ui/';
const ENTRY = '^src/entry/';
/** The contract itself, the registry that lists the connectors, and nothing of a single network. */
const CONNECTOR_CONTRACT = '^src/connectors/contract(\\.ts$|/)';
const CONNECTOR_REGISTRY = '^src/connectors/registry(\\.ts$|/)';

const of = (modules, what) => `^src/modules/(${modules.join('|')})/${what}`;

function room(name, from, allowed, fromNot = []) {
  return {
    name,
    severity: 'error',
    comment: `${name}: imports something its row in the import table does not name`,
    from: { path: from, pathNot: [TESTS, ...fromNot] },
    to: { path: OURS, pathNot: allowed },
  };
}

function moduleRooms(name, position) {
  const left = moduleOrder.slice(0, position);
  const own = `^src/modules/${name}/`;
  const beside = [...left, name];
  const SERVER_EXCEPT = [`${own}${files('domain', 'contract', 'client', 'components')}`];
  const fromLeft = left.length > 0 ? [of(left, SURFACE)] : [];
  const language = position > moduleOrder.indexOf('predicates') ? [LANGUAGE] : [];
  return [
    // The connector contract is types only (its own rule sees to that): what arrives is a domain's input.
    room(`module-domain-${name}`, `${own}domain/`, [KERNEL, `${own}domain/`, CONNECTOR_CONTRACT]),
    room(`module-contract-${name}`, `${own}${files('contract')}`, [
      KERNEL,
      `${own}domain/`,
      `${own}${files('contract')}`,
    ]),
    room(`module-client-${name}`, `${own}${CLIENT_FILES}`, [
      KERNEL,
      UI,
      I18N,
      of(beside, files('contract', 'client', 'components')),
      RENDER,
    ]),
    room(
      `module-server-${name}`,
      own,
      // Own files, but never the client's half.
      [`${own}(?!${CLIENT_FILES})`, PLATFORM, KERNEL, ...fromLeft, ...language],
      SERVER_EXCEPT,
    ),
  ].map((rule) =>
    // The shape of what a network sends is a type only: the registry itself is handed on by entry and worker.
    rule.name.startsWith('module-server')
      ? { ...rule, to: { ...rule.to, pathNot: [...rule.to.pathNot, CONNECTOR_CONTRACT] } }
      : rule,
  );
}

const rooms = [
  room('kernel', '^src/kernel/', [KERNEL]),
  room('platform', '^src/platform/', [KERNEL, PLATFORM]),
  room('ui', '^src/ui/', [KERNEL, UI]),
  room('i18n', '^src/i18n/', [KERNEL, I18N]),
  // Runs on other people's pages: every import is weight there.
  room('widget', '^src/widget/', [KERNEL, '^src/widget/', '^src/i18n/messages/(de|en)/widget\\.json$']),
  room('connector-registry', CONNECTOR_REGISTRY, [KERNEL, '^src/connectors/']),
  room(
    'connectors',
    '^src/connectors/',
    // `$1` is the network's own folder.
    [KERNEL, CONNECTOR_CONTRACT, '^src/platform/http/'],
    [CONNECTOR_REGISTRY, '^src/connectors/[^/]+/'],
  ),
  room('connectors-network', '^src/connectors/([^/]+)/', [
    KERNEL,
    CONNECTOR_CONTRACT,
    '^src/platform/http/',
    '^src/connectors/$1/',
  ]),
  room('entry', '^src/entry/', [
    ENTRY,
    PLATFORM,
    KERNEL,
    I18N,
    CONNECTOR_REGISTRY,
    CONNECTOR_CONTRACT,
    LANGUAGE,
    of(['workspaces'], files('contract', 'queries', 'use-cases', 'events', 'domain')),
    `^${ANY_MODULE}/${files('fields', 'policy')}`,
  ]),
  room('app', '^src/app/', [
    '^src/app/',
    ENTRY,
    UI,
    I18N,
    KERNEL,
    `^${ANY_MODULE}/${files('queries', 'use-cases', 'client', 'components', 'contract')}`,
    RENDER,
  ]),
  room('processes', '^src/(worker|server|cli)(\\.ts$|/)', [
    ENTRY,
    PLATFORM,
    KERNEL,
    CONNECTOR_REGISTRY,
    CONNECTOR_CONTRACT,
    '^src/(worker|server|cli)(\\.ts$|/)',
    // A plain server in front of Next.js hosts the same door files.
    '^src/app/api/',
    `^${ANY_MODULE}/${files('jobs', 'reactions', 'use-cases', 'queries', 'contract')}`,
  ]),
  room('next-hooks', '^src/(proxy|instrumentation|instrumentation-client)\\.ts$', [
    ENTRY,
    PLATFORM,
    KERNEL,
    I18N,
  ]),
  room('launch', '^src/launch/', [
    '^src/launch/',
    '^src/platform/env(\\.ts$|/)',
    '^src/platform/db/migrate',
    // What it starts.
    '^src/(worker|server|cli)\\.ts$',
    '^src/widget/main\\.ts$',
    '^prisma/seed\\.ts$',
    '^bench/run\\.ts$',
  ]),
  room('prisma', '^prisma/', [
    '^prisma/',
    '^src/entry/demo-workspace',
    `^${ANY_MODULE}/store/`,
    KERNEL,
    PLATFORM,
    CONNECTOR_CONTRACT,
    `^${ANY_MODULE}/${files('contract', 'use-cases', 'domain')}`,
  ]),
];

const KNOWN_ROOMS = [
  `^src/modules/(${moduleOrder.join('|')})/`,
  '^src/(kernel|platform|ui|i18n|connectors|entry|app|launch|widget)/',
  '^src/(worker|server|cli|proxy|instrumentation|instrumentation-client)\\.ts$',
  // The command line's verbs.
  '^src/cli/',
];

/** A package, wherever it resolves to. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

function only(name, packagePaths, allowedFrom) {
  return {
    name,
    severity: 'error',
    comment: `${name}: this package has one room`,
    from: { path: '^(src|prisma)/', pathNot: [TESTS, ...allowedFrom] },
    to: { path: packagePaths },
  };
}

const SERVER_FILE = `^${ANY_MODULE}/(?!${CLIENT_FILES})`;

const packageRules = [
  only(
    'database-only-in-platform-db',
    [packages('@prisma/[^/]+', 'prisma', 'pg', 'pg-[^/]+', '@types/pg'), '^src/platform/db/generated'],
    ['^src/platform/db/', '^src/launch/'],
  ),
  only(
    'queue-only-in-platform-jobs',
    [packages('graphile-worker')],
    [
      '^src/platform/jobs/',
      // Its tables are made with ours.
      '^src/platform/db/migrate',
    ],
  ),
  only(
    'next-only-at-the-edge',
    [packages('next')],
    [
      '^src/(app|entry|ui|i18n)/',
      '^src/server\\.ts$',
      '^src/(proxy|instrumentation|instrumentation-client)\\.ts$',
      `^${ANY_MODULE}/${files('components')}`,
    ],
  ),
  only('server-only-in-entry-page', [packages('server-only')], [`^src/entry/${files('page')}`]),
  {
    name: 'no-react-in-server-files',
    severity: 'error',
    comment: "A module's server files, kernel, platform and connectors know no interface",
    from: { path: [SERVER_FILE, '^src/(kernel|platform|connectors)/'], pathNot: [TESTS] },
    to: {
      path: [
        packages('react', 'react-dom', '@types/react', '@tanstack/[^/]+', '@base-ui/[^/]+', 'lucide-react'),
      ],
    },
  },
  {
    name: 'kernel-and-domain-do-no-io',
    severity: 'error',
    comment: 'Pure rules: no file system, network or process',
    from: { path: [`^${ANY_MODULE}/domain/`, '^src/kernel/'], pathNot: [TESTS] },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer)$' },
  },
];

const houseRules = [
  {
    name: 'no-circular',
    severity: 'error',
    comment: 'A circle of imports has no order to read it in; one that waits for import() has',
    from: { path: '^(src|prisma)/', pathNot: ['^src/platform/db/generated'] },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
  },
  {
    name: 'unknown-room',
    severity: 'error',
    comment: 'A file under src outside the known rooms',
    from: { path: '^src/', pathNot: [TESTS, ...KNOWN_ROOMS] },
    to: {},
  },
  {
    name: 'not-resolvable',
    severity: 'error',
    comment: 'An import that leads nowhere',
    from: { path: '^(src|prisma)/' },
    to: { couldNotResolve: true, pathNot: ['^src/platform/db/generated', '/generated/'] },
  },
  {
    name: 'nobody-imports-tests',
    severity: 'error',
    comment: 'Product code imports no test and no test support',
    from: { path: '^(src|prisma)/', pathNot: [TESTS] },
    to: { path: [TESTS, '^tests/', '^bench/'], pathNot: ['^bench/run\\.ts$'] },
  },
  {
    name: 'connector-contract-is-a-type',
    severity: 'error',
    comment: "Modules know the connectors' contract as a type; the registry is handed on by entry and worker",
    from: { path: '^src/modules/', pathNot: [TESTS] },
    to: { path: '^src/connectors/', dependencyTypesNot: ['type-only'] },
  },
];

export default {
  forbidden: [...rooms, ...moduleOrder.flatMap(moduleRooms), ...packageRules, ...houseRules],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^src/platform/db/generated'] },
    exclude: { path: ['\\.css$', '(^|/)\\.next/'] },
    combinedDependencies: true,
  },
};
