import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import type { Switch, useFilters } from './filters.js';

const ThemesDocument = graphql(`
  query Themes {
    themes {
      id
      title
      network
    }
  }
`);

const cityNetworks: { network: string; label: MessageKey }[] = [
  { network: 'solidarity', label: 'web.nav.solidarity' },
  { network: 'climate', label: 'web.nav.climate' },
];

const switchLabels: Record<Switch, MessageKey> = {
  soir: 'web.filter.evenings',
  weekend: 'web.filter.weekends',
  places: 'web.filter.withSeats',
  pmr: 'web.filter.stepFree',
};
const languages = ['fr', 'en', 'es', 'ar', 'uk', 'fsl'];

/** The filters people ask for most as chips, the others behind one disclosure. */
export function FilterBar({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const { t } = useText();
  return (
    <div className="stack tight">
      <SearchBox filters={filters} />
      <div className="chips" role="group" aria-label={t('web.filter.title')}>
        {cityNetworks.map(({ network, label }) => (
          <Chip
            key={network}
            on={filters.value('reseau') === network}
            onToggle={() => filters.toggle('reseau', network)}
            label={t(label)}
          />
        ))}
        {(Object.keys(switchLabels) as Switch[]).map((name) => (
          <Chip
            key={name}
            on={filters.value(name) === '1'}
            onToggle={() => filters.toggle(name)}
            label={t(switchLabels[name])}
          />
        ))}
      </div>
      <MoreFilters filters={filters} />
    </div>
  );
}

function Chip({ on, onToggle, label }: { on: boolean; onToggle: () => void; label: string }) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onToggle}>
      {label}
    </button>
  );
}

function SearchBox({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const { t } = useText();
  return (
    <form
      role="search"
      className="search-box"
      // A new address (going back, clearing) starts the box anew with its text.
      key={filters.value('q')}
      onSubmit={(event) => {
        event.preventDefault();
        filters.change({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() });
      }}
    >
      <label className="visually-hidden" htmlFor="search">
        {t('web.filter.search')}
      </label>
      <input
        id="search"
        name="q"
        type="search"
        className="input"
        placeholder={t('web.filter.search')}
        defaultValue={filters.value('q')}
      />
      <button type="submit" className="search-button">
        <Icon name="search" />
        <span className="visually-hidden">{t('web.filter.find')}</span>
      </button>
    </form>
  );
}

function MoreFilters({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const { t } = useText();
  const words = useWords();
  const themes = useQuery({
    queryKey: ['themes'],
    queryFn: async () => (await execute(ThemesDocument)).themes,
    staleTime: 600_000,
  });
  const any = { value: '', label: t('web.filter.any') };
  const lists: { name: string; label: string; choices: { value: string; label: string }[] }[] = [
    {
      name: 'theme',
      label: t('web.filter.theme'),
      choices: (themes.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      name: 'mode',
      label: t('web.filter.mode'),
      choices: (['on_site', 'online', 'visit'] as const).map((mode) => ({ value: mode, label: words.mode(mode) })),
    },
    {
      name: 'langue',
      label: t('web.filter.language'),
      choices: languages.map((code) => ({ value: code, label: words.language(code) })),
    },
    {
      name: 'arrondissement',
      label: t('web.filter.arrondissement'),
      choices: Array.from({ length: 20 }, (_, at) => ({ value: String(at + 1), label: words.ordinal(at + 1) })),
    },
  ];
  return (
    <div className="row apart">
      <details className="disclosure" open={lists.some(({ name }) => filters.value(name) !== '')}>
        <summary>{t('web.filter.more')}</summary>
        <div className="disclosure-body filter-lists">
          {lists.map(({ name, label, choices }) => (
            <div className="field" key={name}>
              <label className="label" htmlFor={`filter-${name}`}>
                {label}
              </label>
              <select
                id={`filter-${name}`}
                className="input"
                value={filters.value(name)}
                onChange={(event) => filters.change({ [name]: event.target.value })}
              >
                {[any, ...choices].map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      </details>
      {filters.count > 0 && (
        <Button look="quiet" onClick={filters.clear}>
          {t('web.filter.clear')}
        </Button>
      )}
    </div>
  );
}
