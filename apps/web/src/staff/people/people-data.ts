import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const PersonFragment = graphql(`
  fragment PersonFields on PersonRow {
    id
    displayName
    networks
    arrondissement
    commune
    languages
    tags {
      id
      network
      name
      colour
    }
    trainings
    lastPresenceAt
    source
    hasAccount
    createdAt
  }
`);
/** A person as coordinators list her: nothing that identifies or reaches her. */
export type PersonRow = ResultOf<typeof PersonFragment>;
export type Tag = PersonRow['tags'][number];

const PeopleDocument = graphql(
  `
    query People($filter: PeopleFilterInput, $sort: PeopleSort! = name, $descending: Boolean! = false, $after: String) {
      people(filter: $filter, sort: $sort, descending: $descending, after: $after) {
        nodes {
          ...PersonFields
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [PersonFragment],
);
type PeopleVariables = VariablesOf<typeof PeopleDocument>;
export type FilterInput = NonNullable<PeopleVariables['filter']>;
export type ConditionKind = NonNullable<FilterInput['conditions']>[number]['kind'];
export type Sort = NonNullable<PeopleVariables['sort']>;

/** One page of the people within the coordinator's reach. */
export async function loadPeople(wanted: PeopleVariables) {
  return (await execute(PeopleDocument, wanted)).people;
}

const CountDocument = graphql(`
  query PeopleCount($filter: PeopleFilterInput) {
    peopleCount(filter: $filter) {
      count
      exact
    }
  }
`);

/** How many people a filter finds. */
export async function countPeople(filter: FilterInput) {
  return (await execute(CountDocument, { filter })).peopleCount;
}

const PersonDocument = graphql(
  `
    query Person($id: ID!) {
      person(id: $id) {
        ...PersonFields
      }
      personHistory(id: $id) {
        at
        kind
        what
        detail
        actor
      }
    }
  `,
  [PersonFragment],
);
export type PersonEvent = ResultOf<typeof PersonDocument>['personHistory'][number];

/** One person with what happened. */
export async function loadPerson(id: string) {
  return execute(PersonDocument, { id });
}

const FindDocument = graphql(`
  mutation FindPersonByAddress($address: String!, $purpose: String!) {
    findPersonByAddress(address: $address, purpose: $purpose) {
      id
    }
  }
`);

/** Who has a whole address or number, for a purpose that she will read; null when nobody within reach has it. */
export async function findByAddress(address: string, purpose: string): Promise<string | null> {
  return (await execute(FindDocument, { address, purpose })).findPersonByAddress?.id ?? null;
}

const ChoicesDocument = graphql(`
  query PeopleChoices {
    courses(includeUnpublished: true) {
      id
      title
    }
    coordinatorSessions(first: 100) {
      nodes {
        id
        courseTitle
        startsAt
      }
    }
    tags {
      id
      network
      name
      colour
    }
  }
`);
export type Choices = ResultOf<typeof ChoicesDocument>;

/** What filters may name: courses, sessions to come, tags. */
export async function loadChoices(): Promise<Choices> {
  return execute(ChoicesDocument);
}

const ViewsDocument = graphql(`
  query PeopleViews {
    peopleViews {
      id
      name
      network
      mine
      conditions {
        kind
        negated
        values
        since
        until
      }
      sort
      descending
      columns
    }
  }
`);
export type View = ResultOf<typeof ViewsDocument>['peopleViews'][number];

/** Views that the coordinator keeps or that are shared with her. */
export async function loadViews(): Promise<View[]> {
  return (await execute(ViewsDocument)).peopleViews;
}

const SaveViewDocument = graphql(`
  mutation SavePeopleView($input: PeopleViewInput!) {
    savePeopleView(input: $input) {
      id
    }
  }
`);
export async function saveView(input: VariablesOf<typeof SaveViewDocument>['input']): Promise<string> {
  return (await execute(SaveViewDocument, { input })).savePeopleView.id;
}

const DeleteViewDocument = graphql(`
  mutation DeletePeopleView($id: ID!) {
    deletePeopleView(id: $id)
  }
`);
export async function deleteView(id: string): Promise<void> {
  await execute(DeleteViewDocument, { id });
}

const CreateTagDocument = graphql(`
  mutation CreateTag($network: Network!, $name: String!, $colour: TagColour!) {
    createTag(network: $network, name: $name, colour: $colour) {
      id
    }
  }
`);
export async function createTag(wanted: VariablesOf<typeof CreateTagDocument>): Promise<string> {
  return (await execute(CreateTagDocument, wanted)).createTag.id;
}

const TagPeopleDocument = graphql(`
  mutation TagPeople($tagId: ID!, $added: Boolean!, $filter: PeopleFilterInput) {
    tagPeople(tagId: $tagId, added: $added, filter: $filter) {
      id
      count
    }
  }
`);
/** Puts a tag on people, or takes it from them; the answer can be taken back. */
export async function tagPeople(wanted: VariablesOf<typeof TagPeopleDocument>) {
  return (await execute(TagPeopleDocument, wanted)).tagPeople;
}

const UndoTagDocument = graphql(`
  mutation UndoTagChange($id: ID!) {
    undoTagChange(id: $id) {
      count
    }
  }
`);
export async function undoTag(id: string): Promise<number> {
  return (await execute(UndoTagDocument, { id })).undoTagChange.count;
}

const ExportDocument = graphql(`
  mutation ExportPeople($input: PeopleExportInput!) {
    exportPeople(input: $input)
  }
`);
type ExportInput = VariablesOf<typeof ExportDocument>['input'];
export type ExportColumn = ExportInput['columns'][number];

/** Asks for a list as a file; the answer is its address, good for one fetch. */
export async function askExport(input: ExportInput): Promise<string> {
  return (await execute(ExportDocument, { input })).exportPeople;
}
