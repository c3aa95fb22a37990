import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { LINKS } from './links';

type File = { id: number | string };
type UploadService = {
  replace(id: File['id'], ...rest: unknown[]): Promise<unknown>;
  updateFileInfo(id: File['id'], ...rest: unknown[]): Promise<unknown>;
  remove(file: File): Promise<unknown>;
};

/**
 * Refuses to replace, rename or delete a file that some record holds, whoever asks Strapi's own services for it: its
 * panel or a plugin. Before anything is done: they touch the disk first. Our writer detaches a file and then removes it.
 */
export function guardFiles(strapi: Core.Strapi): void {
  const service = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const { replace, updateFileInfo, remove } = service;
  const requireFree = async (id: File['id']) => {
    const held = await strapi.db.connection(LINKS).where({ file_id: id }).first('id');
    // In the panel's own notation: what it does not know it takes for a fault of the server.
    if (held) throw new errors.ForbiddenError('The file belongs to a record; it is changed there.');
  };
  service.replace = async (id, ...rest) => {
    await requireFree(id);
    return replace(id, ...rest);
  };
  service.updateFileInfo = async (id, ...rest) => {
    await requireFree(id);
    return updateFileInfo(id, ...rest);
  };
  service.remove = async (file) => {
    await requireFree(file.id);
    return remove(file);
  };
}
