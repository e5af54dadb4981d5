import type { Tag } from './people-data.js';

/** Tags with the dot of their colour; the word alone carries the meaning. */
export function TagList({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return '–';
  return (
    <span className="row tight">
      {tags.map(({ id, name, colour }) => (
        <span key={id} className={`tag own-tag ${colour}`}>
          <span className="tag-dot" />
          {name}
        </span>
      ))}
    </span>
  );
}
