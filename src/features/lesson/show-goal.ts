/** Brings a step's goal into view: what stands above it may have grown or shrunk with the verdicts. */
export function showGoal(stepId: string): void {
  // After the verdicts have been drawn.
  requestAnimationFrame(() => document.getElementById(`${stepId}-goal`)?.scrollIntoView({ block: 'nearest' }));
}
