import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const CourseFragment = graphql(`
  fragment EditedCourse on CourseView {
    id
    slug
    networks
    theme {
      id
      title
      quarter
    }
    title
    summary
    description
    material
    locale
    minimumAge
    status
    prerequisites {
      id
      title
    }
    version
  }
`);
/** A course as its editor sees it. */
export type EditedCourse = ResultOf<typeof CourseFragment>;

const CoursesDocument = graphql(
  `
    query EditedCourses {
      courses(includeUnpublished: true) {
        ...EditedCourse
      }
      themes {
        id
        network
        quarter
        title
        summary
      }
    }
  `,
  [CourseFragment],
);
export type Theme = ResultOf<typeof CoursesDocument>['themes'][number];

/** All courses, also those that are not published, and the themes they may belong to. */
export const loadCourses = () => execute(CoursesDocument);
export const coursesQuery = { queryKey: ['staff', 'courses'], queryFn: loadCourses };

const SaveCourseDocument = graphql(
  `
    mutation SaveCourse($input: CourseInput!) {
      saveCourse(input: $input) {
        __typename
        ...EditedCourse
        ... on SessionEditRefused {
          reason
          message
        }
      }
    }
  `,
  [CourseFragment],
);
export type CourseInput = VariablesOf<typeof SaveCourseDocument>['input'];

export async function saveCourse(input: CourseInput) {
  return (await execute(SaveCourseDocument, { input })).saveCourse;
}

const SaveThemeDocument = graphql(`
  mutation SaveTheme($network: Network!, $quarter: String!, $title: String!, $summary: String!) {
    saveTheme(network: $network, quarter: $quarter, title: $title, summary: $summary) {
      id
    }
  }
`);

/** Makes the theme of a quarter and a network, or changes it: there is one at most. */
export async function saveTheme(theme: VariablesOf<typeof SaveThemeDocument>): Promise<void> {
  await execute(SaveThemeDocument, theme);
}

const PlacesDocument = graphql(`
  query EditedPlaces {
    places {
      id
      name
      address
      arrondissement
      accessDetails
      legalCapacity
      stepFree
      hearingLoop
      latitude
      longitude
    }
  }
`);
export type Place = ResultOf<typeof PlacesDocument>['places'][number];

export const placesQuery = {
  queryKey: ['staff', 'places'],
  queryFn: async () => (await execute(PlacesDocument)).places,
};

const SavePlaceDocument = graphql(`
  mutation SavePlace($input: PlaceInput!) {
    savePlace(input: $input) {
      id
    }
  }
`);
export type PlaceInput = VariablesOf<typeof SavePlaceDocument>['input'];

export async function savePlace(input: PlaceInput): Promise<void> {
  await execute(SavePlaceDocument, { input });
}
