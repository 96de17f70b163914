import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { History } from './history.fixture.ts';
import { knownOn, rebuild } from './rebuild.ts';

const MARYIA = 'k3vq9h2mxa7tw5bn';
const VIKTAR = 'm2xz4c8rjq6ty9ws';

describe('a claim', () => {
  test('waits until somebody decides', () => {
    const history = new History();
    const claim = history.claim(history.report(), { kind: 'released', count: 123 });
    expect(history.state().claims.get(claim)?.status).toBe('waiting');
  });

  test.each([
    ['accepted', ['Alena accept'], 'accepted'],
    ['refused', ['Alena refuse'], 'refused'],
    ['accepted, then refused', ['Alena accept', 'Maryna refuse'], 'refused'],
    ['refused, then accepted', ['Alena refuse', 'Maryna accept'], 'accepted'],
    ['amended', ['Alena amend'], 'accepted'],
    ['amended, then refused', ['Alena amend', 'Alena refuse'], 'refused'],
  ])('%s by one is that', (_, decisions, status) => {
    expect(decided('released', decisions)).toBe(status);
  });

  test.each([
    ['one person', ['Alena accept'], 'waiting for a second'],
    ['the same person twice', ['Alena accept', 'Alena accept'], 'waiting for a second'],
    ['the same person in other letters', ['Alena accept', ' ALENA  accept'], 'waiting for a second'],
    ['two', ['Alena accept', 'Maryna accept'], 'accepted'],
    [
      'one, refused by another, then by the other',
      ['Alena accept', 'Maryna refuse', 'Maryna accept'],
      'waiting for a second',
    ],
    ['one who amends it', ['Alena amend'], 'waiting for a second'],
    ['one before and one by amending', ['Alena accept', 'Maryna amend'], 'waiting for a second'],
    ['one who amends it and one after', ['Maryna amend', 'Alena accept'], 'accepted'],
    ['two, then refused by one', ['Alena accept', 'Maryna accept', 'Alena refuse'], 'refused'],
  ])('of a death or a recognition accepted by %s', (_, decisions, status) => {
    expect(decided('died', decisions)).toBe(status);
    expect(decided('recognised', decisions)).toBe(status);
  });

  test('amended keeps what was read beside what it says now', () => {
    const history = new History();
    const claim = history.claim(history.report(), { kind: 'released', count: 12 });
    history.decide('Alena', { decision: 'amend', claim, amended: { kind: 'released', count: 123, passage: PASSAGE } });
    const filed = history.state().claims.get(claim);
    expect([filed?.read.count, filed?.claim.count]).toEqual([12, 123]);
  });

  function decided(kind: 'released' | 'died' | 'recognised', decisions: readonly string[]) {
    const history = new History();
    const claim = history.claim(history.report(), { kind });
    for (const words of decisions) {
      const at = words.lastIndexOf(' ');
      const [author, decision] = [words.slice(0, at), words.slice(at + 1) as 'accept' | 'refuse' | 'amend'];
      if (decision !== 'amend') history.decide(author, { decision, claim });
      else history.decide(author, { decision, claim, amended: { kind, place: 'Minsk', passage: PASSAGE } });
    }
    return history.state().claims.get(claim)?.status;
  }
});

