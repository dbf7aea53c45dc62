import DocTreeCommandLine

DocTreeTool.main()
