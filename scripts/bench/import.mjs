// How fast lists of people come in: ours from CSV and from a workbook, beside COPY of the same rows by Postgres alone.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ensureBuilt, ROOT } from '../build.mjs';
import { benchServer, rounded } from './servers.mjs';

const SIZES = (process.env.BENCH_ROWS ?? '60000,1000000').split(',').map(Number);
const KINDS = (process.env.BENCH_KINDS ?? 'csv,xlsx').split(',');
const FOLDER = join(ROOT, '.data', 'bench');
const CLI = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');
const TABLES = ['volunteer', 'contact', 'membership', 'consent'];
const HEADERS = [
  'Prénom',
  'Nom',
  'Courriel',
  'Portable',
  'Année de naissance',
  'Arrondissement',
  'Langues',
  'Compétences',
  'Consentement',
  'Date du consentement',
  'Version du texte',
];
const GIVEN = [
  'Aïcha',
  'Béatrice',
  'Chloé',
  'Désiré',
  'Élise',
  'Fanta',
  'Gaël',
  'Hélène',
  'Inès',
  'Joël',
  'Léna',
  'Maël',
];
const PLANTS = ['Aubépine', 'Bruyère', 'Coquelicot', 'Genêt', 'Houx', 'Iris', 'Jonquille', 'Lilas', 'Mûrier'];

/** A plainly fictional person; numbers are spread as a hash would, so that addresses come in no order. */
function person(i) {
  const mixed = Math.imul(i + 1, 2654435761) >>> 0;
  return [
    GIVEN[mixed % GIVEN.length],
    `${PLANTS[(mixed >>> 8) % PLANTS.length]} ${i.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[d])}`,
    `personne.${mixed.toString(36)}.${i}@exemple.org`,
    `06${String(mixed % 100_000_000).padStart(8, '0')}`,
    1940 + (mixed % 65),
    1 + (mixed % 20),
    ['français', 'français, anglais', 'français et arabe'][mixed % 3],
    ['', 'écoute', 'cuisine, conduite'][(mixed >>> 4) % 3],
    mixed % 5 < 3 ? 'oui' : '',
    mixed % 5 < 3 ? '01/03/2026' : '',
    mixed % 5 < 3 ? 1 : '',
  ];
}

async function csvFile(count) {
  const path = join(FOLDER, `people-${count}.csv`);
  if (existsSync(path)) return path;
  const out = createWriteStream(`${path}.part`);
  out.write(`\ufeff${HEADERS.join(';')}\r\n`);
  for (let i = 0; i < count; i++) if (!out.write(`${person(i).join(';')}\r\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  renameSync(`${path}.part`, path);
  return path;
}

/** As Excel saves it: texts once in a list of their own, numbers as numbers. */
async function xlsxFile(count) {
  const path = join(FOLDER, `people-${count}.xlsx`);
  if (existsSync(path)) return path;
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: `${path}.part`, useSharedStrings: true });
  const sheet = book.addWorksheet('Liste');
  sheet.addRow(HEADERS).commit();
  for (let i = 0; i < count; i++) sheet.addRow(person(i)).commit();
  await book.commit();
  renameSync(`${path}.part`, path);
  return path;
}

async function freshDatabase(postgres, name) {
  const admin = new pg.Client(postgres.url('postgres'));
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  await admin.end();
  return postgres.url(name);
}

/** Runs a command of ours and watches its memory. @returns what it said, and the most memory it had, in MB */
async function command(url, args) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: url,
    APP_SECRET: 'only for measuring, only for measuring',
    SMTP_URL: 'smtp://127.0.0.1:9',
    PUBLIC_URL: 'http://localhost:4000',
  };
  const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let peak = 0;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const watch = setInterval(() => (peak = Math.max(peak, mostMemory(child.pid))), 100);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(said);
  return { said, peak };
}

/** Where the system tells it (Linux). */
function mostMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function ours(postgres, kind, path, count) {
  const url = await freshDatabase(postgres, `import_${kind}`);
  await command(url, ['migrate']);
  const { said, peak } = await command(url, ['import', 'volunteers', path, '--network', 'climate']);
  const [sending, reading, applying] = [...said.matchAll(/([\d.]+) s to/g)].map((match) => Number(match[1]));
  if (!said.includes(`Imported: ${count} new`)) throw new Error(said.slice(0, 2000));
  const seconds = sending + reading + applying;
  return {
    url,
    seconds: rounded(seconds, 1),
    parts: { sending, reading, applying },
    rowsPerSecond: rounded(count / seconds, 0),
    peakMegabytes: rounded(peak, 0),
    fileMegabytes: rounded(statSync(path).size / 1024 / 1024, 1),
  };
}

/** The file into one table of texts without any rule: what reading and storing cost at least. */
async function bareCopy(postgres, path, count) {
  const url = await freshDatabase(postgres, 'import_bare');
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create table people (${HEADERS.map((_, i) => `c${i} text`).join(', ')})`);
  const options = `(format csv, delimiter ';', header true)`;
  const begun = performance.now();
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    client.query(copyFrom(`copy people from stdin ${options}`)),
  );
  const seconds = (performance.now() - begun) / 1000;
  await client.end();
  const found = spawnSync('psql', ['--version']).status === 0;
  let psql = null;
  if (found) {
    const again = performance.now();
    const run = spawnSync('psql', [url, '-c', `truncate people`, '-c', `\\copy people from '${path}' ${options}`]);
    if (run.status !== 0) throw new Error(String(run.stderr));
    psql = rounded(count / ((performance.now() - again) / 1000), 0);
  }
  return { rowsPerSecond: rounded(count / seconds, 0), psqlRowsPerSecond: psql };
}

