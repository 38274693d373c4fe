#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "inforce/source.h"
#include "tests/support/catch.h"

using namespace inforce;
namespace fs = std::filesystem;

namespace {

// A folder of its own, gone at the end of the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("inforce-files-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] fs::path at(const std::string& name) const { return path_ / name; }
  [[nodiscard]] std::string root() const { return path_.string(); }

  [[nodiscard]] std::vector<std::string> listed() const {
    std::vector<std::string> names;
    for (const auto& path : disk_files()->list(root()).paths) names.push_back(path.substr(root().size() + 1));
    return names;
  }

 private:
  fs::path path_;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("memory files list what lies below a root", "[source]") {
  const auto files = memory_files({{"rules/b.yaml", "b"}, {"rules/a.yaml", "a"}, {"rules2/c.yaml", "c"}});
  CHECK(files->list("rules").paths == Names{"rules/a.yaml", "rules/b.yaml"});
  CHECK(files->list("rules/").paths == Names{"rules/a.yaml", "rules/b.yaml"});
  CHECK(files->list("rules/b.yaml").paths == Names{"rules/b.yaml"});
  CHECK(files->list(".").paths == Names{"rules/a.yaml", "rules/b.yaml", "rules2/c.yaml"});
  CHECK(files->list("none").error == "no such file or folder");
}

TEST_CASE("what lies in folders of tools and of packages is passed over, unless it is named", "[source]") {
  const Names paths{".git/z.yaml", ".hidden.yaml", "a.yaml", "node_modules/x/b.yaml", "rules/.draft/c.yaml"};
  const Folder folder;
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& path : paths) {
    folder.write(path, "");
    texts.emplace_back("w/" + path, "");
  }
  CHECK(folder.listed() == Names{"a.yaml"});
  CHECK(memory_files(texts)->list("w").paths == Names{"w/a.yaml"});
  CHECK(disk_files()->list(folder.root() + "/.git").paths == Names{folder.root() + "/.git/z.yaml"});
  CHECK(memory_files(texts)->list("w/.git").paths == Names{"w/.git/z.yaml"});
  CHECK(memory_files(texts)->list("w/.hidden.yaml").paths == Names{"w/.hidden.yaml"});
}

TEST_CASE("memory files read by name", "[source]") {
  const auto files = memory_files({{"a.yaml", "text"}});
  CHECK(files->read("a.yaml").text == "text");
  CHECK(files->read("a.yaml").error.empty());
  CHECK(files->read("b.yaml").error == "no such file or folder");
}

TEST_CASE("disk files list rule files below a folder in order", "[source]") {
  const Folder folder;
  folder.write("b.yaml", "");
  folder.write("a/z.yml", "");
  folder.write("a/y.yaml", "");
  folder.write("a/notes.md", "");
  folder.write("yaml", "");
  CHECK(folder.listed() == Names{"a/y.yaml", "a/z.yml", "b.yaml"});
}

TEST_CASE("a root that is a file is listed whatever its name", "[source]") {
  const Folder folder;
  folder.write("rules.txt", "text\r\n");
  const std::string path = folder.at("rules.txt").string();
  CHECK(disk_files()->list(path).paths == Names{path});
  CHECK(disk_files()->read(path).text == "text\r\n");
}

TEST_CASE("a root that is not there is an error", "[source]") {
  const Folder folder;
  const auto listing = disk_files()->list(folder.at("none").string());
  CHECK(listing.paths.empty());
  CHECK(listing.error == "no such file or folder");
  CHECK(disk_files()->list("").error == "no such file or folder");
}

TEST_CASE("a root keeps its spelling in the paths below it", "[source]") {
  const Folder folder;
  folder.write("a.yaml", "");
  CHECK(disk_files()->list(folder.root() + "/").paths == Names{folder.root() + "/a.yaml"});
}

TEST_CASE("symbolic links may form circles", "[source]") {
  const Folder folder;
  folder.write("a/one.yaml", "");
  fs::create_directory_symlink(folder.root(), folder.at("a/up"));
  fs::create_directory_symlink(folder.at("a"), folder.at("b"));
  fs::create_symlink(folder.at("self"), folder.at("self"));
  CHECK(folder.listed() == Names{"a/one.yaml"});
}

TEST_CASE("a file with two names is listed once by its real name", "[source]") {
  const Folder folder;
  folder.write("z.yaml", "");
  fs::create_symlink(folder.at("z.yaml"), folder.at("a.yaml"));
  CHECK(folder.listed() == Names{"z.yaml"});
}

TEST_CASE("a link from outside is followed", "[source]") {
  const Folder folder;
  folder.write("outside/far.yaml", "far");
  fs::create_directories(folder.at("rules"));
  fs::create_directory_symlink(folder.at("outside"), folder.at("rules/in"));
  const auto listing = disk_files()->list(folder.at("rules").string());
  REQUIRE(listing.paths == Names{folder.at("rules/in/far.yaml").string()});
  CHECK(disk_files()->read(listing.paths.front()).text == "far");
}

TEST_CASE("a link that leads nowhere is listed and cannot be read", "[source]") {
  const Folder folder;
  fs::create_symlink(folder.at("gone"), folder.at("a.yaml"));
  CHECK(folder.listed() == Names{"a.yaml"});
  CHECK(disk_files()->read(folder.at("a.yaml").string()).error == "no such file or folder");
}

TEST_CASE("a folder cannot be read as a file", "[source]") {
  const Folder folder;
  CHECK(disk_files()->read(folder.root()).error == "it is a folder, not a file");
}

TEST_CASE("a pipe named like a rule file is passed over", "[source]") {
  const Folder folder;
  REQUIRE(std::system(("mkfifo " + folder.at("a.yaml").string()).c_str()) == 0);
  CHECK(folder.listed().empty());
}

TEST_CASE("an endless file is refused", "[source]") {
  if (!fs::exists("/dev/zero")) return;
  const auto content = disk_files()->read("/dev/zero");
  CHECK(content.error == "it is larger than 256 MiB");
  CHECK(content.text.empty());
}
