import { setInterval as every } from 'node:timers';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { claimsOf } from '../claims/extract.ts';
import { reportOf } from '../claims/paragraphs.fixture.ts';
import { Refused } from '../text/refusal.ts';
import type { Answering, ModelServer } from './model-server.fixture.ts';
import { modelServer, says, sends } from './model-server.fixture.ts';
import { SecondExtractor } from './second-extractor.ts';
import { secondSettings } from './second-settings.ts';

const KEY = 'sk-not-to-be-seen-2f41';
const REPORT = {
  ...reportOf('en', '2025-12-14', 'Ales Novik was arrested in Minsk on May 3, 2021.', 'Vera Lis met with the same.'),
  title: 'Two of Brest',
};
const FIRST = claimsOf(REPORT);
const GOOD =
  '{"claims":[{"kind":"detained","passage":1,"persons":["Novik"]},{"kind":"detained","passage":2,"persons":["Vera Lis"]}]}';

let model: ModelServer;
let elsewhere: ModelServer;
beforeAll(async () => {
  [model, elsewhere] = [await modelServer(), await modelServer(says(GOOD))];
});
afterEach(() => {
  model.asked.length = 0;
  expect(elsewhere.asked, 'nothing but the endpoint is asked').toEqual([]);
});
afterAll(() => Promise.all([model.close(), elsewhere.close()]));

const environment = (url = model.url) => ({
  UNFORGOTTEN_SECOND_URL: url,
  UNFORGOTTEN_SECOND_MODEL: 'tiny-7b',
  UNFORGOTTEN_SECOND_KEY: KEY,
});

/** A second extractor that asks the server, and what it tells people. */
function extractor(answer: Answering, { wholeMs = 5000, ending = new AbortController().signal, url = model.url } = {}) {
  model.answer = answer;
  const notes: string[] = [];
  const effects = { note: (line: string) => void notes.push(line), ending };
  return { second: new SecondExtractor(secondSettings(environment(url)), effects, { bytes: 100_000, wholeMs }), notes };
}

