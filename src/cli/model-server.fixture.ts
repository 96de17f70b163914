import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server got it. */
export interface Asking {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The two messages of a well-formed request: the task, and the passages as they were sent. */
  readonly task: string;
  readonly passages: string;
}

/** How the server answers. */
export type Answering = (asking: Asking, response: ServerResponse) => void;

/** A real server on this computer that speaks as an OpenAI-compatible endpoint does, or as badly as a test wants. */
export interface ModelServer {
  readonly url: string;
  readonly port: number;
  readonly asked: Asking[];
  answer: Answering;
  close(): Promise<void>;
}

export async function modelServer(answer: Answering = says('{"claims":[]}')): Promise<ModelServer> {
  const asked: Asking[] = [];
  const server = createServer((request, response) => {
    void received(request).then((text) => {
      const asking = {
        ...messagesIn(text),
        text,
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
      };
      asked.push(asking);
      model.answer(asking, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const model: ModelServer = {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    asked,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return model;
}

/** Answers as the protocol has it, with this content. */
export function says(content: string | ((asking: Asking) => string)): Answering {
  return (asking, response) => {
    const message = { role: 'assistant', content: typeof content === 'string' ? content : content(asking) };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ id: 'x', object: 'chat.completion', choices: [{ index: 0, message, finish_reason: 'stop' }] }),
    );
  };
}

/** Answers with a status, headers and a body of its own. */
export function sends(
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Answering {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

async function received(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function messagesIn(text: string): { task: string; passages: string } {
  try {
    const [system, other] = JSON.parse(text).messages;
    return { task: system.content, passages: other.content };
  } catch {
    return { task: '', passages: '' };
  }
}
