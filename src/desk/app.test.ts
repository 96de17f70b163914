import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, TestDesk } from './desk.fixture.ts';
import { HOST, openDesk } from './desk.fixture.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const text = async (path: string, who?: Browser) =>
  (await desk.get(path, who?.cookie ? { cookie: who.cookie } : {})).text();
const claim = (number: number) => {
  const filed = desk.register.state().claims.get(number);
  if (!filed) throw new Error(`no claim ${number}`);
  return filed;
};
const browser = async (name: string): Promise<Browser> => {
  const who = { cookie: '' };
  await desk.post('/name', { name }, who);
  return who;
};
const decide = (number: number, fields: Record<string, string>, who?: Browser) =>
  desk.post(`/claim/${number}/decide`, fields, who);
/** Accepts claim 1 with a new person, and returns who that is. */
const freedPerson = async (who: Browser) => {
  await decide(1, { decision: 'accept', reason: 'read the page', 'who:Maria Kolesnikova': 'new' }, who);
  return claim(1).mentions[0]?.person ?? '';
};

describe('the places of the desk', () => {
  it.each([
    ['/', 200, 'Waiting for a decision'],
    ['/claim/1', 200, 'Maria Kolesnikova'],
    ['/claims/decided', 200, 'Nobody has decided anything yet.'],
    ['/count', 200, 'Held on 20\u00A0December 2025, as known on 20\u00A0December 2025'],
    [
      '/count?on=2025-12-01&known=2025-12-05&of=women&by=Viasna',
      200,
      'Held on 1\u00A0December 2025, as known on 5\u00A0December 2025',
    ],
    ['/count?on=2025-02-29', 422, 'write a day as in 2025-12-20'],
    ['/count?on=2026-01-01', 422, '2026-01-01 has not come yet'],
    ['/count?on=2025-12-01&known=2026-01-01', 422, 'has not come yet'],
    ['/count?of=children', 422, 'of is not right'],
    ['/count?on=%3Cscript%3E', 422, 'write a day'],
    ['/name', 200, 'Who decides at this browser?'],
    ['/claim/0', 404, 'There is no claim 0.'],
    ['/claim/99', 404, 'There is no claim 99.'],
    ['/claim/one', 404, 'There is no claim one.'],
    ['/claim/1e1', 404, 'There is no claim 1e1.'],
    ['/claim/-1', 404, 'There is no claim -1.'],
    ['/person/nobody', 404, 'There is no person nobody in the register.'],
    ['/person/__proto__', 404, 'There is no person'],
    ['/nothing', 404, 'There is nothing at this address.'],
    ['/site/no-such-page', 404, 'There is nothing at this address.'],
    ['/site/../../package.json', 404, 'There is nothing at this address.'],
    ['/site/%2e%2e%2f%2e%2e%2fpackage.json', 404, 'There is nothing at this address.'],
  ])('answer %s with %i', async (path, status, says) => {
    const answer = await desk.get(path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(says);
    expect(desk.faults).toEqual([]);
  });
});

describe('the list of what waits', () => {
  it('shows each claim under its report with kind, person, facts and passage, in the order of the text', async () => {
    const page = await text('/');
    expect(page).toContain('6 claims wait.');
    expect(page).toContain('Sample Courier · 14\u00A0December 2025 · Report 0');
    const places = [
      '>Maria Kolesnikova</a>',
      'September 2021 · 11 years',
      'Babariko was sentenced to 14 years.',
      '1,222 people',
      'Robin Muster',
    ].map((one) => page.indexOf(one));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(page).not.toContain('<table');
  });

  it('says so where nothing waits', async () => {
    const empty = await openDesk([]);
    try {
      expect(await (await empty.get('/')).text()).toContain('Nothing waits.');
    } finally {
      await empty.close();
    }
  });
});

describe('a decision', () => {
  it('asks for a name once, remembers it, and goes on to the next claim', async () => {
    const who: Browser = { cookie: '' };
    const answer = await decide(2, { decision: 'refuse', name: ' Alena ', reason: 'another person' }, who);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/claim/3#passage']);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^unforgotten-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const next = await text('/claim/3', who);
    expect(next).toContain('Claim 2 is refused.');
    expect(next).toContain('Deciding as Alena');
    expect(next).not.toContain('name="name"');
    expect(await text('/claim/3', who)).not.toContain('Claim 2 is refused.');
    expect(claim(2).status).toBe('refused');
    expect(claim(2).decisions[0]).toMatchObject({
      author: 'Alena',
      decision: { decision: 'refuse', reason: 'another person' },
    });
  });

  it.each([
    [{ decision: 'accept', name: 'Alena' }, 'The reason is missing'],
    [{ decision: 'accept', name: 'Alena', reason: '  \r\n ' }, 'The reason is missing'],
    [{ decision: 'accept', reason: 'read it' }, 'Your name is missing'],
    [{ decision: 'accept', name: '  ', reason: 'read it' }, 'Your name is missing'],
    [{ decision: 'accept', name: '123', reason: 'read it' }, 'Your name has no letter'],
    [{ decision: 'accept', name: 'Al\u200Bena', reason: 'read it' }, 'characters that cannot be seen'],
    [{ decision: 'accept', name: 'a'.repeat(61), reason: 'read it' }, 'at most 60'],
    [{ name: 'Alena', reason: 'read it' }, 'Choose a decision'],
    [{ decision: 'perhaps', name: 'Alena', reason: 'read it' }, 'Choose a decision'],
    [{ decision: 'amend', name: 'Alena', reason: 'read it' }, 'Nothing was changed'],
    [{ decision: 'accept', name: 'Alena', reason: 'read it', date: 'in autumn' }, 'When is not understood'],
    [{ decision: 'accept', name: 'Alena', reason: 'read it', termMonths: '11 years' }, 'Term is not understood'],
  ])('%j is refused, and the form comes back as it was filled in', async (fields, says) => {
    const size = desk.register.size;
    const answer = await decide(1, fields as unknown as Record<string, string>);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`role="alert" id="trouble">`);
    expect(page).toContain(says);
    if ('reason' in fields && fields.reason === 'read it') expect(page).toContain('>read it</textarea>');
    if ('date' in fields) expect(page).toContain('value="in autumn"');
    expect(desk.register.size).toBe(size);
  });

  it('links whoever was chosen, and leaves open whoever was not', async () => {
    const who = await browser('Alena');
    const person = await freedPerson(who);
    expect(person).toMatch(/^[a-z2-7]{16}$/);
    await decide(2, { decision: 'accept', reason: 'same page', 'who:Maria Kolesnikova': person }, who);
    expect(desk.register.state().persons.get(person)?.claims).toEqual([1, 2]);
    const answer = await decide(3, { decision: 'accept', reason: 'same page', 'who:Viktor Babariko': 'open' }, who);
    expect(claim(3)).toMatchObject({ status: 'accepted', mentions: [{ name: 'Viktor Babariko' }] });
    expect(claim(3).mentions[0]).not.toHaveProperty('person');
    const after = answer.headers.get('location')?.replace('#passage', '') ?? '';
    expect(await text(after, who)).toContain('Who is meant was left open: Viktor Babariko.');
  });

  it('ignores a choice for a name that the claim does not have', async () => {
    const who = await browser('Alena');
    await decide(5, { decision: 'accept', reason: 'read it', 'who:Somebody Else': 'new' }, who);
    expect(claim(5).status).toBe('accepted');
    expect(desk.register.state().persons.size).toBe(0);
  });

  it('amends, keeping what the machine read beside it', async () => {
    const who = await browser('Alena');
    const fields = {
      persons: 'Viktor Babariko',
      count: '',
      date: '2021-07-06',
      termMonths: '168',
      charges: 'bribe-taking\r\nmoney laundering',
      place: '',
    };
    await decide(
      3,
      { decision: 'amend', reason: 'the court’s own notice', ...fields, 'who:Viktor Babariko': 'new' },
      who,
    );
    expect(claim(3)).toMatchObject({
      status: 'accepted',
      read: { termMonths: 168 },
      claim: { date: '2021-07-06', charges: ['bribe-taking', 'money laundering'] },
    });
    expect(claim(3).read).not.toHaveProperty('date');
    const page = await text('/claim/3');
    expect(page).toContain('6\u00A0July 2021');
    expect(page).toContain('the machine read nothing here');
    expect(page).toContain('the court’s own notice');
  });

  it('may be followed by another, which stands beside it', async () => {
    const [alena, ihar] = [await browser('Alena'), await browser('Ihar')];
    await decide(2, { decision: 'accept', reason: 'read it' }, alena);
    await decide(2, { decision: 'refuse', reason: 'the nine years were asked for' }, ihar);
    const page = await text('/claim/2');
    expect(page).toContain('Refused');
    expect(page.indexOf('read it')).toBeGreaterThan(0);
    expect(page.indexOf('the nine years were asked for')).toBeGreaterThan(page.indexOf('read it'));
    const again = await decide(2, { decision: 'refuse', reason: 'again' }, ihar);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Claim 2 has been refused already.');
  });
});

