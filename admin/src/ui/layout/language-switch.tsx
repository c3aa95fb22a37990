import { Button } from 'antd';
import { switchLocale, useWords } from '../../providers/i18n';

/** One click to the other language; the label is written in the language it leads to. */
export function LanguageSwitch() {
  const { locale } = useWords();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      className="language-switch"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => void switchLocale(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
