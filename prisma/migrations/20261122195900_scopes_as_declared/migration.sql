-- A list is declared without NOT NULL; its default keeps it from being null.
ALTER TABLE "channels" ALTER COLUMN "missing_scopes" DROP NOT NULL, ALTER COLUMN "missing_scopes" SET DEFAULT ARRAY[]::text[];
