import Testing

struct FileTests {
  @Test("a file has at most 600 lines")
  func files_areShort() {
    let long = (PackageFiles.sources + PackageFiles.tests).filter { $0.lineCount > 600 }
      .map { "\($0.path): \($0.lineCount) lines" }
    #expect(long == [])
  }

  @Test("a file is named after a type that it declares, or after one and the theme by which it extends it")
  func files_areNamedAfterTypes() {
    let misnamed = PackageFiles.sources.filter { file in
      guard let plus = file.name.firstIndex(of: "+") else {
        return file.name != "main" && !file.code.declaredTypes.contains(file.name)
      }
      let type = String(file.name[..<plus])
      return !file.code.extendedTypes.union(file.code.declaredTypes).contains(type)
    }
    #expect(misnamed.map(\.path) == [])
  }
}
