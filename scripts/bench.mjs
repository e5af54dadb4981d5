// `npm run bench:read`, `bench:enrol`, `bench:import` and `bench:people`: how fast, against what, as JSON on standard output.
const [name] = process.argv.slice(2);
if (!['read', 'enrol', 'import', 'people'].includes(name)) {
  console.error('Say which: read, enrol, import or people.');
  process.exit(2);
}
const { bench } = await import(`./bench/${name}.mjs`);
console.log(JSON.stringify(await bench((line) => console.error(line)), null, 2));
