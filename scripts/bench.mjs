// `npm run bench:read` and `npm run bench:enrol`: how fast, against what, as JSON on standard output.
const [name] = process.argv.slice(2);
if (!['read', 'enrol'].includes(name)) {
  console.error('Say which: read or enrol.');
  process.exit(2);
}
const { bench } = await import(`./bench/${name}.mjs`);
console.log(JSON.stringify(await bench((line) => console.error(line)), null, 2));
