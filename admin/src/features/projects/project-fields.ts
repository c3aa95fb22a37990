export const PROJECT_FORM = ['title', 'unit', 'team', 'category', 'summary'];
