// process.env is read elsewhere
export const text = 'process.env.PORT';
export const id = process.pid;
