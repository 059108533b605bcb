import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeApi } from '@/entry/openapi';
import { describedRoutes } from './described-routes';
import { apiRoutes } from './routes';

it('lists every route of the folder tree, and nothing else', () => {
  const inTree = globSync('src/app/api/**/route.ts')
    .map((path) => path.replace(/^src\/app/, '').replace(/\/route\.ts$/, ''))
    .filter((path) => !path.startsWith('/api/auth'));
  expect(apiRoutes.map(({ path }) => path).sort()).toEqual(inTree.sort());
});

it('describes every endpoint of the API, each parameter of its path included', () => {
  const description = describeApi(describedRoutes, 'https://rapport.example');
  const paths = description.paths as Record<
    string,
    Record<string, { parameters: { name: string; in: string }[] }>
  >;
  const described = describedRoutes.filter(({ path }) => path.startsWith('/api/v1/'));
  expect(Object.keys(paths)).toHaveLength(described.length);
  for (const [path, operations] of Object.entries(paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const operation of Object.values(operations)) {
      expect(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
    }
  }
  expect(JSON.parse(JSON.stringify(description))).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/api/v1/conversations': {
        get: {
          parameters: expect.arrayContaining([
            { name: 'sort', in: 'query', required: false, schema: expect.anything() },
          ]),
        },
      },
    },
  });
});
