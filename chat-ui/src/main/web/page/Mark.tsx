/** 明: a sun (日) beside a moon (月), standing on the bars of a chart. */
export function Mark() {
  return (
    <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect class="logo-ground" width="32" height="32" rx="8" />
      <circle class="logo-sun" cx="10.5" cy="10.5" r="4" />
      <path class="logo-moon" d="M24.5 14.6A5.6 5.6 0 1 1 20.4 5.6a4.6 4.6 0 0 0 4.1 9z" />
      <path class="logo-bars" d="M7 26v-6M13 26v-8M19 26v-6M25 26v-8" />
    </svg>
  );
}
