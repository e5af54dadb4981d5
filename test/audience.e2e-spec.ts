import { jest } from '@jest/globals';
import Excel from 'exceljs';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { type Person, TestApp } from './support/app.js';
import { PostOffice } from './support/post-office.js';
import { aVolunteer, type VolunteerPerson } from './support/trainings.js';

const TAG = `mutation($network: Network!, $name: String!) {
  createTag(network: $network, name: $name, colour: blue) { id name } }`;
const TAG_PEOPLE = `mutation($tagId: ID!, $added: Boolean!, $filter: PeopleFilterInput) {
  tagPeople(tagId: $tagId, added: $added, filter: $filter) { id count } }`;
const UNDO = 'mutation($id: ID!) { undoTagChange(id: $id) { count } }';
const SAVE = 'mutation($input: PeopleViewInput!) { savePeopleView(input: $input) { id name mine } }';
const VIEWS = '{ peopleViews { id name network mine conditions { kind negated values since } columns } }';
const EXPORT = 'mutation($input: PeopleExportInput!) { exportPeople(input: $input) }';
const PREVIEW = `query($input: MailingInput!) {
  previewMailing(input: $input) { subject html text byMail byNotice leftOut { reason count } } }`;
const SEND = `mutation($input: MailingInput!, $expected: Int!) { sendMailing(input: $input, expected: $expected) {
  __typename ... on MailingView { id status recipients } ... on MailingRefused { message recipients } } }`;
const MAILINGS = '{ mailingsToMany { id status recipients handed sent failed } }';
const HISTORY = 'query($id: ID!) { person(id: $id) { displayName } personHistory(id: $id) { kind what detail actor } }';

jest.setTimeout(60_000);

