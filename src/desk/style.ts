// The desk's one stylesheet. It shares the paper and ink of the site; figures and report text stand in the serif, what
// the desk says itself in the plain face. Every pair of colours keeps 4.5 : 1 in light and dark (axe-core holds it).
const COLOURS = `
:root { color-scheme: light dark;
  --paper: #fbfaf6; --sheet: #f3f0e8; --raised: #fffefb; --ink: #1c1a16; --soft: #5c564b; --line: #d8d2c4; --edge: #8d8573;
  --mark: #8c3b22; --passage: #ffe7a3; --passage-edge: #a86b00; --rests: #d3e6ee; --rests-edge: #2c6a84;
  --accept: #21563d; --accept-ink: #ffffff; --caution: #fbeede; --caution-edge: #a3591c; --trouble: #9b1c1c; --trouble-sheet: #fdeeec; --done-sheet: #e7f0e6;
  --text: "Iowan Old Style", "Noto Serif", Cambria, Georgia, "DejaVu Serif", serif;
  --plain: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #161512; --sheet: #201e1a; --raised: #1c1a17; --ink: #ece7dc; --soft: #b0a897; --line: #3b372f; --edge: #8a8272;
  --mark: #e3a388; --passage: #5a4712; --passage-edge: #e0b04a; --rests: #173d4d; --rests-edge: #7fbcd6;
  --accept: #9fd3b6; --accept-ink: #10231a; --caution: #33271a; --caution-edge: #d99a5b; --trouble: #ff9d94; --trouble-sheet: #351a18; --done-sheet: #1d2b1f; } }
`;

