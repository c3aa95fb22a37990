import { showsMinors, showsPeople } from '@jiedui/shared/story';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { PictureThumb } from '../../ui/editor/picture-thumb';
import { DeleteButton } from '../../ui/record/delete-button';
import { Files } from '../../ui/record/files';
import { Tag } from '../../ui/tone';
import { PhotoConsents } from './photo-consents';
import type { PhotoField } from './story-fields';
import { usePhotoSaver } from './use-photo-saver';
import type { StoryPhoto } from './use-photos';

const words = {
  cover: { zh: '封面', en: 'Cover' },
  makeCover: { zh: '设为封面', en: 'Make it the cover' },
  noCover: { zh: '取消封面', en: 'Not the cover' },
  cleared: { zh: '可以刊发', en: 'Cleared' },
  held: { zh: '暂不能刊发', en: 'Held back' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  alt: { zh: '写给看不见图片的人:图中有什么。', en: 'For who cannot see it: what it shows.' },
};

type Props = {
  photo: StoryPhoto;
  place: number;
  editable: boolean;
  /** The picture that is the cover now, whose place another one takes. */
  cover: StoryPhoto | undefined;
};

/** One picture of a story: what it shows, who took it, who is in it, and who of them agreed. */
export function PhotoCard({ photo, place, editable, cover }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { may } = useAccess();
  const model = useModel('story-photos');
  const { row, url, uncleared } = photo;
  const name = say({ zh: `第 ${place} 张图片`, en: `Picture ${place}` });
  const saver = usePhotoSaver(row, name);
  const [moving, setMoving] = useState(false);
  const people = saver.said('people');

  const chooseCover = async () => {
    setMoving(true);
    try {
      await saver.setCover(row.cover !== true, cover?.row);
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      setMoving(false);
    }
  };

  const field = (name: PhotoField, control: (id: string) => ReactNode, help?: string) => {
    const id = `photo-${row.id}-${name}`;
    return (
      <div className="photo-field">
        <label htmlFor={id}>{say(labelOf(model, name))}</label>
        {control(id)}
        {help && <div className="muted photo-help">{help}</div>}
      </div>
    );
  };
  const text = (name: 'caption' | 'alt' | 'credit', help?: string) =>
    field(
      name,
      (id) => (
        <Input
          id={id}
          disabled={!editable}
          maxLength={Number(model.fields[name]?.attribute.maxLength ?? 200)}
          value={String(saver.said(name) ?? '')}
          onChange={({ target }) => saver.type(name, target.value)}
          onBlur={({ target }) => saver.save(name, target.value)}
        />
      ),
      help,
    );

  return (
    <li className="panel photo-card" aria-label={name}>
      <div className="photo-look">
        {url ? (
          <PictureThumb url={url} alt={String(row.alt || row.caption || name)} />
        ) : (
          <Files model={model} row={row} field="file" editable={editable} />
        )}
        <div className="photo-tags">
          {row.cover === true && <Tag tone="blue">{say(words.cover)}</Tag>}
          {uncleared && (
            <Tag tone={uncleared.length === 0 ? 'green' : 'amber'}>
              {say(uncleared.length === 0 ? words.cleared : words.held)}
            </Tag>
          )}
        </div>
        {editable && may('update', 'story-photos') && (
          <div className="part-actions no-print">
            {url && (
              <Button
                aria-label={`${say(row.cover === true ? words.noCover : words.makeCover)} ${name}`}
                loading={moving}
                onClick={() => void chooseCover()}
              >
                {say(row.cover === true ? words.noCover : words.makeCover)}
              </Button>
            )}
            <DeleteButton model={model} row={row} onDeleted={saver.drop} />
          </div>
        )}
      </div>
      <div className="photo-words">
        {uncleared && uncleared.length > 0 && (
          <ul className="held">
            {uncleared.map(({ field: of, words: missing }) => (
              <li key={of}>{say(missing)}</li>
            ))}
          </ul>
        )}
        {text('caption')}
        {text('alt', say(words.alt))}
        <div className="photo-row">
          {text('credit')}
          {field('people', (id) => (
            <Select
              id={id}
              allowClear
              disabled={!editable}
              value={people ?? null}
              options={(model.fields.people?.options ?? []).map((one) => ({
                value: one.value,
                label: say(one.words),
              }))}
              onChange={(value: unknown) => saver.save('people', value)}
            />
          ))}
          {showsPeople(people) &&
            field('persons', (id) => (
              <InputNumber
                id={id}
                min={1}
                max={200}
                precision={0}
                disabled={!editable}
                value={(saver.said('persons') as number | null | undefined) ?? null}
                onChange={(value) => saver.type('persons', value)}
                onBlur={() => saver.save('persons', saver.said('persons'))}
              />
            ))}
        </div>
        {saver.saving && (
          <div className="muted" role="status">
            {say(words.saving)}
          </div>
        )}
        {saver.problem && (
          <div className="editor-problem" role="alert">
            {saver.problem}
          </div>
        )}
        {may('read', 'portrait-consents') && (showsPeople(people) || photo.consents.length > 0) && (
          <PhotoConsents photo={photo} minors={showsMinors(people)} name={name} />
        )}
      </div>
    </li>
  );
}
