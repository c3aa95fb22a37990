import type { ThemeConfig } from 'antd';

/** One accent; texts are darker than antd's own, which miss the AA contrast on white and on tinted rows. */
export const theme: ThemeConfig = {
  cssVar: true,
  hashed: false,
  token: {
    colorPrimary: '#1a5299',
    colorInfo: '#1a5299',
    colorLink: '#1a5299',
    // Antd's own is lighter than the link, too light to be read under the pointer.
    colorLinkHover: '#123c70',
    colorSuccess: '#1f6b3a',
    colorWarning: '#8a5300',
    colorError: '#b3261e',
    // What antd derives from such dark colours are murky grounds for a message.
    colorSuccessBg: '#f0f8f2',
    colorSuccessBorder: '#b5d8c0',
    colorWarningBg: '#fdf6e9',
    colorWarningBorder: '#e8d2a8',
    controlItemBgActive: '#e6eef8',
    controlItemBgActiveHover: '#d9e6f5',
    colorInfoBg: '#f0f5fb',
    colorInfoBorder: '#b9cfe8',
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#ecc0bc',
    colorText: '#1c2128',
    colorTextSecondary: '#474e58',
    colorTextTertiary: '#565d68',
    colorTextDescription: '#565d68',
    colorTextPlaceholder: '#646b76',
    colorTextDisabled: '#646b76',
    colorBorder: '#b9c0ca',
    colorBorderSecondary: '#e3e6ea',
    colorBgLayout: '#f5f6f8',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, -apple-system, sans-serif",
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      headerBg: '#eef1f5',
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 8,
      headerSplitColor: 'transparent',
    },
    Tabs: { horizontalMargin: '0 0 12px 0' },
    Descriptions: { labelBg: '#f5f6f8' },
  },
};
