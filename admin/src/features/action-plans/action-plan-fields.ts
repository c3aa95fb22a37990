/** A plan is of one party: the form asks for all three, and the server says where there is more than one. */
export const ACTION_PLAN_FORM = ['unit', 'station', 'department', 'leader', 'summary'];

export const TASK_FORM = ['title', 'owner', 'dueOn', 'done', 'doneOn', 'note'];
