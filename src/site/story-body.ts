import type { Node } from '@markdoc/markdoc';
import { type Html, html, joined, NOTHING } from './markup.ts';
import type { Setting } from './setting.ts';
import { lineOf, refused, type Story } from './story.ts';
import { boundTag } from './story-tags.ts';

/**
 * Prints the text of a story with every tag bound to the register.
 *
 * @throws Refused where a bound value cannot be shown, or the text names somebody who is withheld.
 */
export function storyBody(setting: Setting, story: Story): Html {
  const { guard } = setting.view.shown;
  const { name, head } = story;
  for (const text of [head.title, head.standfirst, head.byline, head.dateline ?? '']) {
    if (guard.names(text)) throw withheld(name, 1);
  }
  return inside(setting, story, story.body);
}

function inside(setting: Setting, story: Story, node: Node): Html {
  return joined(node.children.map((child) => printed(setting, story, child)));
}

function printed(setting: Setting, story: Story, node: Node): Html {
  const inner = () => inside(setting, story, node);
  switch (node.type) {
    case 'heading':
      return html`<h2>${inner()}</h2>\n`;
    case 'paragraph':
      return html`<p>${inner()}</p>\n`;
    case 'list':
      return node.attributes.ordered === true ? html`<ol>${inner()}</ol>\n` : html`<ul>${inner()}</ul>\n`;
    case 'item':
      return html`<li>${inner()}</li>`;
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'text':
      return textOf(setting, story, node);
    case 'softbreak':
      return html`\n`;
    case 'hardbreak':
      return html`<br>`;
    case 'inline':
      return inner();
    case 'tag':
      return boundTag(setting, story, node, node.children.length > 0 ? inner() : NOTHING);
    default:
      // readStory let nothing else in.
      throw new RangeError(`a story may not hold a ${node.type}`);
  }
}

function textOf(setting: Setting, story: Story, node: Node): Html {
  const text = String(node.attributes.content);
  if (setting.view.shown.guard.names(text)) throw withheld(story.name, lineOf(node));
  return html`${text}`;
}

function withheld(name: string, line: number): Error {
  return refused(name, line, 'names somebody who is withheld: take the name out');
}
