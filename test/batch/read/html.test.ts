import { describe, expect, test } from 'vitest';
import { codes, gb, issue, refusal, table, texts, utf8 } from './reading.js';

const page = (inside: string): Uint8Array => utf8(`<html><body><table>${inside}</table></body></html>`);

describe('HTML tables under the name .xls', () => {
  test('rows, cells, entities, line breaks and layout', async () => {
    const file = await table(
      page(
        '<tr>\n  <th>姓名</th>\n<th> 身份证号 </th></tr><tr><td>甲 &amp;\n乙&#20013;<td>a<br>b<b>c</b>&nbsp;',
      ),
      {},
      'a.xls',
    );
    expect(file.format).toBe('html');
    expect(texts(file)).toEqual([
      ['姓名', '身份证号'],
      ['甲 & 乙中', 'a\nbc\u00a0'],
    ]);
    expect(codes(file)).toEqual(['read.extension']);
  });

  test('spans fill what they span', async () => {
    const file = await table(
      page(
        '<tr><td colspan="3">题</td></tr><tr><td rowspan=2>户</td><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr>',
      ),
    );
    expect(texts(file)).toEqual([
      ['题', '题', '题'],
      ['户', '1', 'a'],
      ['户', '2', 'b'],
    ]);
    expect(issue(file, 'read.mergedFilled')?.values).toEqual({ ranges: 2, cells: 3 });
  });

  test('the page’s own charset is believed; GB pages need no other sign', async () => {
    const bytes = gb('<html><meta charset="gb2312"><table><tr><td>甲</td></tr></table></html>');
    expect(await table(bytes)).toMatchObject({ encoding: 'gb18030' });
    expect(texts(await table(bytes))).toEqual([['甲']]);
  });

  test('comments, scripts and styles are no cells; hidden rows are counted', async () => {
    const file = await table(
      page(
        '<!-- <td>x</td> --><style>td{}</style><tr><td>a<script>"<td>"</script></td></tr><tr style="display:none"><td>b</td></tr>',
      ),
    );
    expect(texts(file)).toEqual([['a'], ['b']]);
    expect(issue(file, 'read.hiddenRows')?.values).toEqual({ count: 1 });
  });

  test('each table is a sheet', async () => {
    const file = await table(utf8('<table><tr><td>a</table><p>x</p><table><tr><td>b</table>'));
    expect(file.sheets.map(({ name }) => name)).toEqual(['table1', 'table2']);
  });

  test('no table, a table that never ends, a table in a table', async () => {
    expect((await refusal(utf8('<html><p>busy</p></html>'))).code).toBe('read.htmlNoTable');
    expect((await refusal(utf8('<table><tr><td>a</td>'))).code).toBe('read.htmlUnclosed');
    expect((await refusal(page('<tr><td><table></table></td></tr>'))).code).toBe('read.htmlNested');
  });

  test('a span over everything is refused', async () => {
    expect(await refusal(page('<tr><td colspan="999999">a</td></tr>'))).toMatchObject({ code: 'read.limit' });
    const far = page(`<tr><td rowspan="999999">a</td>${'<td>x</td>'.repeat(3)}</tr>`);
    expect(texts(await table(far))).toEqual([['a', 'x', 'x', 'x']]);
  });

  test('a page full of broken tags is walked once', async () => {
    expect((await refusal(utf8(`<table>${'<a"'.repeat(200_000)}`))).code).toBe('read.htmlUnclosed');
    expect((await refusal(utf8(`<table>${'<!--'.repeat(200_000)}`))).code).toBe('read.htmlUnclosed');
  });
});
