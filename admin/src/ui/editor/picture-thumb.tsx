import { PictureOutlined } from '@ant-design/icons';
import { useFileContent } from '../record/use-file-content';
import { fileOf } from './pictures';

/** A stored picture, small; a sign in its place until it has come. */
export function PictureThumb({ url, alt }: { url: string; alt: string }) {
  const { address } = useFileContent(fileOf(url), 'thumbnail', url !== '');
  return address ? <img src={address} alt={alt} draggable={false} /> : <PictureOutlined aria-label={alt} />;
}
