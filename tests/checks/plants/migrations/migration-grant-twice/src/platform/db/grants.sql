GRANT SELECT ON notes TO rapport_app;
GRANT INSERT ON notes TO rapport_app;
