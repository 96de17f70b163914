import { posix } from 'node:path';
import type { Comment, Program } from 'oxc-parser';

/** A source file as the tidy test reads it. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
}

/** What a file imports or re-exports, types included; own files as paths from the root of the repository. */
export function importsIn(file: SourceFile): { readonly target: string }[] {
  return file.program.body.flatMap((node) => {
    const from =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration'
        ? node.source
        : null;
    if (!from) return [];
    const target = from.value.startsWith('.') ? posix.join(posix.dirname(file.name), from.value) : from.value;
    return [{ target }];
  });
}

/** Import cycles among files, each as its members in order. */
export function cyclesIn(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.name, importsIn(file).map(({ target }) => target)]));
  const state = new Map<string, 'open' | 'closed'>();
  const found: string[] = [];
  const visit = (name: string, trail: readonly string[]): void => {
    if (state.get(name) === 'closed') return;
    if (state.get(name) === 'open') {
      found.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
      return;
    }
    state.set(name, 'open');
    for (const target of graph.get(name) ?? []) if (graph.has(target)) visit(target, [...trail, name]);
    state.set(name, 'closed');
  };
  for (const name of graph.keys()) visit(name, []);
  return found;
}

/** Every function with a body of statements: its name, where it has one, and its length in lines. */
export function functionsIn(file: SourceFile): { name: string; lines: number }[] {
  const found: { name: string; lines: number }[] = [];
  walk(file.program, (node) => {
    const body = node.body as Node | undefined;
    if (!/Function/.test(String(node.type)) || body?.type !== 'BlockStatement') return;
    const id = node.id as { name?: string } | null | undefined;
    const slice = file.text.slice(Number(node.start), Number(node.end));
    found.push({ name: id?.name ?? slice.slice(0, 40).split('\n')[0] ?? '', lines: slice.split('\n').length });
  });
  return found;
}

/** True where a pattern stands in the code of a file; in its comments only where asked. */
export function bannedIn(file: SourceFile, pattern: RegExp, { comments = false } = {}): boolean {
  let text = file.text;
  if (!comments) {
    for (const { start, end } of file.comments) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return pattern.test(text);
}

/** Exported types, interfaces and classes without a doc comment that holds an `@example`. */
export function undocumentedIn(file: SourceFile): string[] {
  return file.program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return [];
    const { declaration } = node;
    const isType = ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'ClassDeclaration'].includes(declaration.type);
    if (!isType) return [];
    const before = file.comments.filter((comment) => comment.end <= node.start).at(-1);
    const touches = before && file.text.slice(before.end, node.start).trim() === '';
    if (touches && before.type === 'Block' && before.value.startsWith('*') && before.value.includes('@example'))
      return [];
    const { id } = declaration as { id?: { name: string } | null };
    return [id?.name ?? 'unnamed'];
  });
}

type Node = Record<string, unknown>;

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  if (typeof (node as Node).type === 'string') visit(node as Node);
  for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit);
}
