/** The catcher's own few tokens: paper and ink by day, the reverse by night. */
export const css = `
:root { color-scheme: light dark; --paper: #fbf8f3; --card: #fff; --ink: #221d2b; --quiet: #5d566b; --line: #d9d2c6; --accent: #5b2a86; --accent-ink: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16131c; --card: #211d2a; --ink: #f1edf7; --quiet: #b9b1c7; --line: #3d3749; --accent: #c9a4ee; --accent-ink: #1d1427; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main, header { max-width: 64rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.4rem; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.quiet { color: var(--quiet); margin: .25rem 0 1rem; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 0 0 1rem; }
.bar form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 0; }
label { display: grid; gap: .2rem; font-size: .9rem; }
input, button, .button { font: inherit; min-height: 2.75rem; padding: .4rem .9rem; border-radius: .5rem; border: 1px solid var(--quiet); background: var(--card); color: var(--ink); max-width: 100%; }
button, .button { cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; }
button.primary { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); }
ol { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem; }
li.mail { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1rem; }
li.mail a { font-weight: 600; overflow-wrap: anywhere; }
li.mail p { margin: .15rem 0 0; color: var(--quiet); font-size: .9rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: .6rem; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin: 0; }
`;

/** Says that mails arrived; it never reloads the page under the reader. */
export const script = `
const status = document.getElementById('status');
const seen = Number(status.dataset.count);
setInterval(async () => {
  const answer = await fetch('/api/count').catch(() => null);
  if (answer?.ok && (await answer.json()).count > seen) status.hidden = false;
}, 3000);
`;