describe('a person', () => {
  test('is what accepted claims add up to, however the name is written', () => {
    const history = new History();
    const english = history.accepted(history.report(), { kind: 'sentenced', persons: ['Maria Kolesnikova'] });
    const belarusian = history.accepted(history.report({ language: 'be' }), {
      kind: 'detained',
      persons: ['Марыя Калеснікава'],
    });
    history.link(english, [MARYIA]);
    history.link(belarusian, [MARYIA]);
    const person = history.state().persons.get(MARYIA);
    expect(person?.claims).toEqual([english, belarusian]);
    expect(person?.names.map(({ text, language }) => `${text} (${language})`).toSorted()).toEqual([
      'Maria Kolesnikova (en)',
      'Марыя Калеснікава (be)',
    ]);
    expect(person?.withheld).toBe(false);
    expect(person).not.toHaveProperty('sex');
  });

  test('is nobody while the claim waits, or after it was refused or unlinked', () => {
    const history = new History();
    const claim = history.claim(history.report(), { kind: 'sentenced', persons: ['Maria Kolesnikova'] });
    history.link(claim, [MARYIA]);
    expect(history.state().persons.size).toBe(0);
    history.decide('Alena', { decision: 'accept', claim });
    expect(history.state().persons.size).toBe(1);
    history.decide('Alena', { decision: 'unlink', claim, name: 'Maria Kolesnikova', person: MARYIA });
    expect(history.state().persons.size).toBe(0);
  });

  test('is mentioned as a speaker too', () => {
    const history = new History();
    const claim = history.accepted(history.report(), {
      kind: 'statement',
      speaker: 'Maria Kolesnikova',
      quote: 'words',
    });
    history.decide('Alena', { decision: 'link', claim, name: 'Maria Kolesnikova', person: MARYIA, verdict: 'same' });
    expect(history.state().claims.get(claim)?.mentions).toEqual([
      { claim, name: 'Maria Kolesnikova', person: MARYIA, verdict: 'same' },
    ]);
    expect(history.state().persons.get(MARYIA)?.claims).toEqual([claim]);
  });

  test('has the sex that was last described, and none otherwise', () => {
    const history = written();
    expect(history.state().persons.get(MARYIA)?.sex).toBeUndefined();
    history.decide('Alena', { decision: 'describe', person: MARYIA, sex: 'male' });
    history.decide('Alena', { decision: 'describe', person: MARYIA, sex: 'female' });
    expect(history.state().persons.get(MARYIA)?.sex).toBe('female');
  });
});

describe('two people decide', () => {
  test('a recognition: one proposes, a second confirms', () => {
    const history = written();
    history.decide('Alena', { decision: 'recognise', person: MARYIA, by: 'Viasna', date: '2020-09-11' });
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([]);
    expect(history.state().proposals).toHaveLength(1);
    history.decide('Maryna', { decision: 'recognise', person: MARYIA, by: '«Вясна»', date: '2020-09-11' });
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([
      { by: 'Viasna', date: '2020-09-11', withdrawn: false },
    ]);
    expect(history.state().proposals).toEqual([]);
  });

  test.each([
    ['of another day', { by: 'Viasna', date: '2020-09-12' }],
    ['by another organisation', { by: 'HRW', date: '2020-09-11' }],
  ])('a recognition %s is another', (_, second) => {
    const history = written();
    history.decide('Alena', { decision: 'recognise', person: MARYIA, by: 'Viasna', date: '2020-09-11' });
    history.decide('Maryna', { decision: 'recognise', person: MARYIA, ...second });
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([]);
    expect(history.state().proposals).toHaveLength(2);
  });

  test('a withdrawal, which stands beside the recognition', () => {
    const history = written();
    history.bothDecide({ decision: 'recognise', person: MARYIA, by: 'Viasna', date: '2020-09-11' });
    history.bothDecide({ decision: 'withdraw recognition', person: MARYIA, by: 'Viasna', date: '2021-01' });
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([
      { by: 'Viasna', date: '2020-09-11', withdrawn: false },
      { by: 'Viasna', date: '2021-01', withdrawn: true },
    ]);
  });

  test('withholding, and showing again, and withholding again', () => {
    const history = written();
    const isWithheld = () => history.state().persons.get(MARYIA)?.withheld;
    history.decide('Alena', { decision: 'withhold', person: MARYIA });
    history.decide('Alena', { decision: 'withhold', person: MARYIA });
    expect(isWithheld()).toBe(false);
    history.decide('Maryna', { decision: 'withhold', person: MARYIA });
    expect(isWithheld()).toBe(true);
    history.bothDecide({ decision: 'show again', person: MARYIA });
    expect(isWithheld()).toBe(false);
    history.decide('Alena', { decision: 'withhold', person: MARYIA });
    expect(isWithheld()).toBe(false);
    history.decide('Maryna', { decision: 'withhold', person: MARYIA });
    expect(isWithheld()).toBe(true);
  });

  test('a recognition that a report claims, once two accepted it', () => {
    const history = written();
    const report = history.report({ published: '2025-12-02' });
    const told = { kind: 'recognised', persons: ['Maria Kolesnikova'], by: 'Весна', date: '2020-09' } as const;
    const claim = history.claim(report, told);
    history.link(claim, [MARYIA]);
    history.decide('Alena', { decision: 'accept', claim });
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([]);
    history.decide('Maryna', { decision: 'accept', claim });
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([
      { by: 'Viasna', date: '2020-09', withdrawn: false },
    ]);
  });

  test('of which a report says no day had happened by the day it was published', () => {
    const history = written();
    const report = history.report({ published: '2025-12-02' });
    history.link(history.accepted(report, { kind: 'recognised', persons: ['Maria Kolesnikova'], by: 'Viasna' }), [
      MARYIA,
    ]);
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([
      { by: 'Viasna', date: '../2025-12-02', withdrawn: false },
    ]);
  });

  test.each([
    ['only hoped for', { by: 'Viasna', hypothetical: true }],
    ['by nobody named', {}],
  ])('but a recognition %s is none', (_, told) => {
    const history = written();
    history.link(history.accepted(history.report(), { kind: 'recognised', persons: ['Maria Kolesnikova'], ...told }), [
      MARYIA,
    ]);
    expect(history.state().persons.get(MARYIA)?.recognitions).toEqual([]);
  });
});

