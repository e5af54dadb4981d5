import { Mail } from './mail.entity.js';
import { Notice } from './notice.entity.js';

export * from './composed-mail.js';
export { Farewell } from './farewell.js';
export { renderMail, type MailFrame, type RenderedMail } from './mail-layout.js';
export * from './mail-templates.js';
export { Mail, MAIL_STATUSES, type MailParams, type MailStatus } from './mail.entity.js';
export * from './mail.module.js';
export { Notice } from './notice.entity.js';
export { Outbox, type MailRequest } from './outbox.js';
export { previewMails, type MailPreview } from './preview.js';

export const mailEntities = [Mail, Notice];
