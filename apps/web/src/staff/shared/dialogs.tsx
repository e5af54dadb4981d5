import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, Form, useForm, type Faults } from '../../ui/index.js';

interface DialogFormProps {
  /** The button that opens the dialog. */
  label: string;
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  small?: boolean;
  title: string;
  /** The button that sends, as a verb. */
  submit: string;
  check?: (data: FormData) => Faults;
  /** Sends; the dialog closes when it ends well. */
  send: (data: FormData) => Promise<void>;
  children: ReactNode;
}

/** A button that asks a few things in a dialog before it acts. Each opening starts afresh. */
export function DialogForm({ label, look = 'secondary', small, ...form }: DialogFormProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [turn, setTurn] = useState(0);
  const open = (): void => {
    setTurn((before) => before + 1);
    dialog.current?.showModal();
  };
  return (
    <>
      <Button look={look} small={small} onClick={open}>
        {label}
      </Button>
      <dialog ref={dialog} className="dialog" aria-label={form.title}>
        {turn > 0 && <DialogBody key={turn} dialog={dialog} {...form} />}
      </dialog>
    </>
  );
}

type BodyProps = Omit<DialogFormProps, 'label' | 'look' | 'small'> & { dialog: RefObject<HTMLDialogElement | null> };

function DialogBody({ dialog, title, submit, check, send, children }: BodyProps) {
  const { t } = useText();
  const form = useForm({
    check,
    send: async (data) => {
      await send(data);
      dialog.current?.close();
    },
  });
  return (
    <div className="stack">
      <h2>{title}</h2>
      <Form
        form={form}
        label={title}
        submit={submit}
        more={
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            {t('web.action.keep')}
          </Button>
        }
      >
        {children}
      </Form>
    </div>
  );
}

/** A yes-or-no question that stands between a form and its effect. */
export interface Question {
  title: string;
  body: ReactNode;
  /** The button that says yes, as a verb. */
  confirm: string;
}

/** Asks in the middle of an action: `if (!(await ask(question))) return;`. `dialog` must be somewhere in the page. */
export function useAsk(): { ask: (question: Question) => Promise<boolean>; dialog: ReactNode } {
  const { t } = useText();
  const element = useRef<HTMLDialogElement>(null);
  const answer = useRef<(yes: boolean) => void>(undefined);
  const [question, setQuestion] = useState<Question | null>(null);

  const ask = (asked: Question): Promise<boolean> => {
    setQuestion(asked);
    element.current?.showModal();
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  };
  const reply = (yes: boolean): void => {
    answer.current?.(yes);
    answer.current = undefined;
    element.current?.close();
  };
  const dialog = (
    <dialog ref={element} className="dialog" aria-label={question?.title} onClose={() => reply(false)}>
      {question && (
        <div className="stack">
          <h2>{question.title}</h2>
          {question.body}
          <div className="row">
            <Button onClick={() => reply(true)}>{question.confirm}</Button>
            <Button look="secondary" onClick={() => reply(false)}>
              {t('staff.action.back')}
            </Button>
          </div>
        </div>
      )}
    </dialog>
  );
  return { ask, dialog };
}
