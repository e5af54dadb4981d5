import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../apps/web', import.meta.url));

function filesIn(folder: string, ending: RegExp): { name: string; text: string }[] {
  return readdirSync(join(web, folder), { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && ending.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .map((path) => ({ name: path.slice(web.length + 1), text: readFileSync(path, 'utf8') }));
}

const styles = filesIn('src/styles', /\.css$/);
const sources = filesIn('src', /\.tsx?$/);

/** Lines of the files that match, as `file: line`. */
function linesWith(files: { name: string; text: string }[], pattern: RegExp): string[] {
  return files.flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
}

describe('the pages', () => {
  it('use logical properties only, ready for a language written from right to left', () => {
    const physical =
      /^\s*((margin|padding|border)-(top|right|bottom|left)|(top|right|bottom|left|width|height|(min|max)-(width|height))|text-align:\s*(left|right)|float:\s*(left|right))\s*(:|;|$)/;
    expect(linesWith(styles, physical)).toEqual([]);
  });

  it('take their colours from the tokens', () => {
    const others = styles.filter(({ name }) => !name.endsWith('tokens.css'));
    expect(linesWith(others, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i)).toEqual([]);
  });

  it('have nothing inline that a strict content security policy refuses', () => {
    const html = readFileSync(join(web, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|javascript:/i);
    expect(linesWith(sources, /dangerouslySetInnerHTML|\.innerHTML\s*=|eval\(|new Function/)).toEqual([]);
  });

  it('never ask another host', () => {
    const addresses = /(src|href|url)\s*[=(:]\s*[{'"`(]*https?:\/\//;
    expect(linesWith([...styles, ...sources], addresses)).toEqual([]);
  });

  it('never disable a button to mean that something is missing', () => {
    expect(linesWith(sources, /<(button|Button|ButtonLink)[^>]*\bdisabled\b/)).toEqual([]);
  });
});
