import { Link, useSearchParams } from 'react-router';

/** Parts of one page, each with an address of its own: `?vue=…`. The first one is the address without it. */
export function SubNav({
  label,
  param,
  views,
}: {
  label: string;
  param: string;
  views: { value: string; label: string }[];
}) {
  const [search] = useSearchParams();
  const current = search.get(param) ?? views[0]?.value;
  return (
    <nav className="sub-nav no-print" aria-label={label}>
      <ul role="list">
        {views.map((view, at) => (
          <li key={view.value}>
            <Link
              to={{ search: at === 0 ? '' : `?${param}=${view.value}` }}
              aria-current={view.value === current ? 'page' : undefined}
            >
              {view.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
