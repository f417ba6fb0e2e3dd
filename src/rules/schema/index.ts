export { ruleFileSchema } from './document.js';
export { type SchemaIssue, schemaIssues } from './issues.js';
export { ruleFileJsonSchema } from './json-schema.js';
