/** Two fields of view facing each other: the shot, and its reverse shot. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 24 18" className={className} aria-hidden="true" focusable="false">
      <path d="M2 2.6 11 9l-9 6.4Z" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M23 1.5 12.6 9 23 16.5Z" fill="var(--signal)" />
    </svg>
  );
}
