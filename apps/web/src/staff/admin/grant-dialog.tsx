import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { announce, SelectField, TextField, textIn } from '../../ui/index.js';
import { teachingNetworks } from '../coord/network-choices.js';
import { DialogForm } from '../shared/dialogs.js';
import { addDays, instantOf } from '../shared/paris-wall.js';
import { roleNames, roleOf, roles } from './roles.js';

const GrantDocument = graphql(`
  mutation GrantRole($email: String!, $role: Role!, $network: Network, $arrondissement: Int, $expiresAt: DateTime) {
    grantRole(email: $email, role: $role, network: $network, arrondissement: $arrondissement, expiresAt: $expiresAt) {
      id
      email
    }
  }
`);

/** A role that ends on a day is held to the end of that day in Paris. */
function endOf(day: string): string | null {
  return day ? instantOf({ day: addDays(day, 1), time: '00:00' }) : null;
}

/** Gives a role: to whom, which, within what, until when. */
export function GrantDialog({ email }: { email: string }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <DialogForm
      small
      look={email ? 'quiet' : 'secondary'}
      label={t(email ? 'staff.users.grantMore' : 'staff.users.grant')}
      title={t('staff.users.grant')}
      submit={t('staff.users.grantConfirm')}
      check={(data) => ({
        ...(/^\S+@\S+\.\S+$/.test(textIn(data, 'email')) ? {} : { email: t('staff.users.emailWrong') }),
        ...(roleOf(textIn(data, 'role')) ? {} : { role: t('staff.users.roleMissing') }),
      })}
      send={async (data) => {
        const role = roleOf(textIn(data, 'role'));
        if (!role) return;
        const network = teachingNetworks.find((known) => known === textIn(data, 'network')) ?? null;
        const arrondissement = Number(textIn(data, 'arrondissement')) || null;
        const to = textIn(data, 'email');
        const expiresAt = endOf(textIn(data, 'expiresAt'));
        await execute(GrantDocument, { email: to, role, network, arrondissement, expiresAt });
        announce(t('staff.users.granted', { role: t(roleNames[role]), email: to }));
        await client.invalidateQueries({ queryKey: ['staff', 'accounts'] });
      }}
    >
      <GrantFields email={email} />
    </DialogForm>
  );
}

function GrantFields({ email }: { email: string }) {
  const { t } = useText();
  const words = useWords();
  const [role, setRole] = useState('');
  const all = { value: '', label: t('staff.filter.all') };
  return (
    <>
      <TextField
        name="email"
        type="email"
        label={t('staff.field.email')}
        hint={t('staff.users.emailHint')}
        defaultValue={email}
        autoComplete="off"
      />
      <SelectField
        name="role"
        label={t('staff.field.role')}
        value={role}
        choices={[
          { value: '', label: t('staff.users.chooseRole') },
          ...roles.map((known) => ({ value: known, label: t(roleNames[known]) })),
        ]}
        onChange={({ currentTarget }) => setRole(currentTarget.value)}
      />
      {role === 'coordinator' && (
        <>
          <SelectField
            name="network"
            label={t('staff.field.network')}
            hint={t('staff.users.scopeHint')}
            optional
            choices={[all, ...teachingNetworks.map((value) => ({ value, label: words.network(value) }))]}
          />
          <SelectField
            name="arrondissement"
            label={t('staff.field.arrondissement')}
            optional
            choices={[
              all,
              ...Array.from({ length: 20 }, (_, at) => ({
                value: String(at + 1),
                label: words.arrondissement(at + 1),
              })),
            ]}
          />
        </>
      )}
      <TextField
        name="expiresAt"
        type="date"
        label={t('staff.users.expires')}
        hint={t('staff.users.expiresHint')}
        optional
      />
    </>
  );
}
