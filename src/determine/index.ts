export * from './determination.js';
export { determine } from './determine.js';
export { referenceDetermine } from './reference.js';
export { schoolOf } from './school.js';
