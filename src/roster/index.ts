export * from './check-character.js';
export * from './messages.js';
export * from './order.js';
export * from './person-name.js';
export * from './resident-id.js';
export * from './source.js';
export * from './student.js';
export * from './student-number.js';
