/** The one way to write SQL by hand: values are always parameters, `raw` is for identifiers of our own. */
export { default as sql, empty, join, raw, Sql } from 'sql-template-tag';
