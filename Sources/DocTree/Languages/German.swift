extension Words {
  /// Where Sphinx or docutils has a word, it is this one.
  static let german = [
    // Admonitions
    "Attention": "Achtung",
    "Caution": "Vorsicht",
    "Danger": "Gefahr",
    "Error": "Fehler",
    "Hint": "Hinweis",
    "Important": "Wichtig",
    "Note": "Bemerkung",
    "See also": "Siehe auch",
    "Tip": "Tipp",
    "Warning": "Warnung",
    // Versions
    "Added in version %s": "Neu in Version %s",
    "Changed in version %s": "Geändert in Version %s",
    "Deprecated since version %s": "Veraltet ab Version %s",
    "Removed in version %s": "Entfernt in Version %s",
    // What has a number
    "Fig. %s": "Abb. %s",
    "Table %s": "Tab. %s",
    "Listing %s": "Quellcode %s",
    "Section %s": "Abschnitt %s",
    // Lists of things
    "Contents": "Inhalt",
    "Footnotes": "Fußnoten",
    "Index": "Stichwortverzeichnis",
    "Symbols": "Sonderzeichen",
    "Module Index": "Modulindex",
    "Python Module Index": "Python-Modulindex",
    "Deprecated": "Veraltet",
    "see %s": "siehe %s",
    "see also %s": "siehe auch %s",
    "environment variable; %s": "Umgebungsvariable; %s",
    // Links to copy
    "Link to this heading": "Link zu dieser Überschrift",
    "Link to this image": "Link zu diesem Bild",
    "Link to this table": "Link zu dieser Tabelle",
    "Link to this code": "Link zu diesem Quellcode",
    "Link to this term": "Link zu diesem Begriff",
    "Link to this equation": "Link zu dieser Formel",
    "Link to this definition": "Link zu dieser Definition",
    // Bibliographic fields
    "Author": "Autor",
    "Authors": "Autoren",
    "Organization": "Organisation",
    "Address": "Adresse",
    "Contact": "Kontakt",
    "Version": "Version",
    "Revision": "Revision",
    "Status": "Status",
    "Date": "Datum",
    "Copyright": "Copyright",
    "Dedication": "Widmung",
    "Abstract": "Zusammenfassung",
  ]
}
