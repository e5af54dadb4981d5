import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { TextField, useForm } from '../../ui/index.js';
import { FormContext } from '../../ui/use-form.js';

type Filters<K extends string> = Record<K, string>;

/** Filters that live in the address, so that a list can be kept, shared and come back to. Empty means no filter. */
export function useFilters<K extends string>(...names: K[]): [Filters<K>, (changes: Partial<Filters<K>>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Filters<K>;
  const change = useCallback(
    (changes: Partial<Filters<K>>): void =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [filters, change];
}

const PATIENCE_MS = 350;

/** A field that searches while one types, after a short pause. */
export function SearchField(props: { label: string; hint?: string; value: string; onSearch: (text: string) => void }) {
  const { label, hint, value, onSearch } = props;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextField
      name="texte"
      type="search"
      label={label}
      hint={hint}
      optional
      defaultValue={value}
      autoComplete="off"
      onChange={({ currentTarget }) => {
        const text = currentTarget.value.trim();
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSearch(text), PATIENCE_MS);
      }}
    />
  );
}

/** The filters of a list, side by side where there is room. Pressing Enter changes nothing: they apply at once. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  const form = useForm({ send: () => Promise.resolve() });
  return (
    <FormContext value={form}>
      <form className="filter-bar" role="search" aria-label={label} onSubmit={form.submit}>
        {children}
      </form>
    </FormContext>
  );
}
