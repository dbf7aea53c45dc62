extension Words {
  /// Where Sphinx has a word, it is this one.
  static let japanese = [
    // Admonitions
    "Attention": "注意",
    "Caution": "注意",
    "Danger": "危険",
    "Error": "エラー",
    "Hint": "ヒント",
    "Important": "重要",
    "Note": "注釈",
    "See also": "参考",
    "Warning": "警告",
    // Versions
    "Added in version %s": "バージョン %s で追加",
    "Changed in version %s": "バージョン %s で変更",
    "Deprecated since version %s": "バージョン %s で非推奨",
    "Removed in version %s": "バージョン %s で削除",
    // What has a number
    "Fig. %s": "図 %s",
    "Table %s": "表 %s",
    "Listing %s": "リスト %s",
    "Section %s": "%s 章",
    // Lists of things
    "Contents": "目次",
    "Footnotes": "脚注",
    "Index": "索引",
    "Symbols": "記号",
    "Module Index": "モジュール索引",
    "Python Module Index": "Pythonモジュール索引",
    "Deprecated": "非推奨",
    "see %s": "%sを参照",
    "see also %s": "%sも参照",
    "environment variable; %s": "環境変数; %s",
    // Links to copy
    "Link to this heading": "この見出しへのリンク",
    "Link to this image": "この画像へのリンク",
    "Link to this table": "この表へのリンク",
    "Link to this code": "このコードへのリンク",
    "Link to this term": "この用語へのリンク",
    "Link to this equation": "この数式へのリンク",
    "Link to this definition": "この定義へのリンク",
    // Bibliographic fields
    "Author": "著者",
    "Authors": "著者",
    "Organization": "組織",
    "Address": "住所",
    "Contact": "連絡先",
    "Version": "バージョン",
    "Revision": "リビジョン",
    "Status": "ステータス",
    "Date": "日付",
    "Copyright": "著作権",
    "Dedication": "献辞",
    "Abstract": "概要",
  ]
}
