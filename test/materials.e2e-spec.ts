import request from 'supertest';
import { Jobs } from '#platform/jobs';
import { type Person, TestApp } from './support/app.js';
import { aCourse, anEnrolment, aSession, aVolunteer } from './support/trainings.js';

const SAVE = `mutation($i: MaterialInput!) { saveMaterial(input: $i) { id kind title edition lacksText url fileName } }`;
const LIST = `query($s: String!) { courseMaterials(slug: $s) { id title url textVersion audience lacksText edition } }`;
const ONE = `query($id: String!) { material(id: $id) { title replacedBy { id edition } url textVersion } }`;
const COURSE = `mutation($i: CourseInput!) { saveCourse(input: $i) { __typename
  ... on SessionEditRefused { reason message files } ... on CourseView { status } } }`;

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

interface Material {
  id: string;
  kind: string;
  title: string;
  edition: number;
  lacksText: boolean;
  url: string | null;
  textVersion: string | null;
}

describe('materials of a course', () => {
  let t: TestApp;
  let coordinator: Person;
  beforeAll(async () => {
    t = await TestApp.start();
    coordinator = await t.signIn(undefined, [{ role: 'coordinator', network: 'solidarity' }]);
  });
  afterAll(() => t.close());
  afterEach(() => t.clock.real());

  const upload = (by: Person, body: Buffer, name = 'support.pdf', headers: object = { 'x-requested-with': 'pages' }) =>
    request(t.server)
      .post('/material-files')
      .query({ name })
      .set('cookie', by.cookie ?? '')
      .set('content-type', 'application/octet-stream')
      .set(headers as Record<string, string>)
      .send(body);
  const sent = async (body = PDF): Promise<string> => {
    const answer = await upload(coordinator, body);
    expect(answer.status).toBe(200);
    return (answer.body as { fileId: string }).fileId;
  };
  const input = (courseId: string, change: object): object => ({
    courseId,
    title: 'Diaporama',
    textVersion: '',
    locale: 'fr',
    audience: 'public',
    ...change,
  });
  const save = async (courseId: string, change: object): Promise<Material> =>
    (await coordinator.get<{ saveMaterial: Material }>(SAVE, { i: input(courseId, change) })).saveMaterial;
  const faultOf = async (by: Person, i: object): Promise<unknown> =>
    (await by.ask(SAVE, { i })).errors?.[0]?.extensions;
  const download = (by: Person, id: string) =>
    request(t.server)
      .get(`/material-files/${id}`)
      .set('cookie', by.cookie ?? '');

  it('keep a draft from being published until each file has a text, and say which one has not', async () => {
    const slug = 'avec-fichier';
    const courseId = await aCourse(t, { status: 'draft', slug });
    const { id, lacksText } = await save(courseId, { fileId: await sent() });
    expect(lacksText).toBe(true);
    const publish = async () =>
      (
        await coordinator.get<{
          saveCourse: { __typename: string; reason?: string; message?: string; files?: string[] };
        }>(COURSE, {
          i: {
            id: courseId,
            version: 1,
            slug,
            networks: ['solidarity'],
            title: 'Aller vers',
            summary: 'Une soirée.',
            description: '',
            material: '# Support',
            locale: 'fr',
            minimumAge: 16,
            prerequisiteIds: [],
            status: 'published',
          },
        })
      ).saveCourse;
    const refused = await publish();
    expect(refused).toMatchObject({ reason: 'FILE_WITHOUT_TEXT', files: ['Diaporama'] });
    expect(refused.message).toContain('Diaporama');
    await save(courseId, { id, textVersion: '# Les premiers mots' });
    expect(await publish()).toEqual({ __typename: 'CourseView', status: 'published' });
  });

  it('take no file without text once the course is published, by whatever statement', async () => {
    const courseId = await aCourse(t);
    const fileId = await sent();
    expect(await faultOf(coordinator, input(courseId, { fileId }))).toMatchObject({
      fields: [{ path: 'textVersion' }],
    });
    const { id } = await save(courseId, { fileId, textVersion: 'Le même en texte.' });
    await expect(t.db.query(`update course_material set text_version = ' ' where id = $1`, [id])).rejects.toThrow(
      'has no text version',
    );
    const draft = await aCourse(t, { status: 'draft' });
    await save(draft, { fileId: await sent() });
    await expect(t.db.query(`update course set status = 'published' where id = $1`, [draft])).rejects.toThrow(
      'without text version',
    );
  });

  it('leave no way between publishing and adding a file at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const courseId = await aCourse(t, { status: 'draft' });
      const fileId = await sent();
      await Promise.allSettled([
        t.db.query(`update course set status = 'published' where id = $1`, [courseId]),
        save(courseId, { fileId }),
      ]);
      const [both] = await t.db.query(
        `select from course c join course_material m on m.course_id = c.id
          where c.id = $1 and c.status = 'published' and m.text_version = ''`,
        [courseId],
      );
      expect(both).toBeUndefined();
    }
  });

  it('are served as files that nothing runs in, to whom they are for', async () => {
    const courseId = await aCourse(t, { slug: 'pour-inscrites' });
    const text = { textVersion: 'Le même en texte.' };
    const open = await save(courseId, { fileId: await sent(), ...text });
    const inner = await save(courseId, { fileId: await sent(), ...text, title: 'Exercices', audience: 'attendees' });
    const [visitor, person] = [t.visitor(), await aVolunteer(t)];
    const answer = await download(visitor, open.id);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''support\.pdf$/);
    expect((await download(visitor, open.id).set('if-none-match', answer.headers.etag ?? '')).status).toBe(304);
    expect((await download(visitor, inner.id)).status).toBe(404);
    const seenBy = async (who: Person) =>
      (await who.get<{ courseMaterials: Material[] }>(LIST, { s: 'pour-inscrites' })).courseMaterials;
    expect(await seenBy(visitor)).toMatchObject([{ textVersion: text.textVersion }, { url: null, textVersion: null }]);
    await anEnrolment(t, await aSession(t, { courseId }), person.volunteerId);
    expect((await download(person, inner.id)).status).toBe(200);
    expect(await seenBy(person)).toMatchObject([{}, { textVersion: text.textVersion }]);
  });

  it('say that an old copy was replaced, and by what, even after several editions', async () => {
    const courseId = await aCourse(t, { slug: 'avec-editions' });
    const text = { textVersion: 'Le même en texte.' };
    const first = await save(courseId, { fileId: await sent(), ...text });
    const second = await save(courseId, { id: first.id, fileId: await sent(), ...text });
    const third = await save(courseId, { id: second.id, videoUrl: 'https://video.exemple.org/film', ...text });
    expect([first.edition, second.edition, third.edition]).toEqual([1, 2, 3]);
    for (const { id } of [first, second]) {
      const { material } = await t.visitor().get<{ material: object }>(ONE, { id });
      expect(material).toMatchObject({ replacedBy: { id: third.id, edition: 3 } });
      const old = await download(t.visitor(), id);
      expect(old.status).toBe(303);
      expect(old.headers.location).toBe(`/formations/avec-editions/supports/${id}`);
    }
    expect(await t.visitor().get(LIST, { s: 'avec-editions' })).toMatchObject({
      courseMaterials: [{ id: third.id, url: 'https://video.exemple.org/film' }],
    });
    await coordinator.get('mutation($id: ID!) { removeMaterial(id: $id) }', { id: third.id });
    expect(await t.db.query('select from course_material where course_id = $1', [courseId])).toEqual([]);
  });

  it('take only known types below 10 MB, of coordinators, with the header that other sites cannot send', async () => {
    expect((await upload(coordinator, Buffer.from('<html><script>'))).body).toMatchObject({
      fields: [{ rule: 'materialType' }],
    });
    const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
    const tooLarge = await upload(coordinator, large).catch((error: { code?: string }) => error);
    expect('body' in tooLarge ? tooLarge.body : tooLarge).toMatchObject(
      'body' in tooLarge ? { fields: [{ rule: 'materialTooLarge' }] } : {},
    );
    expect((await upload(coordinator, PDF, 'a.pdf', {})).status).toBe(403);
    expect((await upload(await aVolunteer(t), PDF)).status).toBe(403);
    const climate = await t.signIn(undefined, [{ role: 'coordinator', network: 'climate' }]);
    const courseId = await aCourse(t);
    const fileId = await sent();
    expect(await faultOf(climate, input(courseId, { fileId, textVersion: 'Texte.' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await faultOf(coordinator, input(courseId, { textVersion: 'Texte.' }))).toMatchObject({
      fields: [{ path: 'fileId' }],
    });
  });

  it('leave no file behind that was sent and given up', async () => {
    const fileId = await sent();
    t.clock.advance({ days: 2 });
    await t.app.get(Jobs).runNow('materials.tidy');
    expect(await t.db.query('select from material_file where id = $1', [fileId])).toEqual([]);
  });
});
