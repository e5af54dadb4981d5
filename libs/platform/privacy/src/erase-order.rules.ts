/** That a table refers to another by a foreign key. */
export interface Reference {
  from: string;
  to: string;
}

/**
 * Tables in an order in which each comes before those it refers to, so that rows can be found by what they hang on, and
 * deleted before it. Of a circle, the table named first comes first.
 */
export function childrenFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  const visited = new Set<string>();
  const visit = (table: string): void => {
    if (visited.has(table)) return;
    visited.add(table);
    for (const { from } of references.filter(({ to }) => to === table)) if (tables.includes(from)) visit(from);
    ordered.push(table);
  };
  tables.forEach(visit);
  return ordered;
}
