import type { EditionBody, Entry } from '../register/entry.ts';
import { History, type Told } from '../register/history.fixture.ts';
import { type NoteKey, newKey, signNote } from '../register/note.ts';
import { knownOn, rebuild } from '../register/rebuild.ts';
import { seal } from '../register/sealed.ts';
import type { SealedEntry } from '../register/shelf.ts';
import type { StoryFile } from './edition.ts';
import type { EditionSource } from './source.ts';

/** The ids of the persons of the example, by a word that calls them to mind. */
export const WHO = {
  flutist: 'k3vq9h2mxa7tw5bn',
  banker: 'm2xz7c4rda8yq3fp',
  laureate: 'p7aatn5w2kx9v4hc',
  journalist: 'q9rsbm3e6jz8u2xd',
  hidden: 'z4wxgp7n2cv5t9ks',
  waiting: 'w5tyhq8m3dx6r2bf',
} as const;

/** Every way in which a report of the example writes the person who is withheld. */
export const HIDDEN_NAMES = ['Янка Незнаны', 'Ян Незнаный', 'Janka Nieznany', 'Yanka Neznany'] as const;

/** The person about whom nobody has decided. */
export const WAITING_NAME = 'Waiting Sample';

/**
 * The register of the three sample reports, written by hand, with what must not show beside it: a withheld person, a
 * claim nobody accepted, a claim that was refused.
 */
export function exampleHistory(): History {
  const history = new History('2025-12-15');
  english(history);
  history.day = '2025-12-17';
  russian(history);
  history.day = '2026-01-03';
  belarusian(history);
  history.day = '2026-01-05';
  history.decide('Alena', { decision: 'describe', person: WHO.flutist, sex: 'female' });
  history.decide('Alena', { decision: 'describe', person: WHO.journalist, sex: 'male' });
  history.bothDecide({ decision: 'recognise', person: WHO.journalist, by: 'Viasna', date: '2021-03' });
  hide(history);
  return history;
}

/** An open register over a history, in memory: what the store's is on a disk. */
export class ExampleSource implements EditionSource {
  readonly #key: NoteKey = newKey('unforgotten.example/register', Buffer.alloc(32, 7));
  readonly #entries: Entry[];
  readonly #sealed: SealedEntry[];
  readonly origin = 'unforgotten.example/register';

  constructor(entries: readonly Entry[] = exampleHistory().entries) {
    this.#entries = [...entries];
    this.#sealed = this.#entries.map(sealedForTest);
  }

