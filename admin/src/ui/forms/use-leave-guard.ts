import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../../providers/i18n';

/** Asks before unsaved changes are left: by a link, another tab of the page, the back button, or with the window. */
export function useLeaveGuard(changed: boolean): void {
  const { say } = useWords();
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      changed &&
      (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each way out that was tried
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    modal.confirm({
      title: say({ zh: '有未保存的修改', en: 'There are unsaved changes' }),
      content: say({ zh: '离开后修改会丢失。', en: 'Leaving loses them.' }),
      okText: say({ zh: '放弃修改', en: 'Discard' }),
      cancelText: say({ zh: '继续编制', en: 'Go on editing' }),
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker.state]);

  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changed]);
}
