import type { Passage } from '../text/passage.ts';
import type { Story } from './draft.ts';
import { spokenAt } from './draft.ts';
import { grammarOf } from './families.ts';
import type { Line } from './line.ts';
import { partyAt } from './line.ts';
import type { FullName } from './names.ts';
import type { Token } from './tokens.ts';

/**
 * Who says something, as the report words it or in the fullest form it has of a name.
 *
 * @example
 * { text: 'Volodymyr Zelenskyy', name: { text: 'Volodymyr Zelenskyy', passage: … } }
 */
export interface Speaker {
  readonly text: string;
  readonly name: FullName | null;
  /** True where the passage has only "she" or "the group". */
  readonly meant?: true;
}

const LONGEST = 16;

/** The speaker who stands before a verb of saying, or null. */
export function speakerBefore(story: Story, line: Line, said: number): Speaker | null {
  const { tokens } = line;
  const verb = headOf(line, said);
  const named = nameInMarks(story, line, verb - 1, -1);
  if (named) return named;
  let begin = verb;
  while (begin > 0 && verb - begin < LONGEST && !bounds(line, begin - 1)) begin -= 1;
  if (begin === verb) {
    if (tokens[verb - 1]?.text === ',') return asideSpeaker(story, line, verb);
    const joined = story.page.wording.habits.has('subject left out') && tokens[verb - 1]?.tags.has('and');
    const party = joined ? grammarOf(story.page.wording).sayerOverAside(line, verb) : null;
    const quoted = party && spokenAt(story.quotes, tokens[party.from]?.start ?? 0);
    return party?.name && !quoted ? { text: party.name.text, name: party.name } : null;
  }
  return nounSpeaker(story, line, begin, verb) ?? (joinedTo(line, begin) ? asideSpeaker(story, line, verb) : null);
}

// "had reported", "was quoted as saying": the verb begins with its helpers.
function headOf({ tokens }: Line, said: number): number {
  let at = said;
  while (['be', 'have', 'modal', 'adverb', 'not', 'quoted'].some((tag) => tokens[at - 1]?.tags.has(tag))) at -= 1;
  return at;
}

function joinedTo({ tokens }: Line, begin: number): boolean {
  const before = tokens[begin - 1];
  return before !== undefined && ['who', 'be', 'have'].some((tag) => before.tags.has(tag));
}

// "Aleksandr Morozov, a Russian journalist, said"
function asideSpeaker(story: Story, line: Line, verb: number): Speaker | null {
  const party = grammarOf(story.page.wording).sayerOverAside(line, verb);
  if (party?.name && party.is === 'person') return { text: party.name.text, name: party.name };
  return bodyBefore(story, line, verb);
}

function bodyBefore(story: Story, line: Line, verb: number): Speaker | null {
  for (const run of [...line.runs].reverse()) {
    if (run.to > verb || verb - run.to > LONGEST * 2 || run.is === 'place') continue;
    if (line.tokens[run.from - 1]?.tags.has('prep') || line.tokens[run.from - 1]?.tags.has('of')) continue;
    if (spokenAt(story.quotes, line.tokens[run.from]?.start ?? 0)) continue;
    const name = story.page.names.fullNameOf(run, line.tokens);
    if (name) return { text: name.text, name: null };
  }
  return null;
}

/** The speaker who stands after a verb of saying or "according to", or null. */
export function speakerAfter(story: Story, line: Line, from: number): Speaker | null {
  const day = line.dates.find((date) => date.from === from);
  const begin = addresseeEnd(line, day ? day.to : from);
  let end = begin;
  // «informaron sus familiares a la agencia»: whom they told is not who speaks.
  const told = (at: number) => at > begin && line.tokens[at]?.tags.has('addressed') === true;
  while (end < line.tokens.length && end - begin < LONGEST && !bounds(line, end) && !told(end)) end += 1;
  const named = nameInMarks(story, line, end, 1);
  if (named) return named;
  return end === begin ? null : (apposedSpeaker(line, begin, end) ?? nounSpeaker(story, line, begin, end));
}

// «dijo a la AFP Ales Novik», «dijo al diario local»: whom it was said to stands before whoever said it.
function addresseeEnd(line: Line, from: number): number {
  const { tokens } = line;
  if (!tokens[from]?.tags.has('addressed')) return from;
  let at = tokens[from + 1]?.tags.has('article') ? from + 2 : from + 1;
  for (; at < from + LONGEST && !bounds(line, at); at += 1) {
    const token = tokens[at];
    const run = line.runs.find((one) => one.from === at);
    if (run) return run.to;
    if (token?.tags.has('outlet')) return at + 1;
    if (token?.tags.has('article')) return at;
  }
  return at;
}

// "said one of her lawyers, Adam Hul"
function apposedSpeaker(line: Line, from: number, to: number): Speaker | null {
  const party = line.tokens[to]?.text === ',' ? partyAt(line, to + 1) : null;
  const titled = line.tokens
    .slice(from, to)
    .some((token) => !token.upper && SOMEONE.some((tag) => token.tags.has(tag)));
  if (!titled || party?.is !== 'person' || !party.name || personWithin(line, from, to)) return null;
  return { text: party.name.text, name: party.name };
}

const LINES_BACK = 4;

/** Who speaks where a language leaves the subject away («añadió»): whoever spoke or was spoken of last. */
export function speakerLeftOut(story: Story, line: Line): Speaker | null {
  if (!story.page.wording.habits.has('subject left out')) return null;
  const { body, speaker } = story.memory;
  const later = body !== null && line.index - body.line <= LINES_BACK && body.line >= (speaker?.line ?? 0);
  return later ? bodyMeant(body) : meant(story, line, undefined);
}

