import type { ResultOf, VariablesOf } from 'gql.tada';
import { ApiError } from '../../api/errors.js';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { currentLocale } from '../../i18n/locale.js';

const ReportFragment = graphql(`
  fragment Report on ImportReport {
    fileId
    fileName
    encoding
    delimiter
    columns {
      header
      field
      samples
    }
    rowCount
    toCreate
    toUpdate
    unchanged
    faultCount
    faults {
      row
      column
      header
      value
      code
      message
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
    ok
  }
`);
/** What the server read in a file: its columns, its faults, what applying it would do. */
export type Report = ResultOf<typeof ReportFragment>;
export type Fault = Report['faults'][number];

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
    }
  }
`);

export const historyQuery = {
  queryKey: ['staff', 'imports'],
  queryFn: async () => (await execute(HistoryDocument)).volunteerImports,
};

const RecheckDocument = graphql(
  `
    mutation RecheckImport($fileId: ID!, $network: Network!, $mapping: [ImportMappingInput!]!) {
      recheckVolunteerImport(fileId: $fileId, network: $network, mapping: $mapping) {
        ...Report
      }
    }
  `,
  [ReportFragment],
);
type Wanted = VariablesOf<typeof RecheckDocument>;

/** Reads the kept file again with columns matched otherwise. */
export async function recheck(wanted: Wanted): Promise<Report> {
  return (await execute(RecheckDocument, wanted)).recheckVolunteerImport;
}

const ApplyDocument = graphql(
  `
    mutation ApplyImport($fileId: ID!, $network: Network!, $mapping: [ImportMappingInput!]!) {
      applyVolunteerImport(fileId: $fileId, network: $network, mapping: $mapping) {
        __typename
        ... on ImportDone {
          id
          created
          updated
          unchanged
        }
        ...Report
      }
    }
  `,
  [ReportFragment],
);
/** What applying a file did, or its report when it was refused as a whole. */
export type Applied = ResultOf<typeof ApplyDocument>['applyVolunteerImport'];

export async function apply(wanted: Wanted): Promise<Applied> {
  return (await execute(ApplyDocument, wanted)).applyVolunteerImport;
}

/**
 * Sends a file as it is and gives what the server read in it.
 *
 * @param onProgress gets how much is sent, from 0 to 1: the server checks after the last byte
 * @throws ApiError of a known code
 */
export function upload(file: File, network: Wanted['network'], onProgress: (share: number) => void): Promise<Report> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body is sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/imports/volunteers?${new URLSearchParams({ network, name: file.name }).toString()}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'text/csv');
    request.setRequestHeader('accept-language', currentLocale());
    request.setRequestHeader('x-requested-with', 'pages');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError('OFFLINE', 'No answer'));
    request.onload = () => {
      if (request.status === 200) resolve(request.response as Report);
      else reject(errorOf(request));
    };
    request.send(file);
  });
}

function errorOf(request: XMLHttpRequest): ApiError {
  const { message = '', ...extensions } = (request.response ?? {}) as { message?: string };
  return ApiError.of(message || `HTTP ${request.status}`, extensions, request.getResponseHeader('x-request-id'));
}
