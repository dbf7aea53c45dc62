import DocTree
import Testing

/// References to command-line options. Sphinx finds the same ones.
@Suite struct OptionTargetTests {
  private func page(_ markdown: String) throws -> MystPage {
    try MystPage(
      """
      ```{program} git add
      ```
      ```{option} -p, --patch
      ```
      ```{option} -p
      ```
      ```{option} file [more]
      ```
      ```{option} -foo[=bar], -baz <x>
      ```
      ```{option} -w[x] y
      ```
      \(markdown)

      ```{program} None
      ```
      ```{option} -v
      ```
      """)
  }

  /// The targets of what stands in the paragraphs; nil for what is no link.
  private func targets(_ page: MystPage) -> [String?] {
    page.document.findAll(Literal.self).map { ($0.parent as? Reference)?.refid }
  }

  @Test func namesKeepTheirProgram() throws {
    let page = try page("")
    #expect(
      page.document.findAll(DescSignature.self).map(\.ids) == [
        ["cmdoption-git-add-p", "cmdoption-git-add-patch"], ["cmdoption-git-add-0"],
        ["cmdoption-git-add-arg-file"], ["cmdoption-git-add-foo", "cmdoption-git-add-baz"],
        ["cmdoption-git-add-w-x"], ["cmdoption-v"],
      ])
    #expect(
      page.document.findAll(DescSignature.self).map(\.allnames) == [
        "-p --patch", "-p", "file", "-foo -baz", "-w[x]", "-v",
      ])
    #expect(page.messages == [])
  }

  @Test func theProgramAroundComesFirst() throws {
    let page = try page(
      """
      {option}`-p` {option}`-p=3` {option}`--patch[=no]` {option}`git add -p` {option}`t <git add -p>`
      {option}`-foo 3` {option}`file` {any}`-p` {any}`git add -p` {option}`git-add -p`
      """)
    let patch = "cmdoption-git-add-p"
    #expect(
      targets(page) == [
        patch, patch, patch, patch, patch, "cmdoption-git-add-foo", "cmdoption-git-add-arg-file",
        patch, patch, patch,
      ])
    #expect(page.messages == [])
  }

  @Test func thoseOfOtherProgramsAreNotFound() throws {
    let page = try page(
      """
      {option}`-v` {option}`git -p`

      ```{program} None
      ```
      {option}`-p` {any}`-p` {option}`git add -p=3` {option}`git add -v` {option}`-v`
      """)
    #expect(targets(page) == [nil, nil, nil, nil, nil, nil, "cmdoption-v"])
    #expect(
      page.messages == [
        "<string>:13:1: warning: unknown option: '-v' [ref.option]",
        "<string>:13:14: warning: unknown option: 'git -p' [ref.option]",
        "<string>:17:1: warning: unknown option: '-p' [ref.option]",
        "<string>:17:14: warning: 'any' reference target not found: -p [ref.any]",
        "<string>:17:24: warning: unknown option: 'git add -p=3' [ref.option]",
        "<string>:17:47: warning: unknown option: 'git add -v' [ref.option]",
      ])
  }

  @Test func whatIsNoOptionIsShownAsItIsWritten() throws {
    let page = try MystPage("```{option} =x\n```\n```{option} -a, , -b\n```\n", phase: .read)
    #expect(page.document.findAll(DescSignature.self).map { $0.astext() } == ["=x", "-a, -b"])
    let rest =
      "should look like \"opt\", \"-opt args\", \"--opt args\", \"/opt args\" or \"+opt args\" "
      + "[std.signature]"
    #expect(
      page.messages == [
        "<string>:1:1: warning: Malformed option description '=x', \(rest)",
        "<string>:3:1: warning: Malformed option description '', \(rest)",
      ])
  }
}
