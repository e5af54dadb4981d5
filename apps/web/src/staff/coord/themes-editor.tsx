import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { announce, DataTable, Empty, QueryState, SelectField, TextArea, TextField, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { faultIf } from '../shared/fault-if.js';
import { NetworkTags } from '../shared/network-tags.js';
import { coursesQuery, saveTheme, type Theme } from './courses-data.js';
import { useNetworkChoices } from './network-choices.js';

/** Quarters one may plan for: this one and the next seven, as `2026-Q2`. */
function comingQuarters(now: Date): string[] {
  const first = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3);
  return Array.from({ length: 8 }, (_, at) => `${Math.floor((first + at) / 4)}-Q${((first + at) % 4) + 1}`);
}

/** The themes: one for each quarter and network. */
export function ThemesEditor() {
  const { t } = useText();
  const words = useWords();
  const query = useQuery(coursesQuery);
  const mine = useNetworkChoices().map(({ value }) => value);
  return (
    <QueryState query={query}>
      {({ themes }) => (
        <>
          <div className="row apart">
            <p className="lede">{t('staff.themes.lede')}</p>
            <ThemeDialog theme={null} />
          </div>
          {themes.length === 0 ? (
            <Empty title={t('staff.themes.none')} />
          ) : (
            <DataTable
              caption={t('staff.courses.themes')}
              captionHidden
              rows={themes}
              rowKey={({ id }) => id}
              columns={[
                {
                  title: t('staff.column.theme'),
                  cell: ({ title, summary }) => (
                    <>
                      {title}
                      <br />
                      <span className="small muted">{summary}</span>
                    </>
                  ),
                },
                { title: t('staff.column.quarter'), cell: ({ quarter }) => words.quarter(quarter) },
                {
                  title: t('staff.field.network'),
                  cell: ({ network }) => <NetworkTags networks={[network]} />,
                },
                {
                  title: t('staff.column.action'),
                  cell: (theme) =>
                    mine.some((network) => network === theme.network) ? (
                      <ThemeDialog theme={theme} />
                    ) : (
                      t('staff.value.notYours')
                    ),
                },
              ]}
            />
          )}
        </>
      )}
    </QueryState>
  );
}

function ThemeDialog({ theme }: { theme: Theme | null }) {
  const { t } = useText();
  const words = useWords();
  const client = useQueryClient();
  const networks = useNetworkChoices();
  return (
    <DialogForm
      small
      look={theme ? 'quiet' : 'secondary'}
      label={t(theme ? 'staff.action.edit' : 'staff.themes.new')}
      title={theme?.title ?? t('staff.themes.new')}
      submit={t('staff.action.save')}
      check={(data) => faultIf(!textIn(data, 'title'), 'title', t('staff.course.fault.title'))}
      send={async (data) => {
        await saveTheme({
          network: theme?.network ?? (textIn(data, 'network') === 'climate' ? 'climate' : 'solidarity'),
          quarter: theme?.quarter ?? textIn(data, 'quarter'),
          title: textIn(data, 'title'),
          summary: textIn(data, 'summary'),
        });
        await client.invalidateQueries({ queryKey: ['staff'] });
        announce(t('staff.themes.saved'));
      }}
    >
      {theme ? (
        <p>
          {words.network(theme.network)}, {words.quarter(theme.quarter)}
        </p>
      ) : (
        <>
          <SelectField name="network" label={t('staff.field.network')} choices={networks} />
          <SelectField
            name="quarter"
            label={t('staff.column.quarter')}
            choices={comingQuarters(new Date()).map((value) => ({ value, label: words.quarter(value) }))}
          />
        </>
      )}
      <TextField
        name="title"
        label={t('staff.column.title')}
        maxLength={120}
        defaultValue={theme?.title}
        autoComplete="off"
      />
      <TextArea
        name="summary"
        label={t('staff.course.summary')}
        optional
        maxLength={500}
        defaultValue={theme?.summary}
      />
    </DialogForm>
  );
}
