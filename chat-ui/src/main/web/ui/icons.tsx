const PATHS = {
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  plus: "M10 4v12M4 10h12",
  close: "M5 5l10 10M15 5L5 15",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  board: "M3 4h6v6H3zM11.5 4H17v3.5h-5.5zM11.5 10H17v6h-5.5zM3 12.5h6V16H3z",
  chat: "M4 4.5h12v8.5H9l-3.5 3V13H4z",
  refresh: "M16 10a6 6 0 1 1-1.8-4.3M16 3v3.4h-3.4",
  print: "M6 7.5V3.5h8v4M6 14H3.5V7.5h13V14H14M6 11.5h8v5H6z",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3",
  clock: "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M10 6.5V10l2.5 1.8",
  full: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  grip: "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
  corner: "M16 8.5L8.5 16M16 13l-3 3",
  link: "M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M9 7l2-2a2.8 2.8 0 0 1 4 4l-2 2",
  away: "M3 3l14 14M5.5 8.5A7 7 0 0 1 8 7M2.8 6A11 11 0 0 1 6 4M17.2 6A11 11 0 0 0 9.5 3.2M14.5 8.6a7 7 0 0 0-2.6-1.5M7.6 11.6a3.6 3.6 0 0 1 3.4-.6M10 15h.01",
} as const;

export type IconName = keyof typeof PATHS;

const DOTS = new Set<IconName>(["more", "grip"]);

/** A drawn sign; what it means is said by whatever bears it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width={DOTS.has(name) ? 2.4 : 1.6}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
