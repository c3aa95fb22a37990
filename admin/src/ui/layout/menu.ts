import type { ModelsDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { isHandmade, listAddress } from '../../models/presentation';
import type { Need } from '../../providers/access';

export type Entry = { to: string; label: Words; needs: Need };
export type Group = { title: Words | null; entries: Entry[] };

const read = (path: string): Need => ({ action: 'read', path });

/** The program's own entries. An entry shows to the roles that meet its need; a group without entries does not show. */
const MENU: readonly Group[] = [
  { title: null, entries: [{ to: '/', label: { zh: '工作台', en: 'Workbench' }, needs: null }] },
  {
    title: { zh: '活动', en: 'Activities' },
    entries: [
      { to: '/activities', label: { zh: '活动', en: 'Activities' }, needs: read('activities') },
      { to: '/calendar', label: { zh: '活动日历', en: 'Calendar' }, needs: read('activities') },
      { to: '/projects', label: { zh: '项目库', en: 'Project library' }, needs: read('projects') },
      { to: '/stories', label: { zh: '稿件', en: 'Stories' }, needs: read('stories') },
    ],
  },
  {
    title: { zh: '名册', en: 'Registry' },
    entries: [
      { to: '/units', label: { zh: '单位', en: 'Units' }, needs: read('units') },
      { to: '/stations', label: { zh: '阵地', en: 'Sites' }, needs: read('stations') },
      { to: '/pairings', label: { zh: '结对', en: 'Pairings' }, needs: read('pairings') },
      { to: '/teams', label: { zh: '志愿服务队', en: 'Volunteer teams' }, needs: read('volunteer-teams') },
    ],
  },
  {
    title: { zh: '测评', en: 'Evaluation' },
    entries: [
      { to: '/evaluations', label: { zh: '评分表', en: 'Sheets' }, needs: read('evaluations') },
      { to: '/rounds', label: { zh: '测评轮次', en: 'Rounds' }, needs: read('rounds') },
      { to: '/summary', label: { zh: '测评汇总', en: 'Summary' }, needs: { duty: 'readSummary' } },
      { to: '/rubrics', label: { zh: '测评体系', en: 'Rubrics' }, needs: read('rubrics') },
    ],
  },
  {
    title: { zh: '管理', en: 'Office' },
    entries: [
      { to: '/programme', label: { zh: '工作方案', en: 'Programme' }, needs: read('programmes') },
      { to: '/import', label: { zh: '数据导入', en: 'Import' }, needs: { duty: 'importWorkbook' } },
      { to: '/staff', label: { zh: '人员账号', en: 'Staff' }, needs: read('staff') },
      { to: '/models', label: { zh: '内容模型', en: 'Content models' }, needs: { duty: 'shapeModels' } },
      { to: '/audit', label: { zh: '变更日志', en: 'Audit log' }, needs: { duty: 'readAudit' } },
    ],
  },
];

const OTHERS: Words = { zh: '其他记录', en: 'Records' };

/** The menu with the types that have no place of their own in it: the office's, and the program's reference data. */
export function menuOf(models: ModelsDescription): Group[] {
  const others = models.types.filter(({ resource, may }) => may.read && !isHandmade(resource));
  // What the office has made is looked for more often than the lists of names.
  const ordered = [...others.filter(({ custom }) => custom), ...others.filter(({ custom }) => !custom)];
  const entries = ordered.map((type) => ({
    to: listAddress(type),
    label: type.label,
    needs: read(type.path),
  }));
  const last = MENU.length - 1;
  return [...MENU.slice(0, last), { title: OTHERS, entries }, ...MENU.slice(last)];
}
