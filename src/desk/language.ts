import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../site/wording.ts';
import { LANGUAGES } from '../site/wording.ts';

const COOKIE = 'unforgotten-language';

/** The language somebody chose at this browser, or else the first the browser asks for that the desk has. */
export function languageOf(c: Context, fallback: Language): Language {
  return known(getCookie(c, COOKIE)) ?? asked(c.req.header('accept-language') ?? '') ?? fallback;
}

/** Remembers a language at this browser until it is closed. Nothing happens for one that the desk does not have. */
export function chooseLanguage(c: Context, chosen: string | null): void {
  const language = known(chosen ?? undefined);
  if (language) setCookie(c, COOKIE, language, { httpOnly: true, sameSite: 'Strict', path: '/' });
}

/** An address within the desk, as a form may ask to be sent on to; the list of what waits for anything else. */
export function ownAddress(address: string | null): string {
  // A second slash or a backslash would lead to another host, and a control character may hide one.
  return address !== null && /^\/(?![/\\])[\w\-./?&=%#]*$/.test(address) ? address : '/';
}

function known(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}

// `be-BY, ru;q=0.8, en;q=0.5` asks for Belarusian first (RFC 9110, section 12.5.4).
function asked(header: string): Language | undefined {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { code: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const wanted = wishes.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality);
  for (const { code } of wanted) {
    const language = known(code);
    if (language) return language;
  }
  return undefined;
}