// «Вясна», "Amnesty": a name in quotation marks of its own, which ends or begins at a mark.
function nameInMarks(story: Story, line: Line, mark: number, step: 1 | -1): Speaker | null {
  if (!/^["“”«»„]$/.test(line.tokens[mark]?.text ?? '')) return null;
  const run = line.runs.find((one) => (step === 1 ? one.from === mark + 1 : one.to === mark));
  const other = run ? line.tokens[step === 1 ? run.to : run.from - 1] : undefined;
  if (!run || !/^["“”«»„]$/.test(other?.text ?? '')) return null;
  const name = story.page.names.fullNameOf(run, line.tokens);
  return name ? { text: name.text, name: null } : null;
}

// Words that no speaker's name runs over.
const CLAUSES = ['say', 'who', 'that', 'have', 'meanwhile', 'after'] as const;

function bounds(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token) return true;
  if (token.shape === 'mark') return !"-'s’&/(".includes(token.text);
  if (CLAUSES.some((tag) => token.tags.has(tag))) return true;
  return token.tags.has('be') || (token.tags.has('and') && !token.upper && line.tokens[at + 1]?.upper === false);
}

// The words between two bounds as a speaker: a name where one stands free, "she" and "the group" as whoever was meant
// before, and else the words themselves.
function nounSpeaker(story: Story, line: Line, from: number, to: number): Speaker | null {
  const { tokens } = line;
  const first = tokens[from];
  if (!first) return null;
  const person = personWithin(line, from, to);
  if (person) return { text: person.text, name: person };
  const pronoun = partyAt(line, from);
  if (pronoun?.is === 'pronoun' && tokens.slice(pronoun.to, to).every((token) => token.tags.has('adverb')))
    return meant(story, line, first);
  // "a State Department spokesperson" is who speaks, not the department.
  const head = tokens[to - 1];
  if (first.tags.has('article') && !first.tags.has('definite') && head?.tags.has('role') && !head.upper)
    return worded(story, line, from, to);
  const last = partyAt(line, to - 1);
  if (last?.is === 'pronoun') return meant(story, line, tokens[last.from]);
  const run = line.runs.find((one) => one.from >= from && one.to <= to && !hangs(line, one.from, from));
  const body = run ? story.page.names.fullNameOf(run, tokens) : null;
  if (body && run && run.is !== 'unknown' && run.from - from < 8) return { text: body.text, name: null };
  // "The government said" is the government; "the spokesperson said" is whoever was meant.
  const authority = tokens.slice(from, to).some((token) => token.tags.has('authority') && !token.tags.has('role'));
  if (first.tags.has('definite') && !run)
    return authority ? worded(story, line, from, to) : described(story, line, from, to);
  if (body) return { text: body.text, name: null };
  const someone = tokens.slice(from, to).some((token) => SOMEONE.some((tag) => token.tags.has(tag)));
  if (!someone) return null;
  // Without articles a bare "the politician" is told from "a politician" only by who was spoken of.
  const bare = story.page.wording.habits.has('no articles') && to - from === 1 && story.memory.speaker !== null;
  return (bare ? described(story, line, from, to) : null) ?? worded(story, line, from, to);
}

const SOMEONE = ['role', 'people', 'authority'] as const;

function personWithin(line: Line, from: number, to: number): FullName | null {
  for (let at = from; at < to; at += 1) {
    const party = partyAt(line, at);
    if (party?.is === 'person' && party.name && !hangs(line, party.from, from)) return party.name;
    if (party) at = party.to - 1;
  }
  return null;
}

function hangs(line: Line, at: number, from: number): boolean {
  for (let back = at - 1; back >= from; back -= 1) {
    const token = line.tokens[back];
    if (token?.tags.has('prep')) return !line.tokens.slice(from, back).every((before) => before.tags.has('adverb'));
    if (token?.shape === 'mark') return false;
    if (token && !token.tags.has('role') && !token.tags.has('demonym') && !token.tags.has('definite')) return false;
  }
  return false;
}

function meant(story: Story, line: Line, pronoun: Token | undefined): Speaker | null {
  const { memory } = story;
  if (pronoun?.tags.has('neuter')) return memory.body ? bodyMeant(memory.body) : null;
  const last = memory.speaker;
  if (last && line.blockIndex - last.block <= 2 && !memory.newer)
    return { text: last.text, name: last.name, meant: true };
  const name = memory.person(pronoun, line.index);
  return name ? { text: name.text, name, meant: true } : null;
}

function bodyMeant(body: { readonly text: string; readonly passage: Passage }): Speaker {
  return { text: body.text, name: { text: body.text, passage: body.passage }, meant: true };
}

// "the spokesperson", "the one-time presidential hopeful": whoever spoke or was spoken of last.
function described(story: Story, line: Line, from: number, to: number): Speaker | null {
  const { memory } = story;
  const group = line.tokens
    .slice(from, to)
    .some((token) => token.tags.has('group') || (token.tags.has('body') && !token.upper));
  if (group && memory.body) return bodyMeant(memory.body);
  const last = memory.speaker;
  if (last && line.blockIndex - last.block <= 3) return { text: last.text, name: last.name, meant: true };
  const name = memory.person(undefined, line.index);
  return name ? { text: name.text, name, meant: true } : null;
}

function worded(story: Story, line: Line, from: number, to: number): Speaker | null {
  const start = line.tokens[from]?.start;
  const end = line.tokens[to - 1]?.end;
  if (start === undefined || end === undefined) return null;
  return { text: story.page.text.slice(start, end).replace(/\s+/g, ' ').replace(/[*_]+/g, ''), name: null };
}
