// Rules read from a revision of a real git repository. Skipped where git is not installed.
#include "tools/inforce/revisions.h"

#include <filesystem>
#include <fstream>

#include <stdlib.h>

#include "tests/support/catch.h"
#include "tools/inforce/child.h"

using namespace inforce::cli;
namespace fs = std::filesystem;

namespace {

bool has_git() { return run_child({"git", "--version"}, {}).status == 0; }

/// A repository of its own, gone in the end: two commits, and a file that was never committed.
class Repository {
 public:
  Repository() {
    std::string name = (fs::temp_directory_path() / "inforce-git-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
    git({"init", "--quiet"});
    write("rules/a.yaml", "first\n");
    write("rules/deep/b b.yml", "kept\n");
    write("rules/notes.txt", "no rules\n");
    commit();
    write("rules/a.yaml", "second, without an end");
    commit();
    write("rules/c.yaml", "never committed\n");
  }
  ~Repository() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;

  [[nodiscard]] std::string folder(const std::string& below = {}) const { return (path_ / below).string(); }

 private:
  void git(std::vector<std::string> words) const {
    std::vector<std::string> all{"git", "-C", path_.string(), "-c", "user.name=T", "-c", "user.email=t@example.org"};
    all.insert(all.end(), words.begin(), words.end());
    REQUIRE(run_child(all, {}).status == 0);
  }
  void commit() const {
    git({"add", "--all"});
    git({"commit", "--quiet", "--no-gpg-sign", "-m", "A version"});
  }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

  fs::path path_;
};

using Files = std::vector<std::pair<std::string, std::string>>;
const std::vector<std::string> roots{"rules"};

}  // namespace

TEST_CASE("revisions: the files of a revision, under the names of the working files") {
  if (!has_git()) return;
  const Repository repository;
  const auto head = read_revision("HEAD", roots, repository.folder());
  CHECK(head.error.empty());
  CHECK(head.files == Files{{"rules/a.yaml", "second, without an end"}, {"rules/deep/b b.yml", "kept\n"}});
  const auto before = read_revision("HEAD~1", roots, repository.folder());
  CHECK(before.files == Files{{"rules/a.yaml", "first\n"}, {"rules/deep/b b.yml", "kept\n"}});
}

TEST_CASE("revisions: from a folder within, and a path after a colon") {
  if (!has_git()) return;
  const Repository repository;
  const auto within = read_revision("HEAD", {"../../rules"}, repository.folder("rules/deep"));
  CHECK(within.files.front().first == "../../rules/a.yaml");
  const auto named = read_revision("HEAD:rules/deep", roots, repository.folder("rules"));
  CHECK(named.files == Files{{"rules/deep/b b.yml", "kept\n"}});
  CHECK(named.roots == std::vector<std::string>{"rules/deep"});
}

TEST_CASE("revisions: what cannot be read is said") {
  if (!has_git()) return;
  const Repository repository;
  const auto error = [&](const std::string& name, const std::vector<std::string>& below, const std::string& folder) {
    return read_revision(name, below, folder).error;
  };
  CHECK(error("nosuch", roots, repository.folder()) ==
        "`nosuch` is neither a file or folder nor a revision of the repository");
  CHECK(error("--output=x", roots, repository.folder()) ==
        "`--output=x` is neither a file or folder nor a revision of the repository");
  CHECK(error("HEAD; touch x", roots, repository.folder()).find("neither") != std::string::npos);
  CHECK(error("HEAD:nosuch", roots, repository.folder()) == "there are no rules below `nosuch` in `HEAD:nosuch`");
  CHECK(error("HEAD", {"/"}, repository.folder()) == "`/` lies outside the git repository");
  CHECK(error("HEAD", roots, "/") == "`HEAD` is no path, and there is no git repository here");
}

TEST_CASE("child: input larger than a pipe comes back whole") {
  const std::string text(1U << 20U, 'x');
  const auto echoed = run_child({"cat"}, text);
  CHECK(echoed.status == 0);
  CHECK(echoed.out == text);
  CHECK_FALSE(run_child({"no-such-program-here"}, {}).started);
}
