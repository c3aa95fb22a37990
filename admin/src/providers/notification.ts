import type { NotificationProvider, OpenNotificationParams } from '@refinedev/core';
import { App } from 'antd';

/** Refine's notifications as antd messages: short, at the top, gone by themselves. */
export function useNotificationProvider(): NotificationProvider {
  const { message } = App.useApp();
  return {
    open({ key, message: title, description, type }: OpenNotificationParams) {
      const content = description && description !== title ? `${title} ${description}` : title;
      message.open({
        content,
        type: type === 'progress' ? 'loading' : type,
        ...(key ? { key } : {}),
      });
    },
    close: (key) => message.destroy(key),
  };
}
