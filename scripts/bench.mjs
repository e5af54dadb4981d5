// `npm run bench:read` and `npm run bench:enrol`: how fast, against what, as JSON on standard output.
const [name] = process.argv.slice(2);
if (!['read', 'enrol'].includes(name)) {
  console.error('Say which: read or enrol.');
  process.exit(2);
}
await import(`./bench/${name}.mjs`);
