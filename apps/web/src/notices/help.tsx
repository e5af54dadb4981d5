import { useText, type MessageKey } from '../i18n/text.js';
import { Disclosure } from '../ui/panels.js';

const questions: [MessageKey, MessageKey][] = [
  ['notice.help.q1', 'notice.help.a1'],
  ['notice.help.q2', 'notice.help.a2'],
  ['notice.help.q3', 'notice.help.a3'],
  ['notice.help.q4', 'notice.help.a4'],
  ['notice.help.q5', 'notice.help.a5'],
  ['notice.help.q6', 'notice.help.a6'],
];

/** Answers to what people ask, before they have to write. */
export function Help() {
  const { t } = useText();
  return questions.map(([question, answer]) => (
    <Disclosure key={question} summary={t(question)}>
      <p>{t(answer)}</p>
    </Disclosure>
  ));
}
