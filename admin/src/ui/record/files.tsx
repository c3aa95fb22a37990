import { DeleteOutlined, FileOutlined, UploadOutlined } from '@ant-design/icons';
import type { FieldDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { App, Button, Image, Upload } from 'antd';
import { useState } from 'react';
import { labelOf, type Model } from '../../models/model';
import { acceptOf } from '../../models/presentation';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { asRow, type Row } from '../../providers/row';
import { UploadRows } from '../uploads/upload-rows';
import { useUploads } from '../uploads/use-uploads';
import { useWrites } from '../use-writes';
import { useFileContent } from './use-file-content';

type Stored = { documentId: string; name: string; mime: string };

const asFiles = (value: unknown): Stored[] =>
  (Array.isArray(value) ? value : [value])
    .map(asRow)
    .filter((file) => file !== null)
    .map((file) => ({ documentId: file.id, name: String(file.name ?? ''), mime: String(file.mime ?? '') }));

function FileCard({ file, onRemove }: { file: Stored; onRemove: (() => void) | null }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const isImage = file.mime.startsWith('image/');
  const { address: thumbnail } = useFileContent(file.documentId, 'thumbnail', isImage);
  const { address: full } = useFileContent(file.documentId, 'full', open);

  const view = async () => {
    if (isImage) return setOpen(true);
    try {
      await download(`/files/${file.documentId}`, file.name);
    } catch (error) {
      message.error(say(errorWords(error)));
    }
  };

  return (
    <li className="file">
      <button
        type="button"
        className="file-view"
        aria-label={`${say({ zh: '查看', en: 'View' })} ${file.name}`}
        onClick={() => void view()}
      >
        {thumbnail ? <img src={thumbnail} alt="" /> : <FileOutlined style={{ fontSize: 28 }} />}
      </button>
      <div className="file-name">
        <span title={file.name}>{file.name}</span>
        {onRemove && (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`${say({ zh: '移除', en: 'Remove' })} ${file.name}`}
            onClick={onRemove}
          />
        )}
      </div>
      {open && full && (
        <Image
          style={{ display: 'none' }}
          src={full}
          alt={file.name}
          preview={{ visible: true, onVisibleChange: setOpen }}
        />
      )}
    </li>
  );
}

/** Why a chosen file is not even sent; null for one that is. */
type Refuse = (file: File) => Words | null;

type Props = { model: Model; row: Row; field: string; editable: boolean; refuse?: Refuse };

/** The files of a record's field: shown, added, removed. They come with the access token, never by a plain link. */
export function Files({ model, row, field, editable, refuse }: Props) {
  const description = model.fields[field];
  if (description?.kind !== 'files') return null;
  const place = { field, description, label: labelOf(model, field), value: row[field] };
  return (
    <FilesAt model={model} row={row} place={place} editable={editable} {...(refuse ? { refuse } : {})} />
  );
}

/** Where files are: a field of the record, or of a component within it (`gifts.12.photo`), with what it holds. */
export type FilePlace = { field: string; description: FieldDescription; label: Words; value: unknown };

type PlaceProps = { model: Model; row: Row; place: FilePlace; editable: boolean; refuse?: Refuse };

/** The files of one place of a record. */
export function FilesAt({ model, row, place, editable, refuse }: PlaceProps) {
  const { say } = useWords();
  const { message, modal } = App.useApp();
  const { removeFile } = useWrites(model.path);
  const { field, description } = place;
  const { queue, uploads, add } = useUploads({ path: model.path, id: row.id, field }, row.rev);
  const several = description.attribute.multiple === true;
  const accept = acceptOf(model.resource, field, description);
  const files = asFiles(place.value);
  const label = say(place.label);

  const send = (chosen: File[]) => {
    const refused = chosen.map((file) => refuse?.(file) ?? null);
    const problems = refused.filter((problem) => problem !== null);
    if (problems.length > 0)
      modal.error({
        title: say({ zh: '以下文件没有上传', en: 'Not added' }),
        content: (
          <ul>
            {[...new Set(problems.map(say))].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ),
      });
    const taken = chosen.filter((_, at) => refused[at] === null);
    if (taken.length > 0) add(taken);
  };
  const remove = (file: Stored) =>
    modal.confirm({
      title: say({ zh: `移除“${file.name}”?`, en: `Remove “${file.name}”?` }),
      onOk: () =>
        removeFile(row, field, file.documentId).catch((error: unknown) => {
          message.error(say(errorWords(error)));
        }),
    });

  return (
    <section aria-label={label}>
      {files.length === 0 && !editable && <span className="muted">—</span>}
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <FileCard key={file.documentId} file={file} onRemove={editable ? () => remove(file) : null} />
          ))}
        </ul>
      )}
      <UploadRows queue={queue} uploads={uploads} />
      {editable && (several || files.length === 0) && (
        <Upload
          {...(accept ? { accept } : {})}
          multiple={several}
          showUploadList={false}
          beforeUpload={(file, batch) => {
            if (file === batch[0]) send(batch);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button icon={<UploadOutlined />}>
            {say({ zh: `上传${label}`, en: `Add ${label.toLowerCase()}` })}
          </Button>
        </Upload>
      )}
    </section>
  );
}
