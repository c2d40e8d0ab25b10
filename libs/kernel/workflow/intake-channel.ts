/** How the owner's information came in (seeds 000 and 001, 2.1.1). */
export const intakeChannels = ['letter', 'email', 'console', 'other'] as const;
export type IntakeChannel = (typeof intakeChannels)[number];

/** Thai words of the intake channels, as the form prints them. */
export const intakeChannelWords: Record<IntakeChannel, string> = {
  letter: 'หนังสือราชการ',
  email: 'ไปรษณีย์อิเล็กทรอนิกส์',
  console: 'ระบบ',
  other: 'ช่องทางอื่น',
};
