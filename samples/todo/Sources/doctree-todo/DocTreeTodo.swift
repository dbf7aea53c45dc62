import DocTreeCommandLine
import Todo

@main
struct DocTreeTodo {
  static func main() { DocTreeTool.main(extensions: [TodoExtension()]) }
}
