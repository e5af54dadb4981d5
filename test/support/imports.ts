import { expect } from '@jest/globals';
import request from 'supertest';
import type { Person, TestApp } from './app.js';

export interface Details {
  mine: boolean;
  steps: string[];
  file: {
    id: string;
    status: string;
    kind: string;
    encoding: string;
    delimiter: string;
    sheet: string | null;
    sheets: string[];
    rowCount: number;
    done: number;
    sound: number;
    faulty: number;
    doubts: number;
    leftOut: number;
    toCreate: number;
    toUpdate: number;
    toLeave: number;
    created: number;
    updated: number;
    unchanged: number;
    mappingRemembered: boolean;
    undoUntil: string | null;
    undoneAt: string | null;
    kept: number;
  };
  columns: { header: string; field: string | null; samples: string[] }[];
  faults: { row: number; column: number; header: string; value: string; code: string; message: string }[];
  kinds: { code: string; count: number }[];
  preview: { row: number; givenName: string | null; outcome: string }[];
  kept: { displayName: string; because: string }[];
}

export interface Row {
  line: number;
  state: string;
  cells: { column: number; header: string; value: string; code: string | null; message: string | null }[];
  match: { id: string; displayName: string; reasons: string[] } | null;
  choices: string[];
  choice: string | null;
}

const DETAILS = `{ mine steps file { id status kind encoding delimiter sheet sheets rowCount done sound faulty doubts
  leftOut toCreate toUpdate toLeave created updated unchanged mappingRemembered undoUntil undoneAt kept }
  columns { header field samples } faults { row column header value code message } kinds { code count }
  preview { row givenName outcome } kept { displayName because } }`;
const ROW = '{ line state cells { column header value code message } match { id displayName reasons } choices choice }';
const FIXED = `{ changed row ${ROW} details ${DETAILS} }`;

/** The import of lists as a coordinator meets it; the worker's jobs are done at once. */
export class Imports {
  constructor(
    private readonly t: TestApp,
    private readonly me: Person,
    private readonly network = 'climate',
  ) {}

  post(file: Buffer | string, name = 'liste.csv'): request.Test {
    return request(this.t.server)
      .post(`/imports/volunteers?network=${this.network}&name=${encodeURIComponent(name)}`)
      .set('cookie', this.me.cookie ?? '')
      .set('content-type', 'text/csv')
      .set('x-requested-with', 'fetch')
      .send(file);
  }

  /** Sends a file and waits until it is read. */
  async send(file: Buffer | string, name?: string): Promise<Details> {
    const { id } = (await this.post(file, name).expect(200)).body as { id: string };
    await this.t.jobs();
    return this.details(id);
  }

  async details(id: string): Promise<Details> {
    const query = `query($id: ID!) { volunteerImport(id: $id) ${DETAILS} }`;
    return (await this.me.get<{ volunteerImport: Details }>(query, { id })).volunteerImport;
  }

  async rows(id: string, state: string, code: string | null = null): Promise<Row[]> {
    const query = `query($id: ID!, $state: String!, $code: String) {
      volunteerImportRows(id: $id, state: $state, code: $code, first: 100) ${ROW} }`;
    return (await this.me.get<{ volunteerImportRows: Row[] }>(query, { id, state, code })).volunteerImportRows;
  }

  async fix(
    id: string,
    fix: { line: number; column: number; value: string; everywhere?: boolean },
  ): Promise<{ changed: number; row: Row; details: Details }> {
    const query = `mutation($id: ID!, $line: Int!, $column: Int!, $value: String!, $everywhere: Boolean!) {
      fixImportCell(id: $id, line: $line, column: $column, value: $value, everywhere: $everywhere) ${FIXED} }`;
    type Fixed = { fixImportCell: { changed: number; row: Row; details: Details } };
    return (await this.me.get<Fixed>(query, { id, everywhere: false, ...fix })).fixImportCell;
  }

  async choose(id: string, line: number, choice: string | null): Promise<{ row: Row; details: Details }> {
    const query = `mutation($id: ID!, $line: Int!, $choice: ImportRowChoice) {
      chooseForImportRow(id: $id, line: $line, choice: $choice) ${FIXED} }`;
    type Chosen = { chooseForImportRow: { row: Row; details: Details } };
    return (await this.me.get<Chosen>(query, { id, line, choice })).chooseForImportRow;
  }

  /** One of the steps without arguments, and the work that follows from it. */
  async step(step: 'stop' | 'undo', id: string): Promise<Details> {
    await this.me.get(`mutation($id: ID!) { ${step}VolunteerImport(id: $id) { file { status } } }`, { id });
    await this.t.jobs();
    return this.details(id);
  }

  async map(id: string, mapping: object[], sheet: string | null = null): Promise<Details> {
    await this.me.get(
      `mutation($id: ID!, $mapping: [ImportMappingInput!]!, $sheet: String) {
        mapVolunteerImport(id: $id, mapping: $mapping, sheet: $sheet) { file { status } } }`,
      { id, mapping, sheet },
    );
    await this.t.jobs();
    return this.details(id);
  }

  async apply(id: string, leaveRest = false): Promise<Details> {
    const { errors } = await this.askApply(id, leaveRest);
    expect(errors).toBeUndefined();
    await this.t.jobs();
    return this.details(id);
  }

  askApply(id: string, leaveRest = false) {
    return this.me.ask(
      `mutation($id: ID!, $leaveRest: Boolean!) {
        applyVolunteerImport(id: $id, leaveRest: $leaveRest) { file { status } } }`,
      { id, leaveRest },
    );
  }

  /** Sends a sound file and takes it in. */
  async imported(file: Buffer | string): Promise<Details['file']> {
    const { file: read } = await this.send(file);
    return (await this.apply(read.id)).file;
  }

  rest(id: string): request.Test {
    return request(this.t.server)
      .get(`/imports/${id}/rest`)
      .set('cookie', this.me.cookie ?? '');
  }
}
