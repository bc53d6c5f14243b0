"""The pages as a printer would draw them (needs LibreOffice and the PDF tools)."""
