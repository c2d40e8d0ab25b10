/** The middle value; the mean of the two in the middle of an even number. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error('no value to take the median of');
  return (low + high) / 2;
}

/** How far the middle half of the values lies apart, as a share of their median: the noise of repeated measuring. */
export function noise(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const [low, high] = [sorted[quarter] ?? 0, sorted[sorted.length - 1 - quarter] ?? 0];
  const middle = median(sorted);
  return middle === 0 ? 0 : (high - low) / middle;
}
