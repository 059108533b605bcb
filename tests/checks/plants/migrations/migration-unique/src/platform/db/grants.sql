GRANT SELECT, INSERT ON notes TO rapport_app;
