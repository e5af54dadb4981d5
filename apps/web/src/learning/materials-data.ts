import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import type { MessageKey } from '../i18n/text.js';

export const MaterialFragment = graphql(`
  fragment MaterialFields on Material {
    id
    title
    kind
    fileName
    size
    url
    textVersion
    locale
    audience
    edition
    lacksText
    updatedAt
  }
`);
export type Material = ResultOf<typeof MaterialFragment>;

const MaterialsDocument = graphql(
  `
    query CourseMaterials($slug: String!) {
      courseMaterials(slug: $slug) {
        ...MaterialFields
      }
    }
  `,
  [MaterialFragment],
);

export const materialsQuery = (slug: string) => ({
  queryKey: ['materials', slug],
  queryFn: async () => (await execute(MaterialsDocument, { slug })).courseMaterials,
});

const MaterialDocument = graphql(
  `
    query OneMaterial($id: String!) {
      material(id: $id) {
        ...MaterialFields
        courseSlug
        courseTitle
        replacedBy {
          id
          title
          edition
        }
      }
    }
  `,
  [MaterialFragment],
);

export const materialQuery = (id: string) => ({
  queryKey: ['material', id],
  queryFn: async () => (await execute(MaterialDocument, { id })).material,
});

/** What a material is, in a word. */
export const kinds: Record<Material['kind'], MessageKey> = {
  pdf: 'learn.material.kind.pdf',
  slides: 'learn.material.kind.slides',
  document: 'learn.material.kind.document',
  image: 'learn.material.kind.image',
  audio: 'learn.material.kind.audio',
  video: 'learn.material.kind.video',
};
