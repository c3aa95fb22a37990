import { asLinked, linkedName, type Row } from '../../providers/row';

/** Who a story is from, as it stands below the article. */
export function footLines(row: Row): string[] {
  const unit = linkedName(asLinked(row.unit));
  const author = String(row.author ?? '');
  return [unit && `来源:${unit}`, author && `作者:${author}`].filter(Boolean);
}
