GRANT SELECT ON notes TO rapport_app;
GRANT SELECT ON replies TO rapport_app;
