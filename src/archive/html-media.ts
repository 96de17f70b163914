import type { PageElement } from './dom.ts';
import type { Medium } from './report.ts';

const PICTURE = 'img, picture, amp-img';
const FIGURES = 'figure, .wp-caption, .wp-block-image';
const CAPTION = 'figcaption, .wp-caption-text, .caption';
const RECORDINGS = 'video, amp-video, audio, amp-audio, amp-youtube, iframe[src]';
const FILMS =
  /^https?:\/\/(?:www\.|player\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|rutube\.ru)\//i;
const SOUNDS = /^https?:\/\/(?:www\.|w\.|open\.|embed\.)?(?:soundcloud\.com|spotify\.com|podcasts\.apple\.com)\//i;

/**
 * The pictures of a page that stand in a figure, with their captions as printed, credit and all, and the recordings
 * that its markup embeds.
 *
 * @param isOurs tells whether an element belongs to the story rather than to what stands around it.
 */
export function mediaIn(body: PageElement, isOurs: (element: PageElement) => boolean): Medium[] {
  const media: Medium[] = [];
  for (const figure of body.querySelectorAll(FIGURES)) {
    if (!figure.querySelector(PICTURE) || figure.parentElement?.closest(FIGURES) || !isOurs(figure)) continue;
    const caption = captionOf(figure);
    media.push({ kind: 'picture', ...(caption && { caption }) });
  }
  for (const element of body.querySelectorAll(RECORDINGS)) {
    const kind = kindOf(element);
    if (!kind || !isOurs(element)) continue;
    const figure = element.closest('figure');
    const caption = figure && !figure.querySelector(PICTURE) ? captionOf(figure) : undefined;
    media.push({ kind, ...(caption && { caption }) });
  }
  return media;
}

function captionOf(figure: PageElement): string | undefined {
  return figure.querySelector(CAPTION)?.textContent.replace(/\s+/g, ' ').trim() || undefined;
}

function kindOf(element: PageElement): 'audio' | 'video' | null {
  if (element.localName !== 'iframe') return element.localName.includes('audio') ? 'audio' : 'video';
  const address = element.getAttribute('src') ?? '';
  return FILMS.test(address) ? 'video' : SOUNDS.test(address) ? 'audio' : null;
}
