import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused } from '../text/refusal.ts';
import { checkDecision } from './decide.ts';
import type { Decision } from './entry.ts';
import { History } from './history.fixture.ts';
import { rebuild } from './rebuild.ts';

const READING = 'words of the report';
const PASSAGE = { start: 0, end: 5, text: 'words' };
const MARYIA = 'k3vq9h2mxa7tw5bn';
const NAME = 'Maria Kolesnikova';
const reason = 'read the page';

// Entries: 0 report, 1 released (waits), 2 died (Alena accepted), 4 sentenced (accepted, linked to Maryia), 7 refused.
function register(): History {
  const history = new History();
  const report = history.report();
  history.claim(report, { kind: 'released', count: 123, persons: [NAME] });
  const died = history.claim(report, { kind: 'died', persons: [NAME] });
  history.decide('Alena', { decision: 'accept', claim: died });
  history.link(history.accepted(report, { kind: 'sentenced', termMonths: 132, persons: [NAME] }), [MARYIA]);
  history.decide('Alena', { decision: 'refuse', claim: history.claim(report, { kind: 'statement' }) });
  return history;
}

const same = { decision: 'link', claim: 1, name: NAME, person: MARYIA, verdict: 'same', reason } as const;
const amend = (text: string, count = 124): Decision => {
  return { decision: 'amend', claim: 1, amended: { kind: 'released', count, passage: { ...PASSAGE, text } }, reason };
};
const recognise = (by: string, date: string): Decision => ({ decision: 'recognise', person: MARYIA, by, date, reason });

describe('lets through', () => {
  test.each<[string, string, Decision]>([
    ['accepting what waits', 'Alena', { decision: 'accept', claim: 1, reason }],
    ['accepting what was refused', 'Alena', { decision: 'accept', claim: 7, reason }],
    ['refusing what was accepted', 'Alena', { decision: 'refuse', claim: 4, reason }],
    ['the second acceptance of a death', 'Maryna', { decision: 'accept', claim: 2, reason }],
    ['an amendment that the report bears out', 'Alena', amend('words')],
    ['a link to a person', 'Alena', same],
    ['a link to a person nobody was linked to before', 'Alena', { ...same, person: 'm2xz4c8rjq6ty9ws' }],
    ['a doubt about a person', 'Alena', { ...same, verdict: 'unsure' }],
    ['taking a link back', 'Alena', { decision: 'unlink', claim: 4, name: NAME, person: MARYIA, reason }],
    ['a recognition in a month', 'Alena', recognise('Viasna', '2020-09')],
    ['a description', 'Alena', { decision: 'describe', person: MARYIA, sex: 'female', reason }],
    ['withholding', 'Alena', { decision: 'withhold', person: MARYIA, reason }],
    ['removal', 'Alena', { decision: 'remove', person: MARYIA, reason }],
  ])('%s', (_, author, decision) => {
    expect(() => checkDecision(register().state(), author, decision, READING)).not.toThrow();
  });
});

