import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { Refused } from '../text/refusal.ts';
import type { World } from './world.ts';

/** The options of a command, in the shape of node:util's `parseArgs`. */
type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the program: one file, one name, one page of help. */
export interface Command {
  readonly name: string;
  /** The page that `--help` prints, from the usage line on. */
  readonly help: string;
  readonly options: Options;
  /** How many words it takes beside its options; any number where it does not say. */
  readonly most?: number;
  run(given: Given, world: World): Promise<void>;
}

/** What was given to a command: its words, its switches and its values. */
export class Given {
  readonly words: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(words: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.words = words;
    this.#values = values;
  }

  /** True where a switch was given. */
  has(name: string): boolean {
    return this.#values[name] === true;
  }

  /** The value of an option, or undefined where it was not given. */
  value(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The value of an option that must be given. */
  required(name: string, why: string): string {
    const value = this.value(name);
    if (value === undefined || value.trim() === '') throw new Refused(`--${name} is missing: ${why}.`);
    return value;
  }

  /** Every value of an option that may be given several times. */
  values(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  }
}

/** Options that several commands share. */
export const SHARED = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

/** Options of the commands that open a register. */
export const REGISTER = { ...SHARED, register: { type: 'string' } } as const satisfies Options;

/** Options of the commands that enter something under a name. */
export const AUTHORED = { ...REGISTER, as: { type: 'string' } } as const satisfies Options;

/** Reads what was given to a command. Throws `Refused` for an option it does not know, and for a word too many. */
export function parse(command: Command, args: readonly string[]): Given {
  const given = optionsAndWords(command, args);
  noMoreThan(command.most ?? Number.POSITIVE_INFINITY, given.words, command.name);
  return given;
}

/** Throws `Refused` where more words were given than are understood: what was not understood must not be passed over. */
export function noMoreThan(most: number, words: readonly string[], command: string): void {
  const extra = words[most];
  if (extra === undefined) return;
  throw new Refused(
    `${extra} is a word too many: put a name of several words in quotes, and see unforgotten ${command} --help.`,
  );
}

function optionsAndWords(command: Command, args: readonly string[]): Given {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: command.options, allowPositionals: true });
    return new Given(positionals, values);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.(?: |$)/);
    throw new Refused(`${reason}: see unforgotten ${command.name} --help.`);
  }
}

/** The name under which something is entered, a pseudonym as a rule. */
export function authorOf(given: Given, world: World): string {
  const author = (given.value('as') ?? world.env.UNFORGOTTEN_AUTHOR ?? '').trim();
  if (author === '') {
    throw new Refused('Say who decides, a pseudonym will do: --as NAME, or set UNFORGOTTEN_AUTHOR.');
  }
  return author;
}
