export const TEAM_FORM = ['name', 'ownerKind', 'unit', 'organization', 'leader', 'size'];