describe('what coordinators do with many people', () => {
  let t: TestApp;
  let office: PostOffice;
  let climate: Person;
  let everywhere: Person;
  let ayla: VolunteerPerson;
  let milo: VolunteerPerson;
  let solidarityOnly: VolunteerPerson;
  beforeAll(async () => {
    office = await PostOffice.open();
    t = await TestApp.start({ smtpUrl: office.url });
    climate = await t.signIn('climat@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
    everywhere = await t.signIn('partout@exemple.org', [{ role: 'coordinator' }]);
    ayla = await aVolunteer(t, { email: 'ayla@exemple.org', displayName: 'Ayla Frêne' });
    milo = await aVolunteer(t, { email: 'milo@exemple.org', displayName: '=HYPERLINK("http://x")' });
    solidarityOnly = await aVolunteer(t, { email: 'sol@exemple.org', displayName: 'Sol Cèdre' });
    await t.db.query(`delete from membership where volunteer_id = $1 and network = 'climate'`, [
      solidarityOnly.volunteerId,
    ]);
    await t.db.query(`update contact set phone = '+33612345678' where volunteer_id = $1`, [ayla.volunteerId]);
  });
  afterAll(async () => {
    await t.close();
    await office.close();
  });
  beforeEach(() => office.empty());

  const tagsOf = async (person: VolunteerPerson): Promise<string[]> => {
    const rows = await t.db.query<{ name: string }>(
      'select t.name from volunteer_tag g join tag t on t.id = g.tag_id where g.volunteer_id = $1 order by 1',
      [person.volunteerId],
    );
    return rows.map(({ name }) => name);
  };

  describe('tags', () => {
    it('are put on all whom a filter finds, and taken back exactly', async () => {
      const { createTag } = await climate.get<{ createTag: { id: string } }>(TAG, {
        network: 'climate',
        name: 'Relais',
      });
      const put = (filter: object) =>
        climate.get<{ tagPeople: { id: string; count: number } }>(TAG_PEOPLE, {
          tagId: createTag.id,
          added: true,
          filter,
        });
      expect((await put({ only: [ayla.volunteerId] })).tagPeople.count).toBe(1);
      const all = (await put({})).tagPeople;
      expect(all.count).toBe(1);
      expect(await tagsOf(milo)).toEqual(['Relais']);
      expect(await tagsOf(solidarityOnly)).toEqual([]);
      expect(await climate.get(UNDO, { id: all.id })).toEqual({ undoTagChange: { count: 1 } });
      expect([await tagsOf(ayla), await tagsOf(milo)]).toEqual([['Relais'], []]);
      expect((await climate.ask(UNDO, { id: all.id })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
      const taken = await climate.get<{ tagPeople: { id: string; count: number } }>(TAG_PEOPLE, {
        tagId: createTag.id,
        added: false,
        filter: {},
      });
      expect(taken.tagPeople.count).toBe(1);
      await climate.get(UNDO, { id: taken.tagPeople.id });
      expect(await tagsOf(ayla)).toEqual(['Relais']);
    });

    it('are forgotten to take back after a day, and belong to their network', async () => {
      const { createTag } = await climate.get<{ createTag: { id: string } }>(TAG, { network: 'climate', name: 'Vélo' });
      const wanted = { tagId: createTag.id, added: true, filter: { only: [ayla.volunteerId] } };
      const { tagPeople } = await climate.get<{ tagPeople: { id: string } }>(TAG_PEOPLE, wanted);
      const solidarity = await t.signIn('sol-coord@exemple.org', [{ role: 'coordinator', network: 'solidarity' }]);
      expect((await solidarity.ask(TAG_PEOPLE, wanted)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
      expect((await solidarity.ask(TAG, { network: 'climate', name: 'X' })).errors?.[0]?.extensions['code']).toBe(
        'NOT_FOUND',
      );
      const again = await climate.ask(TAG, { network: 'climate', name: 'vélo' });
      expect(again.errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'name', rule: 'unique' }] });
      t.clock.advance({ hours: 25 });
      try {
        expect((await climate.ask(UNDO, { id: tagPeople.id })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
      } finally {
        t.clock.real();
      }
    });

    it('end the same when twenty put and take them at once', async () => {
      const { createTag } = await climate.get<{ createTag: { id: string } }>(TAG, {
        network: 'climate',
        name: 'Foule',
      });
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          climate.ask(TAG_PEOPLE, { tagId: createTag.id, added: at % 2 === 0, filter: {} }),
        ),
      );
      expect(answers.filter(({ errors }) => errors)).toEqual([]);
      const { tagPeople } = await climate.get<{ tagPeople: { count: number } }>(TAG_PEOPLE, {
        tagId: createTag.id,
        added: true,
        filter: {},
      });
      expect(tagPeople.count).toBeLessThanOrEqual(2);
      expect(await tagsOf(ayla)).toContain('Foule');
    });
  });

  it('keeps a view for oneself or shares it in a network, never those chosen by hand', async () => {
    const conditions = [{ kind: 'language', negated: true, values: ['ar'] }];
    const filter = { text: 'frene', conditions, only: [ayla.volunteerId] };
    await climate.get(SAVE, { input: { name: ' Mes  arabophones ', filter, columns: ['tags'] } });
    await climate.get(SAVE, { input: { name: 'Partagée', network: 'climate', filter: {} } });
    const other = await t.signIn('autre-climat@exemple.org', [
      { role: 'coordinator', network: 'climate', arrondissement: 3 },
    ]);
    const { peopleViews: own } = await climate.get<{ peopleViews: object[] }>(VIEWS);
    expect(own).toMatchObject([
      {
        name: 'Mes arabophones',
        mine: true,
        network: null,
        conditions: [{ kind: 'language', negated: true, values: ['ar'], since: null }],
        columns: ['tags'],
      },
      { name: 'Partagée', network: 'climate' },
    ]);
    expect((await other.get<{ peopleViews: object[] }>(VIEWS)).peopleViews).toMatchObject([
      { name: 'Partagée', mine: false },
    ]);
    const [{ id }] = (await other.get<{ peopleViews: [{ id: string }] }>(VIEWS)).peopleViews;
    const refused = await other.ask('mutation($id: ID!) { deletePeopleView(id: $id) }', { id });
    expect(refused.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  describe('an exported list', () => {
    const columns = ['displayName', 'email', 'phone', 'networks', 'trainings', 'lastPresence'];
    const ask = async (person: Person, format: string, changes: object = {}): Promise<string> => {
      const input = { filter: {}, columns, format, purpose: 'Appeler avant la canicule', ...changes };
      return (await person.get<{ exportPeople: string }>(EXPORT, { input })).exportPeople;
    };
    const fetch = (person: Person, address: string) =>
      request(t.server)
        .get(address)
        .set('cookie', person.cookie ?? '')
        .responseType('blob');

    it('is served once, with cells that no spreadsheet takes for formulas, and each person sees why', async () => {
      const address = await ask(climate, 'csv');
      expect((await fetch(everywhere, address)).status).toBe(404);
      const answers = await Promise.all([fetch(climate, address), fetch(climate, address)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      const { body, headers } = answers.find(({ status }) => status === 200)!;
      expect(headers['content-disposition']).toMatch(/^attachment; filename="benevoles-.*\.csv"$/);
      const rows = parse(body as Buffer, { delimiter: ';', bom: true }) as string[][];
      expect(rows).toEqual([
        ['Nom affiché', 'E-mail', 'Téléphone', 'Réseaux', 'Formations suivies', 'Dernière présence'],
        [`'=HYPERLINK("http://x")`, 'milo@exemple.org', '', expect.stringContaining('Climat'), '0', ''],
        ['Ayla Frêne', 'ayla@exemple.org', `'+33612345678`, expect.stringContaining('Climat'), '0', ''],
      ]);
      const read = await ayla.get<{ myContactReadings: object[] }>('{ myContactReadings { purpose actor } }');
      expect(read.myContactReadings).toMatchObject([{ purpose: 'Appeler avant la canicule' }]);
      expect(
        (await solidarityOnly.get<{ myContactReadings: object[] }>('{ myContactReadings { purpose } }'))
          .myContactReadings,
      ).toEqual([]);
      const [line] = await t.db.query<{ details: object; purpose: string }>(
        `select purpose, details from audit_entry where action = 'people.export' and volunteer_id is null order by id desc limit 1`,
      );
      expect(line).toMatchObject({
        purpose: 'Appeler avant la canicule',
        details: { count: 2, columns, format: 'csv' },
      });
      expect(JSON.stringify(line)).not.toContain('Ayla');
    });

    it('is a spreadsheet too, and nothing after a quarter of an hour', async () => {
      const { body } = await fetch(climate, await ask(climate, 'xlsx', { filter: { only: [ayla.volunteerId] } }));
      const book = new Excel.Workbook();
      await book.xlsx.load(body as never);
      const values = book.worksheets[0]!.getSheetValues().slice(1) as unknown[][];
      expect(values.map((row) => row.slice(1))).toEqual([
        ['Nom affiché', 'E-mail', 'Téléphone', 'Réseaux', 'Formations suivies', 'Dernière présence'],
        ['Ayla Frêne', 'ayla@exemple.org', `'+33612345678`, expect.stringContaining('Climat'), 0],
      ]);
      const late = await ask(climate, 'csv');
      t.clock.advance({ minutes: 16 });
      try {
        expect((await fetch(climate, late)).status).toBe(404);
      } finally {
        t.clock.real();
      }
    });

    it('needs a purpose and columns', async () => {
      const input = { filter: {}, columns: [], format: 'csv', purpose: ' ok ' };
      const { errors } = await climate.ask(EXPORT, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'columns' }, { path: 'purpose' }] });
    });
  });

  describe('a mail to many', () => {
    const input = (changes: object = {}) => ({
      network: 'climate',
      subject: 'Un été au frais',
      body: '# Rendez-vous\n\nVenez **jeudi** à [la Maison](https://exemple.org/maison).\n\n- une gourde\n- <b>rien</b>',
      locale: 'fr',
      filter: {},
      ...changes,
    });

    it('tells whom it reaches and who is left out, leaves once for each, and can be refused by one tap', async () => {
      const silent = await aVolunteer(t, { displayName: 'Sans adresse' });
      await t.db.query('update contact set email = null where volunteer_id = $1', [silent.volunteerId]);
      await t.db.query('update volunteer set account_id = null where id = $1', [silent.volunteerId]);
      const { previewMailing } = await everywhere.get<{ previewMailing: Record<string, unknown> }>(PREVIEW, {
        input: input(),
      });
      expect(previewMailing).toMatchObject({
        subject: 'Un été au frais',
        byMail: 2,
        byNotice: 0,
        leftOut: [
          { reason: 'NOT_MEMBER', count: 1 },
          { reason: 'NO_ADDRESS', count: 1 },
        ],
      });
      expect(previewMailing.html).toContain('<strong>jeudi</strong>');
      expect(previewMailing.html).toContain('&lt;b&gt;rien');
      expect(previewMailing.text).toContain('la Maison (https://exemple.org/maison)');

      const wrong = await everywhere.get<{ sendMailing: object }>(SEND, { input: input(), expected: 7 });
      expect(wrong.sendMailing).toMatchObject({ __typename: 'MailingRefused', recipients: 2 });
      const { sendMailing } = await everywhere.get<{ sendMailing: { id: string } }>(SEND, {
        input: input(),
        expected: 2,
      });
      expect(sendMailing).toMatchObject({ __typename: 'MailingView', status: 'sending', recipients: 2 });
      await t.jobs();
      expect(office.arrived.map(({ mail }) => [mail.to].flat()[0]?.text).sort()).toEqual([
        'ayla@exemple.org',
        'milo@exemple.org',
      ]);
      expect((await everywhere.get<{ mailingsToMany: object[] }>(MAILINGS)).mailingsToMany[0]).toEqual({
        id: sendMailing.id,
        status: 'sent',
        recipients: 2,
        handed: 2,
        sent: 2,
        failed: 0,
      });

      const letter = office.arrived.find(({ mail }) => [mail.to].flat()[0]?.text === 'ayla@exemple.org')!;
      const head = letter.raw.slice(0, letter.raw.indexOf('\r\n\r\n'));
      const link = /^List-Unsubscribe: <http:\/\/localhost:4000(\/u\/[^>]+)>, <mailto:[^>]+>\r?$/m.exec(head)?.[1];
      expect(link).toBeDefined();
      expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
      expect(head).toMatch(/^List-ID: <coordination-climate\.[^>]+>\r?$/m);
      expect(head).toMatch(/^Precedence: bulk\r?$/m);
      expect(letter.mail.text).toContain(link);

      const refused = async () =>
        (await t.db.query('select 1 from mail_refusal where volunteer_id = $1', [ayla.volunteerId])).length;
      await request(t.server).get(link!);
      expect(await refused()).toBe(0);
      for (const [path, body, status] of [
        [link!, 'List-Unsubscribe=Other', 400],
        [`${link!}x`, 'List-Unsubscribe=One-Click', 404],
        [link!, 'List-Unsubscribe=One-Click', 200],
        [link!, 'List-Unsubscribe=One-Click', 200],
      ] as const)
        expect([path, (await request(t.server).post(path).type('form').send(body)).status]).toEqual([path, status]);
      expect(await refused()).toBe(1);

      const after = await everywhere.get<{ previewMailing: { byMail: number; leftOut: object[] } }>(PREVIEW, {
        input: input(),
      });
      expect(after.previewMailing).toMatchObject({ byMail: 1 });
      expect(after.previewMailing.leftOut).toContainEqual({ reason: 'REFUSED', count: 1 });
      const token = link!.slice('/u/'.length);
      const visitor = t.visitor();
      expect(
        await visitor.get('query($token: String!) { listLink(token: $token) { network refused } }', { token }),
      ).toEqual({
        listLink: { network: 'climate', refused: true },
      });
      await visitor.get('mutation($token: String!) { answerListLink(token: $token, refused: false) { refused } }', {
        token,
      });
      expect(await refused()).toBe(0);
      const multipart = await request(t.server)
        .post(link!)
        .set('content-type', 'multipart/form-data; boundary=x')
        .send('--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n');
      expect([multipart.status, await refused()]).toEqual([200, 1]);
      await visitor.get('mutation($token: String!) { answerListLink(token: $token, refused: false) { refused } }', {
        token,
      });
    });

    it('reaches nobody who refuses while it waits, and is not repeated when a part is done again', async () => {
      const { sendMailing } = await climate.get<{ sendMailing: { id: string } }>(SEND, {
        input: input({ filter: { only: [ayla.volunteerId, milo.volunteerId] } }),
        expected: 2,
      });
      await t.db.query(`insert into mail_refusal values ($1, 'coordination-climate', now())`, [milo.volunteerId]);
      await t.db.query(
        `select graphile_worker.add_job('mailing.send', json_build_object('mailingId', $1::text)) from generate_series(1, 3)`,
        [sendMailing.id],
      );
      await t.jobs();
      expect(office.arrived.map(({ mail }) => [mail.to].flat()[0]?.text)).toEqual(['ayla@exemple.org']);
      await t.db.query('delete from mail_refusal');
    });

    it('is confirmed by many at once for as many as each has confirmed, and can be stopped', async () => {
      const { sendMailing } = await climate.get<{ sendMailing: { id: string } }>(SEND, {
        input: input({ filter: { only: [ayla.volunteerId] } }),
        expected: 1,
      });
      const stopped = await climate.get('mutation($id: ID!) { stopMailing(id: $id) { status } }', {
        id: sendMailing.id,
      });
      expect(stopped).toEqual({ stopMailing: { status: 'stopped' } });
      await t.jobs();
      expect(office.arrived).toEqual([]);
    });

    it('is tried on oneself, and its words are not kept', async () => {
      await climate.get('mutation($input: MailingInput!) { testMailing(input: $input) }', { input: input() });
      await t.jobs();
      expect(office.arrived.map(({ mail }) => mail.subject)).toEqual(['[Essai] Un été au frais']);
      const [row] = await t.db.query<{ params: object }>(`select params from mail where kind = 'mailing-test'`);
      expect(row?.params).toEqual({ network: 'climate' });
    });

    it('is not written in the name of a network of others', async () => {
      const { errors } = await climate.ask(PREVIEW, { input: input({ network: 'solidarity' }) });
      expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    });
  });

  it('shows what happened with a person to those who coordinate her, and to nobody else', async () => {
    const { personHistory } = await climate.get<{ personHistory: { kind: string; what: string }[] }>(HISTORY, {
      id: ayla.volunteerId,
    });
    const kinds = new Set(personHistory.map(({ kind }) => kind));
    for (const kind of ['known', 'joined', 'tagged', 'mail', 'journal']) expect(kinds).toContain(kind);
    expect(JSON.stringify(personHistory)).not.toContain('ayla@exemple.org');
    const { errors } = await climate.ask(HISTORY, { id: solidarityOnly.volunteerId });
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