describe('the settings', () => {
  it.each([
    ['https://models.example.org/v1', 'https://models.example.org/v1/chat/completions'],
    ['https://models.example.org/v1/chat/completions/', 'https://models.example.org/v1/chat/completions'],
    ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1/chat/completions'],
    ['http://localhost:8080', 'http://localhost:8080/chat/completions'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1/chat/completions'],
    ['http://192.168.1.20:8000/v1', 'http://192.168.1.20:8000/v1/chat/completions'],
  ])('%s is asked at %s', (stated, asked) => {
    expect(secondSettings(environment(stated)).address.href).toBe(asked);
  });

  it.each([
    ['http://models.example.org/v1', /anybody on the way can read them: write https/],
    ['http://8.8.8.8/v1', /anybody on the way/],
    ['http://gpu.lan:8000/v1', /anybody on the way/],
    ['http://127.0.0.1.example.org/v1', /anybody on the way/],
    ['ftp://models.example.org/v1', /is no web address/],
    ['models.example.org', /is no web address/],
    [`https://me:${KEY}@models.example.org/v1`, /holds more than an address/],
    [`https://models.example.org/v1?key=${KEY}`, /holds more than an address/],
    ['', /^No second extractor is configured/],
  ])('%s is refused in one sentence, without the key', (stated, sentence) => {
    const refusal = refusalOf(() => secondSettings(environment(stated)));
    expect(refusal).toMatch(sentence);
    expect(refusal).not.toContain(KEY);
  });

  it.each([
    [{ UNFORGOTTEN_SECOND_MODEL: ' ' }, /^The second extractor needs a model/],
    [{ UNFORGOTTEN_SECOND_NAME: 'a\nb' }, /^The second extractor needs a name of up to 60/],
    [{ UNFORGOTTEN_SECOND_NAME: '(accepted by Alena)' }, /needs a name/],
    [{ UNFORGOTTEN_SECOND_KEY: `${KEY}\nx: y` }, /^UNFORGOTTEN_SECOND_KEY holds a character that no key has/],
  ])('%j is refused', (more, sentence) => {
    const refusal = refusalOf(() => secondSettings({ ...environment(), ...more }));
    expect(refusal).toMatch(sentence);
    expect(refusal).not.toContain(KEY);
  });
});

describe('a good answer', () => {
  it('adds what the first extractor does not say; one request goes out, with the story and nothing else', async () => {
    const { second, notes } = extractor(says(GOOD));
    expect(await second.read(REPORT, FIRST, [])).toMatchObject({
      claims: [{ persons: ['Vera Lis'] }],
      agreed: [0],
      dropped: {},
    });
    expect(notes).toEqual([
      `Sends the text of each report, and nothing else, to http://127.0.0.1:${model.port} (model tiny-7b), where it can be read and kept.`,
    ]);
    expect(model.asked).toHaveLength(1);
    const [{ method, path, headers, text, passages } = expect.fail('nothing was asked')] = model.asked;
    expect([method, path, headers.authorization]).toEqual(['POST', '/v1/chat/completions', `Bearer ${KEY}`]);
    expect(JSON.parse(passages)).toEqual([
      { n: 1, text: 'Ales Novik was arrested in Minsk on May 3, 2021.' },
      { n: 2, text: 'Vera Lis met with the same.' },
    ]);
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(['messages', 'model', 'stream', 'temperature']);
    expect(text).not.toMatch(new RegExp(`${KEY}|Two of Brest`));
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  it('tells only once what goes where', async () => {
    const { second, notes } = extractor(says(GOOD));
    await second.read(REPORT, FIRST, []);
    await second.read(REPORT, FIRST, []);
    expect(notes).toHaveLength(1);
  });

  it.each([
    ['nothing to claim', '{"claims":[]}', {}],
    ['no JSON', 'I am sorry, I cannot help with that.', { 'another shape than asked for': 1 }],
    ['broken JSON', GOOD.slice(0, -9), { 'another shape than asked for': 1 }],
    ['an empty text', '', { 'another shape than asked for': 1 }],
    ['the key, had it been heard of', `{"claims":[],"key":"${KEY}"}`, { 'another shape than asked for': 1 }],
    [
      'invented words',
      GOOD.replaceAll('Novik', 'Nobody').replace('Vera Lis', 'Vera Nobody'),
      { 'words that do not stand there': 2 },
    ],
    [
      'words of another passage',
      GOOD.replace('"passage":1', '"passage":2').replace('Vera Lis', 'Novik'),
      { 'words that do not stand there': 2 },
    ],
    [
      'words shifted by a letter',
      '{"claims":[{"kind":"detained","passage":2,"persons":["era Lis m"]}]}',
      { 'words that do not stand there': 1 },
    ],
    ['a passage that is not there', GOOD.replaceAll(/"passage":\d/g, '"passage":7'), { 'no such passage': 2 }],
  ])('of %s adds nothing', async (_, content, dropped) => {
    const { second } = extractor(says(content));
    expect(await second.read(REPORT, FIRST, [])).toEqual({ claims: [], agreed: [], dropped });
  });
});

const garbage = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
const drip: Answering = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = every(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

describe('an answer that cannot be read leaves the first extractor alone, and is told in one sentence', () => {
  it.each<[string, Answering, RegExp]>([
    ['huge', sends(200, 'x'.repeat(200_000)), /answers with more than 100 kilobytes: nothing of it is read\.$/],
    ['a stream of garbage', sends(200, garbage), /does not answer as this protocol does/],
    [
      'a web page',
      sends(200, '<html>Welcome</html>', { 'content-type': 'text/html' }),
      /does not answer as this protocol does/,
    ],
    ['compressed', sends(200, garbage, { 'content-encoding': 'gzip' }), /does not answer as this protocol does/],
    ['no choices', sends(200, '{"choices":[]}'), /does not answer as this protocol does/],
    [
      'a call of a tool',
      sends(
        200,
        '{"choices":[{"message":{"content":null,"tool_calls":[{"function":{"name":"read","arguments":"/etc/passwd"}}]}}]}',
      ),
      /does not answer as this protocol does/,
    ],
    ['an error that shows the key', sends(500, `{"error":"bad key ${KEY}"}`), /answers with 500: try again later/],
    ['no answer in time', () => {}, /takes longer than 0\.4 seconds/],
    ['an answer that never ends', drip, /takes longer than 0\.4 seconds/],
    ['a connection that breaks', (_, response) => void response.socket?.destroy(), /broke off \(UND_ERR_SOCKET\)/],
    [
      'an answer that breaks',
      (_, response) => {
        response.writeHead(200, { 'content-length': '900' });
        response.write('{"choices":', () => response.socket?.destroy());
      },
      /broke off \(/,
    ],
  ])('%s', async (_, answer, sentence) => {
    const { second, notes } = extractor(answer, { wholeMs: 400 });
    expect(await second.read(REPORT, FIRST, [])).toBeNull();
    expect(notes).toEqual([expect.stringMatching(/^Sends the text/), expect.stringMatching(sentence)]);
    expect(notes[1]).toMatch(/^The second extractor tiny-7b at 127\.0\.0\.1:\d+ [^\n]+\.$/);
    expect(notes.join()).not.toContain(KEY);
    expect(model.asked).toHaveLength(1);
  });

  it('is given up after three in a row, and not after two and a good one', async () => {
    const bad = extractor(sends(500, ''));
    for (let time = 0; time < 5; time += 1) expect(await bad.second.read(REPORT, FIRST, [])).toBeNull();
    expect(model.asked).toHaveLength(3);
    expect(bad.notes.at(-1)).toBe('It is not asked again; reports are read without it.');

    const shaky = extractor((asking, response) =>
      (model.asked.length % 3 === 0 ? sends(500, '') : says(GOOD))(asking, response),
    );
    for (let time = 0; time < 6; time += 1) await shaky.second.read(REPORT, FIRST, []);
    expect(model.asked).toHaveLength(9);
  });

  it.each<[number, RegExp]>([
    [401, /does not take the key \(401\): check UNFORGOTTEN_SECOND_KEY\.$/],
    [403, /does not take the key \(403\)/],
    [404, /has no such address or model \(404\)/],
    [429, /asks for fewer requests \(429\): try again later\.$/],
    [301, /sends elsewhere \(301\), where nothing is sent/],
    [307, /sends elsewhere \(307\), where nothing is sent/],
    [308, /sends elsewhere \(308\), where nothing is sent/],
  ])('is given up at once with %d', async (status, sentence) => {
    const { second, notes } = extractor(sends(status, KEY, { location: `${elsewhere.url}/chat/completions` }));
    for (let time = 0; time < 3; time += 1) expect(await second.read(REPORT, FIRST, [])).toBeNull();
    expect(model.asked).toHaveLength(1);
    expect(notes[1]).toMatch(sentence);
    expect(notes.join()).not.toContain(KEY);
  });

  it('is given up where nobody answers at the address, and where the work is ended', async () => {
    const closed = await modelServer();
    await closed.close();
    const nobody = extractor(says(GOOD), { url: closed.url });
    expect(await nobody.second.read(REPORT, FIRST, [])).toBeNull();
    expect(nobody.notes[1]).toMatch(/cannot be reached \(ECONNREFUSED\)/);

    const ending = new AbortController();
    const ended = extractor(() => ending.abort(), { ending: ending.signal });
    expect(await ended.second.read(REPORT, FIRST, [])).toBeNull();
    expect(ended.notes[1]).toMatch(/was not waited for, you ended the work\.$/);
  });
});

describe('people who are withheld', () => {
  const LIS = ['Vera Lis', 'Вера Лис'];

  it.each([
    ['by a name in the same script', reportOf('en', '2025-12-14', 'Vera Lis met with the same.')],
    ['by one in another script', reportOf('ru', '2025-12-14', 'В Бресте задержали учителя Веру Лис и её мужа.')],
    ['by a form of it', reportOf('be', '2025-12-14', 'Суд над Верай Ліс пачаўся ў Брэсце.')],
    ['where the name is written in reverse', reportOf('en', '2025-12-14', 'On the list: Lis Vera, born 1990.')],
  ])('a report that names one %s is not sent', async (_, report) => {
    const { second, notes } = extractor(says(GOOD));
    expect(await second.read({ ...report, title: 'A page' }, [], [LIS])).toBeNull();
    expect(model.asked).toEqual([]);
    expect(notes).toEqual(['“A page” is not sent to the second extractor: it names somebody who is withheld.']);
  });

  it('a word of the name by itself goes black, letter for letter, and nothing is claimed of it', async () => {
    const report = reportOf(
      'en',
      '2025-12-14',
      'Ales Novik and a Vera of Brest were seen; Lis, said a neighbour, is her name.',
    );
    const { second } = extractor(
      says(
        '{"claims":[{"kind":"detained","passage":1,"persons":["Vera"]},{"kind":"detained","passage":1,"persons":["███"]}]}',
      ),
    );
    expect(await second.read(report, [], [LIS])).toMatchObject({
      claims: [],
      dropped: { 'no name there': 1, 'words that do not stand there': 1 },
    });
    const [{ passages } = expect.fail('nothing was asked')] = model.asked;
    expect(JSON.parse(passages)).toEqual([
      { n: 1, text: 'Ales Novik and a ████ of Brest were seen; ███, said a neighbour, is her name.' },
    ]);
  });

  it('so does a lone word of it in a script of which the register has no form', async () => {
    const report = reportOf(
      'ru',
      '2025-12-14',
      'Алеся Гриба видели в Бресте. Дверь открыл Новик, и Грибу разрешили звонок; Новику — нет.',
    );
    const { second } = extractor(says('{"claims":[]}'));
    await second.read(report, [], [['Ales Novik']]);
    expect(model.asked[0]?.passages).toContain('Дверь открыл █████, и Грибу разрешили звонок; ██████ — нет.');
  });

  it('others are sent whole', async () => {
    const { second } = extractor(says(GOOD));
    expect(await second.read(REPORT, FIRST, [['Maryya Hryb', 'Мария Гриб']])).not.toBeNull();
    expect(model.asked[0]?.passages).not.toContain('█');
  });
});

test('a report in a language that is not read, or as long as a book, is not sent', async () => {
  const { second, notes } = extractor(says(GOOD));
  expect(await second.read({ ...REPORT, language: 'sv' }, [], [])).toBeNull();
  const book = reportOf(
    'en',
    '2025-12-14',
    ...Array.from({ length: 3000 }, (_, at) => `Day ${at} brought ${'no news '.repeat(12)}at all.`),
  );
  expect(await second.read(book, [], [])).toBeNull();
  expect(model.asked).toEqual([]);
  expect(notes).toEqual([
    expect.stringMatching(/not read in its language \(sv\)/),
    expect.stringMatching(/longer than/),
  ]);
});

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return expect.fail('was let through');
}
