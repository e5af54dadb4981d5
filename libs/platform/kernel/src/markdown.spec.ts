import { parseInline, parseMarkdown } from './markdown.js';

describe('course material', () => {
  it('is read as headings, paragraphs and lists', () => {
    expect(
      parseMarkdown('# Avant\n\nVenez\ncomme vous êtes.\n\n- un\n- deux\n\n1. d’abord\n2. ensuite\n### Après'),
    ).toEqual([
      { kind: 'heading', level: 2, content: [{ text: 'Avant' }] },
      { kind: 'paragraph', content: [{ text: 'Venez' }, { text: ' ' }, { text: 'comme vous êtes.' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'un' }], [{ text: 'deux' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'd’abord' }], [{ text: 'ensuite' }]] },
      { kind: 'heading', level: 3, content: [{ text: 'Après' }] },
    ]);
  });

  it('has bold words and links inside lines', () => {
    expect(parseInline('Lire **la [charte](/aide)** avant.')).toEqual([
      { text: 'Lire ' },
      { strong: [{ text: 'la ' }, { link: [{ text: 'charte' }], href: '/aide' }] },
      { text: ' avant.' },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', 'vbscript:x'])(
    'leaves an address that runs something or hides its host as text: %s',
    (address) => {
      expect(parseInline(`[ici](${address})`)).toEqual([{ text: `[ici](${address})` }]);
    },
  );

  it('knows no HTML', () => {
    expect(parseMarkdown('<script>alert(1)</script>')).toEqual([
      { kind: 'paragraph', content: [{ text: '<script>alert(1)</script>' }] },
    ]);
  });

  it('reads an empty text as nothing', () => {
    expect(parseMarkdown(' \n\n')).toEqual([]);
  });

  it('takes a long line of openings in its stride', () => {
    const started = performance.now();
    parseMarkdown('[**('.repeat(5_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
