import type { ComposedMail } from './composed-mail.js';
import { type MailFrame, renderMail } from './mail-layout.js';

const frame: MailFrame = {
  locale: 'fr',
  name: 'Zoé',
  brandName: 'Volontaires de Paris',
  publicUrl: 'https://volontaires.example',
};
const everything: ComposedMail = {
  subject: 'Une place\r\nvous attend',
  heading: 'Une place est libre',
  blocks: [
    { text: 'Première ligne\nseconde ligne' },
    { facts: [{ label: 'Quand', value: 'jeudi 12 mars 2026' }] },
    { code: '482913' },
    { list: ['un carnet', 'des chaussures'] },
    { button: { label: 'Accepter', url: 'https://volontaires.example/r/abc?x=1&y=2' } },
  ],
  why: 'Vous êtes sur la liste d’attente.',
};

describe('a mail', () => {
  it('says the same in HTML and in text', () => {
    const { subject, html, text } = renderMail(everything, frame);
    expect(subject).toBe('Une place vous attend');
    for (const said of [
      'Une place est libre',
      'Bonjour Zoé,',
      'Première ligne',
      'seconde ligne',
      'Quand',
      'jeudi 12 mars 2026',
    ]) {
      expect(html).toContain(said);
      expect(text).toContain(said);
    }
    for (const said of ['482913', 'un carnet', 'des chaussures', 'Accepter', 'Vous êtes sur la liste d’attente.']) {
      expect(html).toContain(said);
      expect(text).toContain(said);
    }
    expect(html).toContain('href="https://volontaires.example/r/abc?x=1&amp;y=2"');
    expect(text).toContain('https://volontaires.example/r/abc?x=1&y=2');
  });

  it('names its language and direction, and marks layout tables as such', () => {
    const { html } = renderMail(everything, { ...frame, locale: 'en' });
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr"/);
    const tables = html.match(/<table[^>]*>/g) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toEqual([]);
  });

  it('has dark colours, and loads nothing from anywhere', () => {
    const { html } = renderMail(everything, frame);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).not.toMatch(/<img|<link|@import|url\(|fonts\.googleapis/i);
  });

  it('shows markup as text', () => {
    const hostile = '<script>alert(1)</script> & "quotes" </p></mj-text> {x}\u0000';
    const { html, text } = renderMail(
      {
        subject: hostile,
        heading: hostile,
        blocks: [{ text: hostile }, { list: [hostile] }, { button: { label: hostile, url: 'https://x/"><b>' } }],
        why: hostile,
      },
      { ...frame, name: hostile, brandName: hostile },
    );
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('"><b>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; ');
    expect(text).toContain('<script>alert(1)</script> & "quotes"');
  });

  it('offers to stop only what may be refused', () => {
    expect(renderMail(everything, frame).html).not.toContain('Ne plus recevoir');
    const { html, text } = renderMail({ ...everything, unsubscribeUrl: 'https://volontaires.example/u/1' }, frame);
    expect(html).toContain('href="https://volontaires.example/u/1"');
    expect(text).toContain('https://volontaires.example/u/1');
  });

  it('greets somebody unknown without a name', () => {
    expect(renderMail(everything, { ...frame, name: null }).text).toContain('\n\nBonjour,\n\n');
  });
});
