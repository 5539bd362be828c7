/** The parameter of a live lab's address that names its dataset. */
export const datasetParameter = 'data';
