import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import fc from 'fast-check';
import jsonwebtoken from 'jsonwebtoken';
import request from 'supertest';
import { CertificateReview, SigningKeys } from '#lib/recognition';
import { Jobs } from '#platform/jobs';
import { atParis } from '#platform/kernel';
import { type Person, TestApp } from './support/app.js';
import { mailsTo } from './support/bookings.js';
import { aCourse, anEnrolment, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const CERTIFICATE = 'id code courseTitle minutes issuedAt revokedAt revocation revocationNote shared hasPdf verifyUrl';
const RECORD = `{ myTrainingRecord { minutes years { year minutes trainings } certificates { ${CERTIFICATE} }
  trainings { courseTitle minutes held certificateId dates { startsAt minutes } } } }`;
const CHECK = `query($code: String!) { checkCertificate(code: $code) { __typename
  ... on CheckedCertificate { valid holder shared courseTitle minutes revocation dates { startsAt } }
  ... on CertificateUnknown { message } } }`;
const CHECK_BADGE = `query($badge: String!) { checkBadge(badge: $badge) { __typename
  ... on CheckedCertificate { code valid holder revocation } ... on BadgeRefused { reason message } } }`;
const REVOKE = `mutation($id: ID!, $note: String!) { revokeCertificate(id: $id, reason: issued_in_error, note: $note) {
  __typename ... on CertificateRow { id revokedAt canReissue } ... on CertificateRefused { reason message } } }`;
const REISSUE = `mutation($id: ID!) { reissueCertificate(id: $id) {
  __typename ... on CertificateRow { id code revokedAt } ... on CertificateRefused { reason message } } }`;
const SHARE = `mutation($id: ID!, $shared: Boolean!) { shareCertificate(id: $id, shared: $shared) {
  __typename ... on MyCertificate { shared } ... on CertificateRefused { reason } } }`;

interface Certificate {
  id: string;
  code: string;
  minutes: number;
  revokedAt: string | null;
  revocationNote: string | null;
}
interface TrainingRecord {
  minutes: number;
  years: { year: number; minutes: number; trainings: number }[];
  certificates: Certificate[];
  trainings: { minutes: number; held: boolean; certificateId: string | null; dates: { minutes: number }[] }[];
}
type Answer = { __typename: string; [field: string]: unknown };

const begins = atParis('2026-11-27', '18:30');
const over = atParis('2026-11-27', '20:31');

describe('recognition', () => {
  let t: TestApp;
  let coordinator: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    coordinator = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
  });
  afterAll(() => t.close());
  beforeEach(() => t.clock.set(over));

  interface Attendee {
    person: VolunteerPerson;
    enrolmentId: string;
    sessionId: string;
    dateIds: string[];
  }
  /** Somebody who was present at the first `present` dates of a session. */
  async function attendee(
    present = 1,
    wishes: { dates?: Date[]; courseId?: string; email?: string } = {},
  ): Promise<Attendee> {
    const person = await aVolunteer(t, { displayName: 'Lina Bouleau', ...(wishes.email && { email: wishes.email }) });
    const [startsAt = begins, ...furtherDates] = wishes.dates ?? [begins];
    const sessionId = await aSession(t, {
      startsAt,
      furtherDates,
      ...(wishes.courseId && { courseId: wishes.courseId }),
    });
    const enrolmentId = await anEnrolment(t, sessionId, person.volunteerId);
    const dates = await t.db.query<{ id: string }>(
      'select id from session_date where session_id = $1 order by starts_at',
      [sessionId],
    );
    const dateIds = dates.map(({ id }) => id);
    for (const id of dateIds.slice(0, present)) await note(enrolmentId, id);
    return { person, enrolmentId, sessionId, dateIds };
  }
  const note = (enrolmentId: string, dateId: string, status = 'present'): Promise<unknown> =>
    t.db.query(
      `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at) values ($1, $2, $3, 'name', $4)
       on conflict (enrolment_id, session_date_id) do update set status = excluded.status`,
      [enrolmentId, dateId, status, t.clock.now()],
    );
  const review = (): Promise<void> => t.app.get(Jobs).runNow('recognition.review');
  const record = async (person: Person): Promise<TrainingRecord> =>
    (await person.get<{ myTrainingRecord: TrainingRecord }>(RECORD)).myTrainingRecord;
  const check = async (code: string): Promise<Answer> =>
    (await t.visitor().get<{ checkCertificate: Answer }>(CHECK, { code })).checkCertificate;
  const checkBadge = async (badge: string): Promise<Answer> =>
    (await t.visitor().get<{ checkBadge: Answer }>(CHECK_BADGE, { badge })).checkBadge;
  const revoke = async (id: string, by: Person = coordinator): Promise<Answer> =>
    (await by.get<{ revokeCertificate: Answer }>(REVOKE, { id, note: 'Deux listes confondues' })).revokeCertificate;
  const download = (person: Person, path: string): request.Test =>
    request(t.server)
      .get(path)
      .set('cookie', person.cookie ?? '');

  /** An attendee with her certificate and her badge. */
  async function certified(
    wishes: Parameters<typeof attendee>[1] = {},
  ): Promise<Attendee & { certificate: Certificate }> {
    const attended = await attendee(wishes.dates?.length ?? 1, wishes);
    await review();
    const [certificate] = (await record(attended.person)).certificates;
    if (!certificate) throw new Error('No certificate was issued');
    return { ...attended, certificate };
  }
  const badgeOf = async (person: Person, { id }: Certificate): Promise<string> => {
    const answer = await download(person, `/recognition/certificates/${id}.jwt`).expect(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    return answer.text;
  };
  const keys = async (): Promise<(JsonWebKey & { kid: string })[]> =>
    (
      (await request(t.server).get('/.well-known/jwks.json').expect(200)).body as {
        keys: (JsonWebKey & { kid: string })[];
      }
    ).keys;

  describe('a certificate', () => {
    it('is issued when the course is over, with a mail, and says hours and initials to a stranger', async () => {
      t.clock.set(atParis('2026-11-27', '18:40'));
      const { person, enrolmentId } = await attendee();
      await review();
      expect((await record(person)).certificates).toEqual([]);
      t.clock.set(over);
      await review();
      const { certificates, minutes, years, trainings } = await record(person);
      expect(certificates).toMatchObject([{ minutes: 120, revokedAt: null, hasPdf: true, shared: false }]);
      expect([minutes, years]).toEqual([120, [{ year: 2026, minutes: 120, trainings: 1 }]]);
      expect(trainings).toMatchObject([{ held: true, minutes: 120, certificateId: certificates[0]?.id }]);
      expect(await mailsTo(t, person.volunteerId)).toEqual(['certificate-ready']);
      const code = certificates[0]?.code ?? '';
      const answer = await check(` ${code.toLowerCase().replace(/(....)/g, '$1-')} `);
      expect(answer).toMatchObject({ __typename: 'CheckedCertificate', valid: true, holder: 'L. B.', minutes: 120 });
      expect(enrolmentId).not.toBe('');
    });

    it('is one, however many reviews run at the same time and again', async () => {
      const people = await Promise.all(Array.from({ length: 8 }, () => attendee()));
      await Promise.all(Array.from({ length: 8 }, () => t.app.get(CertificateReview).run()));
      await t.app.get(CertificateReview).reconcile();
      const counted = await t.db.query<{ n: number }>(
        'select count(*)::int as n from certificate where enrolment_id = any($1::uuid[]) group by enrolment_id',
        [people.map(({ enrolmentId }) => enrolmentId)],
      );
      expect(counted.map(({ n }) => n)).toEqual(Array.from({ length: 8 }, () => 1));
    });

    it('needs every date that the session asks for; hours count all the same', async () => {
      const { person } = await attendee(1, { dates: [atParis('2026-11-20', '18:30'), begins] });
      await review();
      const { certificates, trainings } = await record(person);
      expect(certificates).toEqual([]);
      expect(trainings).toMatchObject([{ held: false, minutes: 120, dates: [{ minutes: 120 }, { minutes: 0 }] }]);
    });

    it('comes late when presence is noted late, and is taken back when it is withdrawn', async () => {
      const { person, enrolmentId, dateIds } = await attendee(0);
      await review();
      expect((await record(person)).certificates).toEqual([]);
      await note(enrolmentId, dateIds[0] ?? '');
      await review();
      const [certificate] = (await record(person)).certificates;
      await note(enrolmentId, dateIds[0] ?? '', 'absent');
      await review();
      expect(await check(certificate?.code ?? '')).toMatchObject({
        valid: false,
        revocation: 'La présence a été corrigée après coup.',
      });
      await note(enrolmentId, dateIds[0] ?? '');
      await review();
      const now = (await record(person)).certificates;
      expect(now.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
      expect(now.find(({ revokedAt }) => revokedAt === null)?.code).not.toBe(certificate?.code);
      expect(await mailsTo(t, person.volunteerId)).toEqual([
        'certificate-ready',
        'certificate-revoked',
        'certificate-ready',
      ]);
    });

    it('is replaced when its facts were corrected, unseen by triggers', async () => {
      const { person, sessionId, certificate } = await certified();
      await t.db.query(`update session_date set starts_at = starts_at + interval '30 minutes' where session_id = $1`, [
        sessionId,
      ]);
      await t.app.get(CertificateReview).reconcile();
      expect((await record(person)).certificates).toMatchObject([{ minutes: 90, revokedAt: null }]);
      expect(await check(certificate.code)).toMatchObject({
        valid: false,
        revocation: 'Une attestation corrigée la remplace.',
      });
    });

    it('shows the name only while its holder wishes so', async () => {
      const { person, certificate } = await certified();
      await t.db.query(`update contact set family_name = 'Érable' where volunteer_id = $1`, [person.volunteerId]);
      const badge = `/recognition/credentials/${certificate.id}`;
      await request(t.server).get(badge).expect(404);
      await person.get(SHARE, { id: certificate.id, shared: true });
      expect(await check(certificate.code)).toMatchObject({ holder: 'Lina Bouleau Érable', shared: true });
      expect((await request(t.server).get(badge).expect(200)).text).toBe(await badgeOf(person, certificate));
      await person.get(SHARE, { id: certificate.id, shared: false });
      expect(await check(certificate.code)).toMatchObject({ holder: 'L. B. É.', shared: false });
      await request(t.server).get(badge).expect(404);
    });

    it('and the hours of a year are files to print, in a language and a size of her choice', async () => {
      const { person, certificate } = await certified();
      for (const path of [`certificates/${certificate.id}.pdf?langue=en&grand=1`, 'statements/2026.pdf']) {
        const { headers, body } = await download(person, `/recognition/${path}`).expect(200);
        expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' });
        expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
      }
      for (const path of ['statements/2019.pdf', 'statements/x.pdf', `certificates/${certificate.id}.exe`])
        await download(person, `/recognition/${path}`).expect(404);
      await t.db.query(`update contact set given_name = 'ليلى' where volunteer_id = $1`, [person.volunteerId]);
      const refused = await download(person, `/recognition/certificates/${certificate.id}.pdf`).expect(404);
      expect((refused.body as { message: string }).message).toMatch(/Imprimez sa page/);
    });

    it('is nobody else’s: neither its page nor its files', async () => {
      const { certificate } = await certified();
      const other = await aVolunteer(t);
      for (const kind of ['pdf', 'jwt'])
        await download(other, `/recognition/certificates/${certificate.id}.${kind}`).expect(404);
      await request(t.server).get(`/recognition/certificates/${certificate.id}.pdf`).expect(401);
      const { errors } = await other.ask(SHARE, { id: certificate.id, shared: true });
      expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    });
  });

  describe('a code that is none', () => {
    it('gets one answer, whatever is wrong with it', async () => {
      const answers = await Promise.all(['', 'abc', '0000-0000-0000', '4F7K92MQX0T1', "' or 1=1"].map(check));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toEqual({ __typename: 'CertificateUnknown', message: 'Aucune attestation ne porte ce code.' });
    });

    it('is answered to programs as JSON and without scripts as HTML', async () => {
      const { certificate } = await certified();
      const asked = request(t.server).get(`/recognition/verify/${certificate.code}`);
      expect((await asked.expect(200)).body).toMatchObject({ status: 'valid', holder: 'L. B.', minutes: 120 });
      const unknown = request(t.server).get('/recognition/verify/000000000000');
      expect((await unknown.expect(404)).body).toMatchObject({ status: 'unknown' });
      const page = request(t.server).get(`/recognition/verify/${certificate.code}`).set('accept', 'text/html');
      expect((await page.expect(200)).text).toContain('Attestation valable');
      const form = request(t.server).get('/recognition/verify?code=%3Cscript%3E');
      expect((await form.expect(303)).headers['location']).toBe('/recognition/verify/%3Cscript%3E');
    });
  });

  describe('a badge', () => {
    it('is checked by another implementation with nothing but the published key', async () => {
      const { person, certificate } = await certified({ email: 'Badge@exemple.org' });
      const badge = await badgeOf(person, certificate);
      const { header } = jsonwebtoken.decode(badge, { complete: true }) ?? {};
      expect(header).toMatchObject({ alg: 'RS256', typ: 'JWT' });
      const path = new URL(header?.kid ?? '').pathname;
      const jwk = (await request(t.server).get(path).expect(200)).body as JsonWebKey;
      expect(await keys()).toContainEqual(jwk);
      const key = createPublicKey({ key: jwk, format: 'jwk' });
      expect(key.asymmetricKeyDetails?.modulusLength).toBe(3072);
      const body = jsonwebtoken.verify(badge, key, {
        algorithms: ['RS256'],
        clockTimestamp: t.clock.now().getTime() / 1000,
      }) as Record<string, unknown>;
      const [head = '', payload = '', signature = ''] = badge.split('.');
      expect(verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
      expect(body).toMatchObject({
        '@context': [
          'https://www.w3.org/ns/credentials/v2',
          'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        ],
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
        iss: 'http://localhost:4000/recognition/issuer',
        issuer: { id: 'http://localhost:4000/recognition/issuer', type: ['Profile'] },
        jti: body['id'],
        credentialStatus: { id: 'http://localhost:4000/recognition/revocations', type: '1EdTechRevocationList' },
        credentialSubject: {
          id: body['sub'],
          type: ['AchievementSubject'],
          activityStartDate: '2026-11-27T17:30:00Z',
          identifier: [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress' }],
          achievement: { type: ['Achievement'], name: 'Aller vers', description: 'Une soirée pour apprendre.' },
        },
      });
      expect(body['nbf']).toBe(Math.floor(Date.parse(body['validFrom'] as string) / 1000));
      expect(badge + Buffer.from(payload, 'base64url').toString()).not.toContain('xemple.org');
      const subject = body['credentialSubject'] as {
        achievement: { id: string };
        identifier: { identityHash: string; salt: string }[];
      };
      const [{ identityHash, salt } = { identityHash: '', salt: '' }] = subject.identifier;
      const known = createHash('sha256').update(`badge@exemple.org${salt}`).digest('hex');
      expect(identityHash).toBe(`sha256$${known}`);
      for (const url of [body['iss'] as string, subject.achievement.id])
        expect((await request(t.server).get(new URL(url).pathname).expect(200)).body).toMatchObject({ id: url });
      expect(await badgeOf(person, certificate)).toBe(badge);
      expect(await checkBadge(`${badge}\n`)).toMatchObject({ valid: true, code: certificate.code, holder: 'L. B.' });
    });

    it('fails when one byte of it is changed, wherever that is', async () => {
      const { person, certificate } = await certified();
      const badge = await badgeOf(person, certificate);
      const [jwk] = await keys();
      const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
      const believed = await t.app.get(SigningKeys).list();
      expect(believed.length).toBeGreaterThan(0);
      // The real check, past the limit of tries.
      const { BadgeCheck } = await import('../libs/recognition/src/badge-check.service.js');
      const checker = t.app.get(BadgeCheck);
      await fc.assert(
        fc.asyncProperty(fc.nat(badge.length - 1), fc.constantFrom(...letters), async (at, letter) => {
          fc.pre(badge[at] !== letter);
          const changed = badge.slice(0, at) + letter + badge.slice(at + 1);
          expect(await checker.byBadge(changed)).toHaveProperty('fault');
          expect(() => jsonwebtoken.verify(changed, key, { algorithms: ['RS256'], ignoreNotBefore: true })).toThrow();
        }),
        { numRuns: 300 },
      );
    });

    it('follows a new address, and without any address says who only by a number', async () => {
      const { person, certificate } = await certified();
      const before = await badgeOf(person, certificate);
      await t.db.query(`update contact set email = 'autre@exemple.org' where volunteer_id = $1`, [person.volunteerId]);
      const after = await badgeOf(person, certificate);
      expect(after).not.toBe(before);
      expect(await checkBadge(before)).toMatchObject({ valid: true });
      await t.db.query('update contact set email = null where volunteer_id = $1', [person.volunteerId]);
      await t.db.query('update volunteer set account_id = null where id = $1', [person.volunteerId]);
      const { BadgeService } = await import('../libs/recognition/src/badge.service.js');
      const without = jsonwebtoken.decode(await t.app.get(BadgeService).of(certificate.id)) as {
        credentialSubject: object;
      };
      expect(without.credentialSubject).not.toHaveProperty('identifier');
      expect(without.credentialSubject).toHaveProperty('id', expect.stringMatching(/^urn:uuid:/));
    });
  });

  describe('a coordinator', () => {
    it('revokes for a reason that strangers, lists and the holder see; it does not come back by itself', async () => {
      const { person, certificate } = await certified();
      const badge = await badgeOf(person, certificate);
      expect(await revoke(certificate.id)).toMatchObject({ __typename: 'CertificateRow', canReissue: true });
      expect(await revoke(certificate.id)).toMatchObject({ reason: 'REVOKED_ALREADY' });
      const reason = 'Elle avait été établie par erreur.';
      expect(await check(certificate.code)).toMatchObject({ valid: false, revocation: reason });
      expect(await checkBadge(badge)).toMatchObject({ valid: false, revocation: reason });
      const list = (await request(t.server).get('/recognition/revocations').expect(200)).body as {
        revokedCredentials: object[];
      };
      expect(list.revokedCredentials).toContainEqual({
        id: `http://localhost:4000/recognition/credentials/${certificate.id}`,
        revoked: true,
        revocationReason: 'issued_in_error',
      });
      expect((await record(person)).certificates[0]).toMatchObject({ revocationNote: 'Deux listes confondues' });
      await download(person, `/recognition/certificates/${certificate.id}.pdf`).expect(404);
      expect(await mailsTo(t, person.volunteerId)).toContain('certificate-revoked');
      const journal = await t.db.query(
        `select purpose from audit_entry where action = 'certificate.revoke' and subject_id = $1 and volunteer_id = $2`,
        [certificate.id, person.volunteerId],
      );
      expect(journal).toEqual([{ purpose: 'Deux listes confondues' }]);
      await t.app.get(CertificateReview).reconcile();
      expect(await record(person)).toMatchObject({ certificates: [{ code: certificate.code }] });
    });

    it('issues it again under another code when the revocation was a mistake', async () => {
      const { person, certificate } = await certified();
      const reissue = async (id: string): Promise<Answer> =>
        (await coordinator.get<{ reissueCertificate: Answer }>(REISSUE, { id })).reissueCertificate;
      expect(await reissue(certificate.id)).toMatchObject({ reason: 'NOT_REVOKED' });
      await revoke(certificate.id);
      const fresh = await reissue(certificate.id);
      expect(fresh).toMatchObject({ __typename: 'CertificateRow', revokedAt: null });
      expect(await check(fresh['code'] as string)).toMatchObject({ valid: true });
      expect(await check(certificate.code)).toMatchObject({ valid: false });
      expect(await reissue(certificate.id)).toMatchObject({ reason: 'NOT_REVOKED' });
      expect((await record(person)).certificates).toHaveLength(2);
    });

    it('finds and touches only what her network gave', async () => {
      const { certificate } = await certified();
      const LIST = 'query($t: String) { certificates(text: $t) { total nodes { id code displayName } } }';
      const found = await coordinator.get<{ certificates: { total: number; nodes: object[] } }>(LIST, {
        t: certificate.code,
      });
      expect(found.certificates).toEqual({
        total: 1,
        nodes: [{ id: certificate.id, code: certificate.code, displayName: 'Lina Bouleau' }],
      });
      for (const text of ['LINA boul', 'aller VERS'])
        expect((await coordinator.get<typeof found>(LIST, { t: text })).certificates.total).toBeGreaterThan(0);
      expect((await coordinator.get<typeof found>(LIST, { t: 'personne de ce nom' })).certificates.total).toBe(0);
      const climate = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'climate' }] });
      expect((await climate.get<typeof found>(LIST, { t: certificate.code })).certificates.total).toBe(0);
      const { errors } = await climate.ask(REVOKE, { id: certificate.id, note: 'Pas la mienne' });
      expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
      const tooShort = await coordinator.ask(REVOKE, { id: certificate.id, note: 'bof' });
      expect(tooShort.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'note' }] });
    });
  });

  describe('keys', () => {
    it('rotate: the new one signs, what the old one signed is still good', async () => {
      const first = await certified();
      const old = await badgeOf(first.person, first.certificate);
      const id = await t.app.get(SigningKeys).rotate();
      const second = await certified();
      const fresh = await badgeOf(second.person, second.certificate);
      expect(jsonwebtoken.decode(fresh, { complete: true })?.header.kid).toMatch(new RegExp(`/${id}$`));
      expect(jsonwebtoken.decode(old, { complete: true })?.header.kid).not.toMatch(new RegExp(`/${id}$`));
      const published = await keys();
      for (const badge of [old, fresh]) {
        const kid = jsonwebtoken.decode(badge, { complete: true })?.header.kid;
        const jwk = published.find((key) => key.kid === kid);
        const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
        expect(() => jsonwebtoken.verify(badge, key, { algorithms: ['RS256'], ignoreNotBefore: true })).not.toThrow();
        expect(await checkBadge(badge)).toMatchObject({ valid: true });
      }
      const sealed = await t.db.query<{ state: string; sealed: boolean }>(
        'select state, private_sealed is not null as sealed from signing_key',
      );
      expect(sealed.filter((key) => key.sealed)).toHaveLength(1);
    });

    it('are made once, also by two who need the first at the same time', async () => {
      await t.db.query('update certificate set credential = null, signing_key_id = null');
      await t.db.query('delete from signing_key');
      await Promise.all([1, 2].map((n) => t.app.get(SigningKeys).sign({ n })));
      expect(await keys()).toHaveLength(1);
    });

    it('can be withdrawn: old files fail and say so, the holder gets one that is good', async () => {
      const { person, certificate } = await certified();
      const stolen = await badgeOf(person, certificate);
      const [active] = await t.app.get(SigningKeys).list();
      await t.app.get(SigningKeys).withdraw(active?.id ?? '', 'Copie trouvée ailleurs');
      await t.jobs({ mayFail: true });
      expect(await checkBadge(stolen)).toMatchObject({ reason: 'KEY_WITHDRAWN' });
      const kid = jsonwebtoken.decode(stolen, { complete: true })?.header.kid ?? '';
      await request(t.server).get(new URL(kid).pathname).expect(404);
      expect((await keys()).map((key) => key.kid)).not.toContain(kid);
      const renewed = await badgeOf(person, certificate);
      expect(jsonwebtoken.decode(renewed)).toEqual(jsonwebtoken.decode(stolen));
      expect(await checkBadge(renewed)).toMatchObject({ valid: true });
      expect(await mailsTo(t, person.volunteerId)).toContain('badge-renewed');
    });
  });

  it('never tells whose an erased person’s certificate was', async () => {
    const { person, certificate } = await certified();
    const badge = await badgeOf(person, certificate);
    const { recognitionPersonal } = await import('#lib/recognition');
    const rule = recognitionPersonal.tables[0]?.erasure;
    if (rule?.do !== 'unlink') throw new Error('The certificate of an erased person stays, without her');
    const set = Object.entries(rule.set).map(([column, value]) => `${column} = ${value}`);
    await t.db.query(`update certificate set ${set.join(', ')} where volunteer_id = $1`, [person.volunteerId]);
    await t.db.query('delete from volunteer where id = $1', [person.volunteerId]);
    expect(await check(certificate.code)).toMatchObject({ valid: true, holder: null, minutes: 120 });
    expect(await checkBadge(badge)).toMatchObject({ valid: true, holder: null });
    const [row] = await t.db.query<{ row: string }>(
      'select to_jsonb(c)::text as row from certificate c where id = $1',
      [certificate.id],
    );
    expect(row?.row).not.toMatch(new RegExp(person.volunteerId));
  });

  it('answers a stranger who tries codes more and more slowly', async () => {
    const courseId = await aCourse(t);
    expect(courseId).not.toBe('');
    const answers = [];
    for (let tries = 0; tries < 120; tries++) answers.push(await t.visitor().ask(CHECK, { code: '000000000000' }));
    const limited = answers.find(({ errors }) => errors);
    expect(limited?.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect(limited?.errors?.[0]?.extensions['retryAfterSeconds']).toBeGreaterThan(0);
  });
});
