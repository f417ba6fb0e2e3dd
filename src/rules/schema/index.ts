export { ruleFileSchema } from './document.js';
export { MOST_FINDINGS, type SchemaIssue, schemaIssues } from './issues.js';
export { ruleFileJsonSchema } from './json-schema.js';