describe('refuses', () => {
  test.each<[string, string, Decision, string]>([
    ['nobody', ' ', { decision: 'accept', claim: 1, reason }, 'A decision needs its author: say who decides.'],
    [
      'no reason',
      'Alena',
      { decision: 'accept', claim: 1, reason: ' ' },
      'A decision needs a reason: say why in a few words.',
    ],
    [
      'a claim that is not there',
      'Alena',
      { decision: 'refuse', claim: 99, reason },
      'There is no claim 99 in the register: unforgotten review lists those that wait.',
    ],
    [
      'the number of a report',
      'Alena',
      { decision: 'accept', claim: 0, reason },
      'There is no claim 0 in the register: unforgotten review lists those that wait.',
    ],
    ['accepting twice', 'Maryna', { decision: 'accept', claim: 4, reason }, 'Claim 4 has been accepted already.'],
    ['refusing twice', 'Maryna', { decision: 'refuse', claim: 7, reason }, 'Claim 7 has been refused already.'],
    [
      'being both who accept a death',
      ' alena ',
      { decision: 'accept', claim: 2, reason },
      'Accepting that somebody died needs a second person: Alena has already accepted it.',
    ],
    [
      'an amendment without its words',
      'Alena',
      amend('other'),
      'The amendment of claim 1 cannot be made: the passage of this released claim does not stand at 0–5 of its report.',
    ],
    [
      'an amendment that changes nothing',
      'Alena',
      { ...amend('words'), amended: { kind: 'released', count: 123, persons: [NAME], passage: PASSAGE } } as Decision,
      'The amendment of claim 1 changes nothing: accept or refuse the claim as it is.',
    ],
    [
      'an amendment that cannot be',
      'Alena',
      amend('words', -1),
      'The decision cannot be kept: amended.count is not right (Too small: expected number to be >=0).',
    ],
    [
      'a name the claim does not have',
      'Alena',
      { ...same, name: 'Viktor Babariko' },
      'Claim 1 does not name Viktor Babariko: it names Maria Kolesnikova.',
    ],
    [
      'a name in a claim that names nobody',
      'Alena',
      { ...same, claim: 7 },
      'Claim 7 does not name Maria Kolesnikova: it names nobody.',
    ],
    [
      'the same link again',
      'Maryna',
      { ...same, claim: 4 },
      `Maria Kolesnikova in claim 4 is linked to person ${MARYIA} as same already.`,
    ],
    [
      'a difference from nobody known',
      'Alena',
      { ...same, person: 'm2xz4c8rjq6ty9ws', verdict: 'different' },
      'There is no person m2xz4c8rjq6ty9ws in the register: unforgotten find looks a person up by name.',
    ],
    [
      'taking back a link that is not there',
      'Alena',
      { decision: 'unlink', claim: 1, name: NAME, person: MARYIA, reason },
      `Maria Kolesnikova in claim 1 is not linked to person ${MARYIA}: there is nothing to take back.`,
    ],
    [
      'a person that is not there',
      'Alena',
      { decision: 'withhold', person: 'nobody', reason },
      'There is no person nobody in the register: unforgotten find looks a person up by name.',
    ],
    [
      'a date nobody can read',
      'Alena',
      recognise('Viasna', '11 September'),
      '"11 September" is no date: write the day, month or year of recognition, as in 2025-12-20, 2025-12 or 2025.',
    ],
    [
      'a day that does not exist',
      'Alena',
      recognise('Viasna', '2025-02-29'),
      '"2025-02-29" is no date: write the day, month or year of recognition, as in 2025-12-20, 2025-12 or 2025.',
    ],
    [
      'a recognition by nobody',
      'Alena',
      recognise(' ', '2020-09-11'),
      'Recognition needs the organisation that decided it: say by whom.',
    ],
    [
      'withdrawing what was never given',
      'Alena',
      { ...recognise('Viasna', '2020-09-11'), decision: 'withdraw recognition' } as Decision,
      `Viasna has not recognised person ${MARYIA}: there is nothing to withdraw.`,
    ],
    [
      'showing who is shown',
      'Alena',
      { decision: 'show again', person: MARYIA, reason },
      `Person ${MARYIA} is not withheld: there is nothing to show again.`,
    ],
  ])('%s', (_, author, decision, sentence) => {
    expect(() => checkDecision(register().state(), author, decision, READING)).toThrow(new Refused(sentence));
  });

  test('one person as both who withhold, remove or recognise', () => {
    const history = register();
    const decisions = [
      { decision: 'withhold', person: MARYIA, reason },
      { decision: 'remove', person: MARYIA, reason },
      recognise('Viasna', '2020-09-11'),
    ] as const;
    for (const decision of decisions) history.decide('Alena', decision);
    const sentences = [
      'Withholding needs a second person: Alena has already decided it.',
      'Removal needs a second person: Alena has already decided it.',
      'Recognition needs a second person: Alena has already decided it.',
    ];
    decisions.forEach((decision, i) => {
      expect(() => checkDecision(history.state(), 'ALENA', decision)).toThrow(new Refused(sentences[i]));
      expect(() => checkDecision(history.state(), 'Maryna', decision)).not.toThrow();
    });
  });

  test('what two have decided already', () => {
    const history = register();
    history.bothDecide(recognise('Viasna', '2020-09-11'));
    history.bothDecide({ decision: 'withhold', person: MARYIA });
    history.decide('Alena', { decision: 'describe', person: MARYIA, sex: 'female' });
    const state = history.state();
    expect(() => checkDecision(state, 'Zoja', recognise('«Вясна»', '2020-09-11'))).toThrow(
      'stands in the register already',
    );
    expect(() => checkDecision(state, 'Zoja', { decision: 'withhold', person: MARYIA, reason })).toThrow(
      'is withheld already',
    );
    expect(() => checkDecision(state, 'Zoja', { decision: 'describe', person: MARYIA, sex: 'female', reason })).toThrow(
      'is described as female already',
    );
    expect(() =>
      checkDecision(state, 'Zoja', { ...recognise('Viasna', '2021'), decision: 'withdraw recognition' } as Decision),
    ).not.toThrow();
  });

  test('a second unlink of one link, but not of two', () => {
    const history = register();
    const unlink = { decision: 'unlink', claim: 4, name: NAME, person: MARYIA, reason } as const;
    history.decide('Maryna', { ...same, claim: 4, verdict: 'unsure' });
    history.decide('Alena', unlink);
    expect(() => checkDecision(history.state(), 'Alena', unlink)).not.toThrow();
    history.decide('Alena', unlink);
    expect(() => checkDecision(history.state(), 'Alena', unlink)).toThrow('there is nothing to take back');
  });

  test('with sentences: one each, saying what to do, never a stack of them', () => {
    const anything = fc.record({
      decision: fc.constantFrom(
        'accept',
        'refuse',
        'amend',
        'link',
        'unlink',
        'recognise',
        'describe',
        'withhold',
        'remove',
      ),
      claim: fc.constantFrom(0, 1, 2, 4, 7, 99),
      person: fc.constantFrom(MARYIA, 'nobody', ''),
      name: fc.constantFrom(NAME, '', 'X'),
      verdict: fc.constantFrom('same', 'different', 'unsure', 'perhaps'),
      by: fc.string(),
      date: fc.constantFrom('2020', 'soon', ''),
      sex: fc.constantFrom('female', 'unknown'),
      amended: fc.constantFrom({ kind: 'released', passage: PASSAGE }, { kind: 'freed', passage: PASSAGE }),
      reason: fc.constantFrom('', reason),
    });
    const state = register().state();
    fc.assert(
      fc.property(fc.constantFrom('', 'Alena', 'Maryna'), anything, (author, decision) => {
        try {
          checkDecision(state, author, decision as unknown as Decision, READING);
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
          expect((error as Refused).message).toMatch(/^\S.*\.$/);
        }
      }),
    );
  });
});

test('what it lets through changes the state', () => {
  const history = register();
  for (const decision of [{ decision: 'accept', claim: 1, reason }, same, amend('words')] as const) {
    const before = rebuild(history.entries);
    checkDecision(before, 'Alena', decision, READING);
    history.decide('Alena', decision);
    expect(history.state().claims).not.toEqual(before.claims);
  }
});
