export const distributionNames = ['constant', 'uniform', 'exponential', 'lognormal', 'pareto'] as const;

export type DistributionName = (typeof distributionNames)[number];
