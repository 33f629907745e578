/** The mark: a keyhole in brass on ink. Decoration; the name stands beside it. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#0b6b62" />
      <rect
        x="0.5"
        y="0.5"
        width="31"
        height="31"
        rx="8.5"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.14"
      />
      <circle
        cx="16"
        cy="16"
        r="10.25"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.28"
        strokeWidth="1.5"
      />
      <path
        fill="#f0c368"
        d="M16 8.5a4.6 4.6 0 0 0-2.35 8.56l-1.2 5.1a1 1 0 0 0 .97 1.24h5.16a1 1 0 0 0 .97-1.23l-1.2-5.11A4.6 4.6 0 0 0 16 8.5Z"
      />
    </svg>
  )
}