describe('two people at one claim', () => {
  it('do not undo each other: a form opened before the other decided is shown again with what stands now', async () => {
    const [alena, ihar] = [await browser('Alena'), await browser('Ihar')];
    const opened = {
      seen: '0',
      persons: 'Viktor Babariko',
      count: '',
      date: '',
      termMonths: '168',
      charges: '',
      place: '',
    };
    expect(await text('/claim/3', ihar)).toContain('name="seen" value="0"');
    await decide(3, { ...opened, decision: 'amend', date: '2021-07-06', reason: 'the court’s notice' }, alena);
    const late = await decide(3, { ...opened, decision: 'accept', reason: 'read it' }, ihar);
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain('Somebody has decided about this claim since you opened it');
    expect(page).toContain('value="2021-07-06"');
    expect(page).toContain('>read it</textarea>');
    expect(page).toMatch(/name="seen" value="[1-9]"/);
    expect(claim(3).claim.date).toBe('2021-07-06');
    expect(claim(3).decisions).toHaveLength(1);
  });
});

describe('a claim that could harm', () => {
  it('waits for a second person, who cannot be the first under another spelling', async () => {
    const alena = await browser('Alena');
    expect(await text('/claim/4', alena)).toContain('Two people have to accept this kind of claim');
    await decide(4, { decision: 'accept', reason: 'read it', 'who:Viktor Babariko': 'new' }, alena);
    expect(claim(4).status).toBe('waiting for a second');
    const own = await text('/claim/4', alena);
    expect(own).toContain('You have accepted it.');
    expect(own).not.toContain('value="accept"');
    expect(await text('/', alena)).toContain('Waiting for a second person');
    for (const name of ['Alena', 'ALENA', ' alena ', 'Ａｌｅｎａ']) {
      const same = await browser(name);
      const answer = await decide(4, { decision: 'accept', reason: 'again' }, same);
      expect(answer.status, name).toBe(422);
      expect(await answer.text()).toContain('needs a second person');
    }
    expect(claim(4).status).toBe('waiting for a second');
    const ihar = await browser('Ihar');
    expect(await text('/claim/4', ihar)).toContain('Alena has accepted it; another person has to.');
    await decide(4, { decision: 'accept', reason: 'read it too' }, ihar);
    expect(claim(4).status).toBe('accepted');
  });
});