const GROUND = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-block: 5rem 2rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--plain); overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, blockquote, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1, h2, .card h3, .claim-head h1 { font-family: var(--text); font-weight: 400; text-wrap: balance; letter-spacing: -.01em; }
h1 { font-size: clamp(2rem, 1.5rem + 2.2vw, 3rem); line-height: 1.12; }
h2 { font-size: clamp(1.4rem, 1.25rem + .7vw, 1.8rem); line-height: 1.25; }
h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; }
a { color: inherit; text-decoration: underline; text-decoration-color: var(--mark); text-decoration-thickness: .08em; text-underline-offset: .2em; }
a:hover { color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: -99rem; top: 0; background: var(--ink); color: var(--paper); padding: .75rem 1rem; z-index: 3; }
.skip:focus { inset-inline-start: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.hint { font-size: .9rem; line-height: 1.5; color: var(--soft); }
.kind { font-size: .8125rem; letter-spacing: .07em; text-transform: uppercase; color: var(--mark); font-weight: 600; }
.doubt { color: var(--soft); text-transform: none; letter-spacing: 0; font-weight: 400; border-inline-start: 1px solid var(--line); padding-inline-start: .6em; margin-inline-start: .35em; }
.caution { background: var(--caution); border-inline-start: 3px solid var(--caution-edge); padding: .6rem .9rem; font-size: .95rem; line-height: 1.5; }
.trouble { background: var(--trouble-sheet); color: var(--trouble); border-inline-start: 3px solid; padding: .7rem .9rem; font-weight: 600; }
.done { background: var(--done-sheet); padding: .65rem clamp(1rem, 4vw, 2.5rem); border-bottom: 1px solid var(--line); }
`;

const BAR = `
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 2rem; padding: .6rem clamp(1rem, 4vw, 2.5rem); border-bottom: 1px solid var(--line); background: var(--paper); }
.bar .name { font: 600 1.15rem/1.4 var(--text); }
.bar .name a { text-decoration: none; display: inline-block; padding: .35rem 0; }
.bar .name span { font-weight: 400; font-style: italic; color: var(--soft); }
.bar nav { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; font-size: .975rem; }
.bar nav a { padding: .35rem 0; text-decoration: none; }
.bar nav a:hover span, .bar nav a[aria-current] span { text-decoration: underline 2px var(--mark); text-underline-offset: .25em; }
.tally { display: inline-block; min-width: 1.7em; padding: 0 .45em; border-radius: 1em; background: var(--sheet); border: 1px solid var(--line); font-size: .8125rem; line-height: 1.5; font-weight: 500; text-align: center; font-variant-numeric: tabular-nums; color: var(--ink); }
.who-where { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem 1.5rem; margin-inline-start: auto; font-size: .9rem; color: var(--soft); }
.who-where a { display: inline-block; padding: .35rem 0; }
.languages > * { margin: 0; }
.languages button { border: 0; background: none; min-height: 2rem; padding: .2rem 0; font-weight: 400; text-decoration: underline var(--line) 1px; text-underline-offset: .25em; }
.languages button:hover { color: var(--mark); }
main { max-width: 68rem; margin: 0 auto; padding: clamp(1.75rem, 4vw, 3.25rem) clamp(1rem, 4vw, 2.5rem) 5rem; }
.lead > * + * { margin-top: .8rem; }
.lead p { max-width: 40rem; font-size: 1.125rem; }
body:not(.beside) main > section { margin-top: clamp(2rem, 5vw, 3.5rem); }
.pages { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 2rem; align-items: baseline; }
`;

const QUEUE = `
.waiting > header { border-top: 1px solid var(--ink); padding-top: .9rem; }
.waiting > header .hint { margin-top: .25rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.1rem; margin-top: 1.4rem; }
.cards li { display: grid; }
.card { position: relative; background: var(--raised); border: 1px solid var(--line); border-radius: 3px; padding: 1.15rem 1.3rem 1.25rem; transition: border-color .12s; }
.card:hover, .card:focus-within { border-color: var(--edge); }
.card h3 { font-size: 1.4rem; line-height: 1.28; margin-top: .3rem; }
.card h3 a { text-decoration-color: transparent; }
.card h3 a::after { content: ""; position: absolute; inset: 0; border-radius: 3px; }
.card h3 a:focus-visible { outline: none; }
.card h3 a:focus-visible::after { outline: 3px solid var(--mark); outline-offset: 2px; }
.card .facts { margin-top: .35rem; font-size: .975rem; }
.card blockquote { margin-top: .7rem; padding-inline-start: .9rem; border-inline-start: 2px solid var(--passage-edge); font: 1rem/1.55 var(--text); color: var(--soft); }
@media (prefers-reduced-motion: reduce) { .card { transition: none; } }
`;

const CLAIM = `
.beside main { max-width: none; display: grid; gap: 0; padding: 0; }
.claim-head { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 2rem; padding: 1.1rem clamp(1rem, 4vw, 2.5rem) 1rem; border-bottom: 1px solid var(--line); }
.claim-head > div { flex: 1 1 24rem; min-width: 0; }
.claim-head h1 { font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.3rem); margin: .15rem 0 .2rem; text-wrap: pretty; }
.status { color: var(--soft); font-weight: 400; text-transform: none; letter-spacing: 0; margin-inline-start: .6em; }
.status::before { content: ""; display: inline-block; width: .55em; height: .55em; border-radius: 50%; border: 1.5px solid currentColor; margin-inline-end: .45em; }
.status.accepted::before { background: var(--accept); border-color: var(--accept); }
.neighbours { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; }
.keys { order: -1; margin-inline-end: .6rem; }
@media (max-width: 80rem) { .keys { display: none; } }
.neighbours a { border: 1px solid var(--edge); border-radius: 3px; padding: .35rem .9rem; text-decoration: none; font-size: .95rem; }
/* Positioned, so that what is hidden from sight inside does not lengthen the page. */
.pane { position: relative; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 2.5rem; min-width: 0; }
.pane-title { font: 600 .8125rem/1.5 var(--plain); letter-spacing: .07em; text-transform: uppercase; color: var(--soft); }
.pane > * + * { margin-top: 1rem; }
.read { background: var(--raised); border-bottom: 1px solid var(--line); max-height: 62dvh; overflow: auto; scroll-padding-block: 30%; }
.read > .hint { margin-top: .35rem; }
.origin { overflow-wrap: anywhere; }
.changes { font: .9rem/1.5 var(--plain); } .changes li { padding: .3rem 0; } .changes del { color: var(--soft); } .changes ins { text-decoration-color: var(--mark); } details.hint summary, .changes summary { min-height: 1.75rem; cursor: pointer; }
.report { max-width: 39rem; font: 1.125rem/1.72 var(--text); padding-top: .6rem; white-space: pre-line; }
.report > * + * { margin-top: 1.05rem; }
.report .headline { font-size: 1.7rem; line-height: 1.22; }
.report h3 { font: 600 1.2rem/1.4 var(--text); padding-top: .7rem; }
.report .standfirst { font-size: 1.2rem; line-height: 1.5; }
.report .caption { font: italic 1rem/1.55 var(--text); color: var(--soft); border-inline-start: 2px solid var(--line); padding-inline-start: .9rem; }
.report .dateline { font: .9375rem/1.5 var(--plain); color: var(--soft); }
.report blockquote { padding-inline-start: 1.1rem; border-inline-start: 2px solid var(--line); font-style: italic; }
.residue { font: .9rem/1.5 var(--plain); color: var(--soft); border-top: 1px solid var(--line); padding-top: .8rem; white-space: normal; }
.residue li { padding: .15rem 0; white-space: pre-line; }
mark { color: inherit; background: none; padding: .1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.passage { background: var(--passage); box-shadow: 0 2px 0 var(--passage-edge); }
mark.rests { background: var(--rests); box-shadow: 0 2px 0 var(--rests-edge); }
mark.passage.rests { background: linear-gradient(var(--passage) 55%, var(--rests) 55%); box-shadow: 0 2px 0 var(--rests-edge); }
.place:target + mark { outline: 2px solid var(--ink); outline-offset: 2px; }
#passage:target + mark { outline: none; }
.passage-words { font: 1.0625rem/1.6 var(--text); border-inline-start: 3px solid var(--passage-edge); padding: .1rem 0 .1rem 1rem; white-space: pre-line; }
.facts > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .45rem 0; border-top: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: .9375rem; line-height: 1.7; }
.facts dt::first-letter { text-transform: uppercase; }
.rests-on, .was { display: block; font-size: .875rem; line-height: 1.5; color: var(--soft); }
.rests-on a { background: var(--rests); color: var(--ink); text-decoration-color: var(--rests-edge); padding: 0 .2em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.chain { margin-top: .5rem; font-size: .975rem; }
.chain li { position: relative; padding: .1rem 0 .55rem 1.5rem; }
.chain li::before { content: ""; position: absolute; inset-inline-start: .2rem; top: .55rem; width: .6rem; height: .6rem; border-radius: 50%; border: 2px solid var(--mark); background: var(--paper); }
.chain li:not(:last-child)::after { content: ""; position: absolute; inset-inline-start: calc(.5rem - 1px); top: 1.25rem; bottom: -.45rem; width: 2px; background: var(--mark); opacity: .5; }
@media (min-width: 62rem) and (min-height: 38rem) {
  .beside { height: 100dvh; display: grid; grid-template-rows: auto auto minmax(0, 1fr); }
  .beside:not(:has(> .done)) { grid-template-rows: auto minmax(0, 1fr); }
  .beside main { display: grid; width: 100%; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(27rem, 36%); min-height: 0; }
  .claim-head { grid-column: 1 / -1; }
  .read { max-height: none; border-bottom: 0; border-inline-end: 1px solid var(--line); overscroll-behavior: contain; }
  .report { margin-inline: auto; }
  .read > .pane-title, .read > .hint, .read > .changes { max-width: 39rem; margin-inline: auto; }
  .say { overflow: auto; overscroll-behavior: contain; padding-inline: 1.75rem; padding-block-end: 0; }
  .passage-words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .say::after { content: ""; display: block; height: 2rem; }
}
@media (min-width: 62rem) and (min-height: 50rem) {
  .say { scroll-padding-block-end: 23rem; }
  .say > .decide .verdict { position: sticky; bottom: 0; background: var(--paper); margin-inline: -1.75rem; padding: 1rem 1.75rem 1.2rem; z-index: 1; box-shadow: 0 -.6rem .8rem -.4rem var(--paper); }
}
`;

const FORMS = `
form > * + *, .verdict > * + *, fieldset > * + *, details > * + * { margin-top: .8rem; }
.field { display: grid; gap: .25rem; }
label, legend { font-weight: 600; font-size: .9375rem; }
legend { padding: 0; }
fieldset { border: 0; min-width: 0; }
input, textarea, select, button { font: inherit; color: inherit; }
input:not([type=radio]), textarea, select { width: 100%; background: var(--raised); border: 1px solid var(--edge); border-radius: 3px; padding: .5rem .7rem; min-height: 2.75rem; }
textarea { resize: vertical; line-height: 1.5; }
.choice { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6rem; padding: .4rem 0; align-items: start; }
.choice input { width: 1.2rem; height: 1.2rem; margin: .2rem 0 0; accent-color: var(--mark); }
.choice label { font-weight: 400; font-size: 1rem; }
.choice .hint { grid-column: 2; }
.buttons { display: flex; flex-wrap: wrap; gap: .7rem; }
button { min-height: 2.75rem; padding: .5rem 1.4rem; border-radius: 3px; border: 1px solid var(--edge); background: var(--raised); font-weight: 600; cursor: pointer; }
button:hover { border-color: var(--ink); }
button.accept { background: var(--accept); border-color: var(--accept); color: var(--accept-ink); }
button.refuse { border-color: var(--mark); color: var(--mark); }
button[data-meant] { outline: 3px solid var(--mark); outline-offset: 3px; }
summary { cursor: pointer; padding: .4rem 0; font-weight: 600; font-size: .9375rem; }
.decide > .ground { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 1.4rem; }
.decide > .ground > * + * { margin-top: .8rem; }
.again > .decide > .ground { border-top: 0; padding-top: 0; }
.decide .verdict { border-top: 1px solid var(--line); padding-top: 1rem; }
.decide .buttons button { flex: 1 1 8rem; }
.verdict > .unseen + * { margin-top: 0; }
.verdict .field { grid-template-columns: auto minmax(0, 1fr); gap: .25rem .9rem; align-items: baseline; }
.verdict .field .hint { order: -1; text-align: end; font-size: .8125rem; }
.verdict .field label { order: -2; }
.verdict .field input, .verdict .field textarea { grid-column: 1 / -1; }
.alone { max-width: 30rem; margin-top: 2rem; }
.again, .form { border-top: 1px solid var(--line); }
.form form { padding-bottom: 1.2rem; }
.linked { border-top: 1px solid var(--line); padding: .5rem 0; }
`;

const PLACES = `
.decisions > li { padding: .8rem 0; border-top: 1px solid var(--line); max-width: 46rem; }
.decisions .verb { color: var(--mark); }
.why { font-family: var(--text); font-size: 1.05rem; }
.why::before { content: open-quote; }
.why::after { content: close-quote; }
.day { max-width: 46rem; }
.day h2 { padding-bottom: .6rem; }
.columns { display: grid; gap: 2.5rem clamp(2rem, 5vw, 4.5rem); margin-top: 2.5rem; }
.columns > div > section + section { margin-top: 2.5rem; }
.columns h2 { font-size: 1.35rem; padding-bottom: .6rem; }
.person h1 { font-size: clamp(2.3rem, 1.7rem + 3vw, 3.8rem); }
.names li { padding: .5rem 0; border-top: 1px solid var(--line); }
.names li > span:first-child { font-family: var(--text); font-size: 1.15rem; }
.names .hint { display: block; }
.life > li { display: grid; gap: .1rem 1.5rem; padding: .9rem 0; border-top: 1px solid var(--line); }
.hint + .life { margin-top: .6rem; }
.life .when { font-family: var(--text); font-size: 1.1rem; }
.proposal { background: var(--sheet); border: 1px solid var(--line); border-radius: 3px; padding: 1.2rem 1.4rem; max-width: 46rem; }
.proposal h2 { font-size: 1.2rem; }
.proposal > * + * { margin-top: .6rem; }
.ask { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr)); gap: 1rem 1.5rem; align-items: start; margin-top: 2rem; padding: 1.2rem 0; border-block: 1px solid var(--line); }
.ask > * + * { margin-top: 0; }
.ask .buttons { padding-top: 1.7rem; }
.ask .buttons button { flex: 1 1 auto; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 2rem 3rem; margin-top: 1.4rem; }
.counted { border-top: 1px solid var(--ink); padding-top: .8rem; }
.counted h3, .figure h3 { font-weight: 400; }
.big { display: block; font: 400 clamp(3rem, 2.2rem + 4vw, 5rem)/1.05 var(--text); font-variant-numeric: lining-nums; letter-spacing: -.02em; }
.people { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin-top: .8rem; font: 1.2rem/1.6 var(--text); }
.people a { display: inline-block; padding: .1rem 0; }
.cite { margin-top: 1.6rem; font-size: .95rem; background: var(--sheet); padding: .9rem 1.1rem; max-width: 52rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1.5rem 2.5rem; margin-top: 1.2rem; }
.figure { border-top: 1px solid var(--line); padding-top: .7rem; }
.figure .big { font-size: 2.6rem; }
.figure > * + * { margin-top: .35rem; }
.claims a { display: inline-block; min-width: 1.5rem; padding: .1rem .3rem; font-size: .9rem; text-align: center; }
.bridge { max-width: 40rem; margin-top: 1.2rem; font-variant-numeric: lining-nums tabular-nums; }
.bridge > div { display: flex; flex-direction: row-reverse; justify-content: flex-end; gap: 1.5rem; padding: .5rem 0; border-top: 1px solid var(--line); align-items: baseline; }
.bridge dd { flex: 0 0 9rem; text-align: end; font-family: var(--text); font-size: 1.25rem; }
.bridge dt { flex: 1 1 auto; }
.bridge .sum, .bridge .rest { border-top-color: var(--ink); }
.bridge .rest { font-weight: 600; }
.standing { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1.2rem; }
.standing dt { color: var(--soft); }
@media (min-width: 62rem) { .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } .life > li { grid-template-columns: 11rem minmax(0, 1fr); } }
@media (max-width: 36rem) { .facts > div { grid-template-columns: minmax(0, 1fr); } .who-where { margin-inline-start: 0; } .bridge dd { flex-basis: 6rem; } }
@media (forced-colors: active) { mark { forced-color-adjust: none; color: #000; } .status::before { forced-color-adjust: none; } }
`;

/** The stylesheet of every screen, served as `/desk.css`. */
export const STYLE: string = [COLOURS, GROUND, BAR, QUEUE, CLAIM, FORMS, PLACES].join('').trimStart();

/** The desk's mark in the browser's tab: a page with one passage marked. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="5" y="3" width="22" height="26" rx="2" fill="#fbfaf6" stroke="#1c1a16" stroke-width="2"/><path d="M9 10h14M9 22h14" stroke="#8d8573" stroke-width="2"/><path d="M9 16h10" stroke="#8c3b22" stroke-width="4"/></svg>`;
