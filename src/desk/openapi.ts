import { z } from 'zod';
import type { Operation } from './operation.ts';
import { ErrorAnswer } from './shapes.ts';

type Json = { readonly [key: string]: unknown };

/** The description of the API (OpenAPI 3.1), made from the shapes that check what comes in. */
export function openApi(operations: readonly Operation[], title: string): Json {
  const components: Record<string, unknown> = {};
  const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => hoisted(shape, io, components);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation, schemaOf) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description: 'Answers on the machine of the desk only. Errors are JSON with one sentence.',
    },
    paths,
    components: { schemas: components },
  };
}

function described(
  { id, summary, params, query, body, answer }: Operation,
  schemaOf: (shape: z.ZodType, io: 'input' | 'output') => Json,
): Json {
  const parameters = [...parametersIn('path', params, schemaOf), ...parametersIn('query', query, schemaOf)];
  const trouble = { content: { 'application/json': { schema: schemaOf(ErrorAnswer, 'output') } } };
  return {
    operationId: id,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      '200': { description: 'Done.', content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
      '403': { description: 'Not from this machine, or from a page of another site.', ...trouble },
      ...(params && { '404': { description: 'There is no such thing.', ...trouble } }),
      ...(body && { '415': { description: 'The body is not declared as JSON.', ...trouble } }),
      '422': { description: 'Not understood, or may not be decided.', ...trouble },
    },
  };
}

function parametersIn(
  place: 'path' | 'query',
  shape: z.ZodObject | undefined,
  schemaOf: (shape: z.ZodType, io: 'input' | 'output') => Json,
): readonly Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}

// A shape with an id is described once, among the components, and referred to from everywhere else.
function hoisted(shape: z.ZodType, io: 'input' | 'output', components: Record<string, unknown>): Json {
  const made = JSON.stringify(z.toJSONSchema(shape, { io, target: 'draft-2020-12' }));
  const {
    $schema: _,
    $defs = {},
    id,
    ...rest
  } = JSON.parse(made.replaceAll('"#/$defs/', '"#/components/schemas/')) as {
    $schema?: string;
    $defs?: Record<string, Json>;
    id?: string;
  } & Json;
  for (const [name, { id: __, ...schema }] of Object.entries($defs)) components[name] = schema;
  if (id === undefined) return rest;
  components[id] = rest;
  return { $ref: `#/components/schemas/${id}` };
}