/** The very rows that ours wrote, into the same tables with the same keys, indexes and rules. */
async function sameTables(postgres, source, count) {
  const url = await freshDatabase(postgres, 'import_same');
  await command(url, ['migrate']);
  const [from, to] = [new pg.Client(source), new pg.Client(url)];
  // A server that stops cuts them: the reason has been told already.
  for (const client of [from, to]) client.on('error', () => undefined);
  await Promise.all([from.connect(), to.connect()]);
  const file = (table) => join(FOLDER, `${table}.copy`);
  const columns = `display_name, locale, arrondissement, commune, access_needs, languages, skills, themes, source, created_at, updated_at, id`;
  const list = (table) => (table === 'volunteer' ? `(${columns})` : '');
  for (const table of TABLES)
    await pipeline(from.query(copyTo(`copy ${table} ${list(table)} to stdout`)), createWriteStream(file(table)));
  // What people agreed to is published when the platform starts, and belongs to no list.
  const texts = join(FOLDER, 'consent_text.copy');
  await pipeline(from.query(copyTo('copy consent_text to stdout')), createWriteStream(texts));
  await pipeline(createReadStream(texts), to.query(copyFrom('copy consent_text from stdin')));
  rmSync(texts);
  let seconds = 0;
  for (const table of TABLES) {
    const begun = performance.now();
    await pipeline(
      createReadStream(file(table), { highWaterMark: 1 << 20 }),
      to.query(copyFrom(`copy ${table} ${list(table)} from stdin`)),
    );
    seconds += (performance.now() - begun) / 1000;
    rmSync(file(table));
  }
  await Promise.all([from.end(), to.end()]);
  return { rowsPerSecond: rounded(count / seconds, 0) };
}

/** @returns figures and ratios, ready to be printed as JSON */
export async function bench(log) {
  await ensureBuilt(log, ['server']);
  mkdirSync(FOLDER, { recursive: true });
  const postgres = await benchServer();
  const sizes = [];
  try {
    for (const count of SIZES) {
      const csv = await csvFile(count);
      const result = { rows: count, loadBefore: loadavg().map((value) => rounded(value, 1)) };
      for (const kind of KINDS) {
        const path = kind === 'csv' ? csv : await xlsxFile(count);
        const { url, ...figures } = await ours(postgres, kind, path, count);
        log(`${kind} ${count}: ${figures.rowsPerSecond} rows/s, ${figures.peakMegabytes} MB`);
        result[kind] = figures;
        result.copyIntoSameTables ??= await sameTables(postgres, url, count);
      }
      result.bareCopy = await bareCopy(postgres, csv, count);
      log(
        `COPY ${count}: same tables ${result.copyIntoSameTables.rowsPerSecond}, bare ${result.bareCopy.rowsPerSecond} rows/s`,
      );
      const speed = (kind) => result[kind]?.rowsPerSecond ?? null;
      const ratio = (kind, other) => (speed(kind) === null ? null : rounded(speed(kind) / other.rowsPerSecond, 3));
      result.ratios = Object.fromEntries(
        KINDS.map((kind) => [
          kind,
          { toCopyIntoSameTables: ratio(kind, result.copyIntoSameTables), toBareCopy: ratio(kind, result.bareCopy) },
        ]),
      );
      sizes.push(result);
    }
  } finally {
    await postgres.stop();
  }
  return {
    benchmark: 'import',
    what: 'a list of new people of 11 columns, checked, compared and written to four tables, beside COPY of the same rows',
    node: process.version,
    sizes,
  };
}
