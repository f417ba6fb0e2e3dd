export * from './determination.js';
export { determine, referenceDetermine } from './determine.js';
