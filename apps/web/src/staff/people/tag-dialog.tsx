import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/text.js';
import { useWords, type Network } from '../../i18n/words.js';
import { announce, Button, ChoiceGroup, Notice, SelectField, TextField, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { useOwnNetworks } from './own-networks.js';
import { createTag, tagPeople, undoTag, type FilterInput, type Tag } from './people-data.js';

const COLOURS = ['blue', 'green', 'yellow', 'orange', 'red', 'pink', 'violet', 'grey'] as const;
const NEW = 'new';

/** What was changed last, and how to take it back. */
export interface TagDone {
  id: string;
  added: boolean;
  count: number;
}

interface TagDialogProps {
  tags: readonly Tag[];
  filter: FilterInput;
  /** Whom it is about, in words. */
  count: string;
  done: (change: TagDone) => void;
}

/** Puts a tag on the people of the list, or takes it off; a new tag may be made on the way. */
export function TagDialog({ tags, filter, count, done }: TagDialogProps) {
  const { t } = useText();
  const words = useWords();
  const networks = useOwnNetworks();
  const client = useQueryClient();
  const [which, setWhich] = useState('');
  const chosen = which || tags[0]?.id || NEW;

  const send = async (data: FormData): Promise<void> => {
    const tagId =
      chosen === NEW
        ? await createTag({
            network: textIn(data, 'network') as Network,
            name: textIn(data, 'name'),
            colour: textIn(data, 'colour') as (typeof COLOURS)[number],
          })
        : chosen;
    const added = textIn(data, 'action') !== 'take';
    const change = await tagPeople({ tagId, added, filter });
    await client.invalidateQueries({ queryKey: ['staff', 'people'] });
    setWhich('');
    done({ ...change, added });
    announce(t(added ? 'people.tags.added' : 'people.tags.taken', { count: change.count }));
  };
  return (
    <DialogForm
      label={t('people.tags.do')}
      small
      title={t('people.tags.title', { count })}
      submit={t('people.tags.do')}
      check={(data) =>
        chosen === NEW && !textIn(data, 'name')
          ? { name: t('people.tags.nameMissing') }
          : ({} as Record<string, string>)
      }
      send={send}
    >
      <SelectField
        name="tag"
        label={t('people.tags.which')}
        value={chosen}
        choices={[
          ...tags.map(({ id, name, network }) => ({ value: id, label: `${name} (${t(`staff.network.${network}`)})` })),
          { value: NEW, label: t('people.tags.new') },
        ]}
        onChange={({ currentTarget }) => setWhich(currentTarget.value)}
      />
      {chosen === NEW && (
        <>
          <TextField name="name" label={t('people.tags.newName')} maxLength={40} autoComplete="off" />
          <SelectField
            name="network"
            label={t('people.tags.network')}
            choices={networks.map((value) => ({ value, label: words.network(value) }))}
          />
          <SelectField
            name="colour"
            label={t('people.tags.newColour')}
            choices={COLOURS.map((value) => ({ value, label: t(`people.colour.${value}`) }))}
          />
        </>
      )}
      <ChoiceGroup
        name="action"
        label={t('people.tags.action')}
        kind="radio"
        choices={[
          { value: 'add', label: t('people.tags.add') },
          { value: 'take', label: t('people.tags.take') },
        ]}
        chosen={['add']}
      />
    </DialogForm>
  );
}

/** Says what the last change of tags did, and takes it back. */
export function TagDoneNotice({ change, close }: { change: TagDone; close: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const undo = async (): Promise<void> => {
    setBusy(true);
    await undoTag(change.id).finally(() => setBusy(false));
    await client.invalidateQueries({ queryKey: ['staff', 'people'] });
    announce(t('people.tags.undone'));
    close();
  };
  return (
    <Notice tone="good" title={t(change.added ? 'people.tags.added' : 'people.tags.taken', { count: change.count })}>
      <div className="row tight">
        {change.count > 0 && (
          <Button small look="secondary" busy={busy} onClick={() => void undo()}>
            {t('people.tags.undo')}
          </Button>
        )}
        <Button small look="quiet" onClick={close}>
          {t('staff.action.close')}
        </Button>
      </div>
    </Notice>
  );
}
