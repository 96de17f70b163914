import { describe, expect, it } from 'vitest';
import { rebuild } from '../register/rebuild.ts';
import { sameTextAs, sourcesAmong } from '../register/sources.ts';
import { reportOf, temporaryFolder, writer } from './register.fixture.ts';
import type { ReportToAdd } from './reports.ts';

const AGENCY = [
  'Nine leave Minsk',
  'A court in Minsk let nine people go on Sunday who had been held since the protests of 2020, their lawyers said.',
  'Among them are two journalists and a teacher of mathematics from Hrodna, whose families waited at the gates.',
  'The nine were driven to the frontier in a bus with curtained windows, and nobody told them where they were going.',
];
// Another reporter of the same day, about the same nine: much is alike, no run of words is.
const OWN = [
  'Nine leave Minsk',
  'On Sunday nine prisoners whom a Minsk court had held since 2020 were freed; we spoke to their lawyers by telephone.',
  'Two are journalists, one teaches mathematics in Hrodna. Families had come to the gates and waited there in vain.',
  'A bus with curtains took all nine to the border. Where it was going they learned only when they arrived.',
];

let files = 0;
const paper = (publisher: string, paragraphs: readonly string[], more: Partial<ReportToAdd> = {}): ReportToAdd => {
  const toAdd = reportOf(paragraphs, [], { address: `${publisher}-${files++}.html`, ...more });
  return { ...toAdd, report: { ...toAdd.report, publisher, language: 'en', ...more.report } };
};

describe('a report that is added', () => {
  it('names the earlier ones whose text it prints, and so do the entries when they are read again', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    await register.addReport(paper('Agency', AGENCY));
    await register.addReport(paper('Own reporter', OWN));
    await register.addReport(paper('Paper', ['Freed at dawn', ...AGENCY.slice(1), 'From our agency service.']));
    await register.close();
    const again = await writer(folder);
    const state = again.state();
    expect([...state.reports.values()].map(({ report }) => report.sameText)).toEqual([undefined, undefined, [0]]);
    expect(sourcesAmong(state, [0, 1, 2])).toEqual([[0, 2], [1]]);
    expect([0, 1, 2].map((number) => sameTextAs(state, number))).toEqual([[2], [], [0]]);
    expect(state).toEqual(rebuild(again.entries()));
  });

  it.each<[string, Partial<ReportToAdd['report']>]>([
    ['in another language', { language: 'be' }],
    ['half a year later', { published: '2026-06-14' }],
  ])('%s is not compared', async (_, about) => {
    const register = await writer(temporaryFolder());
    await register.addReport(paper('Agency', AGENCY));
    const later = paper('Paper', AGENCY);
    const { number } = await register.addReport({
      ...later,
      bytes: new TextEncoder().encode('other bytes'),
      report: { ...later.report, ...about },
    });
    expect(register.state().reports.get(number)?.report.sameText).toBeUndefined();
  });

  it('says what its page says of itself, and how much of it has changed since it was read last', async () => {
    const register = await writer(temporaryFolder());
    const address = 'https://paper.example.org/nine';
    await register.addReport(paper('Paper', AGENCY, { address }));
    const changed = paper('Paper', ['Eleven leave Minsk', ...AGENCY.slice(1, 3), 'Two more followed.'], { address });
    const { number } = await register.addReport({
      ...changed,
      report: {
        ...changed.report,
        modified: '2025-12-15',
        marks: ['updated'],
        media: [{ kind: 'video', missing: true, caption: 'At the border' }],
      },
    });
    expect(register.state().reports.get(number)?.report).toMatchObject({
      again: 0,
      changes: { changed: 1, added: 1, gone: 1 },
      modified: '2025-12-15',
      marks: ['updated'],
      media: [{ kind: 'video', missing: true, caption: 'At the border' }],
    });
    expect(register.state().reports.get(0)?.report.marks).toBeUndefined();
  });
});
