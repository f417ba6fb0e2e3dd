/**
 * Private-use code points that readers of GBK and early GB 18030 give for characters Unicode has by now, as
 * hexadecimal pairs: the 80 double-byte cells FE50 to FEA0 that GBK had and Unicode 2 had not (GB 18030-2005 and -2022
 * move them, six by four-byte codes only), U+E7C7 of GB 18030-2000, and signs: the euro, the description characters,
 * vertical punctuation.
 *
 * Not covered: cells of GBK that no standard ever filled (such as A6FE, U+E79F), the user-defined areas (U+E000 to
 * U+E765), which each maker of a font filled in his own way, and the private use of HKSCS and of the public-security
 * name fonts. Such a character stays and is a wildcard: to guess it would be to guess a name.
 */
export const PRIVATE_USE: readonly string[] = [
  // Ideographs and radicals.
  'e815>2e81 e816>20087 e817>20089 e818>200cc e819>2e84 e81a>3473 e81b>3447 e81c>2e88 e81d>2e8b e81e>9fb4',
  'e81f>359e e820>361a e821>360e e822>2e8c e823>2e97 e824>396e e825>3918 e826>9fb5 e827>39cf e828>39df',
  'e829>3a73 e82a>39d0 e82b>9fb6 e82c>9fb7 e82d>3b4e e82e>3c6e e82f>3ce0 e830>2ea7 e831>215d7 e832>9fb8',
  'e833>2eaa e834>4056 e835>415f e836>2eae e837>4337 e838>2eb3 e839>2eb6 e83a>2eb7 e83b>2298f e83c>43b1',
  'e83d>43ac e83e>2ebb e83f>43dd e840>44d6 e841>4661 e842>464c e843>9fb9 e844>4723 e845>4729 e846>477c',
  'e847>478d e848>2eca e849>4947 e84a>497a e84b>497d e84c>4982 e84d>4983 e84e>4985 e84f>4986 e850>499f',
  'e851>499b e852>49b7 e853>49b6 e854>9fba e855>241fe e856>4ca3 e857>4c9f e858>4ca0 e859>4ca1 e85a>4c77',
  'e85b>4ca2 e85c>4d13 e85d>4d14 e85e>4d15 e85f>4d16 e860>4d17 e861>4d18 e862>4d19 e863>4dae e864>9fbb',
  // Letters and signs.
  'e76c>20ac e78d>fe10 e78e>fe12 e78f>fe11 e790>fe13 e791>fe14 e792>fe15 e793>fe16 e794>fe17 e795>fe18',
  'e796>fe19 e7c7>1e3f e7c8>1f9 e7e7>303e e7e8>2ff0 e7e9>2ff1 e7ea>2ff2 e7eb>2ff3 e7ec>2ff4 e7ed>2ff5',
  'e7ee>2ff6 e7ef>2ff7 e7f0>2ff8 e7f1>2ff9 e7f2>2ffa e7f3>2ffb',
];
