export { ruleFiles } from './rule-file.js';
