import { soundsLikeBits } from './cost.ts';
import { once } from './once.ts';
import type { Part } from './part.ts';
import { CONSONANTS, type Sounds, soundsInSymbol, symbolCount } from './sounds.ts';

/**
 * The consonants of a name as bits: those that must be heard in it, and those that may be taken for one of its own. Two names
 * of one person rarely have a consonant that the other cannot have.
 *
 * @example
 * { must: 0b1001, may: 0b1111 }
 */
export interface SoundMask {
  readonly must: number;
  readonly may: number;
}

const bySymbol = once(() => Array.from({ length: symbolCount() }, (_, symbol) => maskOfSymbol(symbol)));

/** The mask of one part. A given name we know must be heard in none of its forms: Іван is John. */
export function soundMaskOf(part: Part): SoundMask {
  let may = 0;
  let must = part.role === 'given' || part.role === 'patronymic' || part.role === 'particle' ? 0 : -1;
  for (const sounds of [part.sounds, ...(part.readings ?? [])]) {
    const mask = maskOfSounds(sounds);
    may |= mask.may;
    must &= mask.must;
  }
  return { must, may };
}

/** The mask of a name. */
export function soundMaskOfName(parts: readonly Part[]): SoundMask {
  let must = 0;
  let may = 0;
  for (const part of parts) {
    const mask = soundMaskOf(part);
    must |= mask.must;
    may |= mask.may;
  }
  return { must, may };
}

/** How many consonants of two names the other cannot have. */
export function unheardOf(one: SoundMask, other: SoundMask): number {
  return bitsIn(one.must & ~other.may) + bitsIn(other.must & ~one.may);
}

function maskOfSounds(sounds: Sounds): SoundMask {
  const masks = bySymbol();
  let must = 0;
  let may = 0;
  for (const symbol of sounds) {
    const mask = masks[symbol];
    must |= mask?.must ?? 0;
    may |= mask?.may ?? 0;
  }
  return { must, may };
}

// Only a letter that stands for one consonant, and is not lost by any spelling, must be heard.
function maskOfSymbol(symbol: number): SoundMask {
  const { letters, mute } = soundsInSymbol(symbol);
  const must = !mute && letters.length === 1 && TELLS.test(letters) ? 1 << CONSONANTS.indexOf(letters) : 0;
  return { must, may: soundsLikeBits(symbol) };
}

const TELLS = /[pbfvmntdszSZCJcDkglr]/u;

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
