// `npm run bench:read`, `bench:enrol` and `bench:import`: how fast, against what, as JSON on standard output.
const [name] = process.argv.slice(2);
if (!['read', 'enrol', 'import'].includes(name)) {
  console.error('Say which: read, enrol or import.');
  process.exit(2);
}
const { bench } = await import(`./bench/${name}.mjs`);
console.log(JSON.stringify(await bench((line) => console.error(line)), null, 2));
