import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.js';

export const SessionRowFragment = graphql(`
  fragment SessionRowFields on CoordinatorSessionRow {
    id
    courseTitle
    courseSlug
    startsAt
    status
    templateName
    placeName
    capacity
    seatsTaken
    waitingCount
    offeredCount
  }
`);
/** A session as a line of the lists of those who run it. */
export type SessionRow = ResultOf<typeof SessionRowFragment>;