  get verifierKey(): string {
    return this.#key.verifierKey;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  state() {
    return rebuild(this.#entries);
  }

  stateKnownOn(day: string) {
    return rebuild(knownOn(this.#entries, day));
  }

  lines(): readonly string[] {
    return this.#sealed.map(({ line }) => line);
  }

  sealed(number: number): SealedEntry {
    const found = this.#sealed[number];
    if (!found) throw new RangeError(`no entry ${number}`);
    return found;
  }

  sign(text: string): string {
    return signNote(text, this.#key);
  }

  append(entry: Omit<Entry, 'number'>): void {
    const whole = { ...entry, number: this.#entries.length } as Entry;
    this.#entries.push(whole);
    this.#sealed.push(sealedForTest(whole));
  }

  async recordEdition(edition: EditionBody): Promise<void> {
    this.append({ entered: '2026-01-06T18:00:00Z', author: 'Alena', kind: 'edition', body: edition });
  }
}

/** A story that binds nothing, with a body of one's own. */
export function storyWith(body: string, head = ''): StoryFile {
  const front = `title: A story\nstandfirst: Of few words.\nbyline: Unforgotten\npublished: 2025-12-20\nlanguage: en\nslug: a-story\n${head}`;
  return { name: 'story.md', text: `---\n${front}---\n\n${body}\n` };
}

function said(
  text: string,
): Pick<Told, 'passage'> & { readonly passage: { start: number; end: number; text: string } } {
  return { passage: { start: 0, end: text.length, text } };
}

function english(history: History): void {
  const report = history.report({
    address: '1-release.html',
    type: 'text/html',
    title: 'Minsk Frees 123 Prisoners After Washington Moves On Fertilizer Sanctions',
    published: '2025-12-14',
    modified: '2025-12-15',
    publisher: 'Sample Courier',
    marks: ['updated', 'ai-generated'],
    media: [
      { kind: 'audio', seconds: 420, machineMade: true },
      { kind: 'video', missing: true },
      { kind: 'picture', caption: 'Maria Kolesnikova (right) and Viktor Babariko on the day of their release' },
      { kind: 'picture', caption: 'Затрыманы Янка Незнаны' },
    ],
  });
  const deal = { broker: 'United States', concession: 'lifting sanctions on Belarusian potash fertilizer' };
  history.accepted(report, {
    kind: 'released',
    count: 123,
    date: '2025-12-13',
    deal,
    ...said(
      'Belarus released 123 political prisoners on December 13 in a deal brokered by the United States, which said in return that it was lifting sanctions on Belarusian potash fertilizer.',
    ),
  });
  const freed = ['Maria Kolesnikova', 'Viktor Babariko', 'Ales Bialiatski'];
  const among = history.accepted(report, {
    kind: 'released',
    persons: freed,
    date: '2025-12-13',
    deal,
    ...said(
      'Among those freed were Maria Kolesnikova, Viktor Babariko and the Nobel Peace Prize laureate Ales Bialiatski.',
    ),
  });
  history.link(among, [WHO.flutist, WHO.banker, WHO.laureate]);
  const term = history.accepted(report, {
    kind: 'sentenced',
    persons: ['Viktor Babariko'],
    date: '2021-07',
    termMonths: 168,
    charges: ['bribe-taking', 'money laundering'],
    ...said(
      'Babariko was sentenced in July 2021 to 14 years in prison on charges of bribe-taking and money laundering.',
    ),
  });
  history.link(term, [WHO.banker]);
  history.accepted(report, {
    kind: 'released',
    count: 114,
    derived: '123 − 9',
    date: '2025-12-13',
    place: 'Ukraine',
    deal,
    ...said('All but nine of the 123 were taken to Ukraine.'),
  });
  figures(history, report);
  history.accepted(report, {
    kind: 'statement',
    speaker: 'Robin Muster',
    quote: 'We will not rest until each and every one of them is home,',
    chain: ['Sample Wire', 'Robin Muster'],
    accordingTo: 'Robin Muster',
    ...said(
      '"We will not rest until each and every one of them is home," said Robin Muster, who runs the invented Sample Relief Fund.',
    ),
  });
  const refused = history.claim(report, { kind: 'died', persons: ['Refused Sample'], date: '2025-12-01' });
  history.decide('Alena', { decision: 'refuse', claim: refused });
}

function figures(history: History, report: number): void {
  const words = said(
    'The human rights group Viasna says that as of November 30, 1,222 political prisoners were being held in Belarus, including 199 women.',
  );
  const held = {
    kind: 'figure',
    measure: 'held',
    date: '2025-11-30',
    accordingTo: 'Viasna',
    chain: ['Viasna'],
  } as const;
  history.accepted(report, { ...held, count: 1222, ...words });
  history.accepted(report, { ...held, count: 199, subset: 'women', ...words });
}

function russian(history: History): void {
  const report = history.report({
    address: '2-prison-record.txt',
    title: 'Восемь лет колонии: что известно о деле Андрея Почобута',
    language: 'ru',
    published: '2025-12-16',
    publisher: 'Пример издания',
  });
  const journalist = { persons: ['Андрей Почобут'] };
  const detained = history.accepted(report, {
    kind: 'detained',
    ...journalist,
    date: '2021-03-25',
    place: 'Гродно',
    ...said('Почобут был задержан 25 марта 2021 года в Гродно.'),
  });
  const sentenced = history.accepted(report, {
    kind: 'sentenced',
    ...journalist,
    date: '2023-02-08',
    termMonths: 96,
    charges: ['разжигание вражды'],
    ...said('8 февраля 2023 года суд приговорил его к восьми годам лишения свободы по обвинению в разжигании вражды.'),
  });
  for (const claim of [detained, sentenced]) history.link(claim, [WHO.journalist]);
  const flutist = history.accepted(report, {
    kind: 'detained',
    persons: ['Мария Колесникова'],
    date: '2020-09-07',
    ...said(
      'Его коллеги напоминают, что 13 декабря на свободу вышли другие: Мария Колесникова, задержанная 7 сентября 2020 года, и Виктор Бабарико.',
    ),
  });
  const term = history.accepted(report, {
    kind: 'sentenced',
    persons: ['Мария Колесникова'],
    date: '2021-09-06',
    termMonths: 132,
    ...said('Колесникову 6 сентября 2021 года приговорили к 11 годам колонии.'),
  });
  for (const claim of [flutist, term]) history.link(claim, [WHO.flutist]);
}

function belarusian(history: History): void {
  const report = history.report({
    address: '3-december-figures.txt',
    title: 'Снежань у лічбах: хто застаецца за кратамі',
    language: 'be',
    published: '2026-01-02',
    publisher: 'Узор-весткі',
  });
  const words = said(
    'На 31 снежня 2025 года ў Беларусі заставаліся за кратамі 1 131 палітвязень, у тым ліку 167 жанчын. За снежань «Вясна» прызнала палітвязнямі 50 чалавек.',
  );
  const figure = { kind: 'figure', accordingTo: 'Вясна', chain: ['Вясна'] } as const;
  history.accepted(report, { ...figure, measure: 'held', date: '2025-12-31', count: 1131, ...words });
  history.accepted(report, { ...figure, measure: 'held', date: '2025-12-31', count: 167, subset: 'women', ...words });
  history.accepted(report, { ...figure, measure: 'recognised', by: 'Вясна', date: '2025-12', count: 50, ...words });
  const freed = history.accepted(report, {
    kind: 'released',
    persons: ['Марыя Калеснікава', 'Віктар Бабарыка', 'Алесь Бяляцкі'],
    date: '2025-12-13',
    ...said('Сярод вызваленых 13 снежня — Марыя Калеснікава, Віктар Бабарыка і Алесь Бяляцкі.'),
  });
  history.link(freed, [WHO.flutist, WHO.banker, WHO.laureate]);
  const still = history.accepted(report, {
    kind: 'detained',
    persons: ['Андрэй Пачобут'],
    date: '2021-03-25',
    ...said('Журналіст Андрэй Пачобут, затрыманы 25 сакавіка 2021 года, усё яшчэ ў калоніі.'),
  });
  history.link(still, [WHO.journalist]);
  history.claim(report, { kind: 'detained', persons: [WAITING_NAME], date: '2025-12-30' });
}

// A person who is counted and not named: under four spellings, in a claim of their own, in a claim with others, in
// the title of a report, in its address, and in words about somebody else.
function hide(history: History): void {
  const [be, ru, lat, en] = HIDDEN_NAMES;
  const report = history.report({
    address: 'https://sample.example/yanka-neznany-detained',
    title: `Затрыманы ${be}`,
    language: 'be',
    published: '2026-01-04',
    publisher: 'Узор-весткі',
  });
  for (const name of [be, ru, lat]) {
    const claim = history.accepted(report, {
      kind: 'detained',
      persons: [name],
      date: '2024-05-02',
      ...said(`Затрыманы ${name}.`),
    });
    history.link(claim, [WHO.hidden]);
  }
  const both = history.accepted(report, {
    kind: 'transferred',
    persons: ['Андрэй Пачобут', en],
    date: '2025-06',
    place: 'Навагрудак',
    ...said(`Андрэя Пачобута і Янку Незнанага перавялі ў Навагрудак.`),
  });
  history.link(both, [WHO.journalist, WHO.hidden]);
  const other = history.accepted(report, {
    kind: 'transferred',
    persons: ['Андрэй Пачобут'],
    date: '2025-08',
    ...said('Пачобута перавялі ў камеру, дзе сядзеў Незнаны.'),
  });
  history.link(other, [WHO.journalist]);
  history.decide('Alena', { decision: 'describe', person: WHO.hidden, sex: 'male' });
  history.bothDecide({ decision: 'withhold', person: WHO.hidden });
}

function sealedForTest(entry: Entry): SealedEntry {
  const salts = { salt: () => Buffer.alloc(32, `salt ${entry.number}`).toString('base64url') };
  return seal(entry, salts);
}
