/** Brings a step's goal into view: what stands above it may have grown or shrunk with the verdicts. */
export function showGoal(stepId: string): void {
  // After the verdicts have been drawn.
  requestAnimationFrame(() => {
    const goal = document.getElementById(`${stepId}-goal`);
    // On a phone most of the verdicts would stay below the edge.
    const isTall = goal !== null && goal.offsetHeight > window.innerHeight / 3;
    goal?.scrollIntoView({ block: isTall ? 'start' : 'nearest' });
  });
}
