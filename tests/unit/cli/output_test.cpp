#include "tools/inforce/output.h"

#include <filesystem>
#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/unit/cli/disk_support.h"

using namespace inforce::cli;
using inforce::test::Folder;
using inforce::test::rights_of;
using inforce::test::SmallDisk;
using inforce::test::text_of;
namespace fs = std::filesystem;

TEST_CASE("a file is written and nothing beside it") {
  const Folder folder;
  const auto path = folder / "a.json";
  CHECK(write_whole(path, "first").empty());
  CHECK(text_of(path) == "first");
  CHECK(write_whole(path, std::string("\0second\n", 8)).empty());
  CHECK(text_of(path) == std::string("\0second\n", 8));
  CHECK(write_whole(path, "").empty());
  CHECK(text_of(path).empty());
  CHECK(folder.entries() == 1);
}

TEST_CASE("a file gets the rights of new files and keeps those it has") {
  const Folder folder;
  const auto before = ::umask(027);
  CHECK(write_whole(folder / "new", "x").empty());
  ::umask(before);
  CHECK(rights_of(folder / "new") == 0640);
  REQUIRE(::chmod((folder / "new").c_str(), 0604) == 0);
  CHECK(write_whole(folder / "new", "y").empty());
  CHECK(rights_of(folder / "new") == 0604);
}

TEST_CASE("a link to a file stays a link") {
  const Folder folder;
  REQUIRE(write_whole(folder / "real", "old").empty());
  fs::create_symlink("real", folder / "link");
  CHECK(write_whole(folder / "link", "new").empty());
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(text_of(folder / "real") == "new");
  CHECK(folder.entries() == 2);
}

TEST_CASE("a write that fails leaves the old file and nothing else") {
  const Folder folder;
  const auto path = folder / "a.json";
  REQUIRE(write_whole(path, "old").empty());
  {
    const SmallDisk disk(10);
    CHECK(write_whole(path, std::string(100, 'x')) == "it would be larger than a file may be");
    CHECK(write_whole(folder / "b.json", std::string(100, 'x')) == "it would be larger than a file may be");
  }
  CHECK(text_of(path) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("what is added to a file comes after what is there") {
  const Folder folder;
  const auto path = folder / "summary.md";
  CHECK(append_whole(path, "one\n").empty());
  CHECK(append_whole(path, "two\n").empty());
  CHECK(text_of(path) == "one\ntwo\n");
  CHECK(folder.entries() == 1);
  CHECK(append_whole(folder / "missing/a", "x") == "no such folder");
  CHECK(append_whole(folder / ".", "x") == "it is a folder");
}

TEST_CASE("what cannot be added whole is not added at all") {
  const Folder folder;
  const auto path = folder / "summary.md";
  REQUIRE(append_whole(path, "before\n").empty());
  {
    const SmallDisk disk(20);
    CHECK(append_whole(path, std::string(100, 'x')) == "it would be larger than a file may be");
  }
  CHECK(text_of(path) == "before\n");
}

TEST_CASE("why a file cannot be written is said") {
  const Folder folder;
  REQUIRE(write_whole(folder / "file", "x").empty());
  CHECK(write_whole(folder / "missing/a.json", "x") == "no such folder");
  CHECK(write_whole(folder / "missing/", "x") == "no such folder");
  CHECK(write_whole(folder / "file/a.json", "x") == "a part of its path is not a folder");
  CHECK(write_whole(folder / ".", "x") == "it is a folder");
  CHECK(write_whole(folder / std::string(300, 'n'), "x") == "its name is too long");
  CHECK(write_whole("", "x") == "no such folder");
  CHECK(folder.entries() == 1);
  if (::geteuid() != 0) {
    REQUIRE(::chmod((folder / ".").c_str(), 0500) == 0);
    CHECK(write_whole(folder / "b.json", "x") == "permission denied");
    REQUIRE(::chmod((folder / ".").c_str(), 0700) == 0);
  }
}

TEST_CASE("what is no file is written to as it is") {
  CHECK(write_whole("/dev/null", "x").empty());
  CHECK(fs::is_character_file("/dev/null"));
  if (fs::exists("/dev/full")) CHECK(write_whole("/dev/full", "x") == "no space is left");
}

TEST_CASE("a document goes where it is asked to go") {
  std::ostringstream out;
  std::ostringstream err;
  const auto files = inforce::memory_files({});
  Environment environment{out, err, *files, [] { return inforce::Date{}; }, {}, "/", ""};
  Arguments arguments;
  CHECK(write_output("one", arguments, environment) == answered);
  arguments.options["-o"] = {"-"};
  CHECK(write_output("two", arguments, environment) == answered);
  CHECK(out.str() == "onetwo");
  arguments.options["-o"] = {"a.json"};
  CHECK(write_output("three", arguments, environment) == no_answer);
  CHECK_THAT(err.str(), ContainsSubstring("error[IF006]: cannot write `a.json`: files cannot be written here"));
  environment.write = [](const std::string& path, std::string_view text) {
    return path == "a.json" && text == "four" ? std::string() : std::string("it is another");
  };
  CHECK(write_output("four", arguments, environment) == answered);
  CHECK(out.str() == "onetwo");
}
