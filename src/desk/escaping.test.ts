import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it } from 'vitest';
import type { Claim } from '../claims/claim.ts';
import type { TestDesk } from './desk.fixture.ts';
import { openDesk } from './desk.fixture.ts';
import { passageIn, reportOf } from './report.fixture.ts';

// Each marks its page where it gets through as markup: an element of that name, or an attribute that a text closed.
const PAYLOADS = [
  '<script>alert(1)</script>',
  '</mark></p><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)' x='",
  '" autofocus onfocus="alert(1)" x="',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<form action=https://evil.example><button>Accept</button></form>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href=https://evil.example/>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<style>@import url(https://evil.example)</style>',
  '<!--<script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\x24{alert(1)}{{alert(1)}}<%= alert(1) %>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202Etxet neddih\u202C <script>alert(1)</script>',
  '<ſcript>alert(1)</ſcript><ＳＣＲＩＰＴ>alert(1)</ＳＣＲＩＰＴ>',
];

let desk: TestDesk;
afterEach(() => desk.close());

/** A desk whose report says the payload everywhere a report can say something. */
async function deskSaying(payload: string): Promise<TestDesk> {
  const report = reportOf(
    [
      ['headline', `Title ${payload}`],
      ['caption', `Caption ${payload}`],
      ['heading', `Heading ${payload}`],
      ['body', `Name ${payload} was freed.`],
      ['quotation', `Quotation ${payload}`],
      ['residue', `Residue ${payload}`],
      ['notice', `Notice ${payload}`],
    ],
    { publisher: `Publisher ${payload}`, byline: payload },
  );
  const claims: Claim[] = [
    {
      kind: 'released',
      persons: [`Name ${payload}`],
      place: payload,
      charges: [payload],
      by: payload,
      object: payload,
      deal: { broker: payload, concession: payload },
      derived: payload,
      count: 3,
      subset: payload,
      accordingTo: payload,
      chain: [payload, payload],
      passage: passageIn(report, `Name ${payload} was freed.`),
      resolved: [{ property: 'persons', passage: passageIn(report, `Heading ${payload}`) }],
    },
    { kind: 'statement', speaker: payload, quote: payload, passage: passageIn(report, `Quotation ${payload}`) },
    {
      kind: 'figure',
      count: 7,
      measure: 'held',
      date: '2025-12-01',
      subset: payload,
      accordingTo: payload,
      passage: passageIn(report, `Caption ${payload}`),
    },
  ];
  return openDesk([{ report, claims }]);
}

// What the desk's own pages are made of; a payload could bring nothing else, nor any other attribute.
const ELEMENTS = new Set(
  'html head meta title link script body a header p span b nav main h1 h2 h3 section article div blockquote mark dl dt dd ol ul li details summary form input textarea button fieldset legend label select option strong time q br'.split(
    ' ',
  ),
);

function foreignIn(page: string): string[] {
  const { document } = parseHTML(page);
  const elements = [...document.querySelectorAll('*')];
  const wrong = elements.filter((element) => !ELEMENTS.has(element.localName)).map((element) => element.localName);
  const attributes = elements.flatMap((element) => [...element.attributes].map(({ name }) => name));
  const handlers = attributes.filter((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc');
  const scripts = elements.filter(
    (element) => element.localName === 'script' && element.outerHTML !== '<script src="/desk.js" defer></script>',
  );
  const meta = elements.filter((element) => element.localName === 'meta' && element.hasAttribute('http-equiv'));
  const links = elements
    .flatMap((element) => ['href', 'src', 'action'].map((name) => element.getAttribute(name)))
    .filter((address) => address !== null && !/^(?:\/(?!\/)|#)/.test(address));
  return [...wrong, ...handlers, ...scripts.map(String), ...meta.map(String), ...links.map(String)];
}

describe('text from elsewhere is only ever shown as text', () => {
  it.each(PAYLOADS)('%j in a report, its names, a reason, an author and an address', async (payload) => {
    desk = await deskSaying(payload);
    const who = { cookie: '' };
    // Reasons and names of people who decide are text from elsewhere too.
    const name = payload.replaceAll(/[\u202A-\u202E]/g, '').slice(0, 59);
    const first = { decision: 'accept', name, reason: `Reason ${payload}`, [`who:Name ${payload}`]: 'new' };
    const accepted = await desk.post('/claim/1/decide', first, who);
    expect(accepted.status).toBe(303);
    await desk.post('/claim/3/decide', { decision: 'accept', reason: payload }, who);
    const person = desk.register.state().claims.get(1)?.mentions[0]?.person ?? '';
    await desk.post(
      `/person/${person}/decide`,
      { decision: 'recognise', by: payload, date: '2020', reason: payload },
      who,
    );
    const asked = encodeURIComponent(payload);
    const paths = [
      '/',
      '/claim/1',
      '/claim/2',
      '/claim/3',
      `/claim/${asked}`,
      '/claims/decided',
      `/person/${person}`,
      `/person/${asked}`,
      `/count?on=2025-12-01&by=${asked}`,
      `/count?on=${asked}`,
      `/${asked}`,
      '/name',
    ];
    for (const path of paths) {
      const page = await (await desk.get(path, { cookie: who.cookie })).text();
      expect(foreignIn(page), path).toEqual([]);
    }
    const refused = await desk.post(
      '/claim/2/decide',
      { decision: payload, reason: payload, date: payload, place: payload },
      who,
    );
    expect(foreignIn(await refused.text())).toEqual([]);
    const nameless = await desk.post('/name', { name: `${payload} ${'x'.repeat(60)}` });
    expect(foreignIn(await nameless.text())).toEqual([]);
    expect(desk.faults).toEqual([]);
  });

  it('shows what was written, character for character', async () => {
    const payload = '</mark><script>alert("1")</script> & \'two\'';
    desk = await deskSaying(payload);
    const { document } = parseHTML(await (await desk.get('/claim/1')).text());
    expect(document.querySelector('mark.passage')?.textContent).toBe(`Name ${payload} was freed.`);
    expect(document.querySelector('.residue li')?.textContent).toBe(`Residue ${payload}`);
    expect(document.querySelector('h1')?.textContent).toBe(`Name ${payload}`);
  });

  it('notices an element or a handler where one gets in', async () => {
    desk = await openDesk([]);
    for (const page of [
      '<p><img src=x>',
      '<p onclick=x>',
      '<script>1</script>',
      '<a href="https://evil.example">',
      '<a href="//evil.example">',
      '<a href="javascript:x">',
    ]) {
      expect(foreignIn(`<!doctype html><html><body>${page}</body></html>`), page).not.toEqual([]);
    }
  });
});
