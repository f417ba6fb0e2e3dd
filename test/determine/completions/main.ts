import { holdAgainst } from './held.js';

// `npm run eval:unknown -- 20000`: the same as the test beside it, on as many students as one likes.

const wanted = Number(process.argv[2] ?? 20_000);
console.log(JSON.stringify(holdAgainst(100_001, wanted, 256)));
