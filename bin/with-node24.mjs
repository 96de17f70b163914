#!/usr/bin/env node
// Runs a tool of the house under Node 24, wherever Node 20 or later is installed: node bin/with-node24.mjs vitest run
import { delimiter, dirname } from 'node:path';
import { become, requireNode24 } from './brought-node.mjs';

const [tool, ...args] = process.argv.slice(2);
const path = `${dirname(requireNode24())}${delimiter}${process.env.PATH ?? ''}`;
become(tool, args, { env: { ...process.env, PATH: path }, shell: process.platform === 'win32' });