describe('who is meant', () => {
  it('can be said afterwards, taken back, and said again, each with its reason', async () => {
    const who = await browser('Alena');
    await decide(2, { decision: 'accept', reason: 'read it', 'who:Maria Kolesnikova': 'open' }, who);
    const linked = await desk.post(
      '/claim/2/link',
      { mention: 'Maria Kolesnikova', person: 'new', reason: 'only one of that name' },
      who,
    );
    expect([linked.status, linked.headers.get('location')]).toEqual([303, '/claim/2#passage']);
    const person = claim(2).mentions[0]?.person ?? '';
    expect(await text(`/person/${person}`)).toContain('only one of that name');
    await desk.post('/claim/2/unlink', { mention: 'Maria Kolesnikova', person, reason: 'a namesake' }, who);
    expect(claim(2).mentions[0]).not.toHaveProperty('person');
    const page = await text('/claim/2', who);
    expect(page).toContain('a namesake');
    expect(page).toContain('Maria Kolesnikova is not linked to a person yet');
  });

  it.each([
    ['link', { mention: 'Maria Kolesnikova', reason: 'x' }, 'Choose who is meant'],
    ['link', { mention: 'Maria Kolesnikova', person: 'open', reason: 'x' }, 'Choose who is meant'],
    ['link', { mention: 'Somebody Else', person: 'new', reason: 'x' }, 'does not name Somebody Else'],
    ['link', { mention: 'Maria Kolesnikova', person: 'new' }, 'The reason is missing'],
    ['unlink', { mention: 'Maria Kolesnikova', person: 'abc', reason: 'x' }, 'nothing to take back'],
    ['unlink', { reason: 'x' }, 'does not name'],
  ])('%s %j is refused', async (verb, fields, says) => {
    const answer = await desk.post(
      `/claim/2/${verb}`,
      fields as unknown as Record<string, string>,
      await browser('Alena'),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
  });
});

describe('a person', () => {
  it('is shown with names, claims, standing and recognitions', async () => {
    const person = await freedPerson(await browser('Alena'));
    const page = await text(`/person/${person}`);
    expect(page).toContain('<h1>Maria Kolesnikova</h1>');
    expect(page).toContain('English, Latn');
    expect(page).toContain('13\u00A0December 2025');
    expect(page).toContain('On 20\u00A0December 2025');
    expect(page).toContain('<dt>Held</dt><dd>no</dd>');
    expect(page).toContain('By no organisation, as far as the register knows.');
    // What a browser's history keeps names nobody.
    expect(page).toContain(`<title>Person ${person} · Unforgotten</title>`);
  });

  it('is withheld by two people, shown to the team as withheld, and shown again by two', async () => {
    const [alena, ihar] = [await browser('Alena'), await browser('Ihar')];
    const person = await freedPerson(alena);
    const withhold = { decision: 'withhold', reason: 'the family asked for silence' };
    await desk.post(`/person/${person}/decide`, withhold, alena);
    const waiting = await text(`/person/${person}`, alena);
    expect(waiting).toContain('Your decision is entered and waits for a second person.');
    expect(waiting).toContain('Alena proposed this on 20\u00A0December 2025.');
    expect(waiting).toContain('You proposed this. Another person has to agree.');
    expect(await text('/', ihar)).toContain('Alena proposed');
    const proposal = String(desk.register.state().proposals[0]?.number);
    const own = await desk.post(`/person/${person}/agree`, { proposal, reason: 'me again' }, alena);
    expect(own.status).toBe(422);
    expect(await own.text()).toContain('Withholding needs a second person');
    expect(desk.register.state().persons.get(person)?.withheld).toBe(false);
    await desk.post(`/person/${person}/agree`, { proposal, reason: 'spoke to them too' }, ihar);
    expect(desk.register.state().persons.get(person)?.withheld).toBe(true);
    expect(await text(`/person/${person}`)).toContain('Nothing about this person is published.');
    const gone = await desk.post(`/person/${person}/agree`, { proposal, reason: 'late' }, ihar);
    expect(await gone.text()).toContain('Nothing of the kind waits');
    for (const who of [alena, ihar])
      await desk.post(`/person/${person}/decide`, { decision: 'show again', reason: 'they agreed' }, who);
    expect(desk.register.state().persons.get(person)?.withheld).toBe(false);
  });

  it('is recognised by an organisation from a day on, once two people entered it', async () => {
    const [alena, ihar] = [await browser('Alena'), await browser('Ihar')];
    const person = await freedPerson(alena);
    const recognise = { decision: 'recognise', by: 'Viasna', date: '2020-09-11', reason: 'their statement' };
    for (const who of [alena, ihar]) await desk.post(`/person/${person}/decide`, recognise, who);
    expect(await text(`/person/${person}`)).toContain('by Viasna, 11\u00A0September 2020');
  });

  it('is described, and removed by two, after which nothing of them is left', async () => {
    const [alena, ihar] = [await browser('Alena'), await browser('Ihar')];
    const person = await freedPerson(alena);
    await desk.post(`/person/${person}/decide`, { decision: 'describe', sex: 'female', reason: 'she says so' }, alena);
    expect(desk.register.state().persons.get(person)?.sex).toBe('female');
    await desk.post(`/person/${person}/decide`, { decision: 'remove', reason: 'asked for' }, alena);
    const last = await desk.post(`/person/${person}/decide`, { decision: 'remove', reason: 'asked for' }, ihar);
    expect([last.status, last.headers.get('location')]).toEqual([303, '/']);
    expect((await desk.get(`/person/${person}`)).status).toBe(404);
    for (const path of ['/', '/claims/decided', '/count', '/api/claims?status=all', '/api/persons?name=Kolesnikova']) {
      expect(await text(path), path).not.toMatch(/Maria|Kolesnikova/);
    }
    expect(desk.faults).toEqual([]);
  });

  it.each([
    [{ decision: 'recognise', by: '', date: '2020', reason: 'x' }, 'write the organisation'],
    [{ decision: 'recognise', by: 'Viasna', date: 'last year', reason: 'x' }, 'Date of its decision is not understood'],
    [{ decision: 'describe', sex: 'x', reason: 'x' }, 'choose one'],
    [{ decision: 'withhold', reason: ' ' }, 'The reason is missing'],
    [{ decision: 'forget', reason: 'x' }, 'Choose a decision'],
    [{ decision: 'show again', reason: 'x' }, 'is not withheld'],
  ])('%j is refused', async (fields, says) => {
    const alena = await browser('Alena');
    const person = await freedPerson(alena);
    const size = desk.register.size;
    const answer = await desk.post(`/person/${person}/decide`, fields as unknown as Record<string, string>, alena);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
    expect(desk.register.size).toBe(size);
  });
});

describe('what was decided', () => {
  it('is told latest first, with who, what and why', async () => {
    const [alena, ihar] = [await browser('Alena'), await browser('Ihar')];
    await decide(5, { decision: 'accept', reason: 'their own page says so' }, alena);
    await decide(6, { decision: 'refuse', reason: 'a private remark' }, ihar);
    const page = await text('/claims/decided');
    expect(page.indexOf('a private remark')).toBeLessThan(page.indexOf('their own page says so'));
    expect(page).toContain('<strong>Ihar</strong> <span class="verb">refused</span>');
  });
});

describe('the count', () => {
  it('changes with what is decided, and not as known on a day before', async () => {
    const who = await browser('Alena');
    const before = await text('/count?on=2023-01-01');
    expect(before).toContain('<span class="big">0</span> certain');
    await decide(2, { decision: 'accept', reason: 'read it', 'who:Maria Kolesnikova': 'new' }, who);
    await decide(5, { decision: 'accept', reason: 'read it' }, who);
    const after = await text('/count?on=2023-01-01');
    expect(after).toContain('<span class="big">1</span> certain');
    expect(after).toContain('>Maria Kolesnikova</a>');
    const earlier = await text('/count?on=2023-01-01&known=2025-12-19');
    expect(earlier).toContain('<span class="big">0</span> certain');
    expect(await text('/count?on=2025-12-01')).toContain(
      '<span class="big">1,222</span> Viasna, 30\u00A0November 2025',
    );
  });
});

describe('who decides at a browser', () => {
  it('can be changed, under a new token, and the old token is worth nothing', async () => {
    const who = await browser('Alena');
    const old = who.cookie;
    await desk.post('/name', { name: 'Ihar' }, who);
    expect(who.cookie).not.toBe(old);
    expect(await text('/', who)).toContain('Deciding as Ihar');
    expect(await text('/', { cookie: old })).not.toContain('Deciding as');
  });

  it('is nobody with a token that was made up', async () => {
    const answer = await desk.get('/', { cookie: 'unforgotten-desk=Alena' });
    expect(await answer.text()).not.toContain('Deciding as');
  });

  it('is asked again where the name is none', async () => {
    const answer = await desk.post('/name', { name: ' ' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('Your name is missing');
  });
});

describe('the preview of the site', () => {
  it('is made from the register as it is now', async () => {
    expect((await desk.get('/site')).headers.get('location')).toBe('/site/');
    const front = await desk.get('/site/en/');
    expect(front.status).toBe(200);
    expect(front.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await front.text()).not.toContain('Kolesnikova');
    const who = await browser('Alena');
    await decide(2, { decision: 'accept', reason: 'read it', 'who:Maria Kolesnikova': 'new' }, who);
    await desk.post('/claim/1/decide', { decision: 'refuse', reason: 'not yet' }, who);
    expect(await (await desk.get('/site/en/', { host: HOST })).text()).toContain('Kolesnikova');
  });
});
