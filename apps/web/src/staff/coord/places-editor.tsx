import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import {
  announce,
  ChoiceGroup,
  DataTable,
  Empty,
  QueryState,
  SelectField,
  TextArea,
  TextField,
  textIn,
  type Faults,
} from '../../ui/index.js';
import { answerIn, answerOf } from '../shared/answers.js';
import { DialogForm } from '../shared/dialogs.js';
import { placesQuery, savePlace, type Place, type PlaceInput } from './courses-data.js';

/** The places where sessions are held, with how one gets in. */
export function PlacesEditor() {
  const { t } = useText();
  const words = useWords();
  const query = useQuery(placesQuery);
  return (
    <QueryState query={query}>
      {(places) => (
        <>
          <div className="row apart">
            <p className="lede">{t('staff.places.lede')}</p>
            <PlaceDialog place={null} />
          </div>
          {places.length === 0 ? (
            <Empty title={t('staff.places.none')} />
          ) : (
            <DataTable
              caption={t('staff.courses.places')}
              captionHidden
              rows={places}
              rowKey={({ id }) => id}
              columns={[
                { title: t('staff.column.name'), cell: ({ name }) => name },
                {
                  title: t('staff.place.address'),
                  cell: ({ address, arrondissement }) =>
                    [address, arrondissement && words.arrondissement(arrondissement)].filter(Boolean).join(', '),
                },
                {
                  title: t('staff.place.access'),
                  cell: ({ accessDetails, stepFree, hearingLoop }) => (
                    <>
                      {accessDetails && <>{accessDetails} </>}
                      <span className="small muted">
                        {t(`staff.place.stepFree.${answerOf(stepFree)}`)}{' '}
                        {t(`staff.place.loop.${answerOf(hearingLoop)}`)}
                      </span>
                    </>
                  ),
                },
                { title: t('staff.column.action'), cell: (place) => <PlaceDialog place={place} /> },
              ]}
            />
          )}
        </>
      )}
    </QueryState>
  );
}

function PlaceDialog({ place }: { place: Place | null }) {
  const { t } = useText();
  const client = useQueryClient();
  const check = (data: FormData): Faults => ({
    ...(textIn(data, 'name') ? {} : { name: t('staff.place.fault.name') }),
    ...(textIn(data, 'address') ? {} : { address: t('staff.place.fault.address') }),
    ...(/^([1-9]\d{0,4})?$/.test(textIn(data, 'legalCapacity')) ? {} : { legalCapacity: t('seating.place.fault') }),
  });
  return (
    <DialogForm
      small
      look={place ? 'quiet' : 'secondary'}
      label={t(place ? 'staff.action.edit' : 'staff.places.new')}
      title={place?.name ?? t('staff.places.new')}
      submit={t('staff.action.save')}
      check={check}
      send={async (data) => {
        await savePlace(inputOf(data, place));
        await client.invalidateQueries({ queryKey: ['staff'] });
        announce(t('staff.places.saved'));
      }}
    >
      <PlaceFields place={place} />
    </DialogForm>
  );
}

function PlaceFields({ place }: { place: Place | null }) {
  const { t } = useText();
  const words = useWords();
  const choices = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`staff.answer.${value}`) }));
  const arrondissements = Array.from({ length: 20 }, (_, at) => at + 1);
  return (
    <>
      <TextField
        name="name"
        label={t('staff.column.name')}
        maxLength={120}
        defaultValue={place?.name}
        autoComplete="off"
      />
      <TextField
        name="address"
        label={t('staff.place.address')}
        maxLength={200}
        defaultValue={place?.address}
        autoComplete="off"
      />
      <SelectField
        name="arrondissement"
        label={t('staff.field.arrondissement')}
        optional
        defaultValue={place?.arrondissement ?? ''}
        choices={[
          { value: '', label: t('staff.place.outside') },
          ...arrondissements.map((number) => ({ value: String(number), label: words.arrondissement(number) })),
        ]}
      />
      <TextField
        name="legalCapacity"
        width="short"
        inputMode="numeric"
        optional
        label={t('seating.place.legal')}
        hint={t('seating.place.legalHint')}
        defaultValue={place?.legalCapacity ?? ''}
        autoComplete="off"
      />
      <TextArea
        name="accessDetails"
        label={t('staff.place.access')}
        hint={t('staff.place.accessHint')}
        optional
        maxLength={2000}
        defaultValue={place?.accessDetails}
      />
      <ChoiceGroup
        kind="radio"
        name="stepFree"
        label={t('staff.place.stepFreeQuestion')}
        chosen={[answerOf(place?.stepFree)]}
        choices={choices}
      />
      <ChoiceGroup
        kind="radio"
        name="hearingLoop"
        label={t('staff.place.loopQuestion')}
        chosen={[answerOf(place?.hearingLoop)]}
        choices={choices}
      />
    </>
  );
}

function inputOf(data: FormData, place: Place | null): PlaceInput {
  return {
    id: place?.id,
    name: textIn(data, 'name'),
    address: textIn(data, 'address'),
    arrondissement: Number(textIn(data, 'arrondissement')) || null,
    accessDetails: textIn(data, 'accessDetails'),
    legalCapacity: Number(textIn(data, 'legalCapacity')) || null,
    stepFree: answerIn(data, 'stepFree'),
    hearingLoop: answerIn(data, 'hearingLoop'),
    latitude: place?.latitude,
    longitude: place?.longitude,
  };
}
