// Written by scripts/name-tables.ts. Do not edit.

import type { Digest } from '../../value/index.js';

/** A table that a comparison of names rests on. */
export interface NameTable {
  readonly id: string;
  readonly version: string;
  /** Of the table as canonical JSON. */
  readonly digest: Digest;
}

/** Every table of names, for the manifest of a run. */
export const NAME_TABLES: readonly NameTable[] = [
  {
    id: 'simplified',
    version: 'opencc-js 1.4.2',
    digest: 'sha256:984d2c346c0072d9485d3d1e87043e27d0c615959f8a187cb77b1148f598bc2d',
  },
  {
    id: 'pinyin',
    version: 'pinyin-pro 3.29.4',
    digest: 'sha256:ce30b8c992daf0992d01e767b564d88f6050c82db163722b2e2914bce9e928c3',
  },
  {
    id: 'radicals',
    version: 'Unicode 14.0.0',
    digest: 'sha256:98b1c85819102d9169d68e444b1e25bb50f01c50ddd552f0839ce0796327980d',
  },
  {
    id: 'private-use',
    version: 'GB 18030-2005, GB 18030-2022',
    digest: 'sha256:9e20105bb6d1c400fd709d45d1cc30b823f49fc1373891fbb1c5c85ca808d7dc',
  },
  {
    id: 'confusable',
    version: '1',
    digest: 'sha256:c585fe62993107dcc2d63de9734beeb878a95116742be7a0b0b27e4148f001c1',
  },
  {
    id: 'surname-readings',
    version: '1',
    digest: 'sha256:6220a36bb4ab13bba7ab985d417ff69ae6919b83e023d1adba155f7f7e02eb12',
  },
];
