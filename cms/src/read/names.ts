import { can, mayReadField, type Role } from '@jiedui/shared/access';
import { isCustomType } from '../modelling/install-model';
import { type Model, modelOf } from './model';

/**
 * Whether a role may see which records of a type another record points at. The program's own types are named to
 * everybody who reads the record; an office's type only to whom it has given it.
 */
export const mayName = (role: Role, resource: string): boolean =>
  !isCustomType(modelOf(resource).uid) || can(role, 'read', resource);

/** The field that records of a type are named by to a role: their address where it may not read the name. */
export const nameField = (role: Role, { resource, titleField }: Model): string =>
  mayReadField(role, resource, titleField) ? titleField : 'documentId';

/** Whether a role may see what the records of a type are called where another record points at them. */
export const mayReadName = (role: Role, resource: string): boolean => {
  const { titleField } = modelOf(resource);
  return mayName(role, resource) && mayReadField(role, resource, titleField);
};
