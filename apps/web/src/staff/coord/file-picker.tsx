import { useRef, useState } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, ChoiceGroup, Form, Icon, textIn, useForm } from '../../ui/index.js';
import { useNetworkChoices, type TeachingNetwork } from './network-choices.js';

/** Which network, which file: chosen with a button or dropped. */
export function FilePicker({ send }: { send: (file: File, network: TeachingNetwork) => Promise<void> }) {
  const { t } = useText();
  const networks = useNetworkChoices();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const form = useForm({
    check: (data) => ({
      ...(textIn(data, 'network') ? {} : { network: t('staff.import.networkMissing') }),
      ...(file ? {} : { file: t('staff.import.fileMissing') }),
    }),
    send: async (data) => {
      const network = networks.find(({ value }) => value === textIn(data, 'network'));
      if (file && network) await send(file, network.value);
    },
  });
  const size = file ? t('staff.import.size', { kilobytes: Math.max(1, Math.round(file.size / 1024)) }) : null;
  return (
    <div className="card">
      <Form form={form} label={t('staff.import.form')} submit={t('staff.import.check')}>
        <ChoiceGroup
          kind="radio"
          name="network"
          label={t('staff.import.network')}
          hint={t('staff.import.networkHint')}
          chosen={networks.length === 1 ? networks.map(({ value }) => value) : []}
          choices={networks}
        />
        <div className={form.faults.file ? 'field faulty' : 'field'}>
          <label className="label" htmlFor={`${form.id}file`}>
            {t('staff.import.file')}
          </label>
          <p className="hint" id={`${form.id}file-hint`}>
            {t('staff.import.fileHint')}
          </p>
          {form.faults.file && <p className="fault">{form.faults.file}</p>}
          <div
            className={over ? 'drop-zone over' : 'drop-zone'}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              setFile(event.dataTransfer.files[0] ?? null);
            }}
          >
            <Icon name="download" size={32} />
            <p>{file ? <strong>{file.name}</strong> : t('staff.import.drop')}</p>
            {size && <p className="small muted">{size}</p>}
            <input
              ref={input}
              id={`${form.id}file`}
              className="visually-hidden"
              type="file"
              accept=".csv,.txt,.tsv,.xlsx,text/csv"
              aria-describedby={`${form.id}file-hint`}
              onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
            />
            <Button small look="secondary" tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
              {t(file ? 'staff.import.otherFile' : 'staff.import.choose')}
            </Button>
          </div>
        </div>
      </Form>
    </div>
  );
}
