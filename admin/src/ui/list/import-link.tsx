import { Link } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';

/** The way out of an empty register, for those who may import. */
export function ImportLink() {
  const { say } = useWords();
  const { has } = useAccess();
  if (!has('importWorkbook')) return null;
  return <Link to="/import">{say({ zh: '导入工作簿', en: 'Import a workbook' })}</Link>;
}
