import type { z } from 'zod';

/** One thing the API does: enough to route a request to it, check what comes in, do it and describe it. */
export interface Operation {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/claims/{number}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly answer: z.ZodType;
  /** Does it, with what came in checked. What it returns is sent as JSON. */
  readonly run: (given: Given) => unknown;
}

/** What came in with a request, each part checked by its shape. */
interface Given<P = unknown, Q = unknown, B = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

type Described<P, Q, B> = Omit<Operation, 'run' | 'params' | 'query' | 'body'> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
};

/** Ties what an operation does to the shapes of what it is given, so that one cannot change without the other. */
export function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject>(
  described: Described<P, Q, B>,
  run: (given: Given<z.infer<P>, z.infer<Q>, z.infer<B>>) => unknown,
): Operation {
  return { ...described, run: run as Operation['run'] };
}
