#!/usr/bin/env node
// Starts the program under Node 24: from the sources in a checkout (Node 24 strips the types), from dist in an
// installed package (Node strips no types there).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { become, requireNode24 } from './brought-node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'src', 'cli', 'main.ts');
const program = existsSync(sources) ? sources : join(root, 'dist', 'cli', 'main.js');

const node = requireNode24();
if (node === process.execPath) await import(pathToFileURL(program).href);
else become(node, [program, ...process.argv.slice(2)]);
