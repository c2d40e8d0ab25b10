import { toArabicDigits } from '@prongsai/kernel/thai';
import type { Category } from '@prongsai/domain/taxonomy';

/** The short title of a category as screens write it, with Arabic digits (DESIGN 7). */
export function shortTitle(category: Category): string {
  return toArabicDigits(category.shortTitleTh);
}
