import type { MessageCatalogue } from '../catalogue.js';

/** Editions that amend one another, and which of several is in force. */
export const EDITION_MESSAGES: MessageCatalogue = {
  'rules.amendsMissing': {
    zh: '没有找到所修订的版本“{edition}”。请把它放在同一个文件夹，或改正 amends。',
    en: 'The edition "{edition}" that this one amends is not there. Put it into the same folder, or correct amends.',
  },
  'rules.amendsOnly': {
    zh: '修订别的版本的文件，除文件头和 sources 外只能写 replace、add、remove，不能写“{key}”。{near?是否想写“{near}”？}请把改动写到这三项之下，这样才看得出改了什么。',
    en: 'A file that amends another edition has a head, sources, and replace, add and remove; "{key}" cannot stand in it. {near?Did you mean "{near}"? }Write the change under one of the three, so that it can be seen.',
  },
  'rules.amendsOtherScheme': {
    zh: '所修订的版本属于“{needed}”，本文件却属于“{found}”。只能修订同一个办法的版本。',
    en: 'The edition to amend belongs to "{needed}", this file to "{found}". Only editions of the same scheme can be amended.',
  },
  'rules.amendsCircle': {
    zh: '这些版本互相修订，绕成了一圈：{loop}。请改正其中一个的 amends。',
    en: 'These editions amend each other in a circle: {loop}. Correct amends in one of them.',
  },
  'rules.patchHeader': {
    zh: '“{path}”属于文件头，不能用 replace、add、remove 修订。请直接写在本文件的文件头里。',
    en: '"{path}" belongs to the head of the file and cannot be amended. Write it in the head of this file.',
  },
  'rules.patchExists': {
    zh: '上一版本里已经有“{path}”，不能再 add。要改它，请用 replace。',
    en: 'The edition before has "{path}" already, so it cannot be added. To change it use replace.',
  },
  'rules.patchList': {
    zh: '“{path}”所在列表里的各项没有 id，无法单独增加一项。请用 replace 写出整个列表。',
    en: 'The entries of the list at "{path}" have no ids, so none can be added by itself. Write the whole list with replace.',
  },
  'rules.danglingReference': {
    zh: '这里删去了“{path}”，而 {where}（{reads}）还在使用它。请在本文件里用 replace 改写那一处，或用 remove 一并删去。',
    en: 'This removes "{path}", which {where} ({reads}) still reads. Replace that here too, or remove it as well.',
  },
  'rules.patchMissing': {
    zh: '上一版本里没有“{path}”，无从修订。{near?是否想写“{near}”？}路径按写出来的文件，不写 parts；新增请用 add。',
    en: 'The edition before has no "{path}", so there is nothing to amend. {near?Did you mean "{near}"? }Paths are those of the file as it is written, with parts left out; to add something use add.',
  },
  'rules.patchOverlap': {
    zh: '“{path}”和“{other}”改的是同一处，或一处在另一处之内，先后不同结果就不同。请合成一处来写。',
    en: '"{path}" and "{other}" touch the same thing, or one lies inside the other, so that the order would matter. Write them as one.',
  },
  'rules.patchId': {
    zh: '路径“{path}”里写的是“{needed}”，内容里的 id 却是“{found}”。请改成一致，或删去内容里的 id。',
    en: 'The path "{path}" says "{needed}", the entry itself says "{found}". Make them agree, or leave the id out of the entry.',
  },
  'rules.patchPlace': {
    zh: '“{path}”加进的是有次序的列表{other?，又与“{other}”争同一个位置}。请用 after: 写明跟在哪一项之后，或写 first: true；每个位置只能有一项。',
    en: '"{path}" goes into a list that has an order{other?, and "{other}" wants the same place}. Say what it follows with after:, or first: true; each place takes one entry.',
  },
  'library.date': {
    zh: '“{found}”不是日期。请写成 2025-10-15 这样的年-月-日。',
    en: '"{found}" is not a date. Write year-month-day, such as 2025-10-15.',
  },
  'library.noneInForce': {
    zh: '“{scheme}”在 {asOf} 没有正在施行的版本（以 {knownAt} 为止已公布的为准）。请核对日期，或补上当时的版本。',
    en: 'No edition of "{scheme}" was in force on {asOf}, of those published by {knownAt}. Check the dates, or add the edition of that time.',
  },
  'library.equalDates': {
    zh: '版本“{edition}”与“{other}”的生效日和公布日都相同，无从知道哪一个算数。请改正其中一个的日期；更正以前的版本时，公布日要晚于它。',
    en: 'The editions "{edition}" and "{other}" have the same from and published, so nothing says which one counts. Correct one of the dates; a correction is published later than what it corrects.',
  },
  'library.gap': {
    zh: '版本“{before}”到“{edition}”之间，从 {from} 到 {until} 没有施行的版本，这些天的学生无法认定。请改正日期，或在 effective 里用 gap 写明原因。',
    en: 'Between the editions "{before}" and "{edition}" none is in force from {from} to {until}, and nobody could be determined on these days. Correct the dates, or say why with gap under effective.',
  },
  'library.overlap': {
    zh: '版本“{before}”还没有截止，“{edition}”就已生效：从 {from} 到 {until} 两个版本重叠。请改正 until，或在 effective 里用 overlap 写明原因。',
    en: 'The edition "{edition}" begins before "{before}" has ended: both hold from {from} to {until}. Correct until, or say why with overlap under effective.',
  },
  'library.notThere': {
    zh: '版本“{edition}”写明了与上一版本{what:between}的原因，实际上却没有{what:between}。请删去，或核对日期。',
    en: 'The edition "{edition}" says why there is {what:between} the edition before it, and there is none. Remove it, or check the dates.',
  },
  'library.otherScheme': {
    zh: '这个文件属于“{found}”，旁边的文件属于“{needed}”。一个文件夹只放一个办法的版本。',
    en: 'This file belongs to "{found}", the ones beside it to "{needed}". One folder holds the editions of one scheme.',
  },
  'library.duplicateEdition': {
    zh: '版本“{edition}”已在 {other} 里，这里又有一份。请改正 edition，或只留一份。',
    en: 'The edition "{edition}" is in {other} already. Correct edition, or keep one of them.',
  },
};
