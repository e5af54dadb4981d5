import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { announce, ConfirmButton, SelectField, TextField, textIn, type Faults } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { deleteView, loadViews, saveView } from './people-data.js';
import { useOwnNetworks } from './own-networks.js';
import { addressOf, type PeopleFilter } from './use-people-filter.js';

const KEY = ['staff', 'people', 'views'];

/** Views that are kept: each a link to the list as it was, one's own and those that others share. */
export function ViewsBar({ filter, columns }: { filter: PeopleFilter; columns: readonly string[] }) {
  const { t } = useText();
  const words = useWords();
  const networks = useOwnNetworks();
  const client = useQueryClient();
  const { data: views = [] } = useQuery({ queryKey: KEY, queryFn: loadViews });
  const open = filter.search.get('vue');
  const current = views.find(({ id }) => id === open);
  const refresh = () => client.invalidateQueries({ queryKey: KEY });

  const save = async (data: FormData): Promise<void> => {
    const { conditions, sort, descending } = filter;
    const name = textIn(data, 'name');
    const id = await saveView({
      name,
      network: networks.find((network) => network === textIn(data, 'network')) ?? null,
      filter: { conditions },
      sort,
      descending,
      columns: [...columns],
    });
    await refresh();
    filter.set('vue', id);
    announce(t('people.views.saved', { name }));
  };
  return (
    <div className="views-bar row apart">
      {views.length > 0 && (
        <nav aria-label={t('people.views')}>
          <ul role="list" className="chips">
            {views.map((view) => (
              <li key={view.id}>
                <Link className="chip" to={addressOf(view)} aria-current={view.id === open ? 'page' : undefined}>
                  {view.name}
                  {view.network && <span className="muted small"> {t(`staff.network.${view.network}`)}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="row tight">
        <DialogForm
          label={t('people.views.save')}
          look="quiet"
          small
          title={t('people.views.save')}
          submit={t('people.views.save')}
          check={(data): Faults => (textIn(data, 'name') ? {} : { name: t('people.views.nameMissing') })}
          send={save}
        >
          <TextField
            name="name"
            label={t('people.views.name')}
            hint={t('people.views.nameHint')}
            maxLength={80}
            defaultValue={current?.mine ? current.name : ''}
            autoComplete="off"
          />
          <SelectField
            name="network"
            label={t('people.views.share')}
            defaultValue={current?.mine ? (current.network ?? '') : ''}
            choices={[
              { value: '', label: t('people.views.private') },
              ...networks.map((network) => ({
                value: network,
                label: t('people.views.shared', { network: words.network(network) }),
              })),
            ]}
          />
        </DialogForm>
        {current?.mine && (
          <ConfirmButton
            label={t('people.views.delete')}
            look="quiet"
            small
            title={t('people.views.deleteTitle', { name: current.name })}
            confirm={t('people.views.delete')}
            onConfirm={async () => {
              await deleteView(current.id);
              await refresh();
              filter.set('vue', '');
              announce(t('people.views.deleted'));
            }}
          >
            <p>{t('people.views.deleteText')}</p>
          </ConfirmButton>
        )}
      </div>
    </div>
  );
}
