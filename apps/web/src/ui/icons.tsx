import type { ReactNode } from 'react';

const drawings = {
  calendar: <path d="M4 6.5h16V20H4zM4 10.5h16M8 3.5v5M16 3.5v5" />,
  clock: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3.2 2" />,
  place: (
    <path d="M12 21c4.5-4.6 6.7-8.1 6.7-11A6.7 6.7 0 0 0 12 3.3 6.7 6.7 0 0 0 5.3 10C5.3 12.9 7.5 16.4 12 21ZM12 7.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8" />
  ),
  screen: <path d="M3.5 5h17v11h-17zM9 20h6M12 16v4" />,
  walk: <path d="M13 3.6a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3M8 12l2-3.5 3-.5 2 3 3 1M11 13l2 3 .5 5M11 13l-1 4-3 4" />,
  people: (
    <path d="M9 4.5a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4M3 20c0-4 2.5-6 6-6s6 2 6 6M15.5 5a3 3 0 0 1 0 5.7M17 14.3c2.5.6 4 2.5 4 5.7" />
  ),
  person: <path d="M12 4a3.7 3.7 0 1 1 0 7.4A3.7 3.7 0 0 1 12 4M5 20.5c0-4.5 3-6.5 7-6.5s7 2 7 6.5" />,
  language: (
    <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17" />
  ),
  access: (
    <path d="M10 4a1.6 1.6 0 1 1 0 3.2A1.6 1.6 0 0 1 10 4M10 8.5V14h5l2.5 5M10 11h5M7.5 12.5A4.8 4.8 0 1 0 14 18" />
  ),
  seat: <path d="M6.5 4v9h9.5a1.5 1.5 0 0 1 1.5 1.5V20M6.5 16v4M6.5 13v3h11" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  warning: <path d="M12 4 2.8 20h18.4ZM12 10v4.5M12 17v.3" />,
  info: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.5v.3" />,
  arrow: <path d="M4.5 12h15M13.5 6l6 6-6 6" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.3 15.3 20.5 20.5" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  filter: <path d="M3.5 6h17M7 12h10M10.5 18h3" />,
  mail: <path d="M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5" />,
  book: (
    <path d="M12 6.5C10 5 7 4.5 3.5 4.7v14C7 18.5 10 19 12 20.5c2-1.5 5-2 8.5-1.8v-14C17 4.5 14 5 12 6.5ZM12 6.5v14" />
  ),
  shield: <path d="M12 3.5c2.5 1.7 5 2.5 7.5 2.5 0 7-2.5 11.5-7.5 14.5C7 17.5 4.5 13 4.5 6 7 6 9.5 5.2 12 3.5Z" />,
  key: <path d="M8 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M12.5 12h8v3.5M17 12v2.5" />,
  device: <path d="M7 3.5h10v17H7zM10.5 17.5h3" />,
  hourglass: (
    <path d="M6.5 3.5h11M6.5 20.5h11M7.5 3.5c0 4 2.5 5.5 4.5 8.5-2 3-4.5 4.5-4.5 8.5M16.5 3.5c0 4-2.5 5.5-4.5 8.5 2 3 4.5 4.5 4.5 8.5" />
  ),
  download: <path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15" />,
  copy: <path d="M9 8.5h11V20H9zM15 8.5V4H4v11.5h5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  home: <path d="M4 11.5 12 4l8 7.5M6 10v10h12V10" />,
  list: <path d="M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.5M4 12h.5M4 18h.5" />,
  gear: (
    <path d="M12 8.7a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2" />
  ),
  camera: <path d="M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4V19h-17ZM12 10a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A small line drawing beside words that say the same: always hidden from assistive technology. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
