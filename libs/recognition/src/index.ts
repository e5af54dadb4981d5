export { CertificateReview } from './certificate-review.js';
export { recognitionEntities } from './recognition.entities.js';
export { recognitionPersonal } from './recognition.personal.js';
export { RecognitionModule } from './recognition.module.js';
export { type KeyLine, SigningKeys } from './signing-keys.js';