describe('known on a day', () => {
  const history = written('2025-12-15');
  history.day = '2025-12-20';
  history.bothDecide({ decision: 'recognise', person: MARYIA, by: 'Viasna', date: '2020-09-11' });
  history.day = '2025-12-25';
  history.bothDecide({ decision: 'withhold', person: MARYIA });

  test.each([
    ['2025-12-14', 0, undefined],
    ['2025-12-15', 2, 0],
    ['2025-12-19', 2, 0],
    ['2025-12-20', 2, 1],
  ])('%s: %i persons, recognitions of Maryia: %s', (day, persons, recognitions) => {
    const state = rebuild(knownOn(history.entries, day));
    expect(state.persons.size).toBe(persons);
    expect(state.persons.get(MARYIA)?.recognitions.length).toBe(recognitions);
  });

  test('a withholding decided later holds for every earlier day', () => {
    expect(rebuild(knownOn(history.entries, '2025-12-15')).persons.get(MARYIA)?.withheld).toBe(true);
  });

  test('a later proposal was not one yet', () => {
    const proposed = written('2025-12-15');
    proposed.day = '2025-12-25';
    proposed.decide('Alena', { decision: 'withhold', person: MARYIA });
    expect(proposed.state().proposals).toHaveLength(1);
    expect(rebuild(knownOn(proposed.entries, '2025-12-15')).proposals).toEqual([]);
  });

  test('the size is that of the register then, whatever is decided later', () => {
    expect(rebuild(knownOn(history.entries, '2025-12-15')).size).toBe(5);
    expect(rebuild(knownOn(history.entries, '2025-12-20')).size).toBe(7);
    expect(history.state().size).toBe(9);
  });

  test('the last day is everything', () => {
    expect(rebuild(knownOn(history.entries, '2025-12-25'))).toEqual(history.state());
  });
});

describe('entries that add up to nothing do not hurt', () => {
  test('decisions on what is not there', () => {
    const history = new History();
    history.decide('Alena', { decision: 'accept', claim: 99 });
    history.decide('Alena', { decision: 'link', claim: 99, name: 'A', person: MARYIA, verdict: 'same' });
    history.bothDecide({ decision: 'withhold', person: MARYIA });
    history.bothDecide({ decision: 'show again', person: VIKTAR });
    expect(history.state()).toMatchObject({ size: 6, removed: 0, proposals: [] });
    expect(history.state().persons.size).toBe(0);
  });

  test('any order of any history', () => {
    const { entries } = busy();
    fc.assert(
      fc.property(fc.shuffledSubarray(entries), (some) => {
        expect(rebuild(some)).toEqual(rebuild(structuredClone(some)));
      }),
      { numRuns: 200 },
    );
  });
});

const PASSAGE = { start: 0, end: 5, text: 'words' };

function written(day = '2025-12-15'): History {
  const history = new History(day);
  const report = history.report({ published: '2025-12-14' });
  const claim = history.accepted(report, {
    kind: 'released',
    persons: ['Maria Kolesnikova', 'Viktor Babariko'],
    date: '2025-12-13',
  });
  history.link(claim, [MARYIA, VIKTAR]);
  return history;
}

function busy(): History {
  const history = written();
  const report = history.report();
  history.about(report, [MARYIA], { kind: 'died', date: '2030' });
  history.about(report, [VIKTAR], { kind: 'recognised', by: 'Viasna' });
  history.bothDecide({ decision: 'withhold', person: VIKTAR });
  history.bothDecide({ decision: 'remove', person: MARYIA });
  history.enter('Alena', 'removal', { entries: [1, 2] });
  history.enter('Alena', 'edition', { on: '2025-12-20', size: 3, root: 'r', pages: 1, pagesRoot: 'p' });
  return history;
}
