import Testing

@testable import DocTreeProject

@Suite struct XHTMLConverterTests {
  private func convert(_ html: String) -> String {
    String(decoding: XHTMLConverter.convert(Array(html.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>a<br>b", "<p>a<br />b</p>"),
    ("<div></p></div></div>x", "<div></div>x"),
    ("<p>a<div>b</div></p>c", "<p>a</p><div>b</div>c"),
    ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
    (
      "<table><tr><td>a<td>b<tr><th>c</table>",
      "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>"
    ),
    ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
    ("<a href=x>a<a href=y>b", "<a href=\"x\">a</a><a href=\"y\">b</a>"),
    ("<DIV Class=A>x</Div>", "<div class=\"A\">x</div>"),
  ])
  func tagsAreClosedAsInBrowsers(html: String, xml: String) { #expect(convert(html) == xml) }

  @Test(arguments: [
    (
      "a & b &amp; &lt; > \" &nbsp;&hellip;&#65;&nothing; &#0;",
      "a &amp; b &amp; &lt; &gt; &quot; \u{A0}…A&amp;nothing; \u{FFFD}"
    ),
    ("a\u{1}\u{FFFE}b\u{C}", "ab"),
    ("a < b <3 </ >", "a &lt; b &lt;3 "),
    ("<!-- a -- b -->x<?php 1 ?>y<!DOCTYPE z>", "xy"),
    ("a<!-- never", "a"),
    ("a<b title=\"never>", "a"),
  ])
  func charactersAreThoseOfXML(html: String, xml: String) { #expect(convert(html) == xml) }

  @Test(arguments: [
    ("<p id=a id=b onclick='x()' checked>", "<p id=\"a\"></p>"),
    ("<i id=a></i><i id=a></i>", "<i id=\"a\"></i><i></i>"),
    ("<i id='a:b'></i><i id='1'></i>", "<i id=\"a_3a_b\"></i><i id=\"_31_\"></i>"),
    (
      "<a href='x#a:b'></a><a href='#%E6%97%A5'></a>",
      "<a href=\"x#a_3a_b\"></a><a href=\"#日\"></a>"
    ),
    ("<a name=old></a>", "<a id=\"old\"></a>"),
    ("<a href='javascript:x'></a><a href='a b'></a>", "<a></a><a href=\"a%20b\"></a>"),
    ("<p align=center>", "<p style=\"text-align: center\"></p>"),
    (
      "<td width=50 valign=top style='color: red'>",
      "<td style=\"color: red; width: 50px; vertical-align: top\"></td>"
    ),
    ("<img src=a width=50%>", "<img src=\"a\" alt=\"\" style=\"width: 50%\" />"),
    ("<p a@b=1 data-x=2 o:p=3 title='a\"b'>", "<p data-x=\"2\" title=\"a&quot;b\"></p>"),
  ])
  func attributesAreThoseOfBooks(html: String, xml: String) { #expect(convert(html) == xml) }

  @Test(arguments: [
    ("<script>a < b </p></script>x", "x"),
    ("<style>p { }</style><o:p>a</o:p><foo-bar>b</foo-bar>", "ab"),
    ("<center>a</center><tt>b</tt>", "<div style=\"text-align: center\">a</div><code>b</code>"),
    (
      "<img src=//x.org/a alt=A>", "<a class=\"reference external\" href=\"https://x.org/a\">A</a>"
    ),
    (
      "<iframe src='https://x.org' title=T>no</iframe>",
      "<a class=\"reference external\" href=\"https://x.org\">T</a>"
    ),
    ("<input type=checkbox checked>a<input type=checkbox>b<input>", "☑ a☐ b"),
    ("<span><b><p>a</p></b></span>", "<div><div><p>a</p></div></div>"),
    ("<a href=x><div>a</div></a>", "<a href=\"x\"><div>a</div></a>"),
  ])
  func elementsAreThoseOfBooks(html: String, xml: String) { #expect(convert(html) == xml) }

  @Test func drawingsKeepTheirNames() {
    #expect(
      convert("<svg viewBox='0 0 1 1' sodipodi:x=1><linearGradient id=g /><x:y>t</x:y><p>a")
        == "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + "viewBox=\"0 0 1 1\"><linearGradient id=\"g\"/>t</svg><p>a</p>")
  }

  /// In a second on any machine, if it is linear.
  @Test func depthAndLengthAreNoProblem() {
    let count = 100_000
    for tag in ["<b>", "<div>", "<ul><b>", "<li>", "</p>", "<span><p>", "<a <", "&", "<ins>"] {
      let html = String(repeating: tag, count: count)
      #expect(!convert(html + "<div>").isEmpty)
    }
  }
}
