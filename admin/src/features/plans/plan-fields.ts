export const PLAN_FORM = ['station', 'year', 'leader', 'goals'];

export const ITEM_FORM = ['title', 'month', 'category', 'plannedCount', 'unit', 'owner', 'note'];

export const SCHEDULE_FORM = [
  'title',
  'day',
  'startTime',
  'endTime',
  'category',
  'unit',
  'venue',
  'owner',
  'planItem',
];
