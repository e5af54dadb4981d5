import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { type Catcher, startCatcher } from './catcher.js';

let dir: string;
let catcher: Catcher;

const start = async (keep = 100) => {
  catcher = await startCatcher({ host: '127.0.0.1', smtpPort: 0, pagePort: 0, dir, keep });
};
const at = (path: string) => `http://127.0.0.1:${catcher.pagePort}${path}`;
const text = async (path: string, init?: RequestInit) => (await fetch(at(path), init)).text();
const list = async () =>
  (await (await fetch(at('/api/mails'))).json()) as { id: string; subject: string; to: string[] }[];

async function send(subject: string, more: object = {}): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: catcher.smtpPort, secure: false });
  await transport.sendMail({ from: 'a@exemple.org', to: 'zoe@exemple.org', subject, text: 'Bonjour', ...more });
  transport.close();
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'catcher-'));
  await start();
});
afterEach(async () => {
  await catcher.stop();
  rmSync(dir, { recursive: true });
});

describe('mail catcher', () => {
  it('keeps mails over a restart, newest first, and no more than asked', async () => {
    await send('Première');
    await send('Deuxième');
    await catcher.stop();
    await start(2);
    expect((await list()).map((mail) => mail.subject)).toEqual(['Deuxième', 'Première']);
    await send('Troisième');
    expect((await list()).map((mail) => mail.subject)).toEqual(['Troisième', 'Deuxième']);
  });

  it('shows a mail without trusting it', async () => {
    const evil = '<script>alert(1)</script>';
    await send(`Évil ${evil}`, {
      html: `<p>Bonjour</p><img src="cid:logo">${evil}`,
      attachments: [
        { filename: 'réservation.ics', content: 'BEGIN:VCALENDAR' },
        { filename: 'logo.png', cid: 'logo', content: Buffer.from('png') },
      ],
    });
    const [mail] = await list();
    const page = await text(`/mails/${mail?.id}`, { headers: { 'accept-language': 'en-GB,en' } });
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain(evil);
    expect(page).toContain('Text version');
    expect(page).toMatch(/<iframe[^>]+sandbox="allow-popups/);
    const framed = await fetch(at(`/mails/${mail?.id}/html`));
    expect(framed.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await framed.text()).toContain(`src="/mails/${mail?.id}/attachments/0"`);
    const file = await fetch(at(`/mails/${mail?.id}/attachments/1`));
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''r%C3%A9servation.ics");
    expect(await file.text()).toBe('BEGIN:VCALENDAR');
  });

  it('answers tests in JSON and finds by address', async () => {
    await send('À chercher', { to: 'ines@exemple.org' });
    await send('Autre');
    const found = (await (await fetch(at('/api/mails?q=INES@'))).json()) as { id: string }[];
    expect(found).toHaveLength(1);
    const mail = (await (await fetch(at(`/api/mails/${found[0]?.id}`))).json()) as { text: string; headers: object };
    expect(mail.text.trim()).toBe('Bonjour');
    expect(mail.headers).toHaveProperty('message-id');
  });

  it('takes the next ports only when told to', async () => {
    const same = { host: '127.0.0.1', smtpPort: catcher.smtpPort, pagePort: catcher.pagePort, dir, keep: 1 };
    await expect(startCatcher(same)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const other = await startCatcher({ ...same, orNext: true });
    expect(other.smtpPort).toBeGreaterThan(catcher.smtpPort);
    expect(other.pagePort).toBeGreaterThan(catcher.pagePort);
    await other.stop();
  });

  it('deletes for its own pages and programs only', async () => {
    await send('À garder');
    const foreign = await fetch(at('/delete'), { method: 'POST', headers: { origin: 'https://ailleurs.example' } });
    expect(foreign.status).toBe(403);
    expect(await list()).toHaveLength(1);
    await fetch(at('/api/mails'), { method: 'DELETE' });
    expect(await list()).toEqual([]);
    expect(await text('/')).toContain('Aucun courriel pour l’instant.');
  });

  it('keeps nothing of a mail that was cut off in the middle', async () => {
    await new Promise<void>((done) => {
      const socket = connect(catcher.smtpPort, '127.0.0.1');
      const lines = ['EHLO x', 'MAIL FROM:<a@b.c>', 'RCPT TO:<d@e.f>', 'DATA'];
      socket.on('data', (data) => {
        const next = lines.shift();
        if (next) socket.write(`${next}\r\n`);
        else if (String(data).includes('354')) socket.write('Subject: half\r\n\r\nhal', () => socket.destroy());
      });
      socket.on('close', () => done());
    });
    await send('Entière');
    expect((await list()).map((mail) => mail.subject)).toEqual(['Entière']);
  });

  it('answers an unknown address with words', async () => {
    const answer = await fetch(at('/mails/../../etc/passwd'));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Ce courriel n’existe pas');
  });
});
