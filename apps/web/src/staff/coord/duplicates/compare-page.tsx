import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { execute } from '../../../api/execute.js';
import { useText } from '../../../i18n/text.js';
import { ButtonLink, ConfirmButton, Notice, PageTitle, QueryState, Section } from '../../../ui/index.js';
import { SideFacts } from './duplicates-page.js';
import { choicesIn, CompareDocument, MergeDocument, type Choices, type Preview } from './merge-data.js';
import { MergeView } from './merge-view.js';

/** Two profiles side by side: what making one of them would do, and the button that does it. */
export function ComparePage() {
  const { t } = useText();
  const { keptId = '', goneId = '' } = useParams();
  const [done, setDone] = useState(false);
  const query = useQuery({
    queryKey: ['staff', 'comparison', keptId, goneId],
    queryFn: async () => (await execute(CompareDocument, { keptId, goneId })).compareProfiles,
    // Each reading of contact data is written down: it is read once, not at every look.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    enabled: !done,
  });
  if (done)
    return (
      <>
        <PageTitle title={t('merges.compare.done')} section={t('merges.title')} step="done" />
        <div>
          <ButtonLink to="/coord/doublons">{t('merges.compare.back')}</ButtonLink>
        </div>
      </>
    );
  return (
    <QueryState query={query} lines={10} titled>
      {(preview) => <Comparison key={`${keptId} ${goneId}`} preview={preview} onDone={() => setDone(true)} />}
    </QueryState>
  );
}

function Comparison({ preview, onDone }: { preview: Preview; onDone: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const [choices, setChoices] = useState<Choices>({});
  const [refused, setRefused] = useState<string | null>(null);
  const { kept, gone, refusal } = preview;
  const merge = async (): Promise<void> => {
    const input = { keptId: kept.id, goneId: gone.id, choices: choicesIn(choices) };
    const { mergeProfiles: result } = await execute(MergeDocument, { input });
    if (result.__typename === 'MergeRefused') return setRefused(result.message);
    onDone();
    await client.invalidateQueries({ queryKey: ['staff'] });
  };
  return (
    <>
      <PageTitle title={t('merges.compare.title')} section={t('merges.title')} />
      <p className="muted">{t('merges.compare.read')}</p>
      <div className="merge-options">
        <Section title={t('merges.compare.kept')}>
          <SideFacts side={kept} />
        </Section>
        <Section title={t('merges.compare.gone')}>
          <SideFacts side={gone} />
        </Section>
      </div>
      <div>
        <ButtonLink small look="quiet" to={`/coord/doublons/${gone.id}/${kept.id}`}>
          {t('merges.compare.swap')}
        </ButtonLink>
      </div>
      <MergeView preview={preview} choices={choices} onChoose={setChoices} />
      {refused && <Notice tone="bad" role="alert" title={refused} />}
      <div className="row">
        {!refusal && (
          <ConfirmButton
            label={t('merges.compare.submit')}
            title={t('merges.compare.submit')}
            confirm={t('merges.compare.submit')}
            onConfirm={merge}
          >
            <p>{t('merges.compare.final')}</p>
            <p>{t('merges.compare.finalText')}</p>
          </ConfirmButton>
        )}
        <ButtonLink look="secondary" to="/coord/doublons">
          {t('merges.compare.back')}
        </ButtonLink>
      </div>
    </>
  );
}
