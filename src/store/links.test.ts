import { describe, expect, it, test } from 'vitest';
import type { OpenRegister } from './open.ts';
import { reportOf, temporaryFolder, writer } from './register.fixture.ts';

const three = reportOf(
  ['Вызваленыя', 'Марыя Калеснікава, Віктар Бабарыка і Алесь Бяляцкі на волі.', 'Калеснікава сказала: «Дзякуй».'],
  [
    {
      kind: 'released',
      persons: ['Марыя Калеснікава', 'Віктар Бабарыка', 'Алесь Бяляцкі'],
      words: 'Марыя Калеснікава, Віктар Бабарыка і Алесь Бяляцкі на волі.',
    },
    { kind: 'statement', speaker: 'Калеснікава', quote: 'Дзякуй', words: 'Калеснікава сказала: «Дзякуй».' },
  ],
);
const english = reportOf(
  ['Freed', 'Maria Kalesnikava was freed.', 'John Coale said: "They are free."', 'Viktar Babaryka died.'],
  [
    { kind: 'released', persons: ['Maria Kalesnikava'], words: 'Maria Kalesnikava was freed.' },
    { kind: 'statement', speaker: 'John Coale', quote: 'They are free.', words: 'John Coale said: "They are free."' },
    { kind: 'statement', speaker: 'Maria Kalesnikava', words: 'Maria Kalesnikava was freed.' },
    { kind: 'died', persons: ['Stepan Latypov'], words: 'Viktar Babaryka died.' },
    { kind: 'detained', persons: ['Stepan Latypov'], words: 'Viktar Babaryka died.' },
    { kind: 'released', persons: ['Kalesnikava'], words: 'Maria Kalesnikava was freed.' },
  ],
);

async function filled(): Promise<OpenRegister> {
  const register = await writer(temporaryFolder());
  await register.addReport(three);
  await register.addReport(english);
  return register;
}

describe('accepting a claim', () => {
  it('makes a person of every name that nobody in the register has', async () => {
    const register = await filled();
    const { size } = register;
    const { accepted, linked, unsure } = await register.acceptWithLinks('Alena', 1, 'read it');
    expect(accepted).toBe('accepted');
    expect(linked.map(({ name, isNew }) => [name, isNew])).toEqual([
      ['Марыя Калеснікава', true],
      ['Віктар Бабарыка', true],
      ['Алесь Бяляцкі', true],
    ]);
    for (const { person } of linked) expect(person).toMatch(/^[a-z2-7]{16}$/);
    expect(unsure).toEqual([]);
    expect([...register.state().persons.keys()]).toEqual(linked.map(({ person }) => person));
    expect(register.size).toBe(size + 4);
  });

  it('links a name in another script to the person who has it, and says why', async () => {
    const register = await filled();
    const [first] = (await register.acceptWithLinks('Alena', 1, 'read it')).linked;
    const { linked } = await register.acceptWithLinks('Alena', 4, 'read it');
    expect(linked).toMatchObject([{ name: 'Maria Kalesnikava', person: first?.person, isNew: false }]);
    expect(linked[0]?.reasons.length).toBeGreaterThan(0);
    expect(
      register
        .state()
        .persons.get(first?.person ?? '')
        ?.names.map(({ text }) => text),
    ).toEqual(['Марыя Калеснікава', 'Maria Kalesnikava']);
  });

  it('links who speaks to somebody known, and makes nobody of a stranger', async () => {
    const register = await filled();
    const [first] = (await register.acceptWithLinks('Alena', 1, 'read it')).linked;
    expect((await register.acceptWithLinks('Alena', 5, 'read it')).linked).toEqual([]);
    expect((await register.acceptWithLinks('Alena', 6, 'read it')).linked).toMatchObject([{ person: first?.person }]);
    expect(register.state().persons.size).toBe(3);
  });

  it('leaves a name open that is too little to tell a person by, with who may be meant', async () => {
    const register = await filled();
    const [first] = (await register.acceptWithLinks('Alena', 1, 'read it')).linked;
    const { accepted, linked, unsure } = await register.acceptWithLinks('Alena', 9, 'read it');
    expect([accepted, linked]).toEqual(['accepted', []]);
    expect(unsure.map(({ name, candidates }) => [name, candidates[0]?.person])).toEqual([
      ['Kalesnikava', first?.person],
    ]);
    expect(register.state().claims.get(9)?.mentions).toEqual([{ claim: 9, name: 'Kalesnikava' }]);
  });

  it('links as chosen', async () => {
    const register = await filled();
    const [first, second] = (await register.acceptWithLinks('Alena', 1, 'read it')).linked;
    const known = new Map([
      ['Kalesnikava', first?.person ?? ''],
      ['Nobody of this claim', 'new' as const],
    ]);
    expect((await register.acceptWithLinks('Alena', 9, 'her sister told me', known)).linked).toEqual([
      { name: 'Kalesnikava', person: first?.person, isNew: false, reasons: ['her sister told me'] },
    ]);
    const namesake = new Map([['Maria Kalesnikava', 'new' as const]]);
    const { linked } = await register.acceptWithLinks('Alena', 4, 'another person of that name', namesake);
    expect(linked[0]?.isNew).toBe(true);
    expect([first?.person, second?.person]).not.toContain(linked[0]?.person);
    expect(register.state().persons.size).toBe(4);
  });

  it('enters nothing where somebody unknown is chosen, or the claim cannot be accepted', async () => {
    const register = await filled();
    const { size } = register;
    const stranger = new Map([['Maria Kalesnikava', 'zzzzzzzzzzzzzzzz']]);
    await expect(register.acceptWithLinks('Alena', 4, 'read it', stranger)).rejects.toThrow(
      'There is no person zzzzzzzzzzzzzzzz in the register',
    );
    await expect(register.acceptWithLinks('Alena', 77, 'read it')).rejects.toThrow('There is no claim 77');
    await expect(register.acceptWithLinks('Alena', 4, ' ')).rejects.toThrow('needs a reason');
    expect(register.size).toBe(size);
  });

  it('that needs a second person waits, and the second links nobody again', async () => {
    const register = await filled();
    const first = await register.acceptWithLinks('Alena', 7, 'read it');
    expect([first.accepted, first.linked.length]).toEqual(['waiting for a second', 1]);
    expect(register.state().persons.size).toBe(0);
    // The same name elsewhere means the same person already.
    const detained = await register.acceptWithLinks('Alena', 8, 'read it');
    expect(detained.linked).toMatchObject([{ person: first.linked[0]?.person, isNew: false }]);
    const second = await register.acceptWithLinks('Maryna', 7, 'read it as well');
    expect(second).toEqual({ accepted: 'accepted', linked: [], unsure: [] });
    expect(register.state().persons.size).toBe(1);
  });
});

test('what a documenter has doubted is not linked by a proposal', async () => {
  const register = await filled();
  const [first] = (await register.acceptWithLinks('Alena', 1, 'read it')).linked;
  const doubt = { decision: 'link', claim: 4, name: 'Maria Kalesnikava', person: first?.person ?? '' } as const;
  await register.decide('Maryna', [{ ...doubt, verdict: 'unsure', reason: 'a namesake lives in Homel' }]);
  const { linked, unsure } = await register.acceptWithLinks('Alena', 4, 'read it');
  expect([linked, unsure.map(({ name }) => name)]).toEqual([[], ['Maria Kalesnikava']]);
});
