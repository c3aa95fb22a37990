import { UploadOutlined } from '@ant-design/icons';
import { useInvalidate } from '@refinedev/core';
import { App, Button, Skeleton, Upload } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { newKey } from '../../providers/send-once';
import { useSession } from '../../providers/session';
import { ErrorNotice } from '../../ui/notices';
import { useEditable } from '../../ui/record/record-page';
import { queueOf } from '../../ui/uploads/queues';
import { useWrites } from '../../ui/use-writes';
import { PhotoCard } from './photo-card';
import { useStoryPhotos } from './use-photos';

const words = {
  add: { zh: '上传图片', en: 'Add pictures' },
  hint: {
    zh: '可一次选多张。每张都要写替代文字、说明有没有可辨认的人;有人的须逐人取得同意后才能刊发。',
    en: 'Several at once. Each one needs its alternative text and whether anybody can be recognised; whoever can has to agree.',
  },
  none: { zh: '还没有图片。', en: 'No pictures yet.' },
  closed: {
    zh: '当前状态不能改图片;肖像同意随时可以登记和撤回。',
    en: 'Pictures cannot be changed in this state; consents always can.',
  },
};

/** Makes a record for each chosen picture and sends the pictures to them, as the line allows. */
function useAddPhotos(story: string) {
  const { create } = useWrites('story-photos');
  const { actor } = useSession();
  const invalidate = useInvalidate();
  return async (files: readonly File[]) => {
    for (const file of files) {
      const row = await create({ story });
      const owned = { path: 'story-photos', id: row.id, field: 'file', account: actor.documentId };
      const queue = queueOf(owned, () => void invalidate({ resource: 'story-photos', invalidates: ['all'] }));
      queue.seen(Number(row.rev));
      queue.add([{ key: newKey(), name: file.name, content: file }]);
    }
  };
}

/** The pictures of a story and the consent of those in them. */
export function PhotosTab({ row }: { row: Row }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { may } = useAccess();
  const storyModel = useModel('stories');
  const editable = useEditable(storyModel)(row);
  const { photos, ready, error, refetch } = useStoryPhotos(row.id);
  const add = useAddPhotos(row.id);
  const [busy, setBusy] = useState(false);
  const notice = error ? <ErrorNotice error={error} onRetry={refetch} /> : null;
  if (!ready) return notice ?? <Skeleton active />;

  const send = async (files: readonly File[]) => {
    setBusy(true);
    try {
      await add(files);
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
    } finally {
      setBusy(false);
    }
  };
  const cover = photos.find((photo) => photo.row.cover === true);
  return (
    <>
      {notice}
      <section className="panel">
        <p className="muted">{say(editable ? words.hint : words.closed)}</p>
        {photos.length === 0 && <p className="muted">{say(words.none)}</p>}
        {editable && may('create', 'story-photos') && (
          <Upload
            accept="image/*"
            multiple
            showUploadList={false}
            beforeUpload={(file, batch) => {
              if (file === batch[0]) void send(batch);
              return Upload.LIST_IGNORE;
            }}
          >
            <Button type="primary" icon={<UploadOutlined />} loading={busy}>
              {say(words.add)}
            </Button>
          </Upload>
        )}
      </section>
      <ul className="photo-cards">
        {photos.map((photo, at) => (
          <PhotoCard key={photo.row.id} photo={photo} place={at + 1} editable={editable} cover={cover} />
        ))}
      </ul>
    </>
  );
}
