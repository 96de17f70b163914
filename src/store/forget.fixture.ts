import type { PersonId } from '../people/person.ts';
import type { Decision } from '../register/entry.ts';
import type { OpenRegister } from './open.ts';
import { clock, reportOf } from './register.fixture.ts';

/** The people of the reports below. */
export const MARYIA = 'aaaaaaaaaaaaaaaa';
export const VIKTAR = 'bbbbbbbbbbbbbbbb';
export const ALES = 'cccccccccccccccc';
export const VOLHA = 'dddddddddddddddd';

export const release = reportOf(
  [
    'Марыя Калеснікава і яшчэ двое на волі',
    'Выйшлі Марыя Калеснікава, Віктар Бабарыка і Алесь Бяляцкі. Калеснікаву асудзілі ў 2021-м.',
    'Бабарыка сказаў: «Я бачыў Марыю Калеснікаву ў аўтобусе». Калеснікава сказала: «Я не шкадую».',
    'Сустракала яе Вольга Калеснікава, затрыманая ў 2022-м.',
    'Дачка Калеснікавай прыехала з Літвы.',
  ],
  [
    {
      kind: 'released',
      persons: ['Марыя Калеснікава', 'Віктар Бабарыка', 'Алесь Бяляцкі'],
      date: '2025-12-13',
      words: 'Выйшлі Марыя Калеснікава, Віктар Бабарыка і Алесь Бяляцкі.',
    },
    { kind: 'sentenced', persons: ['Марыя Калеснікава'], date: '2021', words: 'Калеснікаву асудзілі ў 2021-м.' },
    {
      kind: 'statement',
      speaker: 'Віктар Бабарыка',
      quote: 'Я бачыў Марыю Калеснікаву ў аўтобусе',
      words: 'Бабарыка сказаў: «Я бачыў Марыю Калеснікаву ў аўтобусе».',
    },
    {
      kind: 'statement',
      speaker: 'Марыя Калеснікава',
      quote: 'Я не шкадую',
      words: 'Калеснікава сказала: «Я не шкадую».',
    },
    {
      kind: 'detained',
      persons: ['Вольга Калеснікава'],
      date: '2022',
      words: 'Сустракала яе Вольга Калеснікава, затрыманая ў 2022-м.',
    },
    { kind: 'transferred', persons: ['Калеснікава'], place: 'Літва', words: 'Дачка Калеснікавай прыехала з Літвы.' },
  ],
  { address: 'https://news.example/%D0%9A%D0%B0%D0%BB%D0%B5%D1%81%D0%BD%D1%96%D0%BA%D0%B0%D0%B2%D0%B0' },
);
export const russian = reportOf(
  ['Суд', 'Колесникову и Бабарико судили в Минске. По словам Марии Колесниковой, суд был закрыт.'],
  [
    {
      kind: 'charged',
      persons: ['Мария Колесникова', 'Виктор Бабарико'],
      words: 'Колесникову и Бабарико судили в Минске.',
    },
    { kind: 'statement', accordingTo: 'Мария Колесникова', words: 'По словам Марии Колесниковой, суд был закрыт.' },
  ],
);
export const other = reportOf(
  ['Viasna', 'Viasna counts 1,222 political prisoners.'],
  [{ kind: 'figure', measure: 'held', count: 1222, by: 'Viasna', words: 'Viasna counts 1,222 political prisoners.' }],
);

/** Fills a register in which three reports name four people; the claims are 1–6, 8–9 and 11. */
export async function fill(register: OpenRegister): Promise<void> {
  clock.instant = '2025-12-15T09:30:00Z';
  for (const report of [release, russian, other]) await register.addReport(report);
  const link = (claim: number, name: string, person: PersonId): Decision => ({
    decision: 'link',
    claim,
    name,
    person,
    verdict: 'same',
    reason: `${name} is named here`,
  });
  clock.instant = '2025-12-16T09:30:00Z';
  const accept = [1, 2, 3, 4, 5, 8, 9, 11].map((claim): Decision => ({ decision: 'accept', claim, reason: 'read it' }));
  await register.decide('Alena', [
    ...accept,
    link(1, 'Марыя Калеснікава', MARYIA),
    link(1, 'Віктар Бабарыка', VIKTAR),
    link(1, 'Алесь Бяляцкі', ALES),
    link(2, 'Марыя Калеснікава', MARYIA),
    link(3, 'Віктар Бабарыка', VIKTAR),
    link(4, 'Марыя Калеснікава', MARYIA),
    link(5, 'Вольга Калеснікава', VOLHA),
    link(8, 'Мария Колесникова', MARYIA),
    link(8, 'Виктор Бабарико', VIKTAR),
  ]);
  const claim = register.state().claims.get(1)?.claim;
  if (!claim) throw new Error('no claim 1');
  const amended = { ...claim, place: 'Вільня' };
  await register.decide('Alena', [
    { decision: 'amend', claim: 1, amended, reason: 'Калеснікава і Бабарыка былі ў Вільні' },
    { decision: 'describe', person: MARYIA, sex: 'female', reason: 'so the reports say' },
  ]);
  clock.instant = '2025-12-18T09:30:00Z';
}

/** Two people remove a person. */
export async function remove(register: OpenRegister, person: PersonId): Promise<void> {
  const decision: Decision = { decision: 'remove', person, reason: 'сям’я Калеснікавай просіць' };
  await register.decide('Alena', [decision]);
  await register.decide('Maryna', [decision]);
}

/** Which of some words stand in some bytes, plainly or in base 64 at any of its three places. */
export function traces(bytes: Buffer, words: readonly string[]): string[] {
  return words.filter((word) => {
    const plain = Buffer.from(word);
    const encoded = [0, 1, 2].map((shift) => {
      // The characters at both ends depend on the neighbours too, so they are left out.
      const text = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64url');
      return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + plain.length) * 8) / 6));
    });
    return bytes.includes(plain) || encoded.some((text) => bytes.includes(text));
  });
}

/** What would be left of Maryia, in two scripts and an address. */
export const NAMES = ['Марыя', 'Марыю', 'Колесников', 'Марии', 'Мария', 'Калеснікаву', 'Калеснікавай', '%D0%9A%D0%B0'];
