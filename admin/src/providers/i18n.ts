import type { Locale, Words } from '@jiedui/shared/text';
import type { I18nProvider } from '@refinedev/core';
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { refineZh } from './refine-zh';

const REMEMBERED = 'jiedui.locale';
const LANGUAGE: Record<Locale, string> = { zh: 'zh-CN', en: 'en' };

export const currentLocale = (): Locale => (i18next.language?.startsWith('en') ? 'en' : 'zh');

function remembered(): Locale {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh';
}

/** Starts the translations: Chinese, unless English was chosen on this machine before. */
export function startI18n(): void {
  const lng = LANGUAGE[remembered()];
  // Refine's own texts are English already, so only Chinese needs a table.
  i18next.use(initReactI18next).init({
    lng,
    resources: { 'zh-CN': { translation: refineZh } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = lng;
}

export async function switchLocale(locale: Locale): Promise<void> {
  localStorage.setItem(REMEMBERED, locale);
  document.documentElement.lang = LANGUAGE[locale];
  await i18next.changeLanguage(LANGUAGE[locale]);
}

export const i18nProvider: I18nProvider = {
  translate: (key: string, options?: unknown, defaultMessage?: string) => {
    const values = typeof options === 'object' && options !== null ? options : {};
    const fallback = typeof options === 'string' ? options : defaultMessage;
    return String(i18next.t(key, { ...values, defaultValue: fallback ?? key }));
  },
  changeLocale: (locale: string) => switchLocale(locale.startsWith('en') ? 'en' : 'zh'),
  getLocale: () => LANGUAGE[currentLocale()],
};

/** The locale in use and `say`, which picks its text; the component redraws when the language changes. */
export function useWords(): { locale: Locale; say: (words: Words) => string } {
  const { i18n } = useTranslation();
  const locale: Locale = i18n.language.startsWith('en') ? 'en' : 'zh';
  const say = useCallback((words: Words) => words[locale], [locale]);
  return { locale, say };
}
