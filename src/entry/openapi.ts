import { z } from 'zod';
import { errorCodes } from '@/kernel/errors';
import { env } from '@/platform/env';
import type { EndpointFacts } from './route';

export interface DescribedRoute {
  /** As in the folder tree: `/api/v1/conversations/[conversationId]`. */
  path: string;
  /** By method; those without `endpoint` facts (webhooks, health) are left out. */
  handlers: Partial<Record<string, object>>;
}

type Json = Record<string, unknown>;

/** The description needs no key; it is made once, when first asked for. */
export function openapiDoor(routes: readonly DescribedRoute[]): () => Promise<Response> {
  let made: Json | undefined;
  return async () => {
    made ??= describeApi(routes, env().PUBLIC_URL);
    return Response.json(made, { headers: { 'cache-control': 'public, max-age=300' } });
  };
}

/** OpenAPI 3.1 of every route with facts about its endpoints; schemas come from the very contracts that parse. */
export function describeApi(routes: readonly DescribedRoute[], serverUrl: string): Json {
  const paths = routes.flatMap(({ path, handlers }) => {
    const operations = Object.entries(handlers).flatMap(([method, handler]) =>
      handler && 'endpoint' in handler
        ? [[method.toLowerCase(), operation(path, method, handler.endpoint as EndpointFacts)] as const]
        : [],
    );
    return operations.length === 0 ? [] : [[openPath(path), Object.fromEntries(operations)] as const];
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport API',
      version: '1',
      description:
        'Conversations, people and what is done with them. A key has the rights of its member. Lists take `limit` and `cursor` and answer `{"data": […], "nextCursor": …}`.',
    },
    servers: [{ url: serverUrl }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problem },
    },
    paths: Object.fromEntries(paths),
  };
}

const problem: Json = {
  type: 'object',
  description: 'RFC 9457. `reason` is stable; `fields` name what to change.',
  required: ['type', 'title', 'status', 'code', 'reason', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: errorCodes },
    reason: { type: 'string' },
    params: { type: 'object' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'reason'],
        properties: { path: { type: 'string' }, reason: { type: 'string' }, params: { type: 'object' } },
      },
    },
    requestId: { type: 'string' },
  },
};

const IDEMPOTENCY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request is answered once and repeated for a day.',
  schema: { type: 'string', maxLength: 255 },
};

function operation(path: string, method: string, facts: EndpointFacts): Json {
  const input = schemaOf(facts.input, 'input');
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required ?? []) as string[]);
  const inPath = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? '');
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  const isInQuery = !facts.isWrite || facts.body === 'file';
  const parameters: Json[] = [
    ...inPath.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: properties[name] ?? { type: 'string' },
    })),
    ...(isInQuery
      ? rest.map(([name, schema]) => ({ name, in: 'query', required: required.has(name), schema }))
      : []),
    ...(facts.isWrite && facts.body !== 'file' ? [IDEMPOTENCY] : []),
  ];
  const body =
    facts.body === 'file' ? fileContent : isInQuery || rest.length === 0 ? null : jsonBody(rest, required);
  return {
    summary: facts.summary,
    description: `Needs the permission \`${facts.permission}\`.`,
    operationId: `${method.toLowerCase()}${operationName(path)}`,
    parameters,
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      [facts.status]: { description: 'Done', ...answerContent(facts) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const fileContent = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

function answerContent({ output, answer }: EndpointFacts): Json {
  if (answer === 'file') return { content: fileContent };
  return output ? { content: { 'application/json': { schema: schemaOf(output, 'output') } } } : {};
}

function jsonBody(rest: readonly (readonly [string, Json])[], required: ReadonlySet<string>): Json {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(rest),
    required: rest.map(([name]) => name).filter((name) => required.has(name)),
    additionalProperties: false,
  };
  return { 'application/json': { schema } };
}

/** Dates cross the border as text; what JSON Schema cannot say stays open. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type !== 'date') return;
      jsonSchema.type = 'string';
      jsonSchema.format = 'date-time';
    },
  });
  return json as Json;
}

function openPath(path: string): string {
  return path.replace(/\[(\w+)\]/g, '{$1}');
}

function operationName(path: string): string {
  return path
    .replace('/api/v1', '')
    .split(/[^a-zA-Z]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
