import { createHash } from 'node:crypto';

// The one stylesheet, printed into every page. Only fonts that systems bring and that draw Cyrillic as well as Latin;
// numbers stand in faces with figures of one height. All pairs of colours keep 4.5 : 1 (axe-core holds it), light and dark.
const RULES = `
:root{color-scheme:light dark;--paper:#fbfaf6;--sheet:#f3f0e8;--ink:#1c1a16;--soft:#5c564b;--line:#d8d2c4;--mark:#8c3b22;
--text:"Noto Serif",Cambria,Georgia,"DejaVu Serif",serif;--plain:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;
--figures:"Noto Serif",Cambria,"Times New Roman","DejaVu Serif",serif}
@media(prefers-color-scheme:dark){:root{--paper:#161512;--sheet:#201e1a;--ink:#ece7dc;--soft:#b0a897;--line:#3b372f;--mark:#e3a388}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.62 var(--text);overflow-wrap:break-word;hanging-punctuation:first}
h1,h2,h3,p,ul,ol,dl,dd,blockquote,figure,table{margin:0}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--mark);text-decoration-thickness:.08em;text-underline-offset:.18em}
a:hover{color:var(--mark)}
:focus-visible{outline:3px solid var(--mark);outline-offset:3px;border-radius:1px}
.skip{position:absolute;left:-99rem;top:0;background:var(--ink);color:var(--paper);padding:.75rem 1rem;z-index:1}
.skip:focus{left:0}
.page{max-width:64rem;margin:0 auto;padding:0 clamp(1rem,5vw,3rem)}
.notice{background:var(--sheet);border-bottom:1px solid var(--line);font:.875rem/1.5 var(--plain);color:var(--soft)}
.notice .page{padding-top:.6rem;padding-bottom:.6rem}
.notice summary{cursor:pointer;min-height:1.75rem;max-width:none}.notice p{max-width:44rem;padding:.25rem 0 .5rem}
.masthead{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.75rem;padding-top:1.4rem;padding-bottom:1.1rem}
.masthead .name{font:600 1.25rem/1.3 var(--text);text-decoration:none;margin-right:auto;letter-spacing:.01em;padding:.2rem 0}
.masthead nav{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;font:.9375rem/1.5 var(--plain)}
.masthead nav a{padding:.25rem 0;text-decoration-color:transparent}
.masthead nav a:hover,.masthead nav a[aria-current]{text-decoration-color:var(--mark)}
.languages{border-left:1px solid var(--line);padding-left:1.5rem}
main.page{padding-top:clamp(1.25rem,3.5vw,2.75rem);padding-bottom:4.5rem}
main>*+*{margin-top:1.1rem}
h1{font:400 clamp(2rem,1.4rem + 2.8vw,3.4rem)/1.14 var(--text);letter-spacing:-.012em;text-wrap:balance;max-width:22ch}
h1.title{font-size:clamp(1.7rem,1.4rem + 1.4vw,2.4rem);line-height:1.22;max-width:30ch}
h2{font:400 clamp(1.45rem,1.25rem + .9vw,1.9rem)/1.25 var(--text);letter-spacing:-.005em;text-wrap:balance}
h3{font:600 1.0625rem/1.4 var(--text)}
.count~h2{font:600 1.0625rem/1.4 var(--text);padding-top:1rem}
main section{padding-top:clamp(2rem,4.5vw,3.25rem)}
main section>*+*,article>*+*{margin-top:.8rem}.claim>*+*{margin-top:0}
p,dl,blockquote,.prose li{max-width:38rem}
.lead{font-size:1.25rem;line-height:1.5;max-width:36rem}
.over,.small,footer,caption,.facts dt,.count dt{font-family:var(--plain)}
.over{font-size:.9375rem;font-weight:400;color:var(--soft)}
.small{font-size:.875rem;line-height:1.55;color:var(--soft)}
.count{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:1.5rem 2.5rem;padding:1.5rem 0 .5rem;max-width:none}
.count>div{display:flex;flex-direction:column;border-top:1px solid var(--ink);padding-top:.6rem}
.count dt{order:2;font-size:.9375rem;line-height:1.45;color:var(--soft);max-width:17rem}
.count dd{font:400 clamp(3.4rem,2.4rem + 5vw,6rem)/1.05 var(--figures);font-variant-numeric:lining-nums;letter-spacing:-.02em}
.count .lesser dd,.count dd.lesser{font-size:clamp(2.4rem,2rem + 2.4vw,3.6rem)}
.count dd a{text-decoration-thickness:2px;text-underline-offset:.12em}
.people{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1.6rem 2.5rem}
.people li{border-top:1px solid var(--line);padding-top:.7rem}
.people a{display:inline-block;font-size:1.25rem;line-height:1.35;min-height:1.75rem}
.people .other{display:block;color:var(--soft);font-style:italic}
.people .small{display:block;margin-top:.25rem}
.stories,.events,.marks{list-style:none;padding:0}
.stories li+li{margin-top:1.6rem}.stories h3{font:400 1.5rem/1.3 var(--text)}
.events>li{display:grid;grid-template-columns:minmax(0,11rem) minmax(0,1fr);gap:.2rem 2rem;padding:1rem 0;border-top:1px solid var(--line)}
.events>li>.over{padding-top:.12rem}.events .small{display:block}
.claim{padding:1.5rem 0;border-top:1px solid var(--line);scroll-margin-top:1rem}
.told{display:grid;grid-template-columns:minmax(0,13rem) minmax(0,1fr);gap:.4rem 2.5rem}
.told~.told{padding-top:.9rem;scroll-margin-top:1rem}.told>div>*+*{margin-top:.8rem}.told .over{display:block;padding-top:.1rem}
.claim:target,.claim:has(:target),.receipt:target{background:var(--sheet);box-shadow:0 0 0 1rem var(--sheet)}
blockquote{padding-left:1.1rem;border-left:2px solid var(--mark);font-style:italic}
blockquote.pull{font-size:1.35rem;line-height:1.45;padding:.3rem 0 .3rem 1.4rem;margin:1.75rem 0}
blockquote footer{font-style:normal;font-size:.9375rem;color:var(--soft);padding-top:.4rem}
.chain{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.1rem .55rem;font:.875rem/1.6 var(--plain);color:var(--soft)}
.chain li+li::before{content:"← ";color:var(--mark)}
.facts{display:grid;grid-template-columns:fit-content(12rem) minmax(0,1fr);gap:.35rem 1.5rem}
.facts dt{font-size:.9375rem;color:var(--soft)}
.medium{display:block}.sources{padding:.3rem 0 0 1.1rem}details.small summary{cursor:pointer;min-height:1.75rem}
table{border-collapse:collapse;width:100%;max-width:44rem;font-variant-numeric:lining-nums tabular-nums}
caption{text-align:left;font-size:.9375rem;line-height:1.5;color:var(--soft);padding-bottom:.6rem}
th,td{text-align:left;font-weight:400;vertical-align:baseline;padding:.55rem .75rem .55rem 0;border-top:1px solid var(--line)}
thead th{font:.875rem/1.4 var(--plain);color:var(--soft);border-top:0}
td.n,th.n{text-align:right;padding-right:0;min-width:5.5rem}td.n{font-family:var(--figures)}
.rest th,.rest td,.sum th,.sum td{border-top:1px solid var(--ink)}.rest th,.rest td{font-weight:600}
.receipt{scroll-margin-top:1rem;padding-top:.4rem}.receipt+.receipt{margin-top:1.6rem}
.ask{display:block;font:.875rem/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;background:var(--sheet);padding:.7rem .9rem;overflow-wrap:anywhere;max-width:44rem}
code{font:.875em/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.number{font-variant-numeric:lining-nums;white-space:nowrap;text-decoration-style:dotted;text-decoration-thickness:.1em}
.prose>*+*{margin-top:1.1rem}.prose h2{padding-top:1.2rem}.prose{font-size:1.125rem;line-height:1.68}
.days{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem;border-top:1px solid var(--line);padding-top:1.2rem;margin-top:3rem;font-family:var(--plain);font-size:.9375rem}
.choose{display:flex;flex-wrap:wrap;gap:1rem 3rem;list-style:none;padding:1rem 0}.choose a{font-size:1.75rem}
body>footer{border-top:1px solid var(--line);font-size:.875rem;line-height:1.6;color:var(--soft);padding:1.6rem 0 3rem}
body>footer p+p{margin-top:.5rem}
@media(min-width:60rem){body{font-size:1.125rem}}
@media(max-width:48rem){.told{grid-template-columns:minmax(0,1fr)}}
@media(max-width:36rem){.events>li{grid-template-columns:minmax(0,1fr)}.facts{grid-template-columns:minmax(0,1fr);gap:0}.facts dd+dt{margin-top:.6rem}.languages{border:0;padding:0}}
@media(forced-colors:active){.claim:target,.claim:has(:target),.receipt:target{outline:2px solid}}
@media print{:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#333;--line:#999;--mark:#000}.masthead nav,.days,.skip,.notice{display:none}body{font-size:10.5pt}main{padding:0}.claim,.people li,table{break-inside:avoid}}
`;

/** The stylesheet as every page prints it. */
export const STYLE: string = RULES.replaceAll('\n', '');

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** What a page may load (Content Security Policy): nothing but this stylesheet and the edition's own pictures. */
export const POLICY: string = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
