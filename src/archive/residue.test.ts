import { describe, expect, test } from 'vitest';
import { residueOf, residueRules } from './residue.ts';

describe('every rule of words/archive/residue.yml holds for its examples', () => {
  test.each(residueRules.flatMap((rule) => rule.example.map((line) => [line, rule] as const)))('%s', (line, rule) => {
    const residue = residueOf(line);
    expect(residue?.kind).toBe(rule.kind);
    expect(residue?.mark).toBe(rule.mark);
    expect(residue?.player?.kind).toBe(rule.player);
    if (rule.gives === 'published' || rule.gives === 'modified') expect(residue?.[rule.gives]).toMatch(/^\d{4}-/);
    if (rule.gives === 'publisher' || rule.gives === 'byline') expect(residue?.[rule.gives]).toBeTruthy();
    if (rule.gives === 'minutes' || rule.gives === 'clock') expect(residue?.player?.seconds).toBeGreaterThan(0);
  });
});

describe('what a line says', () => {
  test.each([
    ['7 min', { player: { kind: 'any', seconds: 420 } }],
    ['4 мин', { player: { kind: 'any', seconds: 240 } }],
    ['2 хв', { player: { kind: 'any', seconds: 120 } }],
    ['0:00 0:02:05 0:00', { player: { kind: 'any', seconds: 125 } }],
    ['This audio is AI-generated', { mark: 'ai-generated', player: { kind: 'audio', machineMade: true } }],
    ['  • 16x9 Image', { kind: 'residue' }],
    ['**Breaking News**', { mark: 'breaking' }],
    ['Updated: 15 December 2025', { mark: 'updated', modified: '2025-12-15' }],
    ['Published :`2024-07-22 20:16:04`', { published: '2024-07-22' }],
    ['Главная Новости О нас', { kind: 'navigation' }],
    ['Home | World | About us', { kind: 'navigation' }],
    ['Source:Â Al Jazeera and agencies', { kind: 'publisher', publisher: 'Al Jazeera' }],
    ['RFE/RL has been declared an "undesirable organization" by the Russian government.', { publisher: 'RFE/RL' }],
    ['Читайте также: Прогноз погоды на неделю', { kind: 'related' }],
  ])('%s', (line, says) => {
    expect(residueOf(line)).toMatchObject(says);
  });
});

describe('lines of a story that look like residue and are none', () => {
  test.each([
    ['Listen to what she said about her years in prison.'],
    ['He waited for 7 min before the guard came.'],
    ['Updated lists of prisoners are kept by Viasna.'],
    ['Published works by the poet were burned.'],
    ['By train, the 31 prisoners reached Vilnius.'],
    ['Share of women among prisoners rises'],
    ['Live rounds were fired in Brest.'],
    ['News of the release spread through the prison.'],
    ['Read more than forty letters, he told the court.'],
    ['Opinion polls are not allowed.'],
    ['Breaking news of the release, she wept.'],
    ['Главная новость дня — освобождение 123 человек.'],
    ['Срочно освободить всех потребовала она.'],
    ['Слухаць яго прамову прыйшлі тысячы.'],
    ['Related charges were dropped.'],
    ['LG and Samsung left Russia.'],
    ['1,222'],
  ])('%s', (line) => {
    expect(residueOf(line)).toBeNull();
  });
});
