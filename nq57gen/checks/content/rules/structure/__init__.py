"""CT: how a document, its lists, appendices and tables are built."""
