/**
 * The desk's one script: j and k go to the next and previous claim, a and r lead to the reason with accepting or
 * refusing in mind, Control and Enter in the reason then decides. An address without a place in it leads to the passage.
 * Everything works without it.
 */
export const KEYS = `'use strict';
(() => {
  const writing = (node) => node.closest('input, textarea, select, [contenteditable]') !== null;
  document.querySelectorAll('.keys').forEach((hint) => hint.removeAttribute('hidden'));
  const pane = document.querySelector('.read');
  const passage = document.getElementById('passage');
  if (pane && passage && location.hash === '') pane.scrollTop = passage.offsetTop - pane.clientHeight * 0.3;
  let meant = null;
  const intend = (button) => {
    if (!button) return;
    document.querySelectorAll('[data-meant]').forEach((other) => other.removeAttribute('data-meant'));
    button.setAttribute('data-meant', '');
    meant = button;
    const folded = button.closest('details');
    if (folded) folded.open = true;
    const fields = [...button.form.querySelectorAll('.verdict input, .verdict textarea')];
    (fields.find((field) => field.value === '') ?? fields.at(-1))?.focus();
  };
  const step = (by) => {
    const link = document.querySelector(by > 0 ? 'a[rel=next]' : 'a[rel=prev]');
    if (link) return link.click();
    const cards = [...document.querySelectorAll('.card h3 a')];
    const here = cards.indexOf(document.activeElement);
    const there = cards[here < 0 ? (by > 0 ? 0 : cards.length - 1) : here + by];
    there?.focus();
    there?.closest('.card').scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && meant && meant.form.contains(event.target)) {
      event.preventDefault();
      return meant.form.requestSubmit(meant);
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    if (event.key === 'Escape' && writing(event.target)) return event.target.blur();
    if (writing(event.target)) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'a' || event.key === 'r') intend(document.querySelector('button[data-key=' + event.key + ']'));
    else return;
    event.preventDefault();
  });
})();
`;
