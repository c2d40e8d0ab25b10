import type { CategoryView } from '@prongsai/kernel/contracts';
import { categoryChange } from './category-change';
import { emptyDraft } from './draft';

const aCategory = (code: string, cadence: CategoryView['cadence']) => ({ code, cadence, requirementGroup: `group of ${code}` }) as CategoryView;
const [monthly, open] = [aCategory('m', 'monthly'), aCategory('o', 'as_needed')];
const known = [{ code: 'group of m' }, { code: 'group of o' }];
const day = '2026-02-12';

describe('choosing a category', () => {
  it('brings its requirement and its end', () => {
    expect(categoryChange(emptyDraft, undefined, monthly, known, day)).toEqual({ categoryCode: 'm', subItemCode: '', requirementCodes: ['group of m'], publishUntil: '2027-09-30' });
  });

  it('takes back what the one before brought, and nothing that the person chose', () => {
    const draft = { ...emptyDraft, categoryCode: 'm', requirementCodes: ['own', 'group of m'], publishUntil: '2027-09-30' };
    expect(categoryChange(draft, monthly, open, known, day)).toMatchObject({ requirementCodes: ['own', 'group of o'], publishUntil: null });
    expect(categoryChange({ ...draft, publishUntil: '2026-05-01' }, monthly, open, known, day)).not.toHaveProperty('publishUntil');
  });

  it('suggests no requirement that the unit does not have', () => expect(categoryChange(emptyDraft, undefined, monthly, [], day).requirementCodes).toEqual([]));
});
