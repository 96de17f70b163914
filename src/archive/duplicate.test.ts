import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAME_TEXT, sameText, TextIndex } from './duplicate.ts';

const AGENCY = `MINSK, 14 December. A court in Minsk on Sunday let nine people go who had been held since the protests of 2020,
their lawyers told the agency. Among them are two journalists and a teacher of mathematics from Hrodna.
“We were told to pack at four in the morning, and nobody said where we were going,” one of the nine said by telephone from
the border. She asked not to be named because her brother is still in prison.
The nine were driven to the frontier in a bus with curtained windows. Relatives who had come to the prison gates with parcels
were told that the addressees had left. A spokesman of the foreign ministry confirmed the release but gave no names.
Rights groups say that more than a thousand people remain behind bars on charges which they call political. They have asked
for a list of everybody who was freed, and of those whose health does not allow them to wait.`;

const REPOST = `Freed at dawn: nine leave Minsk\nFrom our agency service\n\n${AGENCY.replaceAll('“', '"').replaceAll('”', '"')}\n\n(c) All rights reserved. Subscribe to our newsletter for more.`;
const TRIMMED = `${AGENCY.split('\n').slice(0, 4).join('\n')} Read more on our site tomorrow.`;
const UPDATE = `MINSK, 15 December. Eleven people, not nine as was first said, have been let go by the authorities in Minsk, their
lawyers told the agency on Monday. Two more had been taken from a colony in Mahilioŭ during the night.
“We were told to pack at four in the morning, and nobody said where we were going,” one of them said by telephone from the
border. All eleven have been seen by a doctor in Vilnius, where they were received by volunteers and by a deputy minister.
The ministry published the names on Monday evening: three journalists, a teacher, five students and two former officials of a
bank. Four of them had been counted by nobody until their names appeared on the list of the ministry.
Rights groups say that more than a thousand people remain behind bars on charges which they call political.`;
const OTHER_STORY = `Nine Belarusians crossed into Lithuania on Sunday evening after years in prison, and the small hall of the bus
station was full long before they came. Mothers held up photographs. Somebody had brought a guitar. “I do not know whom to hug
first,” said a woman of seventy who had travelled from Warsaw. The release is the fourth of this year and, like those before,
came without a word of explanation. Diplomats in Vilnius believe that potash has to do with it.`;
const TRANSLATION = `МІНСК, 14 снежня. Суд у Мінску ў нядзелю адпусціў дзевяць чалавек, якіх трымалі з часу пратэстаў 2020 года, сказалі
агенцтву іх адвакаты. Сярод іх дзве журналісткі і настаўнік матэматыкі з Гродна. «Нам сказалі збірацца а чацвёртай раніцы, і ніхто
не сказаў, куды мы едзем», — расказала адна з дзевяці па тэлефоне з мяжы.`;
const QUOTED = `${OTHER_STORY}\n“We were told to pack at four in the morning, and nobody said where we were going,” one of the nine told an agency.`;

describe('the text of an agency', () => {
  it.each([
    ['reposted with another headline, straight quotation marks and a credit', REPOST, true],
    ['reposted and cut after the fourth line', TRIMMED, true],
    ['in capitals and with other line breaks', AGENCY.toUpperCase().replaceAll('\n', ' '), true],
    ['within a round-up of the day', `${OTHER_STORY}\n\n${AGENCY}\n\n${TRANSLATION}`, true],
    ['translated', TRANSLATION, false],
    ['of the next day, rewritten with new figures and names', UPDATE, false],
    ['beside another story on the same event', OTHER_STORY, false],
    ['beside a story that quotes it', QUOTED, false],
    ['beside nothing', '', false],
  ])('%s', (_, text, same) => {
    expect(sameText(AGENCY, text) >= SAME_TEXT).toBe(same);
    expect(sameText(text, AGENCY)).toBe(sameText(AGENCY, text));
  });

  it('is the same where paragraphs were only added: whoever prints its words tells nothing new by them', () => {
    expect(sameText(AGENCY, `${AGENCY}\n${UPDATE.split('\n').slice(4).join('\n')}`)).toBe(1);
  });
});

describe('short texts', () => {
  it.each([
    ['Nine people were freed.', 'NINE people were freed!', 1],
    ['Nine people were freed.', 'Nine people were freed in Minsk.', 0],
    ['', '', 0],
    ['…', '—', 0],
  ])('“%s” and “%s” are the same only where they are equal', (a, b, expected) => {
    expect(sameText(a, b)).toBe(expected);
  });
});

describe('an index of texts', () => {
  it('finds those that are the same, and no others', () => {
    const index = new TextIndex();
    for (const [at, text] of [AGENCY, OTHER_STORY, UPDATE, TRANSLATION, TRIMMED].entries()) index.put(at, text);
    expect(index.sameAs(REPOST)).toEqual([0, 4]);
    expect(index.sameAs(QUOTED)).toEqual([1]);
    expect(index.sameAs('Something else altogether, in a few words.')).toEqual([]);
  });

  it('says of any two texts what comparing them says', () => {
    const text = fc.constantFrom(AGENCY, REPOST, TRIMMED, UPDATE, OTHER_STORY, TRANSLATION, QUOTED, '', 'Short.');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (texts, other) => {
        const index = new TextIndex();
        for (const [at, one] of texts.entries()) index.put(at, one);
        const expected = texts.flatMap((one, at) => (sameText(one, other) >= SAME_TEXT ? [at] : []));
        expect(index.sameAs(other)).toEqual(expected);
      }),
    );
  });
});

describe('likeness', () => {
  it('lies between 0 and 1, is the same both ways, and is 1 for a text and its beginning', () => {
    const text = fc.array(fc.constantFrom(...AGENCY.split(/\s+/)), { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const likeness = sameText(a, b);
        expect(likeness).toBe(sameText(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        if (new Set(a.split(' ')).size > 20) expect(sameText(a, `${a} ${b}`)).toBe(1);
      }),
    );
  });
});
