import { Config } from './config.js';
import { declaredSettings, type Setting } from './setting.decorator.js';

const WIDTH = 100;

/** Text of `.env.example`, made from the configuration class so that it cannot lag behind it. */
export function envExample(): string {
  const defaults = new Config() as unknown as Record<string, unknown>;
  const groups = new Map<string, Setting[]>();
  for (const setting of declaredSettings()) {
    groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting]);
  }
  const head = [
    '# Every setting with an example. Generated from libs/platform/config: npm run cli -- env-example --write',
    '# npm start needs none of them. Copy this file to .env, remove the # and change what you need;',
    '# variables that are already in the environment win. NAME_FILE=/path gives the value of NAME by a file.',
  ];
  const sections = [...groups].map(([group, settings]) =>
    [`## ${group}`, ...settings.map((setting) => entry(setting, defaults[setting.property]))].join('\n\n'),
  );
  return `${head.join('\n')}\n\n${sections.join('\n\n')}\n`;
}

function entry(setting: Setting, byDefault: unknown): string {
  const usual = byDefault === undefined ? '' : ` Default: ${String(byDefault)}.`;
  const needed = setting.required ? ' Required outside npm start.' : '';
  const lines = wrapped(`${setting.about}${usual}${needed}`).map((line) => `# ${line}`);
  return [...lines, `#${setting.env}=${setting.example}`].join('\n');
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
