/**
 * Public holidays that fall on the same day each year; days that are announced year by year (lunar days, days off in
 * lieu, special days) are for the network's administrator to add. Month and day.
 */
const everyYear: ReadonlyArray<readonly [string, string]> = [
  ['10-13', 'วันนวมินทรมหาราช'],
  ['10-23', 'วันปิยมหาราช'],
  ['12-05', 'วันคล้ายวันพระบรมราชสมภพ พระบาทสมเด็จพระบรมชนกาธิเบศร มหาภูมิพลอดุลยเดชมหาราช บรมนาถบพิตร วันชาติ และวันพ่อแห่งชาติ'],
  ['12-10', 'วันรัฐธรรมนูญ'],
  ['12-31', 'วันสิ้นปี'],
  ['01-01', 'วันขึ้นปีใหม่'],
  ['04-06', 'วันจักรี'],
  ['04-13', 'วันสงกรานต์'],
  ['04-14', 'วันสงกรานต์'],
  ['04-15', 'วันสงกรานต์'],
  ['05-04', 'วันฉัตรมงคล'],
  ['06-03', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี'],
  ['07-28', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว'],
];

/** The fixed holidays of a fiscal year (B.E.), as ISO days in their order. */
export function fixedHolidaysOf(fiscalYear: number): Array<{ day: string; name: string }> {
  const ends = fiscalYear - 543;
  return everyYear.map(([monthDay, name]) => ({ day: `${monthDay >= '10' ? ends - 1 : ends}-${monthDay}`, name }));
}
