import type { CategoryCode } from '@jiedui/shared/programme';
import type { BulkCreate } from '../write/bulk';
import { example, marked } from './marks';
import type { People } from './people';
import type { Random } from './random';
import { unitKey } from './registry';

type Team = [name: string, unit: string | null, ownerKind: 'unit' | 'school' | 'socialOrganization'];

const TEAMS: Team[] = [
  ['健康直通车志愿服务队', '区卫生健康局', 'unit'],
  ['天使义诊志愿服务队', '区人民医院', 'unit'],
  ['蓝焰消防宣传队', '区消防救援大队', 'unit'],
  ['税惠万家宣讲队', '区税务局', 'unit'],
  ['金扁担农技服务队', '区农业农村办', 'unit'],
  ['光明使者志愿服务队', '供电局高新分局', 'unit'],
  ['四点半课堂助学队', '区第一小学', 'school'],
  ['青春领航志愿服务队', '区第一中学', 'school'],
  ['暖阳社会工作服务队', null, 'socialOrganization'],
  ['高新义工联合队', null, 'socialOrganization'],
];

const teamKey = (name: string): string => `team:${name}`;

export function teamRows(people: People, random: Random): BulkCreate {
  const rows = TEAMS.map(([name, unit, ownerKind]) => ({
    key: teamKey(name),
    values: example({
      name: marked(name),
      ownerKind,
      unit: unit ? { key: unitKey(unit) } : null,
      organization: unit ? null : marked(name.replace('服务队', '服务中心').replace('联合队', '联合会')),
      leader: people.name(),
      size: random.between(8, 45),
    }),
  }));
  return { resource: 'volunteer-team', rows };
}

/** A project with the state to which the seed takes it. */
export type DemoProject = {
  title: string;
  team: string;
  category: CategoryCode;
  state: 'proposed' | 'reviewed' | 'listed' | 'retired';
  summary: string;
};

const project = (
  title: string,
  team: string,
  category: CategoryCode,
  state: DemoProject['state'],
  summary: string,
): DemoProject => ({ title, team, category, state, summary });

export const PROJECTS: readonly DemoProject[] = [
  project(
    '体检直通车',
    '健康直通车志愿服务队',
    'healthFitness',
    'listed',
    '每月到村(社区)做基础体检和健康指导。',
  ),
  project('健康讲堂', '健康直通车志愿服务队', 'healthFitness', 'listed', '围绕慢病、营养、睡眠每月一讲。'),
  project(
    '爱眼护齿进校园',
    '天使义诊志愿服务队',
    'healthFitness',
    'listed',
    '为儿童检查视力和口腔,建立简单档案。',
  ),
  project('消防安全一刻钟', '蓝焰消防宣传队', 'safety', 'listed', '十五分钟的上门讲解和灭火器实操。'),
  project('税收政策到家门', '税惠万家宣讲队', 'citizenTalks', 'listed', '面向小店主和农户讲解优惠政策。'),
  project('田间课堂', '金扁担农技服务队', 'science', 'listed', '农技员到田间讲解水产和果蔬种植。'),
  project('用电安全入户', '光明使者志愿服务队', 'safety', 'reviewed', '为独居老人检查线路并更换老旧插座。'),
  project('四点半陪伴', '四点半课堂助学队', 'youthMoral', 'reviewed', '放学后的作业辅导和阅读陪伴。'),
  project('青春宣讲员', '青春领航志愿服务队', 'citizenTalks', 'proposed', '学生宣讲员走进社区讲家乡变化。'),
  project(
    '长者手机课',
    '暖阳社会工作服务队',
    'digitalElderAid',
    'proposed',
    '手把手教老人使用手机挂号和视频通话。',
  ),
  project('邻里互助日', '高新义工联合队', 'care', 'proposed', '每月一次的理发、家电维修和代购。'),
  project('节日暖心包', '高新义工联合队', 'care', 'retired', '节日为困难家庭送生活物资。'),
];

export const projectKey = (title: string): string => `project:${title}`;

/** Projects as papers would bring them in; the steps between are taken afterwards. */
export function projectRows(categories: ReadonlyMap<string, string>): BulkCreate {
  const owners = new Map(TEAMS.map(([name, unit]) => [name, unit]));
  const rows = PROJECTS.map(({ title, team, category, state, summary }) => {
    const unit = owners.get(team);
    return {
      key: projectKey(title),
      values: example({
        title: marked(title),
        team: { key: teamKey(team) },
        unit: unit ? { key: unitKey(unit) } : null,
        category: { documentId: categories.get(category) },
        summary,
        state: state === 'listed' || state === 'retired' ? 'listed' : 'proposed',
      }),
    };
  });
  return { resource: 'project', rows };
}
