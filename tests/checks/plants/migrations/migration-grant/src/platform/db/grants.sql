GRANT SELECT ON notes, users TO rapport_app;
