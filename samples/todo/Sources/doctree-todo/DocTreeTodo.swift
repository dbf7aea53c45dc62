import DocTreeCommandLine
import Todo

@main
struct DocTreeTodo {
  static func main() async { await DocTreeTool.main(extensions: [TodoExtension()]) }
}
