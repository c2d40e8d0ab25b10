/** The letters on a file's picture and its colour, from its name. */
export function fileKind(name: string): { letters: string; shade: 'pdf' | 'xls' | 'img' | '' } {
  const letters = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'ไฟล์';
  if (letters === 'pdf') return { letters, shade: 'pdf' };
  if (letters === 'xls' || letters === 'xlsx') return { letters, shade: 'xls' };
  if (letters === 'jpg' || letters === 'jpeg' || letters === 'png') return { letters, shade: 'img' };
  return { letters, shade: '' };
}
