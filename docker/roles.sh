#!/bin/sh
# Run once by the postgres image: the owner for migrations, and the application's role, which owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" <<'SQL'
CREATE ROLE rapport_owner LOGIN PASSWORD :'owner';
CREATE ROLE rapport_app LOGIN NOBYPASSRLS PASSWORD :'app';
CREATE DATABASE rapport OWNER rapport_owner;
REVOKE ALL ON DATABASE rapport FROM PUBLIC;
GRANT CONNECT ON DATABASE rapport TO rapport_app;
\connect rapport
ALTER SCHEMA public OWNER TO rapport_owner;
GRANT USAGE ON SCHEMA public TO rapport_app;
SQL
