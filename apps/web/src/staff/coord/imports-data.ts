import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const DetailsFragment = graphql(`
  fragment Details on ImportDetails {
    mine
    steps
    file {
      id
      fileName
      network
      status
      kind
      encoding
      delimiter
      sheet
      sheets
      rowCount
      done
      sound
      faulty
      doubts
      leftOut
      toCreate
      toUpdate
      toLeave
      created
      updated
      unchanged
      mappingRemembered
      stopAsked
      undoUntil
      kept
    }
    columns {
      header
      field
      samples
    }
    faults {
      row
      column
      header
      value
      code
      message
    }
    kinds {
      code
      count
    }
    preview {
      row
      givenName
      familyName
      email
      phone
      birthYear
      outcome
    }
    kept {
      id
      displayName
      because
    }
  }
`);
/** An import: what its file holds, what is wrong with it, what can be done. */
export type Details = ResultOf<typeof DetailsFragment>;
export type Status = Details['file']['status'];

const RowFragment = graphql(`
  fragment Row on ImportRow {
    line
    state
    cells {
      column
      header
      value
      code
      message
    }
    match {
      id
      displayName
      reasons
    }
    choices
    choice
  }
`);
/** A row that is not imported as it is. */
export type Row = ResultOf<typeof RowFragment>;
export type Cell = Row['cells'][number];
export type RowChoice = Row['choices'][number];

const HistoryDocument = graphql(`
  query VolunteerImports {
    volunteerImports {
      id
      fileName
      network
      rowCount
      created
      updated
      unchanged
      importedAt
      status
    }
  }
`);

const isAtWork = (status: Status): boolean =>
  status === 'sending' || status === 'reading' || status === 'applying' || status === 'undoing';

export const historyQuery = {
  queryKey: ['staff', 'imports'],
  queryFn: async () => (await execute(HistoryDocument)).volunteerImports,
};

const DetailsDocument = graphql(
  `
    query VolunteerImport($id: ID!) {
      volunteerImport(id: $id) {
        ...Details
      }
    }
  `,
  [DetailsFragment],
);

/** One import; asked again every second while the platform works on it. */
export const importQuery = (id: string) => ({
  queryKey: ['staff', 'import', id],
  queryFn: async (): Promise<Details> => (await execute(DetailsDocument, { id })).volunteerImport,
  refetchInterval: ({ state }: { state: { data?: Details } }) =>
    state.data && isAtWork(state.data.file.status) ? 1000 : (false as const),
});

const RowsDocument = graphql(
  `
    query VolunteerImportRows($id: ID!, $state: String!, $code: String, $after: Int!) {
      volunteerImportRows(id: $id, state: $state, code: $code, after: $after, first: 50) {
        ...Row
      }
    }
  `,
  [RowFragment],
);
/** Rows of a state, fifty at a time. */
export async function rowsOf(wanted: VariablesOf<typeof RowsDocument>): Promise<Row[]> {
  return (await execute(RowsDocument, wanted)).volunteerImportRows;
}

const FixDocument = graphql(
  `
    mutation FixImportCell($id: ID!, $line: Int!, $column: Int!, $value: String!, $everywhere: Boolean!) {
      fixImportCell(id: $id, line: $line, column: $column, value: $value, everywhere: $everywhere) {
        changed
        row {
          ...Row
        }
        details {
          ...Details
        }
      }
    }
  `,
  [RowFragment, DetailsFragment],
);
/** Writes a cell anew. @returns the row as it is checked now, and the counts */
export async function fixCell(fix: VariablesOf<typeof FixDocument>) {
  return (await execute(FixDocument, fix)).fixImportCell;
}

const ChooseDocument = graphql(
  `
    mutation ChooseForImportRow($id: ID!, $line: Int!, $choice: ImportRowChoice) {
      chooseForImportRow(id: $id, line: $line, choice: $choice) {
        row {
          ...Row
        }
        details {
          ...Details
        }
      }
    }
  `,
  [RowFragment, DetailsFragment],
);
/** Decides about a row; null takes the decision back. */
export async function choose(wanted: VariablesOf<typeof ChooseDocument>) {
  return (await execute(ChooseDocument, wanted)).chooseForImportRow;
}

const MapDocument = graphql(
  `
    mutation MapImport($id: ID!, $mapping: [ImportMappingInput!]!, $sheet: String) {
      mapVolunteerImport(id: $id, mapping: $mapping, sheet: $sheet) {
        ...Details
      }
    }
  `,
  [DetailsFragment],
);
/** Reads the kept file again, with columns matched otherwise or another sheet. */
export async function readAgain(wanted: VariablesOf<typeof MapDocument>): Promise<Details> {
  return (await execute(MapDocument, wanted)).mapVolunteerImport;
}

const ApplyDocument = graphql(
  `
    mutation ApplyImport($id: ID!, $leaveRest: Boolean!) {
      applyVolunteerImport(id: $id, leaveRest: $leaveRest) {
        ...Details
      }
    }
  `,
  [DetailsFragment],
);
export async function apply(id: string, leaveRest: boolean): Promise<Details> {
  return (await execute(ApplyDocument, { id, leaveRest })).applyVolunteerImport;
}

const StopDocument = graphql(
  `
    mutation StopImport($id: ID!) {
      stopVolunteerImport(id: $id) {
        ...Details
      }
    }
  `,
  [DetailsFragment],
);
export async function stop(id: string): Promise<Details> {
  return (await execute(StopDocument, { id })).stopVolunteerImport;
}

const UndoDocument = graphql(
  `
    mutation UndoImport($id: ID!) {
      undoVolunteerImport(id: $id) {
        ...Details
      }
    }
  `,
  [DetailsFragment],
);
export async function undo(id: string): Promise<Details> {
  return (await execute(UndoDocument, { id })).undoVolunteerImport;
}

const DiscardDocument = graphql(`
  mutation DiscardImport($id: ID!) {
    discardVolunteerImport(id: $id)
  }
`);
export async function discard(id: string): Promise<void> {
  await execute(DiscardDocument, { id });
}
