/** What a link of a mail lets its reader do; also the kind that the link is signed with. */
export const MAIL_LINK_ACTIONS = ['accept_offer', 'cancel_enrolment'] as const;
export type MailLinkAction = (typeof MAIL_LINK_ACTIONS)[number];

export const MAIL_LINK_ANSWERS = ['accept', 'decline', 'cancel'] as const;
export type MailLinkAnswer = (typeof MAIL_LINK_ANSWERS)[number];

export function isMailLinkAction(kind: string): kind is MailLinkAction {
  return (MAIL_LINK_ACTIONS as readonly string[]).includes(kind);
}

/** Whether an answer belongs to what the link is for: a link to cancel never accepts. */
export function isAnswerTo(action: MailLinkAction, answer: MailLinkAnswer): boolean {
  return (action === 'cancel_enrolment') === (answer === 'cancel');
}
