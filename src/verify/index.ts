export type { FolderFile } from './folder.js';
export { VERIFY_MESSAGES, VERIFY_WORDS } from './messages.js';
export {
  CHECKS,
  type Check,
  type CheckId,
  type CheckKind,
  type Finding,
  type Report,
  type Spot,
} from './report.js';
export { verifyRun } from './verify.js';
