import { chooseLanguage, labelsOf, language } from './language';

describe('labels by key', () => {
  const label = labelsOf({ 'work.title': ['งานของฉัน', 'My work'] });
  afterEach(() => chooseLanguage('th'));

  it('are Thai until somebody chooses English', () => {
    expect([language(), label('work.title')]).toEqual(['th', 'งานของฉัน']);
    chooseLanguage('en');
    expect([language(), label('work.title')]).toEqual(['en', 'My work']);
  });
});
